import type { Column, Table } from '../../shared/table';
import type { Aggregate } from './contract';

/** One column of the grid. */
export interface GridVariable {
  name: string;
  label: string;
  unit: string;
  aggregate: Aggregate;
  /** For how long a value holds; 0: only in its own hour. */
  carryHours: number;
  /** Beyond these, in `unit`, a value is impossible and treated as missing. */
  low: number;
  high: number;
}

/** What the value of a code in a unit is: (value + add) · multiply / divide of a variable. */
export interface Rule {
  /** The code as text; in wide tables the position of the value's column. */
  code: string;
  /** As written in the row; null where nothing is. Undefined: whatever it is. */
  unit: string | null | undefined;
  /** Position among the variables. */
  variable: number;
  add: number;
  multiply: number;
  divide: number;
}

/** What is the same for every block of a grid. */
export interface GridPlan {
  layout: 'long' | 'wide';
  variables: readonly GridVariable[];
  rules: readonly Rule[];
  /** Adds `<variable>_age_h`: hours since it was measured. */
  ages: boolean;
}

/** Some stays, one row each, of the same person together and in the order in which they began. */
export interface Stays {
  /** int64 or text; no value is missing. */
  person: Column;
  id: Column;
  /** Microseconds since 1970, whole. */
  start: Float64Array;
  /** Not in the stay any more. */
  end: Float64Array;
  /** Rows of the grid: started hours. */
  hours: Int32Array;
}

/**
 * Some stays with the rows of their persons, in file order: `person`, `time` (float64, µs), then in the long layout `code`,
 * `value` and, if units matter, `unit`; in the wide layout a column a value, called by its position.
 */
export interface GridBlock {
  stays: Stays;
  rows: Table;
}

/** What became of the values of one variable. */
export interface FillCounts {
  used: number;
  impossible: number;
  /** Hours in which it was measured. */
  measured: number;
  /** Hours with a value, carried forward or not. */
  known: number;
}

export interface FilledBlock {
  /** `person_id`, `stay_id`, `hour`, `time`, the variables, what is made of them (ratios, mean pressure), and their ages. */
  table: Table;
  /** By variable. */
  counts: readonly FillCounts[];
}
