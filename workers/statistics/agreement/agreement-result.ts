import type { Estimate, StatisticsRemark } from '../estimate';
import { fail } from './errors';

/** What a study of agreement found. */
export interface AgreementResult {
  method: string;
  estimates: Estimate[];
  /** Persons (or things) that all raters or methods have, and those left out. */
  n: number;
  nDropped: number;
  remarks: StatisticsRemark[];
}

/** An error of a share below this is what rounding leaves of none. */
export const NOTHING = 1e-12;

/** @throws `agreement-large` where a sum overflowed */
export function checkFinite(...numbers: readonly number[]): void {
  if (!numbers.every(Number.isFinite)) throw fail('agreement-large');
}

/** Rows in which every one of the columns has a number. */
export function completeRows(columns: readonly ArrayLike<number>[]): { columns: Float64Array[]; dropped: number } {
  const rows = columns[0]?.length ?? 0;
  if (columns.some(({ length }) => length !== rows)) {
    throw fail('agreement-option', { option: 'Each rater', rule: 'has one value a row of the same table' });
  }
  const complete: number[] = [];
  for (let row = 0; row < rows; row++) if (columns.every((one) => Number.isFinite(one[row]))) complete.push(row);
  return {
    columns: columns.map((one) => Float64Array.from(complete, (row) => one[row]!)),
    dropped: rows - complete.length
  };
}
