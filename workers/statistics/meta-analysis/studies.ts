import type { Column } from '../../shared/table';
import { commonRows, numbersOf } from '../columns';
import { fail } from './errors';

/** Estimates of studies and their variances, on the scale of the analysis. */
export interface Studies {
  estimate: Float64Array;
  variance: Float64Array;
  /** Row of the table of each study. */
  rows: Int32Array;
  nDropped: number;
}

export interface StudyColumns {
  /** One a study, on the scale of the analysis: ratios as logarithms. */
  estimate: Column;
  /** Its standard error on the same scale, above 0. */
  se: Column;
}

/** Beyond these, squares and cubes of weights leave the numbers there are. */
const LEAST = 1e-60;
const MOST = 1e60;

/**
 * Complete studies.
 *
 * @throws `meta-standard-error`, `meta-estimate-range`, `meta-too-few`, `columns-unlike`, `column-not-numeric`
 */
export function readStudies({ estimate, se }: StudyColumns, least: number): Studies {
  const all = commonRows([estimate, se]);
  const [estimates, errors] = [numbersOf(estimate), numbersOf(se)];
  const rows: number[] = [];
  for (let row = 0; row < all; row++) {
    if (!Number.isNaN(estimates[row]) && !Number.isNaN(errors[row])) rows.push(row);
  }
  const refused = rows.filter((row) => !(errors[row]! >= LEAST && errors[row]! <= MOST)).length;
  if (refused > 0) throw fail('meta-standard-error', { rows: refused });
  const beyond = rows.filter((row) => Math.abs(estimates[row]!) > MOST).length;
  if (beyond > 0) throw fail('meta-estimate-range', { rows: beyond });
  if (rows.length < least) throw fail('meta-too-few', { studies: rows.length, least });
  return {
    estimate: Float64Array.from(rows, (row) => estimates[row]!),
    variance: Float64Array.from(rows, (row) => errors[row]! * errors[row]!),
    rows: Int32Array.from(rows),
    nDropped: all - rows.length
  };
}
