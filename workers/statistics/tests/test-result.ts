import type { Estimate, StatisticsRemark } from '../estimate';
import { fail } from './errors';

/** What a test found. Two-sided. Every number in it is finite. */
export interface TestResult {
  /** As a paper says it. */
  method: string;
  /** Null for exact tests that have none. */
  statistic: { name: string; value: number } | null;
  /** None, one, or the two of an F test. */
  df: number[];
  p: number;
  estimates: Estimate[];
  n: number;
  nDropped: number;
  /** Where groups are compared: what is in each, in the order given. */
  groups?: GroupMoments[];
  remarks: StatisticsRemark[];
}

export interface GroupMoments {
  n: number;
  mean: number;
  /** Null for one value. */
  sd: number | null;
}

/** What all two-sided tests take. */
export interface TestOptions {
  /** Level of confidence, default 0.95. */
  level?: number | undefined;
}

/**
 * The result, if every number in it is one.
 *
 * @throws `test-large` where values were so large that sums overflowed
 */
export function finished<Result extends TestResult>(result: Result): Result {
  if (!isFinite(result)) throw fail('test-large', { test: result.method });
  return { ...result, p: Math.min(1, result.p) };
}

function isFinite(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.values(value).every(isFinite);
}
