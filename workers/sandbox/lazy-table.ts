import type { Relation } from '../shared/relation';
import type { Column, Table } from '../shared/table';
import { ColumnTable, type Row } from './column-table';
import type { Vector } from './vectors';

/** Asks the engine for columns of a relation; `from` and `limit` for a part of the rows. */
export type AskColumns = (
  relation: string,
  columns: readonly string[],
  range?: { from: number; limit: number }
) => Promise<Table>;

const batchRows = 10_000;

/**
 * A table of another cell. It stays in the data engine: a column comes when it is awaited, once; rows are made where they
 * are asked for.
 */
export class LazyTable {
  readonly name: string;
  readonly #relation: Relation;
  readonly #ask: AskColumns;
  readonly #columns = new Map<string, Promise<{ rows: number; column: Column }>>();
  readonly #here: Column['values'][] = [];

  constructor(relation: Relation, ask: AskColumns) {
    this.name = relation.name;
    this.#relation = relation;
    this.#ask = ask;
  }

  /** Name, type, unit and label of every column; no values. */
  get schema(): readonly { name: string; type: string; unit?: string; label?: string }[] {
    return this.#relation.columns.map(({ name, type, unit, label }) => ({
      name,
      type,
      ...(unit === undefined ? {} : { unit }),
      ...(label === undefined ? {} : { label })
    }));
  }

  get columns(): string[] {
    return this.#relation.columns.map(({ name }) => name);
  }

  async count(): Promise<number> {
    if (this.#relation.rows !== undefined) return this.#relation.rows;
    const [first] = this.columns;
    return first === undefined ? 0 : (await this.load(first)).length;
  }

  /** Values of one column: a typed array of numbers (missing: `NaN`), else a list (missing: `null`). */
  async column(name: string): Promise<Vector> {
    return (await this.load(name)).column(name);
  }

  /** These columns, or all, in the memory of the sandbox. */
  async load(...names: (string | string[])[]): Promise<ColumnTable> {
    const wanted = names.length > 0 ? names.flat() : this.columns;
    const lacking = wanted.filter((name) => !this.#columns.has(this.#need(name)));
    if (lacking.length > 0) {
      const coming = this.#ask(this.name, lacking);
      lacking.forEach((name, at) => {
        const column = coming.then((table) => {
          const one = table.columns[at] as Column;
          this.#here.push(one.values);
          return { rows: table.rows, column: one };
        });
        this.#columns.set(name, column);
        // What did not come is asked for again.
        column.catch(() => this.#columns.delete(name));
      });
    }
    const held = await Promise.all(wanted.map((name) => this.#columns.get(name)));
    const columns = held.flatMap((one) => (one ? [one.column] : []));
    return new ColumnTable({ rows: held[0]?.rows ?? 0, columns });
  }

  /** Row objects; all of them where no limit is given. */
  async rows({ columns = this.columns, limit }: { columns?: string[]; limit?: number } = {}): Promise<Row[]> {
    if (limit === undefined) return (await this.load(columns)).rows();
    columns.forEach((name) => this.#need(name));
    return new ColumnTable(await this.#ask(this.name, columns, { from: 0, limit })).rows();
  }

  /** Values of the columns that have come. */
  held(): readonly Column['values'][] {
    return this.#here;
  }

  /** Exact where the engine has counted. */
  get knownRows(): number | undefined {
    return this.#relation.rows;
  }

  async head(limit = 5): Promise<ColumnTable> {
    return new ColumnTable(await this.#ask(this.name, this.columns, { from: 0, limit }));
  }

  async *[Symbol.asyncIterator](): AsyncIterator<Row> {
    for (let from = 0; ; from += batchRows) {
      const part = new ColumnTable(await this.#ask(this.name, this.columns, { from, limit: batchRows }));
      yield* part;
      if (part.length < batchRows) return;
    }
  }

  async filter(test: (row: Row, index: number) => unknown): Promise<ColumnTable> {
    return (await this.load()).filter(test);
  }

  async derive(made: Record<string, (row: Row, index: number) => unknown>): Promise<ColumnTable> {
    return (await this.load()).derive(made);
  }

  async orderby(...by: Parameters<ColumnTable['orderby']>): Promise<ColumnTable> {
    return (await this.load()).orderby(...by);
  }

  async groupby(...names: (string | string[])[]): Promise<ReturnType<ColumnTable['groupby']>> {
    return (await this.load()).groupby(...names);
  }

  toString(): string {
    return this.name;
  }

  #need(name: string): string {
    if (this.columns.includes(name)) return name;
    throw new ReferenceError(`${this.name} has no column ${name}; it has ${this.columns.slice(0, 12).join(', ')}.`);
  }
}
