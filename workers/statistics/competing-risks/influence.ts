import { exp } from '../../shared/elementary';
import { predictors, type Arranged } from '../survival';
import { walkEventTimes } from './subdistribution';

/** Steps of the baseline subdistribution hazard, by code of the time: D/S₀, and the mean covariates there (p places). */
export interface Steps {
  hazard: Float64Array;
  mean: Float64Array;
}

export function stepsOf(
  arranged: Arranged,
  coefficients: Float64Array,
  { before, cause }: { before: Float64Array; cause: number }
): Steps {
  const { p, prepared } = arranged;
  const risk = predictors(arranged, coefficients).map((value) => exp(value));
  const hazard = new Float64Array(prepared.times.length);
  const mean = new Float64Array(prepared.times.length * p);
  walkEventTimes(arranged, { risk, before, cause }, ({ code, events, sum0, sum1 }) => {
    hazard[code] = events / sum0;
    for (let term = 0; term < p; term++) mean[code * p + term] = sum1[term]! / sum0;
  });
  return { hazard, mean };
}

/**
 * What each arranged row adds to the score, η + ψ: n × p, row by row, in standardised covariates. ψ is what the estimated
 * censoring adds.
 *
 * @see Fine and Gray 1999, J Am Stat Assoc 94:496, equations 7 and 8; R cmprsk 2.2-11 `crr`
 */
export function influences(
  arranged: Arranged,
  coefficients: Float64Array,
  { before, cause }: { before: Float64Array; cause: number }
): Float64Array {
  const { n, p, x, stop, status, prepared } = arranged;
  const steps = stepsOf(arranged, coefficients, { before, cause });
  const risk = predictors(arranged, coefficients).map((value) => exp(value));
  const times = prepared.times.length;
  // Sums over event times up to each code: the hazard and its drift; and the same with G(u−), from each code on.
  const upTo = cumulated(steps, p, times);
  const after = cumulatedBack(steps, before, p);
  const { q, atRisk, censored } = censoring(arranged, { risk, before, after, cause });
  const turns = new Float64Array((times + 1) * p);
  for (let code = 0; code < times; code++) {
    for (let term = 0; term < p; term++) {
      const at = code * p + term;
      turns[at + p] = turns[at]! + (censored[code]! > 0 ? (q[at]! * censored[code]!) / atRisk[code]! ** 2 : 0);
    }
  }
  const result = new Float64Array(n * p);
  for (let row = 0; row < n; row++) {
    const code = stop[row]!;
    const own = status[row]!;
    const competing = own !== 0 && own !== cause;
    // After a competing event the row stays at risk, from the next time on.
    const stays = competing ? risk[row]! / before[code]! : 0;
    for (let term = 0; term < p; term++) {
      const value = x[row * p + term]!;
      const at = code * p + term;
      let sum = -risk[row]! * (value * upTo.hazard[code]! - upTo.drift[at]!);
      if (competing) sum -= stays * (value * after.hazard[code + 1]! - after.drift[at + p]!);
      if (own === cause) sum += value - steps.mean[at]!;
      if (own === 0) sum += q[at]! / atRisk[code]!;
      result[row * p + term] = sum - turns[at + p]!;
    }
  }
  return result;
}

function cumulated({ hazard, mean }: Steps, p: number, times: number) {
  const sums = { hazard: new Float64Array(times), drift: new Float64Array(times * p) };
  for (let code = 0; code < times; code++) {
    sums.hazard[code] = hazard[code]! + (sums.hazard[code - 1] ?? 0);
    for (let at = code * p; at < (code + 1) * p; at++) {
      sums.drift[at] = hazard[code]! * mean[at]! + (sums.drift[at - p] ?? 0);
    }
  }
  return sums;
}

function cumulatedBack({ hazard, mean }: Steps, before: Float64Array, p: number) {
  const times = hazard.length;
  const sums = { hazard: new Float64Array(times + 1), drift: new Float64Array((times + 1) * p) };
  for (let code = times - 1; code >= 0; code--) {
    const step = before[code]! * hazard[code]!;
    sums.hazard[code] = step + sums.hazard[code + 1]!;
    for (let at = code * p; at < (code + 1) * p; at++) sums.drift[at] = step * mean[at]! + sums.drift[at + p]!;
  }
  return sums;
}

/** q at each time, of who had a competing event strictly before it; people still followed, and those censored, at it. */
function censoring(
  arranged: Arranged,
  parts: {
    risk: Float64Array;
    before: Float64Array;
    after: { hazard: Float64Array; drift: Float64Array };
    cause: number;
  }
) {
  const { n, p, x, stop, status, prepared } = arranged;
  const { risk, before, after, cause } = parts;
  const times = prepared.times.length;
  const q = new Float64Array(times * p);
  const atRisk = new Float64Array(times);
  const censored = new Float64Array(times);
  let weight = 0;
  const covariates = new Float64Array(p);
  for (let row = n - 1; row >= 0;) {
    const code = stop[row]!;
    atRisk[code] = row + 1;
    for (let term = 0, at = code * p; term < p; term++, at++) {
      q[at] = covariates[term]! * after.hazard[code]! - weight * after.drift[at]!;
    }
    for (; row >= 0 && stop[row] === code; row--) {
      if (status[row] === 0) censored[code]! += 1;
      else if (status[row] !== cause) {
        const own = risk[row]! / before[code]!;
        weight += own;
        for (let term = 0; term < p; term++) covariates[term]! += own * x[row * p + term]!;
      }
    }
  }
  return { q, atRisk, censored };
}
