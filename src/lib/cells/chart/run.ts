import type { Relation } from '$workers/data/contract';
import type { Table } from '$workers/shared/table';
import { chart as words } from '$lib/messages/chart';
import type { Outcome, RunContext } from '$lib/notebook/kind';
import { tableInput } from '../inputs';
import { quoted } from '../sql-name';
import { automaticBin, automaticUnit, stepOf, tooMany, type Bin } from './bins';
import { boxQuery, outliersQuery } from './box';
import { binEdges } from './bin-edges';
import { categoryChannels, domainSql, readDomain, type Domain } from './domains';
import { drawable, drawn } from './expressions';
import { completeRows, factsSql, readFacts, type Facts } from './facts';
import { failChart } from './failures';
import { layOut, other, settle, type Channel, type ChartLayout } from './layout';
import { groupsQuery, mostMarks, rowsQuery, type ChartPlan, type ChartQuery } from './query';
import { checkReferences } from './references';
import { hasRepeats } from './repeats';
import { timeUnits, type ChartSpec, type Role, type TimeUnit } from './spec';
import { columnNamed, figureOf, vectorOf } from './vector';

/** Everything a chart is drawn from: small, whatever the size of its table. */
export interface ChartOutput extends ChartPlan {
  facts: Facts;
  /** One row a mark; columns are named by their channel: `x`, `x_end`, `figure`, `n`, `median` … */
  marks: Table;
  /** Of boxes: the values beyond the whiskers. */
  outliers: Table | undefined;
}

type Ask = (query: ChartQuery) => Promise<Table>;

/** Reads what a chart draws: only its columns, counted and binned by the engine. */
export async function runChart(spec: ChartSpec, context: RunContext): Promise<Outcome<ChartOutput>> {
  const relation = await tableInput(spec.from, context);
  const { data } = context.engines;
  const ask: Ask = ({ sql, parameters }) => data.query(sql, parameters, { signal: context.signal });
  const layout = await settledLayout(spec, relation, ask);
  checkReferences(spec, layout);
  const facts = readFacts(await ask({ sql: factsSql(spec, layout, relation), parameters: [] }), spec, layout);
  const bins = await binsOf(spec, layout, relation, facts, ask);
  const domains = new Map<Role, Domain>();
  for (const channel of categoryChannels(layout)) {
    if (bins.has(channel.role)) continue;
    const domain = readDomain(await ask(domainSql(channel, spec, layout, relation)), channel, spec);
    domains.set(channel.role, domain);
    if (domain.merged.length > 0) {
      context.warn(() => words.othersMerged(domain.categories.length, channel.column.name));
    }
  }
  const plan: ChartPlan = { spec, layout, relation, bins, domains };
  const marks = binEdges(await drawnMarks(plan, facts, ask), bins);
  const outliers = spec.mark === 'box' ? limited(await ask(outliersQuery(plan)), facts.complete) : undefined;
  checkRepeats(plan, marks, context);
  return { output: { ...plan, facts, marks, outliers }, values: new Map() };
}

async function settledLayout(spec: ChartSpec, relation: Relation, ask: Ask): Promise<ChartLayout> {
  const layout = layOut(spec, relation);
  const x = layout.channels.get('x');
  const y = layout.channels.get('y');
  if (spec.mark !== 'box' || layout.value !== undefined || !x || !y) return layout;
  const distinct = (channel: Channel) => `count(distinct ${quoted(channel.column.name)})::DOUBLE`;
  const sql = `select ${distinct(x)} as x, ${distinct(y)} as y from ${quoted(relation.name)}`;
  const table = await ask({ sql, parameters: [] });
  return settle(spec, layout.channels, figureOf(table, 'x') > figureOf(table, 'y') ? 'x' : 'y');
}

async function binsOf(spec: ChartSpec, layout: ChartLayout, relation: Relation, facts: Facts, ask: Ask) {
  const bins = new Map<Role, Bin>();
  for (const channel of binnedChannels(spec, layout)) {
    const range = facts.range.get(channel.role);
    if (!range) continue;
    const bin = await binOf(spec, channel, range, { relation, layout, ask });
    const n = tooMany(bin, ...range);
    if (n !== undefined) {
      const values = { value: spec.bin, column: channel.column.name, n };
      throw failChart('chart-many-bins', values, { place: spec.places.bin });
    }
    bins.set(channel.role, bin);
  }
  return bins;
}

