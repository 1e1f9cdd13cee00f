import type { Column, Table } from '../../shared/table';
import { columnOf } from './design/compute';
import { categoriesOf, withinRows } from './design/levels';
import { fail } from './errors';
import { readTerms } from './formula/terms';

/** Groups of a random intercept, of the rows that are used. */
export interface RandomGroups {
  column: Column;
  /** Group of each used row, counted from 0. */
  codes: Int32Array;
  /** Words of the groups that occur: texts by code point, numbers and times in rising order. */
  levels: readonly string[];
}

/**
 * The column of the random intercept: named in the formula as `(1 | hospital)`, or beside it.
 *
 * @returns the groups of given rows, and which rows of the table have one
 * @throws `formula-random-missing`, `formula-random-again`, `formula-column`, `formula-…`
 */
export function randomGroups(
  table: Table,
  formula: string,
  beside: string | undefined
): { hasGroup: (row: number) => boolean; within: (rows: Int32Array) => RandomGroups } {
  const named = readTerms(formula).groups.map(({ name, at }) => ({ name, at }));
  const [group, second] = beside === undefined ? named : [...named, { name: beside, at: 0 }];
  if (!group) throw fail('formula-random-missing');
  if (second) throw fail('formula-random-again');
  const column = columnOf({ table, formula }, group.name, group.at);
  const categories = categoriesOf(column);
  return {
    hasGroup: (row) => categories.codes[row]! >= 0,
    within: (rows) => ({ column, ...withinRows(categories, rows) })
  };
}
