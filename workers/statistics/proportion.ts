import { beta, binomial } from '../shared/distributions';
import { normalQuantile } from '../shared/normal';
import { fail } from './errors';
import { twoSidedP } from './two-sided';

export interface Interval {
  estimate: number;
  lower: number;
  upper: number;
}

/** @throws `level-range` unless 0 < level < 1 */
export function checkLevel(level: number): void {
  if (!(level > 0 && level < 1)) throw fail('level-range');
}

function checkCounts(events: number, n: number): void {
  if (!Number.isSafeInteger(events) || !Number.isSafeInteger(n) || n < 1 || events < 0 || events > n) {
    throw fail('counts-impossible', { events, n });
  }
}

/**
 * Wilson score interval of a proportion, for display: shorter than the exact one, and inside [0, 1].
 *
 * @param events persons with the outcome, a whole number, 0 ≤ events ≤ n
 * @param n persons observed, a whole number ≥ 1
 * @param level coverage as a fraction, default 0.95
 * @returns fractions between 0 and 1
 * @throws `counts-impossible`, `level-range`
 * @see Wilson 1927, J Am Stat Assoc 22:209; equals R `prop.test(x, n, correct = FALSE)`
 */
export function wilson(events: number, n: number, level = 0.95): Interval {
  checkCounts(events, n);
  checkLevel(level);
  const z = normalQuantile((1 + level) / 2);
  const p = events / n;
  const centre = (p + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))) / (1 + (z * z) / n);
  // At 0 and n the bound is exact; rounding would give −1e−17.
  return { estimate: p, lower: events === 0 ? 0 : centre - half, upper: events === n ? 1 : centre + half };
}

/**
 * Exact interval of a proportion (Clopper and Pearson).
 *
 * @param events whole, 0 ≤ events ≤ n
 * @param n whole, ≥ 1
 * @param level coverage as a fraction, default 0.95
 * @throws `counts-impossible`, `level-range`
 * @see Clopper and Pearson 1934, Biometrika 26:404; equals R `binom.test(x, n)$conf.int`
 */
export function clopperPearson(events: number, n: number, level = 0.95): Interval {
  checkCounts(events, n);
  checkLevel(level);
  const tail = (1 - level) / 2;
  return {
    estimate: events / n,
    lower: events === 0 ? 0 : beta(events, n - events + 1).quantile(tail),
    upper: events === n ? 1 : beta(events + 1, n - events).upperQuantile(tail)
  };
}

/**
 * Exact two-sided p that the probability of an event is `share`.
 *
 * @param share from 0 to 1
 * @throws `counts-impossible`; `distribution-parameter`
 * @see R `binom.test`: the sum of the probabilities of outcomes at most as likely
 */
export function binomialP(events: number, n: number, share: number): number {
  checkCounts(events, n);
  return twoSidedP(binomial(n, share), events, n * share);
}
