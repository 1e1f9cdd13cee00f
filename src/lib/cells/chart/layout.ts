import type { Relation, RelationColumn } from '$workers/data/contract';
import { columnOf } from '../columns';
import { failChart } from './failures';
import type { Aggregate } from './fields';
import { measureOf, type Measure } from './measure';
import type { ChartSpec, Role } from './spec';

export interface Channel {
  role: Role;
  column: RelationColumn;
  measure: Measure;
}

export type Axis = 'x' | 'y';

/** What goes where, once the columns are known. */
export interface ChartLayout {
  channels: ReadonlyMap<Role, Channel>;
  aggregate: Aggregate;
  /** The axis that rises from zero or holds the figure: of bars, boxes, histograms, and of every aggregate. */
  value: Axis | undefined;
}

/** Marks whose colour tells groups apart, never a figure. */
const grouped = new Set(['line', 'area', 'bar', 'histogram', 'box', 'density']);

/** @throws `no-column`, `chart-…` with the place of the column's name in the text */
export function layOut(spec: ChartSpec, relation: Relation): ChartLayout {
  const channels = new Map<Role, Channel>();
  const named = { ...spec, fx: spec.facet.x, fy: spec.facet.y };
  for (const role of ['x', 'y', 'color', 'size', 'group', 'fx', 'fy'] as const) {
    const name = named[role];
    if (name === undefined) continue;
    const column = columnOf(relation, name, spec.places[role]);
    channels.set(role, { role, column, measure: measureFor(spec, role, column) });
  }
  return settle(spec, channels, valueAxis(spec, channels));
}

/** Boxes over two columns of numbers: only their values tell which of them names the groups. */
export function settle(spec: ChartSpec, given: ChartLayout['channels'], value: Axis | undefined): ChartLayout {
  const channels = new Map(given);
  const key = value === undefined ? undefined : channels.get(other(value));
  // Bars and boxes stand side by side, one for each value, unless bins join them.
  if (key && (spec.mark === 'box' || (spec.mark === 'bar' && spec.bin === undefined))) {
    channels.set(key.role, { ...key, measure: 'category' });
  }
  const across = spec.mark === 'cell' ? (['x', 'y'] as const) : spec.mark === 'tick' ? [tickRows(channels, value)] : [];
  for (const axis of across) {
    const channel = channels.get(axis);
    if (channel && spec.bin === undefined) channels.set(axis, { ...channel, measure: 'category' });
  }
  const color = channels.get('color');
  if (spec.mark === 'box' && color && value !== undefined) {
    // Boxes of one place would hide each other.
    if (key && key.column.name !== color.column.name)
      throw failChart('chart-box-color', {}, { place: spec.places.color });
    channels.set(other(value), { ...color, role: other(value) });
  }
  const layout = { channels, value, aggregate: aggregateOf(spec, channels, value) };
  checkMeasures(spec, layout);
  return layout;
}

export function other(axis: Axis): Axis {
  return axis === 'x' ? 'y' : 'x';
}

function measureFor(spec: ChartSpec, role: Role, column: RelationColumn): Measure {
  const own = measureOf(column);
  if (role === 'group' || role === 'fx' || role === 'fy') return 'category';
  if (role === 'color' && grouped.has(spec.mark)) return 'category';
  const { type } = spec.scales[role];
  if (type === undefined) return own;
  if (type === 'ordinal') return 'category';
  const fits = type === 'time' ? own === 'time' : own === 'number';
  if (fits) return own;
  throw failChart('chart-scale-type', { column: column.name, holds: own, type }, { place: spec.places[role] });
}

function aggregateOf(spec: ChartSpec, channels: ChartLayout['channels'], value: Axis | undefined): Aggregate {
  const { mark } = spec;
  if (mark === 'histogram') return 'count';
  const counts =
    (mark === 'bar' && value !== undefined && !channels.has(value)) || (mark === 'cell' && !channels.has('color'));
  const aggregate = spec.aggregate ?? (counts ? 'count' : 'none');
  if (aggregate === 'none' && counts) return 'count';
  const source = mark === 'cell' ? 'color' : value;
  if (aggregate !== 'none' && aggregate !== 'count' && (source === undefined || !channels.has(source))) {
    throw failChart('chart-aggregate-needs', { aggregate, key: source ?? 'y' }, { place: spec.places.y });
  }
  return aggregate;
}

function valueAxis(spec: ChartSpec, channels: ChartLayout['channels']): Axis | undefined {
  const x = channels.get('x');
  const y = channels.get('y');
  switch (spec.mark) {
    case 'line':
    case 'area':
      return 'y';
    case 'histogram':
      return x ? 'y' : 'x';
    case 'bar':
      if (!x || !y) return x ? 'y' : 'x';
      return y.measure === 'number' || x.measure !== 'number' ? 'y' : 'x';
    case 'box':
      if (!x || !y) return x ? 'x' : 'y';
      if (x.measure === 'number' && y.measure === 'number') {
        if (wholeNumbers(x) === wholeNumbers(y)) return undefined;
        return wholeNumbers(x) ? 'y' : 'x';
      }
      return x.measure === 'number' ? 'x' : 'y';
    case 'dot':
    case 'tick':
      if (spec.aggregate === undefined || spec.aggregate === 'none' || spec.aggregate === 'count') return undefined;
      return y?.measure === 'number' || x?.measure !== 'number' ? 'y' : 'x';
    case 'rule':
    case 'cell':
    case 'density':
      return undefined;
  }
}

/** The axis along which ticks are lined up in rows: the one that holds no numbers. */
function tickRows(channels: ChartLayout['channels'], value: Axis | undefined): Axis {
  if (value !== undefined) return other(value);
  const x = channels.get('x');
  return x && x.measure === 'category' ? 'x' : 'y';
}

function wholeNumbers({ column }: Channel): boolean {
  return column.type === 'int32' || column.type === 'int64';
}

function checkMeasures(spec: ChartSpec, { channels, value, aggregate }: ChartLayout): void {
  const wants: [role: Role, wanted: 'number' | 'place'][] = [];
  if (value !== undefined && aggregate !== 'count') wants.push([value, 'number']);
  if (spec.mark === 'box' && value === undefined) wants.push(['x', 'number'], ['y', 'number']);
  if (spec.mark === 'histogram' && value !== undefined) wants.push([other(value), 'place']);
  if (spec.mark === 'line' || spec.mark === 'area') wants.push(['x', 'place']);
  if (spec.mark === 'density') wants.push(['x', 'number'], ['y', 'number']);
  if (channels.has('size')) wants.push(['size', 'number']);
  if (spec.mark === 'cell' && aggregate !== 'count' && aggregate !== 'none') wants.push(['color', 'number']);
  for (const [role, wanted] of wants) {
    const channel = channels.get(role);
    if (!channel || channel.measure === 'number' || (wanted === 'place' && channel.measure === 'time')) continue;
    // An ordered category is a fair axis for a line: stages, years as text.
    if (wanted === 'place' && role === 'x' && spec.scales.x.type === 'ordinal' && spec.mark !== 'histogram') continue;
    const values = { column: channel.column.name, holds: channel.measure, mark: spec.mark, key: role };
    throw failChart(wanted === 'number' ? 'chart-not-number' : 'chart-not-place', values, { place: spec.places[role] });
  }
}
