import type { ColumnType, Table } from '$workers/shared/table';

export interface SourceColumn {
  name: string;
  type: ColumnType;
  unit?: string | undefined;
  label?: string | undefined;
  /** The engine's own type, where it says more: BIGINT, VARCHAR[] … */
  sqlType?: string | undefined;
}

/** What a DataTable shows: a relation of an engine, or a table at hand. Replaced whole when the result changes. */
export interface TableSource {
  /** Undefined while nobody has counted. */
  rows: number | undefined;
  columns: readonly SourceColumn[];
  /** The first rows, at hand at once. */
  first: Table;
  /** Rows `offset` to `offset + limit`, fewer at the end. Called for the pages that are seen. */
  page(offset: number, limit: number): Promise<Table>;
}

/** A source over a table that is whole in memory. */
export function sourceOf(table: Table): TableSource {
  return {
    rows: table.rows,
    columns: table.columns.map(({ name, type, unit, label, sqlType }) => ({ name, type, unit, label, sqlType })),
    first: table,
    page: async () => table
  };
}
