import type { Column, Table } from '../../shared/table';

/** Reads figures out of a result of ours, by column name. */
export class Result {
  readonly #columns: ReadonlyMap<string, Column>;

  constructor(readonly table: Table) {
    this.#columns = new Map(table.columns.map((column) => [column.name, column]));
  }

  get rows(): number {
    return this.table.rows;
  }

  column(name: string): Column {
    const column = this.#columns.get(name);
    if (!column) throw new Error(`The result has no column ${name}.`);
    return column;
  }

  has(name: string, row = 0): boolean {
    const { validity } = this.column(name);
    return row < this.rows && (validity === undefined || ((validity[row >> 3]! >> (row & 7)) & 1) === 1);
  }

  /** NaN where there is none. */
  number(name: string, row = 0): number {
    const column = this.column(name);
    return this.has(name, row) ? Number(column.values[row]) : NaN;
  }

  /** A count; undefined where there is none. */
  count(name: string, row = 0): number | undefined {
    return this.has(name, row) ? this.number(name, row) : undefined;
  }

  text(name: string, row = 0): string | undefined {
    const column = this.column(name);
    return column.type === 'text' && this.has(name, row) ? column.dictionary[column.values[row]!] : undefined;
  }

  /** The values that are there, as doubles. */
  numbers(name: string): Float64Array {
    const present: number[] = [];
    for (let row = 0; row < this.rows; row++) if (this.has(name, row)) present.push(this.number(name, row));
    return Float64Array.from(present);
  }

  texts(name: string): string[] {
    const present: string[] = [];
    for (let row = 0; row < this.rows; row++) {
      const text = this.text(name, row);
      if (text !== undefined) present.push(text);
    }
    return present;
  }
}
