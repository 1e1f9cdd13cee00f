import type { JobOptions } from '../../shared/job';
import type { Relation } from '../../shared/relation';
import type { Column, Table } from '../../shared/table';
import { fail } from './errors';
import type { FillCounts, FilledBlock, GridBlock, GridPlan, GridVariable, Stays } from './plan';
import { blockSql, countSql } from './reading';
import { chooseVariables, rulesOf, type Choices, type CodeCount, type ReadCount } from './rules';
import { madeOf } from './settle';
import { recogniseSource, type HourlySource, type NamedColumns } from './source';
import {
  partsOf,
  readStays,
  someStays,
  stayOfRows,
  staysOfRowsSql,
  staysSql,
  type NamedStayColumns,
  type StayCounts
} from './stays';
import { isWhole } from './sql-text';
import { defaultMap, mapSql, readMap, textAt } from './variable-map';

/** What is needed of others: the engine that holds the tables, and what fills a block (a worker, or `fillGrid` itself). */
export interface HourlyRoom {
  query(sql: string, job: JobOptions): Promise<Table>;
  fill(plan: GridPlan, block: GridBlock, job: JobOptions): Promise<FilledBlock>;
  /** Takes a part of the grid, in order: by person, stay and hour. */
  keep(part: Table): Promise<void>;
}

export interface HourlyTables {
  /** Measurements: OMOP `measurement`, a long table or one with a column a variable. */
  from: Relation;
  /** OMOP `visit_detail`, `visit_occurrence` or another table of stays; left out: one stay a person, as long as its rows. */
  stays?: Relation;
  /** `variable_map(concept_id, variable, unit, factor)`: then only its codes are read. */
  map?: Relation;
}

export interface HourlyOptions extends Choices {
  columns?: NamedColumns;
  stayColumns?: NamedStayColumns;
  /** Adds `<variable>_age_h`. */
  ages?: boolean;
}

/** What became of one variable. Rows: of its codes; `rows` is the sum of the other six. */
export interface VariableReport extends GridVariable, FillCounts {
  rows: number;
  outside: number;
  valueless: number;
  timeless: number;
  /** Their unit is none that is understood, or missing where others have one. */
  unitUnknown: number;
}

export interface HourlyReport {
  layout: HourlySource['layout'];
  /** Hours: rows of the grid. */
  hours: number;
  persons: number;
  stays: StayCounts & {
    /** Made of the rows: no table was given. */
    ofRows: boolean;
    /** Their column that told the stays of a person apart. */
    by?: string;
  };
  /** Rows of the source (values, in a wide table), and those of codes that mean no chosen variable. */
  rows: number;
  unmapped: { codes: number; rows: number; examples: readonly string[] };
  variables: readonly VariableReport[];
  /** Columns made of several variables: `pf_ratio`, `pf_ratio_1h`, `sf_ratio`, `map_settled`, where their sources are there. */
  made: readonly string[];
  /** Every unit there is, by variable. */
  units: readonly { variable: string; unit: string; reading: ReadCount['reading']; rows: number }[];
  /** The codes were read as those of our simulated data, because no map was given. */
  mapIsDefault: boolean;
}

/** Hours of one part: so that a part of the source and of the grid take some 100 MB. */
const partHours = 120_000;
/** Rows read at once, about. */
const partRows = 800_000;

/**
 * The hourly grid: one row a person, stay and started hour, one column a variable, carried forward within limits.
 *
 * Reads the source once, in parts of whole persons, and hands each part of the grid on: memory stays that of a part.
 *
 * @throws `hourly-…`
 */
export async function hourlyGrid(
  tables: HourlyTables,
  options: HourlyOptions,
  room: HourlyRoom,
  { signal, progress }: JobOptions = {}
): Promise<HourlyReport> {
  const job: JobOptions = signal ? { signal } : {};
  const mapTable = tables.map?.name ?? '';
  const own = tables.map && readMap(await room.query(mapSql(tables.map), job), mapTable);
  const source = recogniseSource(tables.from, options.columns, own);
  const entries = own ?? defaultMap(source);
  progress?.({ step: 'hourly-count', of: tables.from.name });
  const counts = readCounts(await room.query(countSql(source), job));
  const variables = chooseVariables(entries, counts, options);
  if (variables.length === 0) {
    throw fail('hourly-no-variables', { table: tables.from.name, found: examplesOf(counts).join(', ') });
  }
  const { rules, read } = rulesOf(variables, entries, counts, {
    hasUnits: source.layout === 'long' && source.unit !== undefined,
    unitless: options.unitless ?? 'skip',
    mapTable,
    declared: declaredUnits(source)
  });
  const sql = tables.stays ? staysSql(tables.stays, source, options.stayColumns) : staysOfRowsSql(source);
  const by = tables.stays ? undefined : stayOfRows(source);
  const { stays, counts: stayCounts } = readStays(await room.query(sql, job), (tables.stays ?? tables.from).name);
  const plan: GridPlan = { layout: source.layout, variables, rules, ages: options.ages ?? false };
  const filled = await fillParts(
    { source, plan, stays, rows: sum(counts, ({ n }) => n), units: source.layout === 'long' && hasSeveralUnits(read) },
    room,
    {
      ...job,
      ...(progress && { progress })
    }
  );
  return {
    layout: source.layout,
    hours: sum(stays.hours, (n) => n),
    persons: personsOf(stays),
    stays: { ...stayCounts, ofRows: !tables.stays, ...(by && { by: by.name }) },
    rows: sum(counts, ({ n }) => n),
    unmapped: unmappedOf(counts, read),
    variables: variables.map((variable, at) =>
      reportOf(
        variable,
        filled[at] as FillCounts,
        read.filter((one) => one.variable === at)
      )
    ),
    made: madeOf(variables),
    units: read.map(({ variable, from, reading, n }) => ({
      variable: (variables[variable] as GridVariable).name,
      unit: from,
      reading,
      rows: n
    })),
    mapIsDefault: !tables.map && source.layout === 'long' && isWhole(source.code)
  };
}

