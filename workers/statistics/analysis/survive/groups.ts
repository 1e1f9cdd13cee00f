import type { Column } from '../../../shared/table';
import { fail } from '../../errors';
import { classesOf, type Classes, type Given } from '../given';

/** Curves of more groups cannot be told apart. */
const MOST_GROUPS = 20;

/** A value as figures and sentences name it: what is no text with its column, `sex 1`. */
export function labelOf({ name, type }: Pick<Column, 'name' | 'type'>, value: string): string {
  return type === 'text' ? value : `${name} ${value}`;
}

/**
 * Groups under the names that people read; undefined where none are asked for. The one that `reference` names is the
 * first, the others stand in ascending order.
 *
 * @throws `groups-many`; `event-absent` where no row has the reference
 */
export function labelledGroups(given: Given): Classes | undefined {
  if (!given.has('group')) return undefined;
  const column = given.column('group');
  const { codes, names } = classesOf(column);
  if (names.length > MOST_GROUPS) {
    throw fail('groups-many', { column: column.name, groups: names.length, most: MOST_GROUPS });
  }
  const reference = given.option<string>('reference');
  const first = reference === undefined ? 0 : names.indexOf(reference);
  if (first < 0) throw fail('event-absent', { column: column.name, value: reference });
  const order = [...names.keys()].sort((a, b) => Number(b === first) - Number(a === first) || a - b);
  const places = Int32Array.from(names, (_, code) => order.indexOf(code));
  return {
    codes: codes.map((code) => (code < 0 ? code : places[code]!)),
    names: order.map((code) => labelOf(column, names[code]!))
  };
}

/** Two of some groups: rows of the others belong to none. */
export function onlyTwo({ codes, names }: Classes, first: number, second: number): Classes {
  return {
    codes: codes.map((code) => (code === first ? 0 : code === second ? 1 : -1)),
    names: [names[first]!, names[second]!]
  };
}
