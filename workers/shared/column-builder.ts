import type { Column, ColumnType, Table } from './table';
import { nonePresent, setPresent } from './validity';

export interface ColumnDescription {
  name: string;
  type: Exclude<ColumnType, 'decimal'>;
  unit?: string;
  label?: string;
}

/** What a row may hold: numbers for every numeric type and time, bigint for int64, `undefined` for a missing value. */
export type CellInput = number | bigint | string | boolean | undefined;

type Values = Float64Array | Int32Array | BigInt64Array | Uint8Array;

const FIRST_CAPACITY = 1024;
const TWO_32 = 4294967296;
/** 1 where the low word of a 64-bit number comes second in memory. */
const LOW_WORD = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 0 : 1;

function room(type: ColumnDescription['type'], capacity: number): Values {
  if (type === 'float64') return new Float64Array(capacity);
  if (type === 'int64' || type === 'timestamp') return new BigInt64Array(capacity);
  if (type === 'bool') return new Uint8Array(capacity);
  return new Int32Array(capacity);
}

/** One column that grows. Millions of values without an object a row. */
class GrowingColumn {
  #values: Values;
  /** The same memory as 32-bit words: a 64-bit value is written without making a bigint. */
  #words: Int32Array | undefined;
  #validity: Uint8Array | undefined;
  readonly #codes = new Map<string, number>();
  rows = 0;

  constructor(readonly description: ColumnDescription) {
    this.#values = room(description.type, FIRST_CAPACITY);
    this.#view();
  }

  push(value: CellInput): void {
    const row = this.rows;
    if (row === this.#values.length) this.#grow();
    this.rows = row + 1;
    if (value === undefined) {
      this.#miss(row);
      return;
    }
    if (this.#validity) setPresent(this.#validity, row);
    if (this.#words) {
      this.#pushWide(row, value as number | bigint);
    } else if (typeof value === 'string') {
      this.#values[row] = this.#code(value);
    } else {
      this.#values[row] = Number(value);
    }
  }

  #pushWide(row: number, value: number | bigint): void {
    if (typeof value === 'bigint') {
      (this.#values as BigInt64Array)[row] = value;
      return;
    }
    const words = this.#words as Int32Array;
    const high = Math.floor(value / TWO_32);
    words[2 * row + LOW_WORD] = value - high * TWO_32;
    words[2 * row + 1 - LOW_WORD] = high;
  }

  #code(text: string): number {
    let code = this.#codes.get(text);
    if (code === undefined) this.#codes.set(text, (code = this.#codes.size));
    return code;
  }

  #miss(row: number): void {
    if (!this.#validity) {
      this.#validity = nonePresent(this.#values.length);
      for (let before = 0; before < row; before++) setPresent(this.#validity, before);
    }
    if (this.description.type === 'text' && this.#codes.size === 0) this.#code('');
  }

  #grow(): void {
    const grown = room(this.description.type, this.#values.length * 2);
    (grown as Float64Array).set(this.#values as Float64Array);
    this.#values = grown;
    this.#view();
    if (this.#validity) {
      const bits = new Uint8Array((grown.length + 7) >> 3);
      bits.set(this.#validity);
      this.#validity = bits;
    }
  }

  #view(): void {
    const { type } = this.description;
    if (type === 'int64' || type === 'timestamp') this.#words = new Int32Array(this.#values.buffer);
  }

  /** The column as it is, in memory of exactly its length. The builder gives its own memory up. */
  finish(): Column {
    const { name, type, unit, label } = this.description;
    const values = this.#values.slice(0, this.rows);
    const validity = this.#validity?.slice(0, (this.rows + 7) >> 3);
    this.#values = room(type, 0);
    return {
      name,
      type,
      values,
      ...(type === 'text' && { dictionary: [...this.#codes.keys()] }),
      ...(validity && { validity }),
      ...(unit !== undefined && { unit }),
      ...(label !== undefined && { label })
    } as Column;
  }
}

/**
 * A columnar table built row by row.
 *
 * int64 takes bigint or whole numbers up to 2^53, date days, timestamp microseconds since 1970 (whole numbers).
 */
export class TableBuilder {
  readonly #columns: readonly GrowingColumn[];

  constructor(columns: readonly ColumnDescription[]) {
    this.#columns = columns.map((description) => new GrowingColumn(description));
  }

  get rows(): number {
    return this.#columns[0]?.rows ?? 0;
  }

  /** One row, in the order of the columns. */
  push(...row: readonly CellInput[]): void {
    this.pushRow(row);
  }

  /** One row from a list, which may be used again for the next. */
  pushRow(row: readonly CellInput[]): void {
    if (row.length !== this.#columns.length) {
      throw new RangeError(`A row of ${row.length} values does not fit ${this.#columns.length} columns.`);
    }
    for (let column = 0; column < row.length; column++) (this.#columns[column] as GrowingColumn).push(row[column]);
  }

  /** The table. The builder is empty afterwards and not to be used again. */
  finish(): Table {
    const rows = this.rows;
    return { rows, columns: this.#columns.map((column) => column.finish()) };
  }
}
