import { log, logistic } from '../../shared/elementary';
import { checkRisks } from '../monitoring';
import { fail } from './errors';

const STEPS = 200;

/**
 * Risks moved on the logit by one number, so that all cases together expect what happened: hospitals are compared with each
 * other, their differences in case mix kept.
 *
 * @returns the risks, and the shift of their logit
 * @throws `risk-outside`; `benchmark-recalibrate` if there is no event, or nothing else
 * @see Cox 1958, Biometrika 45:562: recalibration in the large
 */
export function recalibrated(risk: Float64Array, events: number): { risk: Float64Array; shift: number } {
  checkRisks(risk);
  if (events === 0 || events === risk.length) throw fail('benchmark-recalibrate');
  const logit = risk.map((one) => log(one) - log(1 - one));
  const expected = (shift: number) => logit.reduce((sum, one) => sum + logistic(one + shift), 0);
  let low = -1;
  let high = 1;
  while (expected(low) > events) low *= 2;
  while (expected(high) < events) high *= 2;
  for (let step = 0; step < STEPS && high - low > 1e-14 * Math.max(1, Math.abs(low)); step++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (expected(middle) < events) low = middle;
    else high = middle;
  }
  const shift = (low + high) / 2;
  return { risk: logit.map((one) => logistic(one + shift)), shift };
}
