import type { Column } from '../../shared/table';
import { fail } from '../errors';
import { classesOf, type Classes, type Given } from './given';
import { truthOf } from '../yes-no';

/** Groups that are compared, the one that others are compared with first. */
export interface ComparedGroups extends Classes {
  column: string;
  /** As sentences name them: what is no text with its column, `sex 1`. */
  labels: readonly string[];
}

const MOST_GROUPS = 20;

/**
 * The groups of a column in ascending order of their values, but the one that `reference` names first.
 *
 * @throws `groups-few`, `groups-many`; `event-absent` where no row has the reference
 */
export function comparedGroups(
  given: Given,
  { key = 'group', needed = 2, reference = 'reference' }: { key?: string; needed?: number; reference?: string } = {}
): ComparedGroups {
  const column = given.column(key);
  const { codes, names } = withFirst(classesOf(column), column.name, given.option<string>(reference));
  if (names.length < needed) throw fail('groups-few', { column: column.name, groups: names.length, needed });
  if (names.length > MOST_GROUPS) {
    throw fail('groups-many', { column: column.name, groups: names.length, most: MOST_GROUPS });
  }
  return { codes, names, column: column.name, labels: names.map((name) => labelOf(column, name)) };
}

/** What says nothing without its column, beside yes and no: M, +, 2. */
const CODE = /^(?:[m+-]|\d.*)$/iu;

/** A value as a sentence names it: `ward A`, but `sex M`. */
export function labelOf({ name: column, type }: Pick<Column, 'name' | 'type'>, value: string): string {
  return type === 'text' && !CODE.test(value) && truthOf(value) === undefined ? value : `${column} ${value}`;
}

/** One class moved to the front; the others keep their order. @throws `event-absent` */
function withFirst({ codes, names }: Classes, column: string, first: string | undefined): Classes {
  if (first === undefined || names[0] === first) return { codes, names };
  const at = names.indexOf(first);
  if (at < 0) throw fail('event-absent', { column, value: first });
  const order = [at, ...names.keys()].filter((code, place) => place === 0 || code !== at);
  const placeOf = Int32Array.from(names, (_, code) => order.indexOf(code));
  return {
    codes: codes.map((code) => (code < 0 ? code : placeOf[code]!)),
    names: order.map((code) => names[code]!)
  };
}

/** Every two of some groups, the later against the earlier. */
export function pairsOf(groups: number): { reference: number; group: number }[] {
  return Array.from({ length: groups }, (_, reference) =>
    Array.from({ length: groups - reference - 1 }, (_, more) => ({ reference, group: reference + 1 + more }))
  ).flat();
}

/** Numbers of each group; rows without a group or a number are in none. */
export function samplesOf(numbers: Float64Array, { codes, names }: Classes): Float64Array[] {
  return names.map((_, group) => numbers.filter((value, row) => codes[row] === group && !Number.isNaN(value)));
}
