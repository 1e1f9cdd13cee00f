import type { Relation } from '$workers/data/contract';
import type { Table } from '$workers/shared/table';
import { quoted } from '../sql-name';
import { axisValue } from './axis-value';
import { drawable, literal } from './expressions';
import { failChart } from './failures';
import type { Channel, ChartLayout } from './layout';
import { isWideInteger } from './measure';

import type { ChartSpec, Role } from './spec';
import { figureOf } from './vector';

/** What is known of the columns before anything is drawn. */
export interface Facts {
  total: number;
  /** Rows that have everything the chart draws. */
  complete: number;
  missing: ReadonlyMap<Role, number>;
  /** Values that a log scale cannot show. */
  notPositive: ReadonlyMap<Role, number>;
  /** Values beyond the domain that the text gives. */
  outside: ReadonlyMap<Role, number>;
  /** Least and greatest drawable value; times in milliseconds. */
  range: ReadonlyMap<Role, readonly [number, number]>;
}

/** The channels whose missing values leave a row out: a missing colour is a colour of its own. */
export function measured(layout: ChartLayout): Channel[] {
  return [...layout.channels.values()].filter(
    ({ role, measure }) => role === 'x' || role === 'y' || role === 'size' || (role === 'color' && measure === 'number')
  );
}

export function isLog(spec: ChartSpec, role: Role): boolean {
  return (role === 'x' || role === 'y' || role === 'size') && spec.scales[role].type === 'log';
}

/** Rows that can be drawn. @param gaps roles whose missing values are kept, so that a line breaks there */
export function completeRows(spec: ChartSpec, layout: ChartLayout, gaps: readonly Role[] = []): string {
  const conditions = measured(layout)
    .filter(({ role }) => !gaps.includes(role))
    .map((channel) => drawable(channel, { log: isLog(spec, channel.role) }));
  return conditions.length > 0 ? conditions.join(' and ') : 'true';
}

export function factsSql(spec: ChartSpec, layout: ChartLayout, relation: Relation): string {
  const columns = [
    `count(*)::DOUBLE as total`,
    `(count(*) filter (where ${completeRows(spec, layout)}))::DOUBLE as complete`
  ];
  const counted = (condition: string, name: string) =>
    columns.push(`(count(*) filter (where ${condition}))::DOUBLE as ${name}`);
  for (const channel of measured(layout)) {
    const { role, measure, column } = channel;
    const can = drawable(channel);
    counted(`not ${can}`, `missing_${role}`);
    if (measure === 'category') continue;
    const name = quoted(column.name);
    const value = measure === 'number' ? `${name}::DOUBLE` : `epoch_ms(${name}::TIMESTAMP)::DOUBLE`;
    columns.push(
      `min(${value}) filter (where ${can}) as low_${role}`,
      `max(${value}) filter (where ${can}) as high_${role}`
    );
    if (isLog(spec, role)) counted(`${can} and ${name} <= 0`, `negative_${role}`);
    const domain = numericDomain(spec, channel);
    if (domain)
      counted(`${can} and ${value} not between ${literal(domain[0])} and ${literal(domain[1])}`, `outside_${role}`);
    if (measure === 'number' && isWideInteger(column)) {
      counted(`${name} not between -9007199254740992 and 9007199254740992`, `huge_${role}`);
    }
  }
  return `select ${columns.join(', ')} from ${quoted(relation.name)}`;
}

/** @throws `chart-beyond-exact` */
export function readFacts(table: Table, spec: ChartSpec, layout: ChartLayout): Facts {
  const missing = new Map<Role, number>();
  const notPositive = new Map<Role, number>();
  const outside = new Map<Role, number>();
  const range = new Map<Role, readonly [number, number]>();
  for (const { role, column, measure } of measured(layout)) {
    if (figureOf(table, `huge_${role}`) > 0) {
      throw failChart('chart-beyond-exact', { column: column.name, key: role }, { place: spec.places[role] });
    }
    missing.set(role, figureOf(table, `missing_${role}`));
    if (isLog(spec, role)) notPositive.set(role, figureOf(table, `negative_${role}`));
    const beyond = figureOf(table, `outside_${role}`);
    if (beyond > 0) outside.set(role, beyond);
    const low = figureOf(table, `low_${role}`);
    if (measure !== 'category' && !Number.isNaN(low)) range.set(role, [low, figureOf(table, `high_${role}`)]);
  }
  return {
    total: figureOf(table, 'total'),
    complete: figureOf(table, 'complete'),
    missing,
    notPositive,
    outside,
    range
  };
}

/** The domain of a scale of numbers or times as the text gives it; times in milliseconds. */
export function numericDomain(spec: ChartSpec, { role, measure }: Channel): readonly [number, number] | undefined {
  if (role === 'group' || role === 'fx' || role === 'fy' || measure === 'category') return undefined;
  const { domain } = spec.scales[role];
  if (domain === undefined) return undefined;
  const ends = domain.map((end) => Number(axisValue(end, measure) ?? NaN));
  const [low, high] = ends;
  if (ends.length !== 2 || low === undefined || high === undefined || !(low < high)) {
    throw failChart('chart-domain', { scale: role, measure }, { place: spec.places[role] });
  }
  return [low, high];
}
