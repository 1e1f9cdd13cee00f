import { CompensatedSum } from '../../shared/compensated-sum';
import { log } from '../../shared/elementary';
import { log1p } from '../../shared/distributions';
import { checkCases, type Cases } from './cases';
import { fail } from './errors';

export interface Cusum {
  /** S after each case, 0 or above, in either direction. */
  statistic: Float64Array;
  /** Number of the case, counted from 1, at which S first reaches the limit. */
  firstAlarm?: number;
}

/**
 * Cumulative expected minus observed events (variable life-adjusted display): it falls by 1 − p with an event and rises by p
 * without.
 *
 * @throws `cases-none`, `cases-unlike`, `outcome-other`, `risk-outside`
 * @see Lovegrove et al. 1997, Lancet 350:1128
 */
export function vlad(cases: Cases): Float64Array {
  checkCases(cases);
  const curve = new Float64Array(cases.risk.length);
  // Ten thousand small risks add up to the last digit.
  const sum = new CompensatedSum();
  cases.risk.forEach((risk, index) => {
    sum.add(risk - (cases.outcome[index] as number));
    curve[index] = sum.value;
  });
  return curve;
}

/** @throws `odds-ratio-range` */
export function checkOddsRatio(oddsRatio: number): void {
  if (!(oddsRatio > 0 && oddsRatio < Infinity) || oddsRatio === 1) throw fail('odds-ratio-range');
}

/**
 * Log-likelihood ratio of a case, of odds multiplied by R against odds as expected: ln(R/(1 − p + Rp)) with an event,
 * ln(1/(1 − p + Rp)) without.
 */
export function caseWeights(risk: number, oddsRatio: number): { event: number; none: number } {
  const none = -log1p((oddsRatio - 1) * risk);
  return { event: log(oddsRatio) + none, none };
}

/**
 * Risk-adjusted CUSUM: S = max(0, S + W). It is not set back after an alarm.
 *
 * @param options.oddsRatio the change that is looked for: 2 for a doubling, 0.5 for a halving of the odds
 * @param options.limit from where on S is an alarm: by {@link controlLimit}, never copied from another unit
 * @throws `odds-ratio-range`, `control-limit-range`, `cases-none`, `cases-unlike`, `outcome-other`, `risk-outside`
 * @see Steiner et al. 2000, Biostatistics 1:441
 */
export function cusum(cases: Cases, { oddsRatio, limit }: { oddsRatio: number; limit?: number | undefined }): Cusum {
  checkCases(cases);
  checkOddsRatio(oddsRatio);
  if (limit !== undefined && !(limit > 0 && limit < Infinity)) throw fail('control-limit-range');
  const statistic = new Float64Array(cases.risk.length);
  let sum = 0;
  let firstAlarm: number | undefined;
  cases.risk.forEach((risk, index) => {
    const { event, none } = caseWeights(risk, oddsRatio);
    sum = Math.max(0, sum + (cases.outcome[index] === 1 ? event : none));
    statistic[index] = sum;
    if (limit !== undefined && firstAlarm === undefined && sum >= limit) firstAlarm = index + 1;
  });
  return { statistic, ...(firstAlarm !== undefined && { firstAlarm }) };
}
