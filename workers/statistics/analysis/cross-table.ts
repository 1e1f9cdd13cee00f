import { TableBuilder } from '../../shared/column-builder';
import type { Column, Table } from '../../shared/table';
import { fail } from '../errors';
import { truthOf } from '../yes-no';
import { classesOf, type Classes } from './given';

/** An outcome of categories: a code a row, the names of the levels, and which of them is the event. */
export interface Levels extends Classes {
  column: string;
  /** Place of the event among two levels; undefined of more. */
  event: number | undefined;
}

const MOST_LEVELS = 30;
const YES = new Set(['1', 'true', 'yes', 'TRUE', 'True', 'Yes', 'YES', 'Y', 'y']);

/** Whether of two levels one says yes: by itself, or since the other says no, as ja beside nej. */
const saysYes = (name: string, other = ''): boolean =>
  YES.has(name) || (truthOf(name) === true && truthOf(other) === false);

/**
 * The levels of an outcome. With `is`, whether it is that one: two levels, the event last. Without, the event of two levels
 * is the one that says yes, else the later one.
 *
 * @throws `event-absent`, `groups-many`
 */
export function levelsOf(column: Column, is: string | undefined): Levels {
  const { codes, names } = classesOf(column);
  return codedLevels(column.name, { codes, names }, is);
}

/** Levels of two columns that hold the same sort of values, by the same codes. @throws `event-absent`, `groups-many` */
export function commonLevels(first: Column, second: Column, is: string | undefined): [Levels, Levels] {
  const [a, b] = [classesOf(first), classesOf(second)];
  const all = [...new Set([...a.names, ...b.names])];
  const areNumbers = all.every((name) => name !== '' && Number.isFinite(Number(name)));
  const names = all.sort((x, y) => (areNumbers ? Number(x) - Number(y) : x < y ? -1 : x > y ? 1 : 0));
  const recoded = ({ codes, names: own }: Classes): Classes => {
    const place = own.map((name) => names.indexOf(name));
    return { codes: codes.map((code) => (code < 0 ? -1 : place[code]!)), names };
  };
  return [codedLevels(first.name, recoded(a), is), codedLevels(second.name, recoded(b), is)];
}

function codedLevels(column: string, { codes, names }: Classes, is: string | undefined): Levels {
  if (names.length > MOST_LEVELS) throw fail('groups-many', { column, groups: names.length, most: MOST_LEVELS });
  if (is === undefined) {
    const yes = names.length === 2 && saysYes(names[0]!, names[1]) && !saysYes(names[1]!, names[0]) ? 0 : 1;
    return { column, codes, names, event: names.length === 2 ? yes : undefined };
  }
  const at = names.indexOf(is);
  if (at < 0) throw fail('event-absent', { column, value: is });
  return {
    column,
    codes: codes.map((code) => (code < 0 ? -1 : Number(code === at))),
    names: [names.length === 2 ? names[1 - at]! : `≠ ${is}`, is],
    event: 1
  };
}

/** The event as a sentence names it: of yes and no the column, else column and level. */
export function eventName({ column, names, event = 1 }: Levels): string {
  const name = names[event] ?? '';
  return saysYes(name, names[1 - event]) ? column : `${column} = ${name}`;
}

export interface CrossTable {
  /** A row a group, a column a level. */
  counts: number[][];
  n: number;
  nDropped: number;
}

/** Rows counted by two classes; what lacks one is dropped. */
export function crossTable(rows: Classes, columns: Classes, only?: (row: number) => boolean): CrossTable {
  const counts = rows.names.map(() => columns.names.map(() => 0));
  let n = 0;
  rows.codes.forEach((code, row) => {
    const level = columns.codes[row]!;
    if (code < 0 || level < 0 || (only && !only(row))) return;
    counts[code]![level]! += 1;
    n += 1;
  });
  return { counts, n, nDropped: rows.codes.length - n };
}

/** A row a group and level: two names, count, n of the group, share. */
export function countsTable(
  heads: readonly [string, string],
  rows: readonly string[],
  columns: readonly string[],
  counts: readonly (readonly number[])[]
): Table {
  // prettier-ignore
  const builder = new TableBuilder([
    ...heads.map((name) => ({ name, type: 'text' }) as const),
    ...['count', 'n', 'share'].map((name) => ({ name, type: 'float64' }) as const)
  ]);
  counts.forEach((row, group) => {
    const n = row.reduce((sum, one) => sum + one, 0);
    row.forEach((count, level) => builder.push(rows[group], columns[level], count, n, n > 0 ? count / n : undefined));
  });
  return builder.finish();
}
