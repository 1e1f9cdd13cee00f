import type { JobOptions } from '../shared/job';
import type { Parameter, Relation, RelationColumn, Variable } from '../shared/relation';
import type { Table } from '../shared/table';
import type { TableView } from '../shared/table-view';

export type { Parameter, Relation, RelationColumn, Variable };

export interface SqlDefinition {
  name: string;
  /** The cell's text, with `${…}` as written. */
  sql: string;
  /** Values of the leading identifiers of the `${…}`. */
  variables: Readonly<Record<string, Variable>>;
  /** Units and labels of the tables it reads, carried to result columns of the same name. */
  inputs: readonly string[];
  /** Run it once and keep its rows: for what others read anyway and what costs too much to run twice. */
  atOnce?: true;
}

export interface SqlResult {
  relation: Relation;
  /** The first 200 rows (or all of them, if fewer). */
  first: Table;
}

/** A relation, and how its rows are looked at. */
export interface ViewRequest extends TableView {
  name: string;
}

export interface PageRequest extends ViewRequest {
  offset: number;
  limit: number;
  columns?: readonly string[];
}

export interface FindRequest extends ViewRequest {
  text: string;
  /** Looked through; all of them where none is named. */
  columns?: readonly string[];
  /** The row to begin at, counted from 0; after the last comes the first. */
  from: number;
  backward?: boolean;
  /** The row is wanted at once: in a long table the others are not counted. */
  nearest?: boolean;
}

export interface Found {
  /** Rows that hold the text; undefined where only the nearest was looked for. */
  rows: number | undefined;
  /** The row asked for, and which of those it is; both from 0. */
  row: number | undefined;
  place: number | undefined;
}

export interface SummaryRequest extends ViewRequest {
  /** Rows of the view, `to` not among them. */
  from: number;
  to: number;
  columns: readonly string[];
}

/** Of the numbers among some cells. */
export interface Summary {
  n: number;
  /** Every digit: whole numbers add up exactly. */
  sum: string;
  mean: number;
}

export interface ExportRequest extends ViewRequest {
  format: 'csv' | 'parquet' | 'xlsx';
  columns: readonly string[];
  /** CSV for machines: a text that a spreadsheet would take for a formula stays as it is. */
  forMachines?: boolean;
}

export interface Memory {
  /** What DuckDB says it uses. */
  usedBytes: number;
  /** Size of the WebAssembly memory: it never shrinks but by a restart. */
  wasmBytes: number;
  limitBytes: number;
}

/** A file as a person gave it: `path` keeps the folder (`extract/PERSON.csv`). */
export interface SourceFile {
  path: string;
  file: File;
}

/**
 * The data engine as the page sees it: one per notebook, over one DuckDB connection in one worker.
 * Every method may throw an `AppError`; `sql-…` errors carry line and column in the cell's text.
 */
export interface DataEngine {
  /** Defines a cell's SELECT under its name (a view) and reads the first rows. Replaces an older one of that name. */
  define(definition: SqlDefinition, options?: JobOptions): Promise<SqlResult>;
  /** One SELECT of our own (never a cell's text), the whole result. */
  query(sql: string, parameters?: readonly Parameter[], options?: JobOptions): Promise<Table>;
  /** Rows of a relation in a fixed order; a view is made a table first. */
  page(request: PageRequest, options?: JobOptions): Promise<Table>;
  /** Exact row count of a relation. */
  count(name: string, options?: JobOptions): Promise<number>;
  /** Exact row count of a view of a relation; filtered and sorted once, its pages come quickly. */
  countView(request: ViewRequest, options?: JobOptions): Promise<number>;
  /** The next row that holds a text. */
  find(request: FindRequest, options?: JobOptions): Promise<Found>;
  /** n, sum and mean of some cells; undefined where no number is among them. */
  summarise(request: SummaryRequest, options?: JobOptions): Promise<Summary | undefined>;
  /** All rows of a view as a file. */
  exportFile(request: ExportRequest, options?: JobOptions): Promise<Blob>;
  /** Makes a view a table (once), so that what depends on it does not run it again. */
  materialise(name: string, options?: JobOptions): Promise<Relation>;
  /** A table from columns; replaces one of that name only when it is whole. */
  insert(name: string, table: Table, options?: JobOptions): Promise<Relation>;
  /**
   * A view of a relation's rows with further columns beside them, one row a row in the relation's order. Only the columns
   * are kept; once the relation is replaced or removed, the view is outdated.
   */
  widen(name: string, of: string, table: Table, options?: JobOptions): Promise<Relation>;
  /** Forgets relations. Unknown names are no error. */
  remove(names: readonly string[]): Promise<void>;
  relations(): Promise<readonly Relation[]>;
  memory(): Promise<Memory>;
  /** Names for completion. */
  functions(): Promise<readonly { name: string; parameters: string; returns: string }[]>;
}
