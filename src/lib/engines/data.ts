import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import type {
  DataEngine,
  ExportRequest,
  FindRequest,
  Found,
  PageRequest,
  Relation,
  SqlDefinition,
  SqlResult,
  Summary,
  SummaryRequest,
  ViewRequest
} from '$workers/data/contract';
import type { Imports } from '$workers/data/import/contract';
import type { Profiles } from '$workers/data/profile/contract';
import workerUrl from '$workers/data/worker?worker&url';
import type { JobOptions } from '$workers/shared/job';
import { scanSql } from '$workers/shared/sql-scan';
import type { Table } from '$workers/shared/table';
import { Engine } from './engine';
import { EngineClient } from './engine-client';
import { RegistrationLog } from './registration-log';
import { absolute, spawn } from './spawn';

/** What a killed engine took along. Names in lower case. */
export interface Lost {
  /** Relations whose cells must run again. */
  gone: readonly string[];
  /** All relations that were there; those not in `gone` are made again when somebody asks for them. */
  all: readonly string[];
}

/**
 * The data engine from the page. Its worker and DuckDB start with the first call. Killed by `restart` or by Stop, it
 * makes files and views again when they are asked for; tables that were handed in (`insert`) are gone.
 */
export class DataClient extends EngineClient implements DataEngine, Imports, Profiles {
  readonly #log = new RegistrationLog();
  readonly #losses = new Set<(lost: Lost) => void>();

  constructor() {
    super(
      new Engine('data', () => ({
        worker: spawn(workerUrl, 'data'),
        // Addresses are made here: what a worker imports itself is not in the list of files for offline use.
        open: (call) => call('open', absolute(wasmUrl))
      }))
    );
    this.engine.onrestart(() => {
      const lost = this.#log.lose();
      for (const listener of this.#losses) listener(lost);
    });
  }

  /** Whether DuckDB is there (or on its way). */
  get running(): boolean {
    return this.engine.running;
  }

  /** Calls that have not ended. */
  get busy(): number {
    return this.engine.busy;
  }

  /** Relations that were lost in a restart and are made again when needed. */
  get waiting(): readonly string[] {
    return this.#log.waiting;
  }

  /** Told after the engine was killed. @returns takes the listener away */
  onrestart(listener: (lost: Lost) => void): () => void {
    this.#losses.add(listener);
    return () => this.#losses.delete(listener);
  }

  async define(definition: SqlDefinition, options?: JobOptions): Promise<SqlResult> {
    const needs = scanSql(definition.sql).tables;
    await this.#log.restore(needs, options);
    const define = (job?: JobOptions) => this.engine.call<SqlResult>('define', [definition], job);
    const result = await define(options ?? {});
    this.#log.add(definition.name, { needs, again: define });
    return result;
  }

  async query(sql: string, parameters: Parameters<DataEngine['query']>[1] = [], options?: JobOptions): Promise<Table> {
    await this.#log.restore(scanSql(sql).tables, options);
    return this.engine.call('query', [sql, parameters], options ?? {});
  }

  async page(request: PageRequest, options?: JobOptions): Promise<Table> {
    await this.#log.restore([request.name], options);
    return this.engine.call('page', [request], options ?? {});
  }

  async count(name: string, options?: JobOptions): Promise<number> {
    await this.#log.restore([name], options);
    return this.engine.call('count', [name], options ?? {});
  }

  async countView(request: ViewRequest, options?: JobOptions): Promise<number> {
    await this.#log.restore([request.name], options);
    return this.engine.call('countView', [request], options ?? {});
  }

  async find(request: FindRequest, options?: JobOptions): Promise<Found> {
    await this.#log.restore([request.name], options);
    return this.engine.call('find', [request], options ?? {});
  }

  async summarise(request: SummaryRequest, options?: JobOptions): Promise<Summary | undefined> {
    await this.#log.restore([request.name], options);
    return this.engine.call('summarise', [request], options ?? {});
  }

  async exportFile(request: ExportRequest, options?: JobOptions): Promise<Blob> {
    await this.#log.restore([request.name], options);
    return this.engine.call('exportFile', [request], options ?? {});
  }

  async materialise(name: string, options?: JobOptions): Promise<Relation> {
    await this.#log.restore([name], options);
    return this.engine.call('materialise', [name], options ?? {});
  }

  async insert(name: string, table: Table, options?: JobOptions): Promise<Relation> {
    const relation = await this.engine.call<Relation>('insert', [name, table], options ?? {});
    this.#log.add(name, { needs: [], again: undefined });
    return relation;
  }

  async widen(name: string, of: string, table: Table, options?: JobOptions): Promise<Relation> {
    await this.#log.restore([of], options);
    const relation = await this.engine.call<Relation>('widen', [name, of, table], options ?? {});
    this.#log.add(name, { needs: [], again: undefined });
    return relation;
  }

  async remove(names: readonly string[]): Promise<void> {
    for (const name of names) this.#log.remove(name);
    if (this.engine.running) await this.engine.call('remove', [names]);
  }

  relations(): Promise<readonly Relation[]> {
    return this.engine.call('relations', []);
  }

  memory(): ReturnType<DataEngine['memory']> {
    return this.engine.call('memory', []);
  }

  /** Of DuckDB, as it says itself. */
  async version(): Promise<string> {
    const [column] = (await this.query('SELECT version()')).columns;
    return column?.type === 'text' ? (column.dictionary[column.values[0] ?? 0] ?? '').replace(/^v/, '') : '';
  }

  functions(): ReturnType<DataEngine['functions']> {
    return this.engine.call('functions', []);
  }

  async profile(...[request, options]: Parameters<Profiles['profile']>): ReturnType<Profiles['profile']> {
    await this.#log.restore([request.name]);
    return this.engine.call('profile', [request], { ...options, background: true });
  }

  async details(...[request, options]: Parameters<Profiles['details']>): ReturnType<Profiles['details']> {
    await this.#log.restore([request.name]);
    return this.engine.call('details', [request], { ...options, background: true });
  }

  inspect(...[files, options]: Parameters<Imports['inspect']>): ReturnType<Imports['inspect']> {
    return this.engine.call('inspect', [files], options ?? {});
  }

  propose(...[wanted, sources, options]: Parameters<Imports['propose']>): ReturnType<Imports['propose']> {
    return this.engine.call('propose', [wanted, sources], options ?? {});
  }

  async read(...[plan, sources, options]: Parameters<Imports['read']>): ReturnType<Imports['read']> {
    const read = (job?: JobOptions) =>
      this.engine.call<Awaited<ReturnType<Imports['read']>>>('read', [plan, sources], job);
    const result = await read(options ?? {});
    this.#log.add(result.relation.name, { needs: [], again: read });
    const aside = result.setAside?.relation.name;
    if (aside !== undefined) this.#log.add(aside, { needs: [result.relation.name], again: () => Promise.resolve() });
    return result;
  }

  async forget(names: readonly string[]): Promise<void> {
    if (this.engine.running) await this.engine.call('forget', [names]);
  }
}
