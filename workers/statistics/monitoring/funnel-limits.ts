import { binomial, limitsAround } from '../../shared/distributions';
import { normalQuantile } from '../../shared/normal';
import { checkExpected, overExpected } from '../poisson-count';
import { checkLevel } from '../proportion';
import { fail } from './errors';

export interface Limits {
  lower: number;
  upper: number;
}

/** @throws `funnel-target`, `funnel-size` */
function checkFunnel(target: number, n: number): void {
  if (!(target > 0 && target < 1)) throw fail('funnel-target');
  if (!Number.isSafeInteger(n) || n < 1) throw fail('funnel-size');
}

/**
 * Funnel limits of a proportion by the exact binomial distribution, smoothed between whole numbers: linear in the tail
 * probability. A count lies outside exactly if the probability of it or a more extreme one is below (1 − level)/2.
 *
 * @param target the proportion that the funnel stands around, strictly between 0 and 1
 * @param n cases, whole, ≥ 1
 * @returns proportions; 0 and 1 where no count would be outside
 * @throws `funnel-target`, `funnel-size`, `level-range`
 * @see Spiegelhalter 2005, Statistics in Medicine 24:1185, appendix A.1.1. His upper limit reads P(X ≤ x) where the test
 *   reads P(X ≥ x), which puts it one case too low; here it mirrors the lower one.
 */
export function proportionLimits(target: number, n: number, level = 0.95): Limits {
  checkFunnel(target, n);
  checkLevel(level);
  const tail = (1 - level) / 2;
  const fewer = smoothed(n, target, tail);
  const more = smoothed(n, 1 - target, tail);
  return { lower: Math.max(0, fewer) / n, upper: Math.min(n, n - more) / n };
}

/** The count below which P(X ≤ x) is under the tail, drawn between the last such count and the next. */
function smoothed(n: number, target: number, tail: number): number {
  const family = binomial(n, target);
  const count = family.quantile(tail);
  return count - (family.lower(count) - tail) / family.density(count);
}

/**
 * Textbook funnel limits of a proportion by the normal distribution, cut to [0, 1]: for display beside the exact ones only.
 *
 * @throws `funnel-target`, `funnel-size`, `level-range`
 */
export function normalLimits(target: number, n: number, level = 0.95): Limits {
  checkFunnel(target, n);
  checkLevel(level);
  const half = normalQuantile((1 + level) / 2) * Math.sqrt((target * (1 - target)) / n);
  return { lower: Math.max(0, target - half), upper: Math.min(1, target + half) };
}

/**
 * Funnel limits of observed over expected events around 1: the exact Poisson limits of a unit that observes what is
 * expected, χ²(α/2; 2E)/2E and χ²(1 − α/2; 2E + 2)/2E. Wider than the test of one unit at small E.
 *
 * @param expected above 0
 * @throws `expected-not-positive`, `level-range`
 */
export function ratioLimits(expected: number, level = 0.95): Limits {
  checkExpected(expected);
  checkLevel(level);
  const { lower, upper } = limitsAround(expected, (1 - level) / 2);
  return { lower: lower / expected, upper: overExpected(upper, expected) };
}
