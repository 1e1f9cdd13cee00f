import * as array from 'd3-array';
import * as format from 'd3-format';
import * as scale from 'd3-scale';
import * as shape from 'd3-shape';
import * as time from 'd3-time';
import * as timeFormat from 'd3-time-format';
import * as ss from 'simple-statistics';
import { nearNames } from '../shared/near-names';
import type { Table } from '../shared/table';
import type { Variable } from '../shared/relation';
import { Generators } from './changing';
import { ViewValue, type CellLife } from './cell-life';
import { ColumnTable } from './column-table';
import { engineMethods, overDataMethods, type HostMethods } from './contract';
import { createDocument } from './document';
import { InputView, Inputs } from './inputs';
import { LazyTable } from './lazy-table';
import { createTags } from './markup';
import { createPlot } from './plot';
import { tableFrom } from './table-from';
import { toVariable } from './variables';

/** The page, as the sandbox calls it. */
export type Outside = { [Method in keyof HostMethods]: (...args: Parameters<HostMethods[Method]>) => Promise<unknown> };

const d3 = { ...array, ...format, ...scale, ...shape, ...time, ...timeFormat };

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** What code finds by name, made once; what belongs to one cell is made for each. */
export class Standard {
  /** Room for drawings of the cell that ran last, px: the cells of a notebook stand in one column. */
  width = 640;
  readonly #document = createDocument();
  readonly #fixed: Record<string, unknown>;
  /** A drawing, or what holds drawings, for the room that there is now; undefined where none was made for the room. */
  readonly redrawn: (value: unknown) => unknown;

  constructor(private readonly outside: Outside) {
    const { Plot, redrawn } = createPlot(this.#document, () => this.width);
    this.redrawn = redrawn;
    this.#fixed = {
      Plot,
      Inputs,
      Generators,
      d3,
      ss,
      tableFrom,
      ...createTags(this.#document),
      document: this.#document
    };
  }

  /** @returns the names that a cell finds */
  of(life: CellLife): Record<string, unknown> {
    const { key, width } = life.request;
    this.width = width;
    const display = (value: unknown) => {
      life.display(value);
      return value;
    };
    return {
      ...this.#fixed,
      width,
      display,
      invalidation: life.invalidation,
      view: (input: unknown) => {
        if (!(input instanceof InputView)) throw new TypeError('view takes what Inputs.range and the others give.');
        life.display(input);
        return new ViewValue(input);
      },
      sql: (strings: readonly string[], ...values: unknown[]) => this.#query(key, strings, values),
      ...this.#engines(key)
    };
  }

  table(key: string, relation: ConstructorParameters<typeof LazyTable>[0]): LazyTable {
    return new LazyTable(
      relation,
      async (name, columns, range) => (await this.outside.columns(key, name, columns, range)) as Table
    );
  }

  async #query(key: string, strings: readonly string[], values: readonly unknown[]): Promise<ColumnTable> {
    let text = strings[0] ?? '';
    const variables: Record<string, Variable> = {};
    values.forEach((value, at) => {
      if (value instanceof LazyTable) text += quoted(value.name);
      else {
        const bound = toVariable(value instanceof ViewValue ? value.value : value);
        if (bound === undefined) {
          throw new TypeError('sql`…` binds texts, numbers, truth values, dates and lists of texts or numbers.');
        }
        variables[`p${at}`] = bound;
        text += `\${p${at}}`;
      }
      text += strings[at + 1] ?? '';
    });
    return new ColumnTable((await this.outside.query(key, text, variables)) as Table);
  }

  #engines(key: string): Record<string, unknown> {
    return Object.fromEntries(
      Object.entries(engineMethods).map(([engine, methods]) => [
        engine,
        Object.fromEntries(
          methods.map((method) => [
            method,
            async (...args: unknown[]) => {
              const staysThere = overDataMethods.has(method);
              const given = await Promise.all(args.map((one) => asColumns(one, staysThere)));
              return withTables(await this.outside.engine(key, engine, method, given));
            }
          ])
        )
      ])
    );
  }
}

/** Methods of an engine; a name that is nearly one of them says which, where an object would say that undefined is called. */
export function helpful<Methods extends object>(engine: string, methods: Methods): Methods {
  return new Proxy(methods, {
    get(target, name) {
      if (typeof name === 'string' && !(name in target)) {
        const [near] = nearNames(name, Object.keys(target), 1);
        if (near) throw new TypeError(`There is no ${engine}.${name}. Did you mean ${engine}.${near}?`);
      }
      return Reflect.get(target, name) as unknown;
    }
  });
}

/** Tables within an argument, as engines read them: one of another cell comes whole, or is named where it stays. */
async function asColumns(value: unknown, staysThere: boolean): Promise<unknown> {
  if (value instanceof LazyTable)
    return staysThere ? { relation: value.name, rows: 0, columns: [] } : (await value.load()).exact;
  if (value instanceof ColumnTable) return value.exact;
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  const entries = Object.entries(value).map(async ([key, item]) => [key, await asColumns(item, staysThere)] as const);
  return Object.fromEntries(await Promise.all(entries));
}

/** Columnar tables within a result, as code uses them. */
function withTables(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  if (value instanceof Map)
    return new Map([...(value as Map<unknown, unknown>)].map(([key, item]) => [key, withTables(item)]));
  if (Array.isArray(value)) return value.map(withTables);
  const { rows, columns } = value as { rows?: unknown; columns?: unknown };
  if (typeof rows === 'number' && Array.isArray(columns)) return new ColumnTable(value as Table);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withTables(item)]));
}
