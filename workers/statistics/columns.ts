import { isEndless } from '../shared/endless';
import { isPresent } from '../shared/exact-text';
import type { Column, Float64Column, TextColumn } from '../shared/table';
import { withoutNaN } from '../shared/validity';
import { fail } from './errors';

/** Microseconds of a day. */
const DAY = 86_400_000_000n;

/**
 * A column as doubles; what is missing, and what is no finite number, is NaN.
 *
 * @throws `column-not-numeric` for text, dates and times; `column-not-exact` for integers that doubles do not hold
 */
export function numbersOf(column: Column): Float64Array {
  const { type, values, name } = column;
  if (type === 'text' || type === 'date' || type === 'timestamp') throw fail('column-not-numeric', { column: name });
  const scale = type === 'decimal' ? column.scale : 0;
  const numbers = new Float64Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const value = isPresent(column, row) ? Number(values[row]) : NaN;
    if (type === 'int64' && Math.abs(value) > Number.MAX_SAFE_INTEGER) throw fail('column-not-exact', { column: name });
    // The digits of the decimal itself: 0.1 is 1 / 10, never 1 × 0.1.
    numbers[row] = !Number.isFinite(value) ? NaN : scale === 0 ? value : Number(`${value}e-${scale}`);
  }
  return numbers;
}

/**
 * A column of yes and no as 1, 0 and −1 for missing.
 *
 * @throws `column-not-binary` with the number of other values; `column-not-numeric`
 */
export function truthsOf(column: Column): Int8Array {
  const numbers = numbersOf(column);
  const truths = new Int8Array(numbers.length);
  let others = 0;
  numbers.forEach((value, row) => {
    if (value === 0 || value === 1) truths[row] = value;
    else if (Number.isNaN(value)) truths[row] = -1;
    else others += 1;
  });
  if (others > 0) throw fail('column-not-binary', { column: column.name, rows: others });
  return truths;
}

/**
 * A column of dates or points in time as days since 1970-01-01; missing and endless is NaN. Times count by their calendar
 * day.
 *
 * @throws `column-not-dated`
 */
export function daysOf(column: Column): Float64Array {
  const days = new Float64Array(column.values.length).fill(NaN);
  if (column.type === 'date') {
    column.values.forEach((day, row) => {
      if (isPresent(column, row) && !isEndless(column, row)) days[row] = day;
    });
  } else if (column.type === 'timestamp') {
    column.values.forEach((time, row) => {
      if (isPresent(column, row) && !isEndless(column, row))
        days[row] = Number((time - (((time % DAY) + DAY) % DAY)) / DAY);
    });
  } else {
    throw fail('column-not-dated', { column: column.name });
  }
  return days;
}

/** What tells values apart, exactly: 64-bit ids stay bigint. */
export function keyOf(column: Column, row: number): string | number | bigint {
  const value = column.values[row] as number | bigint;
  return column.type === 'text' ? (column.dictionary[value as number] ?? '') : value;
}

export interface Groups {
  /** Group of each row, counted from 0; −1 where the value is missing. */
  codes: Int32Array;
  /** A row of each group, in the order of the groups. */
  rows: Int32Array;
}

/** The distinct values of a column in ascending order, text by code point. Never by what will be computed of them. */
export function groupsOf(column: Column): Groups {
  const first = new Map<string | number | bigint, number>();
  for (let row = 0; row < column.values.length; row++) {
    const key = isPresent(column, row) ? keyOf(column, row) : NaN;
    if (!Number.isNaN(key) && !first.has(key)) first.set(key, row);
  }
  const sorted = [...first.entries()].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const codeOf = new Map(sorted.map(([key], code) => [key, code]));
  const codes = new Int32Array(column.values.length).fill(-1);
  codes.forEach((_, row) => {
    if (isPresent(column, row)) codes[row] = codeOf.get(keyOf(column, row)) ?? -1;
  });
  return { codes, rows: Int32Array.from(sorted, ([, row]) => row) };
}

/** @throws `columns-unlike` unless all have the same number of rows, which is returned */
export function commonRows(columns: readonly Column[]): number {
  const rows = columns[0]?.values.length ?? 0;
  if (columns.some((column) => column.values.length !== rows)) throw fail('columns-unlike');
  return rows;
}

/** A column of doubles; NaN becomes a missing value, so that no NaN leaves. Takes the array over. */
export function float64Column(name: string, values: Float64Array, unit?: string): Float64Column {
  return { name, type: 'float64', ...withoutNaN(values), ...(unit !== undefined && { unit }) };
}

/** A column of text from words. */
export function textColumn(name: string, words: readonly string[]): TextColumn {
  const dictionary = [...new Set(words)];
  const codes = new Map(dictionary.map((word, code) => [word, code]));
  return { name, type: 'text', values: Int32Array.from(words, (word) => codes.get(word) ?? 0), dictionary };
}
