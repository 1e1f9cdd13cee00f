import { exactText, isPresent } from '../../../shared/exact-text';
import type { Column } from '../../../shared/table';
import { keyOf } from '../../columns';

/** A category a row: a code into the levels, −1 where the value is missing. */
export interface Categories {
  codes: Int32Array;
  levels: readonly string[];
}

/** Order of texts by code points; JavaScript's own goes by halves of surrogate pairs. */
export function byCodePoint(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  for (let at = 0; at < Math.min(left.length, right.length); at++) {
    const difference = left[at]!.codePointAt(0)! - right[at]!.codePointAt(0)!;
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/**
 * A column as categories: texts by code point, numbers and times in rising order, yes and no as `FALSE` and `TRUE`. 64-bit
 * numbers are told apart exactly.
 *
 * @param rows which rows count; levels that occur in none of them do not exist
 */
export function categoriesOf(column: Column, rows?: Uint8Array): Categories {
  const counts = (row: number) => (!rows || rows[row] === 1) && isPresent(column, row);
  if (column.type === 'text') return fromDictionary(column, counts);
  const first = new Map<number | bigint, number>();
  for (let row = 0; row < column.values.length; row++) {
    const key = keyOf(column, row) as number | bigint;
    if (counts(row) && !Number.isNaN(key) && !first.has(key)) first.set(key, row);
  }
  const sorted = [...first].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const codeOf = new Map(sorted.map(([key], code) => [key, code]));
  const codes = new Int32Array(column.values.length).fill(-1);
  codes.forEach((_, row) => {
    if (counts(row)) codes[row] = codeOf.get(keyOf(column, row) as number | bigint) ?? -1;
  });
  const word = (row: number) =>
    column.type === 'bool' ? (column.values[row] ? 'TRUE' : 'FALSE') : exactText(column, row);
  return { codes, levels: sorted.map(([, row]) => word(row)) };
}

function fromDictionary(column: Column & { type: 'text' }, counts: (row: number) => boolean): Categories {
  const used = new Uint8Array(column.dictionary.length);
  for (let row = 0; row < column.values.length; row++) if (counts(row)) used[column.values[row]!] = 1;
  // A dictionary may hold a word twice: one level.
  const levels = [...new Set(column.dictionary.filter((_, code) => used[code] === 1))].sort(byCodePoint);
  const places = new Map(levels.map((level, place) => [level, place]));
  const place = column.dictionary.map((word) => places.get(word) ?? -1);
  const codes = new Int32Array(column.values.length).fill(-1);
  for (let row = 0; row < codes.length; row++) if (counts(row)) codes[row] = place[column.values[row]!]!;
  return { codes, levels };
}

/** The same categories with only the levels of some rows, and one of them first. Codes of other rows become −1. */
export function withinRows({ codes, levels }: Categories, rows: Int32Array): Categories {
  const used = new Uint8Array(levels.length);
  for (const row of rows) used[codes[row]!] = 1;
  const place = new Int32Array(levels.length).fill(-1);
  const kept: string[] = [];
  levels.forEach((level, code) => {
    if (used[code] === 1) place[code] = kept.push(level) - 1;
  });
  return { codes: Int32Array.from(rows, (row) => place[codes[row]!]!), levels: kept };
}

/** The same categories with another level first; the others keep their order. */
export function withReference({ codes, levels }: Categories, reference: string): Categories {
  const chosen = levels.indexOf(reference);
  const place = levels.map((_, code) => (code === chosen ? 0 : code < chosen ? code + 1 : code));
  return {
    codes: codes.map((code) => (code < 0 ? code : place[code]!)),
    levels: [reference, ...levels.filter((level) => level !== reference)]
  };
}
