import type { Estimate, StatisticsRemark } from '../estimate';
import { waldEstimate } from '../wald';
import type { ScoredRows } from './scored-rows';

/** What every measure of a prediction says. */
export interface Performance {
  estimates: Estimate[];
  n: number;
  nDropped: number;
  /** Rows with the outcome. */
  events: number;
  /** Persons behind the rows, where a column names them; else as many as rows. */
  persons: number;
  remarks: StatisticsRemark[];
  method: string;
}

export interface Measured {
  name: string;
  estimate: number;
  /** Undefined or null: the method has none. */
  se?: number | null;
  scale?: Estimate['scale'];
  null: number;
  /** Limits are cut to this range. */
  within?: readonly [number, number];
  /** False for a measure whose null value nobody tests. */
  tested?: boolean;
}

/** An estimate with a normal interval and test, or without both where there is no standard error. */
export function estimateOf(measured: Measured, rows: ScoredRows, level: number, method: string): Estimate {
  const { name, estimate, se = null, scale = 'identity', within = [-Infinity, Infinity], tested = true } = measured;
  const about = { name, estimate, scale, level, null: measured.null, n: rows.n, nDropped: rows.nDropped, method };
  if (se === null) return { ...about, se, lower: null, upper: null, df: null, p: null };
  // Losses that are all the same have an error of 0, and nothing to test with.
  if (se === 0) return { ...about, se, lower: estimate, upper: estimate, df: null, p: null };
  const wald = waldEstimate({ ...about, se });
  const [lower, upper] = [Math.max(within[0], wald.lower as number), Math.min(within[1], wald.upper as number)];
  return { ...wald, lower, upper, p: tested ? wald.p : null };
}

/** The parts of a result that all measures share. */
export function performanceOf(
  rows: ScoredRows,
  { estimates, remarks, method }: Pick<Performance, 'estimates' | 'remarks' | 'method'>
): Performance {
  const { n, nDropped, events, persons } = rows;
  return { estimates, n, nDropped, events, persons, remarks, method };
}
