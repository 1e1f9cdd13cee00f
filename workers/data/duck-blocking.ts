// One connection, its queue and its pending query are one state machine: they stay in one file.
import type { DuckDBBindings, DuckDBConfig } from '@duckdb/duckdb-wasm/blocking';
import { tableFromIPC } from '@uwdata/flechette';
import type { Table } from '../shared/table';
import { firstRows } from './first-rows';
import { decode } from './decode';
import {
  DuckError,
  quoteName,
  type Bindable,
  type Described,
  type Duck,
  type Head,
  type StatementOptions
} from './duck';
import { crashOf, readDuckError } from './duck-errors';
import { lockStatements } from './duck-lock';
import { bindingOf, placeholders } from './duck-parameters';
import { carrying, wrapped, type Wrapped } from './wrapping';
import { breathe } from '../shared/breathe';

/** What the two builds do differently. */
export interface DuckBuild {
  bindings: DuckDBBindings;
  register(name: string, file: Blob): Promise<void>;
  wasmBytes(): number;
}

/** Slices so short that Stop and a query that goes ahead of others are heard at once; DuckDB-WASM's own are of 100 ms. */
export const duckSettings: DuckDBConfig = { query: { queryPollingInterval: 8 } };

/**
 * DuckDB in this very thread. A statement runs in slices of about 8 ms (one task may be longer); between them the
 * thread hears messages, so a signal is heard without a second worker and its copies.
 */
export class BlockingDuck implements Duck {
  readonly #build: DuckBuild;
  readonly #connection: number;
  #queue: Promise<unknown> = Promise.resolve();
  #crash: DuckError | undefined;

  constructor(build: DuckBuild) {
    this.#build = build;
    const connection = build.bindings.connect() as unknown as { _conn: number };
    this.#connection = connection._conn;
    for (const statement of lockStatements) this.#guarded(() => this.#bindings.runQuery(this.#connection, statement));
  }

