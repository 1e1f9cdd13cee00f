import { may, need, type Argument } from '../../../shared/call-arguments';
import type { Given } from '../given';
import { fail } from '../../errors';

/** Keys of two measurements of the same things. */
export const measurementTakes: readonly Argument[] = [need('first', 'column'), need('second', 'column')];
export const levelTake = may('level', 'number');

/** Both columns as numbers. @throws `columns-same`, `column-…` */
export function measurementsOf(given: Given) {
  const [first, second] = [given.nameOf('first'), given.nameOf('second')];
  if (first === second) throw fail('columns-same', { column: first });
  return { names: { first, second }, first: given.numbers('first'), second: given.numbers('second') };
}

/** Pairs in which both have a number, to draw. */
export function drawnPairs(first: Float64Array, second: Float64Array) {
  const places = Array.from(first.keys()).filter((row) => !Number.isNaN(first[row]) && !Number.isNaN(second[row]));
  return {
    x: Float64Array.from(places, (row) => first[row]!),
    y: Float64Array.from(places, (row) => second[row]!)
  };
}

/** The line on which both are equal, as long as the points reach. */
export function equalityLine(...values: readonly Float64Array[]) {
  let [low, high] = [Infinity, -Infinity];
  for (const all of values) for (const one of all) [low, high] = [Math.min(low, one), Math.max(high, one)];
  return low <= high ? [{ name: 'equality', x: Float64Array.of(low, high), y: Float64Array.of(low, high) }] : [];
}