async function fillParts(
  {
    source,
    plan,
    stays,
    rows,
    units
  }: { source: HourlySource; plan: GridPlan; stays: Stays; rows: number; units: boolean },
  room: HourlyRoom,
  { signal, progress }: JobOptions
): Promise<FillCounts[]> {
  const job: JobOptions = signal ? { signal } : {};
  const totals = plan.variables.map((): FillCounts => ({ used: 0, impossible: 0, measured: 0, known: 0 }));
  const hours = sum(stays.hours, (n) => n);
  // An hour of a wide table is one row, whatever its columns.
  const perHour = source.layout === 'wide' ? 1 : Math.max(1, rows / hours);
  const wanted = { codes: [...new Set(plan.rules.map(({ code }) => code))], units };
  const narrowed = wanted.units ? plan : { ...plan, rules: plan.rules.map((rule) => ({ ...rule, unit: undefined })) };
  let done = 0;
  for (const { from, to } of partsOf(stays, Math.min(partHours, Math.ceil(partRows / perHour)))) {
    const some = someStays(stays, from, to);
    const read = wanted.codes.length === 0 ? nothing : await room.query(blockSql(source, wanted, stays, from, to), job);
    const { table, counts } = await room.fill(narrowed, { stays: some, rows: read }, job);
    await room.keep(table);
    counts.forEach((count, at) => add(totals[at] as FillCounts, count));
    done += table.rows;
    progress?.({ step: 'hourly-fill', done, total: hours, unit: 'rows', of: source.relation.name });
  }
  return totals;
}

const nothing: Table = {
  rows: 0,
  columns: [
    { name: 'person', type: 'int64', values: new BigInt64Array(0) },
    { name: 'at', type: 'float64', values: new Float64Array(0) },
    { name: 'code', type: 'int32', values: new Int32Array(0) },
    { name: 'value', type: 'float64', values: new Float64Array(0) }
  ]
};

/** Where the rows of every code say the same, what they say need not be read again. */
function hasSeveralUnits(read: readonly ReadCount[]): boolean {
  return read.length !== new Set(read.map(({ code }) => code)).size;
}

function add(total: FillCounts, { used, impossible, measured, known }: FillCounts): void {
  total.used += used;
  total.impossible += impossible;
  total.measured += measured;
  total.known += known;
}

function readCounts(read: Table): CodeCount[] {
  const [codes, units, n, valueless, timeless] = read.columns as [Column, Column, Column, Column, Column];
  return Array.from({ length: read.rows }, (_, row) => ({
    code: textAt(codes, row) ?? '',
    unit: textAt(units, row),
    n: Number(n.values[row]),
    valueless: Number(valueless.values[row]),
    timeless: Number(timeless.values[row])
  }));
}

function declaredUnits(source: HourlySource): Map<string, string> {
  const all = source.layout === 'wide' ? source.values : [];
  return new Map(all.flatMap(({ column }) => (column.unit === undefined ? [] : [[column.name, column.unit] as const])));
}

function reportOf(variable: GridVariable, filled: FillCounts, read: readonly ReadCount[]): VariableReport {
  const isRead = ({ reading }: ReadCount) => reading !== 'unknown' && reading !== 'missing';
  const rows = sum(read, ({ n }) => n);
  const valueless = sum(read, (one) => one.valueless);
  const timeless = sum(read, (one) => (isRead(one) ? one.timeless : 0));
  const unitUnknown = sum(read, (one) => (isRead(one) ? 0 : one.n - one.valueless));
  const outside = rows - valueless - timeless - unitUnknown - filled.used - filled.impossible;
  return { ...variable, ...filled, rows, valueless, timeless, unitUnknown, outside };
}

function unmappedOf(counts: readonly CodeCount[], read: readonly ReadCount[]): HourlyReport['unmapped'] {
  const mapped = new Set(read.map(({ code }) => code));
  const rest = counts.filter(({ code }) => !mapped.has(code));
  return {
    codes: new Set(rest.map(({ code }) => code)).size,
    rows: sum(rest, ({ n }) => n),
    examples: examplesOf(rest)
  };
}

const examplesOf = (counts: readonly CodeCount[]): string[] => [...new Set(counts.map(({ code }) => code))].slice(0, 8);

function personsOf({ person }: Stays): number {
  let n = 0;
  for (let stay = 0; stay < person.values.length; stay++) {
    if (stay === 0 || person.values[stay] !== person.values[stay - 1]) n++;
  }
  return n;
}

function sum<T>(of: Iterable<T>, value: (one: T) => number): number {
  let total = 0;
  for (const one of of) total += value(one);
  return total;
}
