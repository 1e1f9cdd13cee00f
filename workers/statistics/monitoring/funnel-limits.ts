import { binomial, limitsAround, poisson, type Distribution } from '../../shared/distributions';
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
  const { lower, upper } = smoothed(binomial(n, target), (1 - level) / 2);
  return { lower: Math.max(0, lower) / n, upper: Math.min(n, upper) / n };
}

/**
 * Counts between which a count is inside, drawn between whole numbers: linear in the tail probability, so that a count lies
 * below the lower one exactly if P(X ≤ count) is under the tail, and above the upper one exactly if P(X ≥ count) is.
 */
function smoothed(family: Distribution, tail: number): Limits {
  const fewest = family.quantile(tail);
  const most = family.upperQuantile(tail);
  return {
    lower: fewest - (family.lower(fewest) - tail) / family.density(fewest),
    upper: most + (family.upper(most - 1) - tail) / family.density(most)
  };
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
 * Funnel limits of observed over expected events around 1: the exact Poisson quantiles, smoothed between whole numbers as
 * those of a proportion are. A count lies outside exactly if the probability of it or a more extreme one, where `expected`
 * are expected, is below (1 − level)/2.
 *
 * @param expected above 0: a sum of risks
 * @returns ratios; the lower one is 0 where even no event would be inside
 * @throws `expected-not-positive`, `level-range`
 * @see Spiegelhalter 2005, Statistics in Medicine 24:1185, appendix A.1.1, with his upper limit mirrored
 */
export function ratioQuantiles(expected: number, level = 0.95): Limits {
  checkExpected(expected);
  checkLevel(level);
  const { lower, upper } = smoothed(poisson(expected), (1 - level) / 2);
  return { lower: Math.max(0, lower) / expected, upper: overExpected(upper, expected) };
}

/**
 * The tails of a count where so many are expected: P(X ≤ observed) and P(X ≥ observed).
 *
 * @throws `expected-not-positive`
 */
export function poissonTails(observed: number, expected: number): { fewer: number; more: number } {
  checkExpected(expected);
  const family = poisson(expected);
  return { fewer: family.lower(observed), more: family.upper(observed - 1) };
}

/**
 * The exact Poisson interval of a unit that observes what is expected, χ²(α/2; 2E)/2E and χ²(1 − α/2; 2E + 2)/2E: how far a
 * mean may lie from such a count. Of counts around a mean it is no limit: at E = 1.4 no event is below its 99.8 %, and
 * chance gives that in one of four. A funnel takes {@link ratioQuantiles}.
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
