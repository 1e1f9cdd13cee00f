/**
 * What is known of a column without looking at its rows one by one. It passes from the data engine to what draws it;
 * values of identifiers and of free text are not in it at all.
 */
export type ProfileKind = 'number' | 'whole' | 'time' | 'category' | 'bool' | 'text' | 'id' | 'other';

/** A number of rows; `kept` of them pass the filter, where one is set. */
export interface RowCount {
  n: number;
  kept: number | undefined;
}

/** A bin of a histogram: `from` ≤ value < `to`. Of times in microseconds since 1970. */
export interface Bin extends RowCount {
  from: number;
  to: number;
}

/** The rows of one value. */
export interface ValueCount extends RowCount {
  /** As DuckDB writes it. undefined: values of this column are not shown. */
  text: string | undefined;
}

/** What a strip draws. */
export type ProfileShape =
  | { of: 'bins'; bins: readonly Bin[] }
  /** All values, or the most frequent ones with the others together. */
  | { of: 'values'; values: readonly ValueCount[]; others: (RowCount & { values: number }) | undefined }
  /** `id` and `text` are not shown; `nothing`: there is no value; `other`: there is nothing to draw of this type. */
  | { of: 'none'; why: 'id' | 'text' | 'nothing' | 'other' };

/** A suspicion or a fact in a word. */
export type ProfileFlag =
  | { flag: 'constant' | 'mostly-missing' | 'id' | 'number-in-text' | 'date-in-text' | 'leading-zeros' }
  | { flag: 'duplicate'; of: string }
  /** Values beyond three interquartile ranges of the quartiles (Tukey's "far out"). */
  | { flag: 'outliers'; n: number }
  | { flag: 'implausible'; n: number; low: number; high: number; unit: string; source: string }
  | { flag: 'mixed-units'; n: number; unit: string; other: string }
  | { flag: 'small-groups'; groups: number; below: number }
  | { flag: 'future-dates' | 'default-dates' | 'not-finite'; n: number };

/** A column as the strips know it. */
export interface ColumnProfile {
  name: string;
  sqlType: string;
  kind: ProfileKind;
  unit: string | undefined;
  /** Rows that were looked at, and those without a value. */
  rows: number;
  missing: RowCount;
  /** Rows that pass the filter, where one is set. */
  kept: number | undefined;
  /** NaN and infinities: no value to count with, but not missing either. */
  notFinite: number;
  /** Where it was counted on the way; a card counts it. */
  distinct: number | undefined;
  /** Exact, as DuckDB writes them; undefined where values are not shown or there are none. */
  least: string | undefined;
  greatest: string | undefined;
  /** The smallest gap between values; undefined where there is no grid. */
  step: number | undefined;
  shape: ProfileShape;
  flags: readonly ProfileFlag[];
}

export interface TableProfile {
  name: string;
  /** All rows of the table. */
  rows: number;
  /** Rows that were drawn at random, where not all were looked at. */
  sample: number | undefined;
  columns: readonly ColumnProfile[];
}

/** Numbers of a number column. Quantiles are type 7 of Hyndman and Fan, the standard deviation has n − 1. */
export interface NumberFigures {
  of: 'number';
  mean: number;
  sd: number;
  p1: number;
  p25: number;
  median: number;
  p75: number;
  p99: number;
  zeros: number;
  negative: number;
}

export interface TextFigures {
  of: 'text';
  shortest: number;
  longest: number;
  meanLength: number;
  /** Texts of nothing but blanks. */
  blank: number;
  /** Values that are the same but for case and blanks around: how many are too many. */
  variants: number;
}

export interface TimeFigures {
  of: 'time';
  /** Whole and part days between the first and the last. */
  spanDays: number;
  /** The longest time without a row, in days, and of how many neighbouring values it is one. */
  longestGapDays: number;
  atMidnight: number;
  onFirstOfJanuary: number;
  future: number;
}

export interface IdFigures {
  of: 'id';
  /** The most frequent pattern, letters as A and a, digits as 9, and how many rows have it. */
  pattern: string | undefined;
  patternRows: number;
  patterns: number;
  shortest: number;
  longest: number;
  duplicates: number;
}

export interface BoolFigures {
  of: 'bool';
  yes: number;
  no: number;
}

export type Figures = NumberFigures | TextFigures | TimeFigures | IdFigures | BoolFigures | { of: 'none' };

/** A column as its card shows it. */
export interface ColumnDetails {
  /** With more bins than a strip has room for, and all flags. */
  profile: ColumnProfile;
  /** All rows of the table, and how many were drawn where not all were looked at. */
  rows: number;
  sample: number | undefined;
  figures: Figures;
}

/** Fewer rows than this are not shown to an audience. */
export const smallGroup = 10;

/** Rows up to which nobody needs a profile. */
export const noiseRows = 10;
