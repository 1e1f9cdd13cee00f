import type { ColumnType } from './table';

/** A scalar or list that a cell hands to SQL. Lists become DuckDB lists. */
export type Variable = string | number | bigint | boolean | null | readonly (string | number)[];

/** Bound to a `?`. bigint travels exactly. */
export type Parameter = string | number | bigint | boolean | null;

export interface RelationColumn {
  name: string;
  type: ColumnType;
  /** DuckDB's own name of the type: BIGINT, DECIMAL(10,2), VARCHAR[] … */
  sqlType: string;
  unit?: string;
  label?: string;
}

/** What the data engine holds under a name. */
export interface Relation {
  name: string;
  columns: readonly RelationColumn[];
  /** Exact where known; a view is counted only when somebody asks. */
  rows: number | undefined;
  /** `view` over a cell's SQL, `file` read in place, `table` held in memory. */
  kind: 'view' | 'file' | 'table';
}
