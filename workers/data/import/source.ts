import type { ImportType, Remark, WrongRecord } from './contract';

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
  /** Records that are no row of `from`, because their fields do not match the heading's. */
  wrong?: WrongRecords;
  /** Absent where the format has no heading and no blank lines: then its rows are its records. */
  counted?: Counted;
  warnings: readonly Remark[];
  raw: readonly string[];
  release(): Promise<void>;
}

/** What a reader counted on its one way through the file. */
export interface Counted {
  records: number;
  heading: 0 | 1;
  blankLines: number;
  readBytes?: number;
}

export interface WrongRecords {
  count: number;
  first: readonly WrongRecord[];
  /** A relation of them: `row_` in the file (heading not counted), `after_` rows of `from` before it, `text_`. */
  from: string;
}
