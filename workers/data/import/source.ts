import type { ImportType, Remark } from './contract';

/** A column as it lies in the file, before it is read as a type. */
export interface StagedColumn {
  name: string;
  /** Its name in the staged relation: `c0`, `c1` … */
  key: string;
  /** `open`: any type may be found in its text. `fixed`: the format says the type (Parquet, Arrow, DuckDB, JSON's own). */
  kind: 'open' | 'fixed';
  /** The type when fixed; `text` of an open column that must not be taken for a number (a JSON string). */
  type?: ImportType;
  /** Texts that may be dates, but not numbers. */
  datesOnly?: boolean;
  unit?: string;
}

/**
 * A file opened for reading: something to select from, column by column, in the file's order. Text formats give VARCHAR,
 * typed ones their own types.
 */
export interface Staged {
  from: string;
  columns: readonly StagedColumn[];
  rows: number;
  /** Read where it lies: the relation is then a view over it, and `release` must wait until that is removed. */
  inPlace: boolean;
  /** Lines (or rows of the sheet) of rows counted from 1, ascending. */
  linesOf(rows: readonly number[]): Promise<readonly number[]>;
  warnings: readonly Remark[];
  raw: readonly string[];
  release(): Promise<void>;
}
