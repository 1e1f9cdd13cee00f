import { isPresent } from '../../shared/exact-text';
import type { Column } from '../../shared/table';

/** Different values of a column as whole numbers from 0, in order of first appearance. */
export interface Coded {
  /** One a row asked for; −1 where the value is missing. */
  codes: Int32Array;
  /** The row of the table where each value was met first. */
  firstRows: readonly number[];
}

/** Codes of the values in these rows. Numbers that are no number count as missing. */
export function codeValues(column: Column, rows: Int32Array): Coded {
  const codes = new Int32Array(rows.length).fill(-1);
  const firstRows: number[] = [];
  const known = new Map<unknown, number>();
  // By its text, not by its code: a dictionary may hold a text twice.
  const valueAt =
    column.type === 'text'
      ? (row: number) => column.dictionary[column.values[row]!]
      : (row: number) => column.values[row];
  for (let place = 0; place < rows.length; place++) {
    const row = rows[place]!;
    const value = valueAt(row);
    if (!isPresent(column, row) || Number.isNaN(value)) continue;
    let code = known.get(value);
    if (code === undefined) {
      code = firstRows.length;
      known.set(value, code);
      firstRows.push(row);
    }
    codes[place] = code;
  }
  return { codes, firstRows };
}

/** Texts in the order of their UTF-16 units, and the new code of each old one. */
export function sortTexts(texts: readonly string[]): { sorted: string[]; codeOf: Int32Array } {
  const order = texts.map((_, code) => code).sort((a, b) => (texts[a]! < texts[b]! ? -1 : 1));
  const codeOf = new Int32Array(texts.length);
  order.forEach((old, code) => (codeOf[old] = code));
  return { sorted: order.map((old) => texts[old]!), codeOf };
}
