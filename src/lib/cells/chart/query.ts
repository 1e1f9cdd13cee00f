import type { Parameter, Relation } from '$workers/data/contract';
import { chart as words } from '$lib/messages/chart';
import { quoted } from '../sql-name';
import type { Bin } from './bins';
import { keepsMissing, type Domain } from './domains';
import { binEnd, binned, drawn } from './expressions';
import { completeRows } from './facts';
import type { Aggregate } from './fields';
import type { Channel, ChartLayout } from './layout';
import type { ChartSpec, Role } from './spec';

export interface ChartQuery {
  sql: string;
  parameters: readonly Parameter[];
}

/** Everything a query for marks is built from. */
export interface ChartPlan {
  spec: ChartSpec;
  layout: ChartLayout;
  relation: Relation;
  bins: ReadonlyMap<Role, Bin>;
  domains: ReadonlyMap<Role, Domain>;
}

export const mostMarks = 50_000;

interface Piece {
  sql: string;
  parameters: readonly Parameter[];
  name: string;
}

/** How a channel is written into a query: its bin, its colour among six, or itself. */
export function pieceOf(channel: Channel, plan: Pick<ChartPlan, 'bins' | 'domains'>): Piece[] {
  const { role } = channel;
  const bin = plan.bins.get(role);
  if (bin) {
    const start = { sql: binned(channel, bin), parameters: [], name: role };
    return bin.kind === 'number'
      ? [start]
      : [start, { sql: binEnd(channel, bin), parameters: [], name: `${role}_end` }];
  }
  if (channel.measure !== 'category' || !keepsMissing(role))
    return [{ sql: drawn(channel), parameters: [], name: role }];
  const text = `coalesce(${drawn(channel)}, ?)`;
  const merged = plan.domains.get(role)?.merged ?? [];
  if (merged.length === 0) return [{ sql: text, parameters: [words.missing], name: role }];
  const kept = (plan.domains.get(role)?.categories ?? []).filter((one) => !merged.includes(one));
  const places = kept.map(() => '?').join(', ');
  return [
    {
      sql: `case when ${text} in (${places}) then ${text} else ? end`,
      parameters: [words.missing, ...kept, words.missing, words.other(merged.length)],
      name: role
    }
  ];
}

/** Only rows of the categories that the text lists. */
export function listedRows(plan: Pick<ChartPlan, 'spec' | 'layout' | 'domains'>): ChartQuery {
  const conditions: string[] = [];
  const parameters: Parameter[] = [];
  for (const [role, domain] of plan.domains) {
    const channel = plan.layout.channels.get(role);
    if (!channel || domain.left === 0) continue;
    const text = keepsMissing(role) ? `coalesce(${drawn(channel)}, ?)` : drawn(channel);
    if (keepsMissing(role)) parameters.push(words.missing);
    conditions.push(`${text} in (${domain.categories.map(() => '?').join(', ')})`);
    parameters.push(...domain.categories);
  }
  return { sql: conditions.map((one) => ` and ${one}`).join(''), parameters };
}

/** One mark a row, as the table has them. A line keeps rows without a value: it breaks there. */
export function rowsQuery(plan: ChartPlan): ChartQuery {
  const { spec, layout, relation } = plan;
  const lines = spec.mark === 'line' || spec.mark === 'area';
  const pieces = [...layout.channels.values()].flatMap((channel) => pieceOf(channel, plan));
  if (lines) pieces.push(...seriesPieces(plan));
  const listed = listedRows(plan);
  const where = completeRows(spec, layout, lines ? ['y'] : []) + listed.sql;
  // Lines are drawn in the order of their rows.
  const order = lines ? ` order by ${quoted(layout.channels.get('x')?.column.name ?? '')}` : '';
  return {
    sql: `select ${selected(pieces)} from ${quoted(relation.name)} where ${where}${order} limit ${mostMarks + 1}`,
    parameters: [...pieces.flatMap((piece) => piece.parameters), ...listed.parameters]
  };
}

/** Lines that share a colour are still lines of their own. */
function seriesPieces({ layout, domains }: ChartPlan): Piece[] {
  const color = layout.channels.get('color');
  if (!color || layout.channels.has('group') || domains.get('color')?.merged.length === 0) return [];
  return [{ sql: `coalesce(${drawn(color)}, ?)`, parameters: [words.missing], name: 'series' }];
}

/** One mark a group: the engine counts or takes the mean, whatever the size of the table. */
export function groupsQuery(plan: ChartPlan): ChartQuery {
  const { spec, layout, relation } = plan;
  const { value, aggregate } = layout;
  const figure: Role | undefined = spec.mark === 'cell' ? 'color' : value;
  const source = figure === undefined ? undefined : layout.channels.get(figure);
  const keys = [...layout.channels.values()].filter((channel) => channel !== source && channel.role !== 'size');
  const pieces = keys.flatMap((channel) => pieceOf(channel, plan));
  const listed = listedRows(plan);
  const columns = [
    ...(pieces.length > 0 ? [selected(pieces)] : []),
    `${aggregated(aggregate, source)} as figure`,
    'count(*)::DOUBLE as n'
  ];
  const sql =
    `select ${columns.join(', ')} from ${quoted(relation.name)} where ${completeRows(spec, layout)}${listed.sql}` +
    `${pieces.length > 0 ? ' group by all order by all' : ''} limit ${mostMarks + 1}`;
  return { sql, parameters: [...pieces.flatMap((piece) => piece.parameters), ...listed.parameters] };
}

function selected(pieces: readonly Piece[]): string {
  return pieces.map((piece) => `${piece.sql} as ${quoted(piece.name)}`).join(', ');
}

function aggregated(aggregate: Aggregate, source: Channel | undefined): string {
  if (aggregate === 'count' || aggregate === 'none' || !source) return 'count(*)::DOUBLE';
  const value = `${quoted(source.column.name)}::DOUBLE`;
  return aggregate === 'mean' ? `avg(${value})` : `${aggregate}(${value})`;
}