  get #bindings(): DuckDBBindings {
    return this.#build.bindings;
  }

  run(sql: string, parameters: readonly Bindable[] = [], options: StatementOptions = {}): Promise<void> {
    return this.#alone(async () => {
      await this.#collect({ text: this.#bind(sql, parameters), before: 0 }, Infinity, options);
    }, options);
  }

  transaction(statements: readonly string[]): Promise<void> {
    return this.#alone(() => {
      const step = (sql: string) => this.#guarded(() => this.#bindings.runQuery(this.#connection, sql), sql);
      step('BEGIN');
      try {
        statements.forEach(step);
        step('COMMIT');
      } catch (error) {
        if (!this.#crash) step('ROLLBACK');
        throw error;
      }
      return Promise.resolve();
    });
  }

  query(sql: string, parameters: readonly Bindable[] = [], options: StatementOptions = {}): Promise<Table> {
    return this.#alone(async () => (await this.#select(this.#bind(sql, parameters), Infinity, options)).table, options);
  }

  async head(sql: string, rows: number, options: StatementOptions = {}): Promise<Head> {
    const head = await this.#alone(() => this.#select(sql, rows, options), options);
    return { ...head, table: firstRows(head.table, rows) };
  }

  describe(sql: string, options: StatementOptions = {}): Promise<readonly Described[]> {
    return this.#alone(() => this.#describe(sql, options), options);
  }

  prepare(sql: string): Promise<void> {
    return this.#alone(() => {
      const statement = this.#guarded(() => this.#bindings.createPrepared(this.#connection, sql), sql);
      this.#bindings.closePrepared(this.#connection, statement);
      return Promise.resolve();
    });
  }

  setVariable(name: string, value: Bindable): Promise<void> {
    return this.#alone(() => Promise.resolve(this.#set(name, value)));
  }

  registerFile(name: string, file: Blob): Promise<string> {
    const path = `local/${name}`;
    return this.#alone(async () => {
      await this.#build.register(path, file);
      return path;
    });
  }

  dropFile(name: string): Promise<void> {
    return this.#alone(() => Promise.resolve(this.#bindings.dropFile(`local/${name}`)));
  }

  insertArrow(ipc: Uint8Array, table: string, { create }: { create: boolean }): Promise<void> {
    return this.#alone(() => {
      this.#guarded(() =>
        this.#bindings.insertArrowFromIPCStream(this.#connection, ipc, { name: table, schema: 'main', create })
      );
      return Promise.resolve();
    });
  }

  wasmBytes(): number {
    return this.#build.wasmBytes();
  }

  close(): void {
    this.#bindings.disconnect(this.#connection);
  }

  /**
   * One statement after the other: a connection has one pending query, a second would silently replace it.
   * Who waits for a turn is stopped at once; who has it ends when the engine is free again.
   */
  #alone<T>(work: () => Promise<T>, { signal }: StatementOptions = {}): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const leave = () => reject(stopped());
      if (signal?.aborted) return leave();
      signal?.addEventListener('abort', leave, { once: true });
      const turn = this.#queue.then(() => {
        signal?.removeEventListener('abort', leave);
        if (this.#crash) throw this.#crash;
        if (signal?.aborted) throw stopped();
        return work();
      });
      this.#queue = turn.then(resolve, reject);
    });
  }

  #guarded<T>(work: () => T, sql = '', before = 0): T {
    try {
      return work();
    } catch (error) {
      const read = readDuckError(error, sql, before);
      this.#crash ??= crashOf(read);
      throw read;
    }
  }

  /** Parameters become variables of this connection: so a statement with them is polled, and can be stopped, too. */
  #bind(sql: string, parameters: readonly Bindable[]): string {
    if (parameters.length === 0) return sql;
    const places = placeholders(sql);
    if (places.length !== parameters.length) {
      throw new Error(`${places.length} placeholders, ${parameters.length} parameters: ${sql}`);
    }
    let bound = '';
    let from = 0;
    places.forEach((place, at) => {
      this.#set(`p${at}`, parameters[at] ?? null);
      bound += `${sql.slice(from, place)}getvariable('p${at}')`;
      from = place + 1;
    });
    return bound + sql.slice(from);
  }

  #set(name: string, value: Bindable): void {
    const { expression, texts } = bindingOf(value);
    const sql = `SET VARIABLE ${quoteName(name)} = ${expression}`;
    this.#guarded(() => {
      const statement = this.#bindings.createPrepared(this.#connection, sql);
      try {
        this.#bindings.runPrepared(this.#connection, statement, [...texts]);
      } finally {
        this.#bindings.closePrepared(this.#connection, statement);
      }
    }, sql);
  }

  async #describe(sql: string, options: StatementOptions): Promise<Described[]> {
    const { chunks } = await this.#collect(wrapped('DESCRIBE SELECT * FROM (\n', sql), Infinity, options);
    const table = tableFromIPC(chunks);
    const names = table.getChild('column_name').toArray() as string[];
    const types = table.getChild('column_type').toArray() as string[];
    return names.map((name, at) => ({ name, sqlType: types[at]! }));
  }

  async #select(sql: string, rows: number, options: StatementOptions): Promise<Head> {
    const described = await this.#describe(sql, options);
    const { chunks, complete } = await this.#collect(wrapped(carrying(described), sql), rows, options);
    return { table: decode(chunks, described), described, complete };
  }

  async #collect(
    { text, before }: Wrapped,
    rows: number,
    { signal }: StatementOptions
  ): Promise<{ chunks: Uint8Array[]; complete: boolean }> {
    if (signal?.aborted) throw stopped();
    const chunks: Uint8Array[] = [];
    let found = 0;
    let breath = performance.now();
    const listen = async () => {
      if (performance.now() - breath < 15) return;
      await breathe();
      breath = performance.now();
      if (!signal?.aborted) return;
      this.#bindings.cancelPendingQuery(this.#connection);
      this.#release();
      throw stopped();
    };
    let header = this.#guarded(() => this.#bindings.startPendingQuery(this.#connection, text, true), text, before);
    while (header === null) {
      await listen();
      header = this.#guarded(() => this.#bindings.pollPendingQuery(this.#connection), text, before);
    }
    chunks.push(header);
    for (;;) {
      await listen();
      const chunk = this.#guarded(() => this.#bindings.fetchQueryResults(this.#connection), text, before);
      if (chunk === null) continue;
      if (chunk.length === 0) return { chunks, complete: true };
      chunks.push(chunk);
      if (rows === Infinity) continue;
      found += tableFromIPC([header, chunk]).numRows;
      if (found > rows) {
        this.#release();
        return { chunks, complete: false };
      }
    }
  }

  /** An unfinished result keeps its memory until the next statement takes its place. */
  #release(): void {
    this.#guarded(() => this.#bindings.runQuery(this.#connection, 'SELECT 1'));
  }
}

function stopped(): DuckError {
  return new DuckError('Interrupt', 'Stopped.');
}
