import { exactText, isPresent } from '../../shared/exact-text';
import type { Column } from '../../shared/table';
import { commonRows, keyOf } from '../columns';
import { fail } from './errors';

const MOST_LEVELS = 50;

/** Ratings of the same persons by several raters, as codes into common levels. */
export interface Ratings {
  levels: string[];
  /** One array a rater, over persons whom all rated. */
  codes: Int32Array[];
  n: number;
  nDropped: number;
}

/**
 * Ratings of two raters or more, a column each; only persons whom all rated.
 *
 * @param options.order the levels from the lowest to the highest; by default numbers rise, and words go by the alphabet
 * @throws `agreement-too-few`, `agreement-levels`, `agreement-order`, `columns-unlike`
 */
export function readRatings(
  raters: readonly Column[],
  { order }: { order?: readonly string[] | undefined } = {}
): Ratings {
  if (raters.length < 2) {
    throw fail('agreement-too-few', { what: 'Agreement', needed: 2, of: 'raters', n: raters.length });
  }
  const rows = commonRows(raters);
  const complete: number[] = [];
  for (let row = 0; row < rows; row++) if (raters.every((rater) => isRated(rater, row))) complete.push(row);
  const keys = new Map<string, string | number | bigint>();
  for (const rater of raters) {
    for (const row of complete) {
      const text = exactText(rater, row);
      if (!keys.has(text)) keys.set(text, keyOf(rater, row));
    }
    if (keys.size > MOST_LEVELS) throw fail('agreement-levels', { levels: keys.size, most: MOST_LEVELS });
  }
  const rising = [...keys].sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([text]) => text);
  const levels = order ? [...new Set(order)] : rising;
  const codeOf = new Map(levels.map((level, code) => [level, code]));
  const codes = raters.map((rater) => Int32Array.from(complete, (row) => codeOf.get(exactText(rater, row)) ?? -1));
  const unnamed = codes.reduce((sum, one) => sum + one.filter((code) => code < 0).length, 0);
  if (unnamed > 0) throw fail('agreement-order', { rows: unnamed });
  return { levels, codes, n: complete.length, nDropped: rows - complete.length };
}

function isRated(rater: Column, row: number): boolean {
  return isPresent(rater, row) && !(rater.type === 'float64' && Number.isNaN(rater.values[row]));
}

/**
 * Counts of pairs of ratings: rows the first rater, columns the second.
 *
 * @throws `agreement-too-few` below two persons, `agreement-one-level` where all ratings are the same
 */
export function ratingTable({ levels, codes, n }: Ratings): number[][] {
  if (n < 2) throw fail('agreement-too-few', { what: 'Kappa', needed: 2, of: 'persons', n });
  if (levels.length < 2) throw fail('agreement-one-level');
  const table = levels.map(() => levels.map(() => 0));
  const [first, second] = codes as [Int32Array, Int32Array];
  first.forEach((code, at) => (table[code]![second[at]!]! += 1));
  return table;
}
