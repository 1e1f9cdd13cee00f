import type { AnySimulationOptions } from '$workers/clinical';
import { Handed, type Methods } from '$workers/sandbox';
import { AppError } from '$workers/shared/errors';
import { engineMethods, overDataMethods } from '$workers/sandbox/contract';
import type { Relation, Variable } from '$workers/shared/relation';
import { buffersOf } from '$workers/shared/serve';
import type { Table } from '$workers/shared/table';
import type { ClinicalClient } from '../clinical';
import type { DataClient } from '../data';
import { fail } from '../errors';
import type { StatisticsClient } from '../statistics';
import type { OverData } from './over-data';

/** The engines that code may reach, each by the methods of `engineMethods`. */
export interface Reachable {
  data: DataClient;
  clinical: ClinicalClient;
  statistics: StatisticsClient;
}

/** What a cell of own code was given, and so may ask for. */
export interface Grant {
  relations: ReadonlyMap<string, Relation>;
  signal: AbortSignal;
  /** It calls a simulation: what it makes is made up. */
  simulates(): void;
}

const longestSql = 100_000;
const mostRows = 100_000;

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');
const isScalar = (value: unknown) => value === null || ['string', 'number', 'bigint', 'boolean'].includes(typeof value);

function checkVariables(given: unknown): Record<string, Variable> {
  if (typeof given !== 'object' || given === null) throw fail('code-request');
  const entries = Object.entries(given).map(([name, value]): [string, Variable] => {
    const isList = Array.isArray(value) && value.every((item) => typeof item === 'string' || typeof item === 'number');
    if (!/^p\d+$/.test(name) || !(isScalar(value) || isList)) throw fail('code-request');
    return [name, value as Variable];
  });
  return Object.fromEntries(entries);
}

const isWhole = (value: unknown, most: number): value is number =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= most;

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** What foreign code may have done for it. Every argument may be anything. */
export class Host {
  /** Failures that code was told, the last ones. */
  readonly said: AppError[] = [];
  /** What is served; no other method is found. */
  readonly methods: Methods = {
    query: this.#telling((key, sql, variables) => this.query(key, sql, variables)),
    columns: this.#telling((key, name, columns, range) => this.columns(key, name, columns, range)),
    engine: this.#telling((key, engine, method, args) => this.engine(key, engine, method, args))
  };
  #last = 0;

  constructor(
    private readonly engines: Reachable,
    private readonly grantOf: (key: string) => Grant | undefined
  ) {}

  /** One SELECT, as a cell of SQL would run it. */
  async query(key: unknown, sql: unknown, variables: unknown): Promise<Handed> {
    const { signal, relations } = this.#grant(key);
    if (typeof sql !== 'string' || sql.length > longestSql) throw fail('code-request');
    const { data } = this.engines;
    const name = `code ${String(key)} ${++this.#last}`;
    const definition = {
      name,
      sql,
      variables: checkVariables(variables),
      inputs: [...relations.values()].map((relation) => relation.name),
      atOnce: true as const
    };
    try {
      const { relation, first } = await data.define(definition, { signal });
      const isWholeResult = relation.rows !== undefined && first.rows === relation.rows;
      return handed(isWholeResult ? first : await data.query(`select * from ${quoted(name)}`, [], { signal }));
    } finally {
      void data.remove([name]).catch(() => undefined);
    }
  }

  /** Columns of a table that the cell names; the rows of all requests are in one order. */
  async columns(key: unknown, name: unknown, columns: unknown, range?: unknown): Promise<Handed> {
    const { signal, relations } = this.#grant(key);
    const relation = typeof name === 'string' ? relations.get(name) : undefined;
    if (!relation || !isTexts(columns)) throw fail('code-request');
    const known = new Set(relation.columns.map((column) => column.name));
    if (columns.length === 0 || !columns.every((column) => known.has(column))) throw fail('code-request');
    const { data } = this.engines;
    if (range !== undefined) {
      const { from, limit } = (range ?? {}) as { from?: unknown; limit?: unknown };
      if (!isWhole(from, Number.MAX_SAFE_INTEGER) || !isWhole(limit, mostRows)) throw fail('code-request');
      const page = await data.page({ name: relation.name, columns, offset: from, limit }, { signal });
      return handed({
        rows: page.rows,
        columns: columns.map((one) => page.columns.find((column) => column.name === one))
      });
    }
    // A view would run again for each column, and in another order.
    if (relation.kind === 'view') await data.materialise(relation.name, { signal });
    return handed(
      await data.query(`select ${columns.map(quoted).join(', ')} from ${quoted(relation.name)}`, [], { signal })
    );
  }

  async engine(key: unknown, engine: unknown, method: unknown, args: unknown): Promise<Handed> {
    const { signal, relations, simulates } = this.#grant(key);
    const methods = Object.hasOwn(engineMethods, String(engine))
      ? engineMethods[engine as keyof typeof engineMethods]
      : undefined;
    if (!methods?.some((one) => one === method) || !Array.isArray(args)) throw fail('code-request');
    const { data, clinical, statistics } = this.engines;
    if (engine === 'statistics') return handed(await statistics.byTable(String(method), args, { signal }));
    if (overDataMethods.has(String(method))) {
      const newName = () => `code ${String(key)} ${++this.#last}`;
      const { overData } = await import('./over-data');
      return handed(await overData[method as OverData]({ data, clinical, relations, newName }, args, { signal }));
    }
    if (method !== 'simulate') return handed(await clinical.byTable(String(method), args, { signal }));
    const [options] = args as unknown[];
    if (typeof options !== 'object' || options === null) throw fail('code-request');
    simulates();
    return handed(await clinical.simulate(options as AnySimulationOptions, { signal }));
  }

  #telling(method: (...args: unknown[]) => Promise<Handed>): (...args: unknown[]) => Promise<Handed> {
    return async (...args) => {
      try {
        return await method(...args);
      } catch (error) {
        if (error instanceof AppError && this.said.push(error) > 50) this.said.shift();
        throw error;
      }
    };
  }

  #grant(key: unknown): Grant {
    const grant = typeof key === 'string' ? this.grantOf(key) : undefined;
    if (!grant) throw fail('code-request');
    return grant;
  }
}

const handed = (result: unknown) => new Handed(result as Table, buffersOf(result));
