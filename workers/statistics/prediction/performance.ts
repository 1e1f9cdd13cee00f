import { normalUpper } from '../../shared/distributions';
import { normalQuantile } from '../../shared/normal';
import type { Estimate, StatisticsRemark } from '../estimate';
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
  const half = se === null ? NaN : se * normalQuantile((1 + level) / 2);
  const hasTest = se !== null && se > 0 && tested;
  return {
    name,
    estimate,
    se,
    lower: se === null ? null : Math.max(within[0], estimate - half),
    upper: se === null ? null : Math.min(within[1], estimate + half),
    level,
    scale,
    null: measured.null,
    df: null,
    p: hasTest ? Math.min(1, 2 * normalUpper(Math.abs((estimate - measured.null) / se))) : null,
    n: rows.n,
    nDropped: rows.nDropped,
    method
  };
}

/** The parts of a result that all measures share. */
export function performanceOf(
  rows: ScoredRows,
  { estimates, remarks, method }: Pick<Performance, 'estimates' | 'remarks' | 'method'>
): Performance {
  const { n, nDropped, events, persons } = rows;
  return { estimates, n, nDropped, events, persons, remarks, method };
}
