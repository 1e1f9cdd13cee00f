import type { Parameter, Relation } from '$workers/data/contract';
import { chart as words } from '$lib/messages/chart';
import { quoted } from '../sql-name';
import { drawn } from './expressions';
import { completeRows } from './facts';
import { failChart } from './failures';
import type { Channel, ChartLayout } from './layout';
import type { ChartSpec, Role } from './spec';
import type { Table } from '$workers/shared/table';
import { figureOf, textsOf } from './vector';

/** The categories of one channel, in the order of their own type (2 before 10). */
export interface Domain {
  categories: readonly string[];
  /** Rows of each. */
  counts: readonly number[];
  /** Of colours: those that share one, because only six can be told apart. */
  merged: readonly string[];
  /** Rows whose category the text does not list. */
  left: number;
}

const most: Partial<Record<Role, number>> = { x: 200, y: 200, color: 5000, fx: 24, fy: 24 };
const mostColours = 6;

export function categoryChannels(layout: ChartLayout): Channel[] {
  return [...layout.channels.values()].filter(({ role, measure }) => measure === 'category' && role !== 'group');
}

/** Missing values of colours and facets are a category of their own, the last one. */
export function domainSql(channel: Channel, spec: ChartSpec, layout: ChartLayout, relation: Relation) {
  const { role, column } = channel;
  const name = quoted(column.name);
  const label = keepsMissing(role) ? `coalesce(${drawn(channel)}, ?)` : drawn(channel);
  const sql =
    `select ${label} as category, count(*)::DOUBLE as n from ${quoted(relation.name)} ` +
    `where ${completeRows(spec, layout)} group by ${name} order by ${name} nulls last limit ${limitOf(role) + 1}`;
  const parameters: Parameter[] = keepsMissing(role) ? [words.missing] : [];
  return { sql, parameters };
}

export function keepsMissing(role: Role): boolean {
  return role === 'color' || role === 'fx' || role === 'fy' || role === 'group';
}

/** @throws `chart-many-categories` */
export function readDomain(table: Table, channel: Channel, spec: ChartSpec): Domain {
  const { role, column } = channel;
  if (table.rows > limitOf(role)) {
    const values = { column: column.name, max: limitOf(role), key: role === 'fx' || role === 'fy' ? 'facet' : role };
    throw failChart('chart-many-categories', values, { place: spec.places[role] });
  }
  const counts = new Map(textsOf(table, 'category').map((text, row) => [text, figureOf(table, 'n', row)]));
  const listed = listedDomain(spec, role);
  const categories = listed ?? [...counts.keys()];
  const countsOf = categories.map((category) => counts.get(category) ?? 0);
  const all = [...counts.values()].reduce((sum, n) => sum + n, 0);
  const left = all - countsOf.reduce((sum, n) => sum + n, 0);
  return { categories, counts: countsOf, merged: role === 'color' ? mergedOf(categories, countsOf) : [], left };
}

/** The order and choice of categories as the text gives it. */
export function listedDomain(spec: ChartSpec, role: Role): readonly string[] | undefined {
  if (role === 'group' || role === 'fx' || role === 'fy') return undefined;
  const { domain } = spec.scales[role];
  return domain?.map((one) => (one === null ? words.missing : String(one)));
}

function mergedOf(categories: readonly string[], counts: readonly number[]): readonly string[] {
  if (categories.length <= mostColours) return [];
  const bySize = categories.map((category, index) => ({ category, n: counts[index] ?? 0 }));
  // Equal sizes keep the order of the categories, so the same table always gives the same colours.
  const largest = new Set(
    bySize
      .toSorted((a, b) => b.n - a.n)
      .slice(0, mostColours - 1)
      .map((one) => one.category)
  );
  return categories.filter((category) => !largest.has(category));
}

function limitOf(role: Role): number {
  return most[role] ?? 200;
}
