import { normalUpper } from '../../shared/distributions';
import { normalQuantile } from '../../shared/normal';
import type { Estimate, StatisticsRemark } from '../estimate';
import { checkLevel } from '../proportion';
import { fail } from './errors';
import { medianOf } from './order-statistic';
import type { RankDistribution } from './rank-distributions';
import type { TestOptions } from './test-result';

/** What both of Wilcoxon's tests take. */
export interface RankOptions extends TestOptions {
  /** The shift of no effect. Default 0. */
  mu?: number | undefined;
  /** `auto` (default): exact below 50 values (in each group) without ties, otherwise the normal approximation. */
  distribution?: 'auto' | 'exact' | 'normal' | undefined;
  /** Correction for continuity of the normal approximation, default true. */
  correct?: boolean | undefined;
}

/** Below so many values without ties the exact distribution is used. */
export const EXACT_BELOW = 50;

/** @throws `level-range`, `test-option` */
export function checkRankOptions({ level = 0.95, mu = 0 }: RankOptions): void {
  checkLevel(level);
  if (!Number.isFinite(mu)) throw fail('test-option', { option: 'mu', rule: 'is a number' });
}

/** @throws `test-exact-ties` */
export function isExact({ distribution = 'auto' }: RankOptions, size: number, ties: boolean): boolean {
  if (distribution === 'exact' && ties) throw fail('test-exact-ties');
  return distribution === 'exact' || (distribution === 'auto' && size < EXACT_BELOW && !ties);
}

export interface Shift {
  /** Number of ordered numbers (differences, Walsh averages) and the k-th of them. */
  count: number;
  kth: (k: number) => number;
  level: number;
}

interface Limits {
  lower: number;
  upper: number;
  remarks: StatisticsRemark[];
}

/** Limits as order statistics by the exact distribution; their level is at least the one asked for, or said. */
export function exactLimits({ count, kth, level }: Shift, distribution: RankDistribution): Limits {
  const alpha = 1 - level;
  const place = Math.max(1, distribution.quantile(alpha / 2));
  const missed = 2 * distribution.lower(place - 1);
  return {
    lower: kth(place),
    upper: kth(count + 1 - place),
    remarks: missed - alpha > alpha / 2 ? [{ code: 'test-level-not-reached', values: { level: 1 - missed } }] : []
  };
}

/** Limits where the normal approximation would just not reject. */
export function normalLimits(
  { count, kth, level }: Shift,
  { sigma, correct }: { sigma: number; correct: boolean }
): Limits {
  const z = -normalQuantile((1 - level) / 2);
  const slack = correct ? 0.5 : 0;
  const wanted = Math.ceil(count / 2 - slack - z * sigma);
  const place = Math.max(1, wanted);
  // All of the range: its level by the same approximation.
  const reached = 1 - 2 * normalUpper(Math.max(0, count / 2 - slack) / sigma);
  return {
    lower: kth(place),
    upper: kth(count + 1 - place),
    remarks: wanted < 1 ? [{ code: 'test-level-not-reached', values: { level: reached } }] : []
  };
}

/** z and its two-sided p. */
export function normalTest(difference: number, sigma: number, correct: boolean): { z: number; p: number } {
  const z = (difference - (correct ? Math.sign(difference) * 0.5 : 0)) / sigma;
  // A difference within the correction crosses 0: still the smaller tail, doubled.
  return { z, p: Math.min(1, 2 * normalUpper(Math.abs(z))) };
}

/** The Hodges-Lehmann estimate with its limits. */
export function shiftEstimate(
  shift: Shift,
  limits: Limits,
  { name, mu, p, n, nDropped, method }: Pick<Estimate, 'name' | 'p' | 'n' | 'nDropped' | 'method'> & { mu: number }
): Estimate {
  return {
    name,
    estimate: medianOf(shift.kth, shift.count),
    se: null,
    lower: limits.lower,
    upper: limits.upper,
    level: shift.level,
    scale: 'identity',
    null: mu,
    df: null,
    p,
    n,
    nDropped,
    method
  };
}
