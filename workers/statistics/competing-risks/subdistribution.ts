import { exp, log } from '../../shared/elementary';
import { predictors, whole, type Arranged, type Likelihood } from '../survival';

/** G(t−), the chance to be still uncensored just before each distinct time: censored leave, and so do events, after it. */
export function uncensoredBefore({ prepared }: Arranged): Float64Array {
  const { times, stop, status } = prepared;
  const ends = new Float64Array(times.length);
  const censored = new Float64Array(times.length);
  stop.forEach((code, place) => {
    ends[code]! += 1;
    if (status[place] === 0) censored[code]! += 1;
  });
  const before = new Float64Array(times.length);
  let atRisk = stop.length;
  let share = 1;
  for (let code = 0; code < times.length; code++) {
    before[code] = share;
    share *= 1 - censored[code]! / atRisk;
    atRisk -= ends[code]!;
  }
  return before;
}

/** A time with events of the cause. Sums Σ w·exp(xβ)·(1, x, xxᵀ) over the subdistribution's risk set are written over. */
interface EventTime {
  code: number;
  events: number;
  sum0: number;
  sum1: Float64Array;
  sum2: Float64Array;
}

/**
 * Visits the times of the cause from the last to the first. Who had a competing event before stays at risk with weight
 * G(u−)/G(t−).
 *
 * @param risk exp(xβ) of the arranged rows
 */
export function walkEventTimes(
  arranged: Arranged,
  { risk, before, cause }: { risk: Float64Array; before: Float64Array; cause: number },
  visit: (time: EventTime) => void
): void {
  const { n, p, x, stop, status } = arranged;
  const half = (p * (p + 1)) / 2;
  const width = 1 + p + half;
  // At risk by follow-up, and after a competing event with 1/G(t−): first, then second.
  const present = new Float64Array(width);
  const competed = new Float64Array(width);
  const add = (sums: Float64Array, row: number, own: number) => {
    sums[0]! += own;
    let at = 1 + p;
    for (let term = 0; term < p; term++) {
      const part = own * x[row * p + term]!;
      sums[1 + term]! += part;
      for (let other = 0; other <= term; other++) sums[at++]! += part * x[row * p + other]!;
    }
  };
  let waiting = 0;
  for (let row = 0; row < n; row++) {
    if (status[row] === 0 || status[row] === cause) continue;
    add(competed, row, risk[row]! / before[stop[row]!]!);
    waiting += 1;
  }
  const all = new Float64Array(width);
  const time: EventTime = { code: 0, events: 0, sum0: 0, sum1: all.subarray(1, 1 + p), sum2: all.subarray(1 + p) };
  for (let row = 0; row < n;) {
    time.code = stop[row]!;
    time.events = 0;
    for (; row < n && stop[row] === time.code; row++) {
      add(present, row, risk[row]!);
      if (status[row] === cause) time.events += 1;
      else if (status[row] !== 0) {
        add(competed, row, -risk[row]! / before[time.code]!);
        waiting -= 1;
        // Nobody competed before: what is left of the sums is rounding.
        if (waiting === 0) competed.fill(0);
      }
    }
    if (time.events === 0) continue;
    const share = before[time.code]!;
    for (let at = 0; at < width; at++) all[at] = present[at]! + share * competed[at]!;
    time.sum0 = all[0]!;
    visit(time);
  }
}

/** Weighted partial log-likelihood with Breslow's ties, in standardised coefficients. */
export function subdistributionLikelihood(
  arranged: Arranged,
  coefficients: Float64Array,
  { before, cause }: { before: Float64Array; cause: number }
): Likelihood {
  const { n, p, x, status } = arranged;
  const eta = predictors(arranged, coefficients);
  const risk = eta.map((value) => exp(value));
  let value = 0;
  const score = new Float64Array(p);
  const half = new Float64Array((p * (p + 1)) / 2);
  const mean = new Float64Array(p);
  for (let row = 0; row < n; row++) {
    if (status[row] !== cause) continue;
    value += eta[row]!;
    for (let term = 0; term < p; term++) score[term]! += x[row * p + term]!;
  }
  walkEventTimes(arranged, { risk, before, cause }, ({ events, sum0, sum1, sum2 }) => {
    value -= events * log(sum0);
    let at = 0;
    for (let term = 0; term < p; term++) {
      const own = sum1[term]! / sum0;
      mean[term] = own;
      score[term]! -= events * own;
      for (let other = 0; other <= term; other++, at++) half[at]! += events * (sum2[at]! / sum0 - own * mean[other]!);
    }
  });
  return { value, score, information: whole(half, p) };
}
