import type { ColumnProfile } from '$workers/shared/profile';
import type { Table } from '$workers/shared/table';
import { figureOf, textsOf } from '../chart/vector';
import { quoted } from '../sql-name';
import { smdOfMeans, smdOfShares, type Moments } from './smd';

/** A group of rows, by the value of the column that tells it. */
export interface Group {
  name: string;
  n: number;
}

/** Numbers of a group. */
export interface GroupFigures extends Moments {
  n: number;
  missing: number;
  p25: number;
  median: number;
  p75: number;
}

export type Compared = { column: string; unit: string | undefined; smd: number } & (
  | { of: 'numbers'; groups: readonly GroupFigures[] }
  /** Shares of the levels in each group, in the order of the levels; `n` rows with a value. */
  | {
      of: 'levels';
      levels: readonly string[];
      groups: readonly { n: number; missing: number; counts: readonly number[] }[];
    }
);

export interface Comparison {
  by: string;
  groups: readonly Group[];
  /** Rows that belong to no group. */
  ungrouped: number;
  columns: readonly Compared[];
}

/** More groups are no comparison that a person can read. */
export const mostGroups = 6;
const mostLevels = 12;

export function isComparable({ kind, name, shape }: ColumnProfile, by: string): boolean {
  if (name === by || shape.of === 'none') return false;
  return kind === 'number' || kind === 'whole' || kind === 'category' || kind === 'bool';
}

export function groupsQuery(table: string, by: string): string {
  const group = quoted(by);
  return `SELECT ${group}::VARCHAR AS g, count(*)::DOUBLE AS n FROM ${quoted(table)} WHERE ${group} IS NOT NULL GROUP BY ${group} ORDER BY ${group} LIMIT ${mostGroups + 1}`;
}

export function readGroups(table: Table): Group[] {
  return textsOf(table, 'g').map((name, row) => ({ name, n: figureOf(table, 'n', row) }));
}

export function numbersQuery(table: string, by: string, { name, sqlType }: ColumnProfile): string {
  const value = `${quoted(name)}::DOUBLE`;
  const finite = /^(DOUBLE|FLOAT)$/.test(sqlType) ? `CASE WHEN isfinite(${quoted(name)}) THEN ${value} END` : value;
  return `SELECT ${quoted(by)}::VARCHAR AS g, count(v)::DOUBLE AS n, (count(*) - count(v))::DOUBLE AS missing, favg(v) AS mean,
    stddev_samp(v) AS sd, quantile_cont(v, 0.25) AS p25, quantile_cont(v, 0.5) AS median, quantile_cont(v, 0.75) AS p75
    FROM (SELECT ${quoted(by)}, ${finite} AS v FROM ${quoted(table)} WHERE ${quoted(by)} IS NOT NULL) GROUP BY 1`;
}

export function readNumbers(table: Table, groups: readonly Group[], { name, unit }: ColumnProfile): Compared {
  const rows = new Map(textsOf(table, 'g').map((group, row) => [group, row]));
  const of = groups.map((group): GroupFigures => {
    const row = rows.get(group.name) ?? -1;
    const figure = (column: string) => (row < 0 ? NaN : figureOf(table, column, row));
    return {
      n: row < 0 ? 0 : figure('n'),
      missing: row < 0 ? 0 : figure('missing'),
      mean: figure('mean'),
      sd: figure('sd'),
      p25: figure('p25'),
      median: figure('median'),
      p75: figure('p75')
    };
  });
  return { of: 'numbers', column: name, unit, groups: of, smd: greatest(of, smdOfMeans) };
}

/** Rows a group and level; the rarer levels together. */
export function levelsQuery(table: string, by: string, { name }: ColumnProfile): string {
  const level = quoted(name);
  const named = `(SELECT ${level} AS v, row_number() OVER (ORDER BY count(*) DESC, ${level}) AS place FROM ${quoted(table)} WHERE ${level} IS NOT NULL GROUP BY ${level})`;
  return `SELECT t.${quoted(by)}::VARCHAR AS g, CASE WHEN l.place <= ${mostLevels} THEN left(l.v::VARCHAR, 80) END AS level,
    least(l.place, ${mostLevels + 1})::DOUBLE AS place, count(*)::DOUBLE AS n
    FROM ${quoted(table)} AS t LEFT JOIN ${named} AS l ON t.${level} = l.v WHERE t.${quoted(by)} IS NOT NULL GROUP BY ALL`;
}

/** @param others what the rarer levels are called together */
export function readLevels(
  table: Table,
  groups: readonly Group[],
  { name, unit }: ColumnProfile,
  others: string
): Compared {
  const places = new Map<number, string>();
  const of = groups.map(() => ({ n: 0, missing: 0, counts: [] as number[] }));
  const groupNames = textsOf(table, 'g');
  const levelNames = textsOf(table, 'level');
  for (let row = 0; row < table.rows; row++) {
    const group = of[groups.findIndex((one) => one.name === groupNames[row])];
    if (!group) continue;
    const place = figureOf(table, 'place', row);
    const n = figureOf(table, 'n', row);
    if (Number.isNaN(place)) {
      group.missing += n;
      continue;
    }
    places.set(place, place > mostLevels ? others : (levelNames[row] as string));
    group.counts[place - 1] = (group.counts[place - 1] ?? 0) + n;
    group.n += n;
  }
  const order = [...places.keys()].sort((a, b) => a - b);
  const counted = of.map((group) => ({ ...group, counts: order.map((place) => group.counts[place - 1] ?? 0) }));
  const shares = counted.map(({ n, counts }) => counts.map((count) => (n > 0 ? count / n : NaN)));
  return {
    of: 'levels',
    column: name,
    unit,
    levels: order.map((place) => places.get(place) as string),
    groups: counted,
    smd: greatest(shares, smdOfShares)
  };
}

/** Of all pairs the difference that is largest by its size; its sign is kept. */
function greatest<T>(groups: readonly T[], difference: (first: T, second: T) => number): number {
  let most = NaN;
  groups.forEach((first, at) => {
    for (const second of groups.slice(at + 1)) {
      const found = difference(first, second);
      if (Number.isNaN(most) || Math.abs(found) > Math.abs(most)) most = Number.isNaN(found) ? most : found;
    }
  });
  return most;
}

/** Largest difference first; what cannot be said comes last. */
export function byDifference(columns: readonly Compared[]): Compared[] {
  const size = ({ smd }: Compared) => (Number.isNaN(smd) ? -1 : Math.abs(smd));
  return columns.toSorted((a, b) => size(b) - size(a));
}
