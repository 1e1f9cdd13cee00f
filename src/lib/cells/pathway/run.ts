import type { EventColumns, OpenedEvents, PathwayMap } from '$workers/clinical';
import type { Relation } from '$workers/data/contract';
import type { CellValue, Outcome, RunContext } from '$lib/notebook/kind';
import { tableInput } from '../inputs';
import { quoted } from '../sql-name';
import { eventColumns } from './event-columns';
import { conformanceOf, type ShownConformance } from './conformance';
import { layoutGraph } from './layout-graph';
import { mapOf, waitsOf, type DrawnMap, type Wait } from './map';
import type { PathwaySpec } from './spec';
import { variantsOf, type ShownVariants } from './variants';

/** What a pathway cell shows. */
export interface PathwayOutput extends Pick<
  PathwayMap,
  'counts' | 'throughput' | 'eventsPerCase' | 'leftOut' | 'dropped' | 'remarks'
> {
  map: DrawnMap;
  variants: ShownVariants;
  waits: readonly Wait[];
  conformance: ShownConformance | undefined;
  /** Of the whole table, before any filter. */
  all: Pick<OpenedEvents, 'activities' | 'hospitals' | 'cases' | 'events'>;
  tables: TableNames;
}

export interface TableNames {
  edges: string;
  variants: string;
  cases: string;
}

export const tableNames = (name: string): TableNames => ({
  edges: `${name}_edges`,
  variants: `${name}_variants`,
  cases: `${name}_cases`
});

/** Under which keys the engine may keep events of the cells that defined these tables. */
export const keysOf = (names: readonly string[]): string[] =>
  names.filter((name) => name.endsWith('_edges')).map((name) => name.slice(0, -'_edges'.length));

/** Another number for each table in each of its states: a cell that runs anew hands on another relation. */
const numbers = new WeakMap<object, number>();
let last = 0;
function numberOf(table: object): number {
  const known = numbers.get(table) ?? ++last;
  numbers.set(table, known);
  return known;
}

/** Maps the pathways of a table of events. The events stay with the engine: another filter reads nothing again. */
export async function runPathway(spec: PathwaySpec, context: RunContext): Promise<Outcome<PathwayOutput>> {
  const { engines, signal, progress } = context;
  const job = { signal, progress };
  const all = await openEvents(spec, context);
  progress({ step: 'pathway-map' });
  const found = await engines.clinical.mapEvents(spec.name, spec.filter, job);
  const conformance =
    spec.reference === undefined
      ? undefined
      : conformanceOf(await engines.clinical.checkEvents(spec.name, spec.reference, spec.filter, job));
  const drawn = mapOf(found, spec.edges);
  const variants = variantsOf(found);
  const waits = waitsOf(found);
  const { graph, place } = layoutGraph(drawn);
  const names = tableNames(spec.name);
  const [laid, values] = await Promise.all([engines.layout.layOut(graph, job), insertAll(names, found, context)]);
  const { counts, throughput, eventsPerCase, leftOut, dropped, remarks } = found;
  const map = { ...drawn, ...place(laid) };
  const rest = { counts, throughput, eventsPerCase, leftOut, dropped, remarks };
  return { output: { map, variants, waits, conformance, all, tables: names, ...rest }, values };
}

async function openEvents(spec: PathwaySpec, context: RunContext): Promise<OpenedEvents> {
  const { engines, inputs, signal, progress } = context;
  const job = { signal, progress };
  const input = inputs.get(spec.from);
  const relation = await tableInput(spec.from, context);
  const columns = eventColumns(spec, relation);
  const version = `${numberOf(input?.type === 'table' ? input.relation : relation)} ${JSON.stringify(columns)}`;
  const kept = await engines.clinical.findEvents(spec.name, version, job);
  if (kept) return kept;
  progress({ step: 'pathway-read' });
  const table = await engines.data.query(selectOf(relation, columns), [], { signal });
  return engines.clinical.openEvents(spec.name, version, table, columns, job);
}

function selectOf({ name }: Relation, columns: EventColumns): string {
  const wanted = [...new Set(Object.values(columns) as string[])];
  return `SELECT ${wanted.map(quoted).join(', ')} FROM ${quoted(name)}`;
}

async function insertAll(
  names: TableNames,
  { edges, variants, cases }: PathwayMap,
  { engines, signal }: RunContext
): Promise<Map<string, CellValue>> {
  const values = new Map<string, CellValue>();
  for (const [name, table] of [
    [names.edges, edges],
    [names.variants, variants],
    [names.cases, cases]
  ] as const) {
    const relation = await engines.data.insert(name, table, { signal });
    values.set(name, { type: 'table', relation });
  }
  return values;
}
