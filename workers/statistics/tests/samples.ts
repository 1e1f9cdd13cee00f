import { commonRows, groupsOf, numbersOf } from '../columns';
import type { Column } from '../../shared/table';
import { takenRows } from '../../shared/taken-rows';
import { momentsOf, type Moments } from '../moments';
import { fail } from './errors';
import type { GroupMoments } from './test-result';

/** Numbers as they are given: what is not finite counts as missing. */
export type Sample = ArrayLike<number>;

/** The numbers that are there. */
export function present(sample: Sample): Float64Array {
  return Float64Array.from(sample as ArrayLike<number>).filter(Number.isFinite);
}

/** Both values of the pairs that are complete. @throws `test-unlike` */
export function completePairs(x: Sample, y: Sample): { x: Float64Array; y: Float64Array; dropped: number } {
  if (x.length !== y.length) throw fail('test-unlike', { first: x.length, second: y.length });
  const first = Float64Array.from(x as ArrayLike<number>);
  const second = Float64Array.from(y as ArrayLike<number>);
  const isWhole = (row: number) => Number.isFinite(first[row]) && Number.isFinite(second[row]);
  const both = { x: first.filter((_, row) => isWhole(row)), y: second.filter((_, row) => isWhole(row)) };
  return { ...both, dropped: x.length - both.x.length };
}

export interface GroupedSamples {
  /** A row a group, its value: ascending, text by code point. */
  group: Column;
  samples: Float64Array[];
  /** Rows without a group or without a value. */
  nDropped: number;
}

/**
 * The numbers of a column by the values of another, for the tests that take samples.
 *
 * @throws `column-not-numeric`, `column-not-exact`, `columns-unlike`
 */
export function samplesByGroup(column: Column, group: Column): GroupedSamples {
  const rows = commonRows([column, group]);
  const numbers = numbersOf(column);
  const { codes, rows: firstRows } = groupsOf(group);
  const sizes = new Int32Array(firstRows.length);
  const has = (row: number) => codes[row]! >= 0 && !Number.isNaN(numbers[row]);
  for (let row = 0; row < rows; row++) if (has(row)) sizes[codes[row]!]! += 1;
  const samples = Array.from(sizes, (size) => new Float64Array(size));
  const filled = new Int32Array(firstRows.length);
  for (let row = 0; row < rows; row++) {
    if (has(row)) samples[codes[row]!]![filled[codes[row]!]!++] = numbers[row]!;
  }
  const used = sizes.reduce((sum, size) => sum + size, 0);
  return { group: takenRows(group, firstRows), samples, nDropped: rows - used };
}

/** Moments as a result shows them. */
export function groupMoments({ n, mean, variance }: Moments): GroupMoments {
  return { n, mean, sd: n < 2 ? null : Math.sqrt(variance) };
}

export interface CompleteGroups {
  samples: Float64Array[];
  moments: Moments[];
  n: number;
  nDropped: number;
}

/** Two or more groups, each with at least `needed` values. @throws `test-too-few`, `test-table-shape` */
export function completeGroups(test: string, groups: readonly Sample[], needed: number): CompleteGroups {
  if (groups.length < 2) throw fail('test-table-shape', { test, shape: 'two groups or more' });
  const samples = groups.map(present);
  samples.forEach((sample, index) => checkSize(test, sample.length, needed, `in group ${index + 1}`));
  const n = samples.reduce((sum, { length }) => sum + length, 0);
  const given = groups.reduce((sum, { length }) => sum + length, 0);
  return { samples, moments: samples.map(momentsOf), n, nDropped: given - n };
}

/** @throws `test-too-few` */
export function checkSize(test: string, n: number, needed: number, where = ''): void {
  if (n < needed) throw fail('test-too-few', { test, needed, n, where });
}
