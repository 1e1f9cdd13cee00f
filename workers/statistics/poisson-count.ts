import { limitsAround, poisson } from '../shared/distributions';
import { normalQuantile } from '../shared/normal';
import { fail } from './errors';
import { checkLevel } from './proportion';
import { twoSidedP } from './two-sided';

/** Observed over expected events: the standardised mortality ratio, or a rate over a reference. */
export interface ObservedExpected {
  observed: number;
  expected: number;
  ratio: number;
  /** Exact Poisson limits of the ratio. */
  lower: number;
  upper: number;
  /** Byar's approximation of them. */
  byarLower: number;
  byarUpper: number;
  /** Exact, two-sided, that the ratio is 1, by likelihood order. */
  p: number;
}

/**
 * Observed over expected events with exact Poisson limits.
 *
 * @param observed whole, 0 or more; at 0 the lower limit is 0
 * @param expected finite, above 0: a sum of risks, or person-time × a reference rate
 * @param level coverage as a fraction, default 0.95
 * @throws `observed-impossible`, `expected-not-positive`, `level-range`
 * @see Garwood 1936, Biometrika 28:437; Breslow and Day 1987, vol. II, eq. 2.13 (Byar); p as R `poisson.test`
 */
export function observedExpected(observed: number, expected: number, level = 0.95): ObservedExpected {
  checkExpected(expected);
  const counted = poissonLimits(observed, level);
  const upper = overExpected(counted.upper, expected);
  const z = normalQuantile((1 + level) / 2);
  const next = observed + 1;
  return {
    observed,
    expected,
    ratio: observed / expected,
    lower: counted.lower / expected,
    upper,
    byarLower: observed === 0 ? 0 : byar(observed, -z) / expected,
    byarUpper: byar(next, z) / expected,
    p: twoSidedP(poisson(expected), observed, expected)
  };
}

/** Byar's cube; few events and a high level would turn it negative. */
function byar(events: number, z: number): number {
  const root = Math.max(0, 1 - 1 / (9 * events) + z / (3 * Math.sqrt(events)));
  return events * root * root * root;
}

/**
 * Exact Poisson limits of the mean of a count: χ²(α/2; 2O)/2 and χ²(1 − α/2; 2O + 2)/2.
 *
 * @param observed whole, 0 or more
 * @throws `observed-impossible`, `level-range`
 * @see Garwood 1936, Biometrika 28:437
 */
export function poissonLimits(observed: number, level = 0.95): { lower: number; upper: number } {
  if (!Number.isSafeInteger(observed) || observed < 0) throw fail('observed-impossible', { observed });
  checkLevel(level);
  return limitsAround(observed, (1 - level) / 2);
}

/**
 * A count over the expected one. A number so small that dividing by it leaves the numbers there are is no expectation.
 *
 * @throws `expected-not-positive`
 */
export function overExpected(count: number, expected: number): number {
  const ratio = count / expected;
  if (ratio === Infinity) throw fail('expected-not-positive');
  return ratio;
}

/** @throws `expected-not-positive` */
export function checkExpected(expected: number): void {
  // What lies beyond is no sum of risks, and no quotient of it stays within the numbers there are.
  if (!(expected >= 1e-100 && expected <= 1e100)) throw fail('expected-not-positive');
}
