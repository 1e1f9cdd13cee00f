import type { Table } from '../shared/table';
import type { Variable } from './contract';

/** What a `?` may stand for. Lists become DuckDB lists. */
export type Bindable = Variable;

export interface StatementOptions {
  signal?: AbortSignal;
}

/** A result's columns as DuckDB names their types: `BIGINT`, `DECIMAL(10,2)`, `STRUCT(a INTEGER)[]` … */
export interface Described {
  name: string;
  sqlType: string;
}

export interface Head {
  table: Table;
  described: readonly Described[];
  /** There are no more rows than these. */
  complete: boolean;
}

/**
 * DuckDB as our rooms see it: one connection, locked, one statement at a time (callers queue).
 * `workers/data` and its import room stand on it; the worker and Node open the same class over different builds.
 * Failures are `DuckError`s; `explain` (errors.ts) turns them into words.
 */
export interface Duck {
  /** Any one statement of ours (never a cell's text). `?` are bound; not in a view, which would outlive them. */
  run(sql: string, parameters?: readonly Bindable[], options?: StatementOptions): Promise<void>;
  /** All of these or none, with no other statement in between. */
  transaction(statements: readonly string[]): Promise<void>;
  /** One SELECT, decoded exactly (decode.ts), the whole of it. */
  query(sql: string, parameters?: readonly Bindable[], options?: StatementOptions): Promise<Table>;
  /** The first rows of a SELECT without running it to its end. */
  head(sql: string, rows: number, options?: StatementOptions): Promise<Head>;
  /** Columns of a SELECT without running it. */
  describe(sql: string, options?: StatementOptions): Promise<readonly Described[]>;
  /** Parses and binds exactly one statement, runs nothing. */
  prepare(sql: string): Promise<void>;
  /** `SET VARIABLE name`, for views: it stays until `null` is set. */
  setVariable(name: string, value: Bindable): Promise<void>;
  /** Makes a file readable as `local/<name>`. In the browser it stays on disk, in Node its bytes are copied. */
  registerFile(name: string, file: Blob): Promise<string>;
  /** Later reads of it fail. Unknown names are no error. */
  dropFile(name: string): Promise<void>;
  /** Appends Arrow IPC stream bytes (encode.ts) to a table in schema main; `create` makes it first. */
  insertArrow(ipc: Uint8Array, table: string, options: { create: boolean }): Promise<void>;
  /** Size of the WebAssembly memory in bytes. */
  wasmBytes(): number;
  close(): void;
}

/** DuckDB's own complaint, read from its JSON. */
export class DuckError extends Error {
  override readonly name = 'DuckError';

  constructor(
    /** `Parser`, `Binder`, `Catalog`, `Conversion`, `Out of Memory`, `Interrupt` …; `Crash` where WebAssembly trapped. */
    readonly kind: string,
    message: string,
    readonly about: {
      /** Offset in UTF-16 units into the statement that was run. */
      position?: number;
      subject?: string;
      subtype?: string;
      candidates?: readonly string[];
    } = {},
    cause?: unknown
  ) {
    super(message, { cause });
  }
}

/** Of a job's options those that a statement takes. */
export function onlySignal({ signal }: StatementOptions = {}): StatementOptions {
  return signal ? { signal } : {};
}

/** A name as it may stand in SQL. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A text constant. Only for our own statements: cells' values are bound. */
export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