/** Keys along an axis; the axis of the figure is never cut. */
function binnedChannels(spec: ChartSpec, layout: ChartLayout): Channel[] {
  if (spec.bin === undefined && spec.mark !== 'histogram') return [];
  const axes = (['x', 'y'] as const).filter((axis) => axis !== layout.value);
  const channels = axes
    .flatMap((axis) => layout.channels.get(axis) ?? [])
    .filter(({ measure }) => measure !== 'category');
  if (channels.length > 0) return channels;
  const named = axes.flatMap((axis) => layout.channels.get(axis) ?? [])[0];
  const values = { column: named?.column.name, holds: 'category', value: spec.bin };
  throw failChart('chart-bin-type', values, { place: spec.places.bin });
}

async function binOf(
  spec: ChartSpec,
  channel: Channel,
  [low, high]: readonly [number, number],
  { relation, layout, ask }: { relation: Relation; layout: ChartLayout; ask: Ask }
): Promise<Bin> {
  const { measure, column } = channel;
  const automatic = spec.bin === undefined || spec.bin === 'auto';
  if (measure === 'time') {
    if (automatic) return { kind: 'time', unit: automaticUnit(low, high) };
    const unit = timeUnits.find((one) => one === spec.bin);
    if (unit) return { kind: 'time', unit: unit satisfies TimeUnit };
  } else {
    if (automatic) {
      const step = stepOf(await distinctValues(channel, spec, relation, layout, ask));
      return automaticBin(low, high, step, spec.mark === 'histogram' ? 30 : 40);
    }
    const width = Number(spec.bin);
    if (width > 0) return { kind: 'number', origin: Math.floor(low / width) * width, width };
  }
  const values = { column: column.name, holds: measure, value: spec.bin };
  throw failChart('chart-bin-type', values, { place: spec.places.bin });
}

/** The distinct values of the first 10,000 rows, or none where they are too many to lie on a grid of steps. */
async function distinctValues(
  channel: Channel,
  spec: ChartSpec,
  relation: Relation,
  layout: ChartLayout,
  ask: Ask
): Promise<readonly number[]> {
  const first = `select ${drawn(channel)} as v from ${quoted(relation.name)} where ${drawable(channel)} and ${completeRows(spec, layout)} limit 10000`;
  const table = await ask({ sql: `select distinct v from (${first}) order by v limit 1001`, parameters: [] });
  const column = columnNamed(table, 'v');
  return column && table.rows <= 1000 ? [...(vectorOf(column, table.rows) as Float64Array)] : [];
}

async function drawnMarks(plan: ChartPlan, facts: Facts, ask: Ask): Promise<Table> {
  if (plan.spec.mark === 'box') return limited(await ask(boxQuery(plan)), facts.complete);
  const query = plan.layout.aggregate === 'none' ? rowsQuery(plan) : groupsQuery(plan);
  return limited(await ask(query), facts.complete);
}

function limited(table: Table, n: number): Table {
  if (table.rows > mostMarks) throw failChart('chart-many-marks', { n, max: mostMarks });
  return table;
}

/** Two bars on one place would hide each other or add up; a line through both would be a zigzag. */
function checkRepeats({ spec, layout }: ChartPlan, marks: Table, context: RunContext): void {
  if (layout.aggregate !== 'none') return;
  const named = (role: Role) => layout.channels.get(role)?.column.name ?? '';
  if (spec.mark === 'bar') {
    const key = layout.value === undefined ? 'x' : other(layout.value);
    if (hasRepeats(marks, [key, 'color', 'fx', 'fy'])) {
      throw failChart('chart-repeats', { column: named(key) }, { place: spec.places[key] });
    }
  }
  if (spec.mark === 'cell' && hasRepeats(marks, ['x', 'y', 'fx', 'fy'])) {
    throw failChart('chart-repeats', { column: named('x') }, { place: spec.places.x });
  }
  const line = spec.mark === 'line' || spec.mark === 'area';
  if (line && hasRepeats(marks, ['x', 'group', 'series', 'color', 'fx', 'fy']))
    context.warn(() => words.linesRepeat(named('x')));
}
