import { exactText } from '../../shared/exact-text';
import { nearNames } from '../../shared/near-names';
import type { Column } from '../../shared/table';
import { groupsOf, numbersOf } from '../columns';
import { fail } from './errors';
import { summaryOf, type Summary } from './summary';

/** How a variable is shown: mean (sd), median [Q1, Q3], or n (%) of each level. */
export type Shown = 'mean' | 'median' | 'levels';

/** A variable of numbers: the rows of each group, missing left out. */
export interface NumberVariable {
  name: string;
  shown: 'mean' | 'median';
  /** Why, where it was chosen: the largest skewness of a group. */
  skewness: number | undefined;
  samples: Float64Array[];
  /** Missing by group. */
  missing: number[];
  summaries: Summary[];
  overall: Summary;
}

/** A variable of levels: counts by group and level. */
export interface LevelVariable {
  name: string;
  shown: 'levels';
  levels: string[];
  /** A row a group, a count a level. */
  counts: number[][];
  missing: number[];
}

/** Beyond this skewness of a group (g1) the mean no longer stands for its values. */
const SKEWED = 1;
/** Fewer values do not tell a skewed distribution from chance. */
const LEAST_TO_JUDGE = 8;
const MOST_LEVELS = 50;

/** @throws `table-one-show` */
export function checkShow(columns: readonly Column[], show: Readonly<Record<string, Shown>>): void {
  const names = columns.map(({ name }) => name);
  for (const column of Object.keys(show)) {
    if (!names.includes(column)) throw fail('table-one-show', { column, near: nearNames(column, names)[0] });
  }
}

/**
 * Reads a variable by group. Text and yes/no are levels, and so are numbers that are only 0 and 1; other numbers have a mean,
 * or a median where a group of eight or more is skewed beyond 1.
 *
 * @param codes group of each row, −1 for none
 * @throws `table-one-dates`, `table-one-numbers`, `table-one-levels`, `summary-large`, `column-…`
 */
export function readVariable(
  column: Column,
  { codes, groups }: { codes: Int32Array; groups: number },
  shown: Shown | undefined
): NumberVariable | LevelVariable {
  const { name, type } = column;
  if (type === 'date' || type === 'timestamp') {
    if (shown === 'levels') return readLevels(column, { codes, groups });
    throw fail('table-one-dates', { column: name });
  }
  if (type === 'text' && shown !== undefined && shown !== 'levels') {
    throw fail('table-one-numbers', { column: name, kind: shown });
  }
  const isLevels = shown === 'levels' || (shown === undefined && (type === 'text' || type === 'bool'));
  if (isLevels) return readLevels(column, { codes, groups });
  const numbers = numbersOf(column);
  if (shown === undefined && isYesNo(numbers)) return readLevels(column, { codes, groups });
  const samples = Array.from({ length: groups }, (_, group) => {
    return numbers.filter((value, row) => codes[row] === group && !Number.isNaN(value));
  });
  const missing = samples.map((sample, group) => rowsIn(codes, group) - sample.length);
  const summaries = samples.map((sample) => summaryOf(sample, { name }));
  const skewness = summaries
    .filter(({ n }) => n >= LEAST_TO_JUDGE)
    .map((one) => one.skewness ?? 0)
    .reduce((most, one) => (Math.abs(one) > Math.abs(most) ? one : most), 0);
  return {
    name,
    shown: shown ?? (Math.abs(skewness) > SKEWED ? 'median' : 'mean'),
    skewness: shown === undefined ? skewness : undefined,
    samples,
    missing,
    summaries,
    overall: summaryOf(
      numbers.filter((_, row) => codes[row]! >= 0),
      { name }
    )
  };
}

function rowsIn(codes: Int32Array, group: number): number {
  return codes.reduce((sum, code) => sum + Number(code === group), 0);
}

/** Whether there are values, and all are 0 or 1. */
function isYesNo(numbers: Float64Array): boolean {
  let some = false;
  for (const value of numbers) {
    if (Number.isNaN(value)) continue;
    if (value !== 0 && value !== 1) return false;
    some = true;
  }
  return some;
}

function readLevels(column: Column, { codes, groups }: { codes: Int32Array; groups: number }): LevelVariable {
  const { codes: levelOf, rows } = groupsOf(column);
  if (rows.length > MOST_LEVELS) {
    throw fail('table-one-levels', { column: column.name, levels: rows.length, most: MOST_LEVELS });
  }
  const counts = Array.from({ length: groups }, () => Array.from(rows, () => 0));
  const missing = Array.from({ length: groups }, () => 0);
  codes.forEach((group, row) => {
    if (group < 0) return;
    const level = levelOf[row]!;
    if (level < 0) missing[group]! += 1;
    else counts[group]![level]! += 1;
  });
  return {
    name: column.name,
    shown: 'levels',
    levels: Array.from(rows, (row) => exactText(column, row)),
    counts,
    missing
  };
}
