import type { Relation } from '$workers/data/contract';
import type { Benchmark, BenchmarkRequest } from '$workers/statistics';
import type { Column, Table } from '$workers/shared/table';
import type { CellValue, Outcome, RunContext } from '$lib/notebook/kind';
import { columnOf } from '../columns';
import { tableInputs } from '../inputs';
import { quoted } from '../sql-name';
import { complicationsName, courseName, follows, staysName, type BenchmarkSpec } from './spec';

export interface BenchmarkOutput {
  found: Benchmark;
  /** The tables it made. */
  tables: readonly string[];
}

/** Reads the columns, has the hospitals compared, and puts what was found into tables. */
export async function runBenchmark(spec: BenchmarkSpec, context: RunContext): Promise<Outcome<BenchmarkOutput>> {
  const { engines, signal, progress } = context;
  const job = { signal, progress };
  const names = [spec.from, ...(spec.risk_model === undefined ? [] : [spec.risk_model])];
  const [relation, model] = (await tableInputs(names, context)) as [Relation, Relation | undefined];
  progress({ step: 'benchmark-read' });
  const coefficients = model && (await engines.data.query(`SELECT * FROM ${quoted(model.name)}`, [], { signal }));
  const read = await readColumns(spec, relation, coefficients, context);
  const found = await engines.statistics.benchmark(requestOf(spec, read, coefficients), job);
  const made: [string, Table][] = [[spec.name, found.table]];
  if (found.course) made.push([courseName(spec.name), found.course.table]);
  if (found.complications) made.push([complicationsName(spec.name), found.complications]);
  if (found.stays) made.push([staysName(spec.name), found.stays]);
  const values = new Map<string, CellValue>();
  for (const [name, table] of made) {
    values.set(name, { type: 'table', relation: await engines.data.insert(name, table, job) });
  }
  return { output: { found, tables: made.map(([name]) => name) }, values };
}

interface Read {
  table: Table;
  of(name: string | undefined): Column | undefined;
}

/** Only the columns that are used, each once. */
async function readColumns(
  spec: BenchmarkSpec,
  relation: Relation,
  coefficients: Table | undefined,
  { engines, signal }: RunContext
): Promise<Read> {
  const keys = ['hospital', 'outcome', 'death_day', 'follow_up', 'episode', 'risk', 'time', 'stay'] as const;
  const named = keys.flatMap((key) => (spec[key] === undefined ? [] : [[spec[key], spec.placeOf(key)] as const]));
  const events = (spec.complications ?? []).map(
    (name, at) => [name, spec.placeOf('complications', String(at))] as const
  );
  const terms = coefficients ? termsOf(coefficients).map((name) => [name, spec.placeOf('risk_model')] as const) : [];
  const found = new Map(
    [...named, ...events, ...terms].map(([name, place]) => [name, columnOf(relation, name, place).name])
  );
  const columns = [...new Set(found.values())];
  const sql = `SELECT ${columns.map(quoted).join(', ')} FROM ${quoted(relation.name)}`;
  const table = await engines.data.query(sql, [], { signal });
  const unitOf = new Map(relation.columns.map(({ name, unit }) => [name, unit]));
  const byName = new Map(
    columns.map((name, at) => {
      const unit = unitOf.get(name);
      return [name, { ...table.columns[at], ...(unit !== undefined && { unit }) } as Column];
    })
  );
  const of = (name: string | undefined) => (name === undefined ? undefined : byName.get(found.get(name) ?? ''));
  // A term is looked up by its own name, however the table writes it.
  const renamed = [...found].map(([name, own]) => ({ ...(byName.get(own) as Column), name }));
  return { table: { rows: table.rows, columns: renamed }, of };
}

/** The columns that a table of coefficients multiplies. */
function termsOf({ columns, rows }: Table): string[] {
  const term = columns.find(({ name }) => name === 'term');
  if (term?.type !== 'text') return [];
  const used = Array.from(term.values.subarray(0, rows), (code) => (term.dictionary[code] ?? '').trim());
  return [...new Set(used)].filter((name) => name !== '' && !/^\(?intercept\)?$/i.test(name));
}

function requestOf(spec: BenchmarkSpec, { table, of }: Read, coefficients: Table | undefined): BenchmarkRequest {
  const [hospital, death, followUp, time] = [spec.hospital, spec.death_day, spec.follow_up, spec.time].map(of);
  const [event, risk, episode, stay] = [spec.outcome, spec.risk, spec.episode, spec.stay].map(of);
  const { worse, better, false_alarm, cases, runs, seed } = spec.cusum;
  const limits = { falseAlarm: false_alarm, runs, seed, ...(cases !== undefined && { cases }) };
  return {
    hospital: hospital as Column,
    outcome: event
      ? { event }
      : {
          death: death as Column,
          followUp: followUp as Column,
          days: spec.days,
          ...(time && { operation: time }),
          ...(episode && { episode })
        },
    ...(risk && { risk }),
    ...(coefficients && { risk: { coefficients, of: table } }),
    recalibrate: spec.recalibrate,
    ...(time && { time }),
    ...(spec.complications?.length && { complications: spec.complications.map((name) => of(name) as Column) }),
    ...(stay && { stay }),
    level: spec.level,
    ...(spec.target !== undefined && { target: spec.target }),
    ...(follows(spec) && { course: { worse, better, ...(spec.show.includes('cusum') && { limits }) } })
  };
}
