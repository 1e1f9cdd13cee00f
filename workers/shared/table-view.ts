/** One key of an order. What is missing comes last either way. */
export interface SortKey {
  column: string;
  descending: boolean;
}

/** What one column must be for a row to be shown. Values are written as they are copied: `.` as decimal mark, ISO dates. */
export type ColumnFilter = { column: string } & (
  | {
      kind: 'range';
      /** At least this. */
      from?: string;
      /** At most this; a whole day of a point in time is meant to its end. */
      to?: string;
      /** `to` itself is not meant: for bars that stand beside one another. */
      below?: true;
    }
  /** Capital letters do not matter. */
  | { kind: 'contains'; text: string }
  | { kind: 'values'; values: readonly string[] }
  | { kind: 'missing' }
  | { kind: 'present' }
);

/** How the rows of a relation are looked at: which of them, and in which order. */
export interface TableView {
  orderBy?: readonly SortKey[];
  filters?: readonly ColumnFilter[];
}
