import type { Column, Table } from '../shared/table';
import { takenRows } from '../shared/taken-rows';
import { columnOf } from './column-of';
import { rowValue, vectorOf, type Vector } from './vectors';

export type Row = Record<string, unknown>;

/**
 * A table in the memory of the sandbox: columns are typed arrays, row objects come into being where they are asked for.
 * Nothing changes a table; what looks like a change gives a new one that shares the columns it keeps.
 */
export class ColumnTable implements Iterable<Row> {
  readonly #table: Table;
  readonly #vectors = new Map<string, Vector>();

  constructor(table: Table) {
    this.#table = table;
  }

  get length(): number {
    return this.#table.rows;
  }

  get columns(): string[] {
    return this.#table.columns.map(({ name }) => name);
  }

  /** The columns as the engines hand them round: exact values, validity bits, dictionaries. */
  get exact(): Table {
    return this.#table;
  }

  /** Values of a column: a typed array of numbers (missing: `NaN`), else a list (missing: `null`). */
  column(name: string): Vector {
    const known = this.#vectors.get(name);
    if (known) return known;
    const vector = vectorOf(this.#need(name), this.length);
    this.#vectors.set(name, vector);
    return vector;
  }

  row(index: number): Row {
    return this.#rowMaker(this.columns)(index);
  }

  rows({ columns = this.columns, limit = this.length }: { columns?: string[]; limit?: number } = {}): Row[] {
    const make = this.#rowMaker(columns);
    return Array.from({ length: Math.min(limit, this.length) }, (_, index) => make(index));
  }

  *[Symbol.iterator](): Iterator<Row> {
    const make = this.#rowMaker(this.columns);
    for (let index = 0; index < this.length; index++) yield make(index);
  }

  select(...names: (string | string[])[]): ColumnTable {
    return new ColumnTable({ rows: this.length, columns: names.flat().map((name) => this.#need(name)) });
  }

  filter(test: (row: Row, index: number) => unknown): ColumnTable {
    const make = this.#rowMaker(this.columns);
    const kept: number[] = [];
    for (let index = 0; index < this.length; index++) if (test(make(index), index)) kept.push(index);
    return this.#take(kept);
  }

  /** New columns (or new values of old ones), each computed from the row. */
  derive(made: Record<string, (row: Row, index: number) => unknown>): ColumnTable {
    const make = this.#rowMaker(this.columns);
    const added = Object.entries(made).map(([name, of]) =>
      columnOf(
        name,
        Array.from({ length: this.length }, (_, index) => of(make(index), index))
      )
    );
    const kept = this.#table.columns.filter(({ name }) => !Object.hasOwn(made, name));
    return new ColumnTable({ rows: this.length, columns: [...kept, ...added] });
  }

  orderby(by: string | ((row: Row) => unknown), { descending = false } = {}): ColumnTable {
    const vector =
      typeof by === 'string' ? this.column(by) : Array.from({ length: this.length }, (_, index) => by(this.row(index)));
    const order = Array.from({ length: this.length }, (_, index) => index);
    order.sort((a, b) => (descending ? compare(vector[b], vector[a], -1) : compare(vector[a], vector[b], 1)) || a - b);
    return this.#take(order);
  }

  slice(from = 0, to = this.length): ColumnTable {
    const first = Math.max(0, Math.min(from, this.length));
    const end = Math.max(first, Math.min(to, this.length));
    return this.#take(Array.from({ length: end - first }, (_, index) => first + index));
  }

  groupby(...names: (string | string[])[]): Groups {
    const keys = names.flat();
    const vectors = keys.map((name) => this.column(name));
    const groups = new Map<string, number[]>();
    for (let index = 0; index < this.length; index++) {
      const key = JSON.stringify(vectors.map((vector) => `${typeof vector[index]} ${String(vector[index])}`));
      const known = groups.get(key);
      if (known) known.push(index);
      else groups.set(key, [index]);
    }
    return new Groups(
      keys,
      [...groups.values()].map((rows) => this.#take(rows))
    );
  }

  toString(): string {
    return `table of ${this.length} rows`;
  }

  #need(name: string): Column {
    const column = this.#table.columns.find((one) => one.name === name);
    if (column) return column;
    throw new ReferenceError(`The table has no column ${name}; it has ${this.columns.slice(0, 12).join(', ')}.`);
  }

  #rowMaker(names: readonly string[]): (index: number) => Row {
    const parts = names.map((name) => ({ name, vector: this.column(name), missing: this.#need(name).validity }));
    return (index) => {
      const row: Row = {};
      for (const { name, vector, missing } of parts) row[name] = rowValue(vector, index, missing);
      return row;
    };
  }

  #take(rows: readonly number[]): ColumnTable {
    return new ColumnTable({
      rows: rows.length,
      columns: this.#table.columns.map((column) => takenRows(column, rows))
    });
  }
}

/** The rows of each group; `rollup` makes one row of each. */
export class Groups {
  constructor(
    readonly by: readonly string[],
    readonly groups: readonly ColumnTable[]
  ) {}

  /** `{mean: (group) => d3.mean(group.column('x'))}`: one row a group. */
  rollup(made: Record<string, (group: ColumnTable) => unknown>): ColumnTable {
    const columns = [
      ...this.by.map((name) => ({ name, of: (group: ColumnTable) => group.row(0)[name] })),
      ...Object.entries(made).map(([name, of]) => ({ name, of }))
    ];
    return new ColumnTable({
      rows: this.groups.length,
      columns: columns.map(({ name, of }) => columnOf(name, this.groups.map(of)))
    });
  }

  count(): ColumnTable {
    return this.rollup({ count: (group) => group.length });
  }
}

/** What is missing comes last either way. */
function compare(a: unknown, b: unknown, sign: 1 | -1): number {
  const lacks = (value: unknown) => value === null || value === undefined || Number.isNaN(value);
  if (lacks(a) || lacks(b)) return lacks(a) === lacks(b) ? 0 : lacks(a) ? sign : -sign;
  return (a as number) < (b as number) ? -1 : (a as number) > (b as number) ? 1 : 0;
}
