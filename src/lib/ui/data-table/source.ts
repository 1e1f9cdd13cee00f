import type { ColumnType, Table } from '$workers/shared/table';
import type { TableView } from '$workers/shared/table-view';
import type { JobOptions } from '$workers/shared/job';

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
  /** What is done over all rows, seen or not. Absent: nothing of it is offered. */
  whole?: WholeTable;
  /** Rows by which columns are judged, where that are not the first ones. */
  sample?: Table;
}

export type FileFormat = 'csv' | 'parquet' | 'xlsx';

/** A file of a whole view, and what it was made of. */
export interface ExportedView {
  content: Blob;
  format: FileFormat;
  view: TableView;
  columns: readonly string[];
  forMachines: boolean;
  rows: number;
}

/** Work over the whole table, done where its rows are. */
export interface WholeTable {
  /** Exact. */
  count(view: TableView, job?: JobOptions): Promise<number>;
  page(view: TableView, offset: number, limit: number, job?: JobOptions): Promise<Table>;
  /**
   * The next row from `from` (or the one before) that holds a text, and how many do; in a long table they are not
   * counted where only the `nearest` is wanted.
   */
  find(
    view: TableView,
    wanted: { text: string; from: number; backward: boolean; columns: readonly string[]; nearest?: boolean },
    job?: JobOptions
  ): Promise<{ rows: number | undefined; row: number | undefined; place: number | undefined }>;
  summarise(
    view: TableView,
    cells: { from: number; to: number; columns: readonly string[] },
    job?: JobOptions
  ): Promise<{ n: number; sum: string; mean: number } | undefined>;
  file(
    view: TableView,
    wanted: { format: FileFormat; columns: readonly string[]; forMachines: boolean },
    job?: JobOptions
  ): Promise<Blob>;
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
