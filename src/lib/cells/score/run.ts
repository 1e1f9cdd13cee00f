import type {
  InputSummary,
  OnsetCounts,
  ScoredCourse,
  ScoreOptions,
  ScoreRemark,
  VariableSummary
} from '$workers/clinical';
import type { Relation } from '$workers/data/contract';
import { AppError, at } from '$workers/shared/errors';
import type { Column, Table } from '$workers/shared/table';
import type { CellValue, Outcome, RunContext } from '$lib/notebook/kind';
import { tableInputs } from '../inputs';
import { quoted } from '../sql-name';
import { failScore as fail } from './failures';
import { inputsOf, type TakenInput } from './inputs-of';
import { readCourse } from './read-course';
import { resultsOf, type ScoreResult } from './results';
import { onsetName, type ScoreSpec } from './spec';
import { refuseImpossible, refuseNone, understoodInputs, type Ignored } from './usable';

/** What a score cell shows. */
export interface ScoreOutput {
  relation: Relation;
  rows: number;
  inputs: ReadonlyMap<string, TakenInput>;
  /** Of every input: how often it was missing, or impossible and so not used. */
  summary: readonly InputSummary[];
  results: readonly ScoreResult[];
  /** Columns that bear the name of an input and mean something else. */
  ignored: readonly Ignored[];
  remarks: readonly ScoreRemark[];
  /** Of time-stamped rows. */
  course?: CourseShown;
}

/** What a score over time says besides. */
export interface CourseShown {
  person: string;
  episode: string | undefined;
  time: string;
  /** With look-back, by variable. */
  observations?: readonly VariableSummary[];
  onset?: { relation: Relation; counts: OnsetCounts; label: string | undefined };
}

/** Scores every row of a table; the result is that table with the score's columns added. */
export async function runScore(spec: ScoreSpec, context: RunContext): Promise<Outcome<ScoreOutput>> {
  const { engines, signal, progress } = context;
  const job = { signal, progress };
  const read = await tableInputs([spec.from, ...(spec.reference === undefined ? [] : [spec.reference])], context);
  const [relation, reference] = read as [Relation, Relation | undefined];
  progress({ step: 'score-read' });
  if (spec.lookBack || spec.onset) return runCourse(spec, relation, context);
  const named = inputsOf(spec, relation);
  refuseNone(spec, named, relation);
  const all = await columnsOf(relation, named, context);
  const { taken: inputs, ignored } = understoodInputs(spec, named, (input) => all[input] as Column);
  refuseNone(spec, inputs, { ...relation, ignored });
  const columns = Object.fromEntries(Object.entries(all).filter(([input]) => inputs.has(input)));
  const options = reference && (await referenceOf(spec, reference, context));
  const scored = await engines.clinical.score(spec.score.name, columns, options, job);
  const { summary, remarks } = scored;
  refuseImpossible(spec, { inputs, summary, rows: scored.table.rows }, ignored);
  const points = pointsOf(spec, relation, scored.table);
  const results = resultsOf(spec.score, scored.table);
  const made = await engines.data.widen(spec.name, relation.name, points, job);
  const output = { relation: made, rows: points.rows, inputs, summary, results, remarks, ignored };
  return { output, values: new Map([[spec.name, { type: 'table', relation: made }]]) };
}

/** Time-stamped rows: carried forward, with the onset of sepsis, or both. */
async function runCourse(spec: ScoreSpec, relation: Relation, context: RunContext): Promise<Outcome<ScoreOutput>> {
  const { data, clinical } = context.engines;
  const job = { signal: context.signal, progress: context.progress };
  const { course, inputs, when, names, ignored } = await readCourse(spec, relation, context);
  if (!spec.long) refuseNone(spec, inputs, { ...relation, ignored });
  let scored: ScoredCourse;
  try {
    scored = await clinical.scoreCourse(spec.score.name, course, job);
  } catch (error) {
    throw placed(error, spec);
  }
  const { summary, observations, onset } = scored;
  const shown: CourseShown = { ...names, ...(observations && { observations }) };
  refuseImpossible(spec, { inputs, summary, rows: scored.table.rows, course: shown }, ignored);
  const points = pointsOf(spec, when ?? relation, scored.table);
  const results = resultsOf(spec.score, scored.table);
  const made = when
    ? await data.insert(spec.name, { rows: points.rows, columns: [...when.columns, ...points.columns] }, job)
    : await data.widen(spec.name, relation.name, points, job);
  const values = new Map<string, CellValue>([[spec.name, { type: 'table', relation: made }]]);
  if (onset) {
    const stays = await data.insert(onsetName(spec.name), onset.table, job);
    values.set(onsetName(spec.name), { type: 'table', relation: stays });
    const label = onset.labelled === undefined ? undefined : `${spec.prefix}${onset.labelled}`;
    shown.onset = { relation: stays, counts: onset.counts, label };
  }
  const remarks = [...scored.remarks, ...(onset?.remarks ?? [])];
  const output = { relation: made, rows: points.rows, inputs, summary, results, remarks, ignored, course: shown };
  return { output, values };
}

/** Where in the text the engine's complaint about who and when belongs. */
function placed(error: unknown, { placeOf }: ScoreSpec): unknown {
  if (!(error instanceof AppError) || error.place || !error.code.startsWith('windows-')) return error;
  return at(error, placeOf(error.code === 'windows-person-type' ? 'person' : 'time'));
}

/** The score's columns under names of their own. @throws `score-column-there` */
function pointsOf(spec: ScoreSpec, beside: { columns: readonly { name: string }[] }, { rows, columns }: Table): Table {
  const points = { rows, columns: columns.map((column) => ({ ...column, name: `${spec.prefix}${column.name}` })) };
  checkNames(spec, beside, points);
  return points;
}

async function columnsOf(
  relation: Relation,
  inputs: ReadonlyMap<string, TakenInput>,
  { engines, signal }: RunContext
): Promise<Record<string, Column>> {
  const names = [...new Set([...inputs.values()].map(({ column }) => column.name))];
  const sql = `SELECT ${names.map(quoted).join(', ')} FROM ${quoted(relation.name)}`;
  const table = await engines.data.query(sql, [], { signal });
  const byName = new Map(names.map((name, at) => [name, table.columns[at] as Column]));
  return Object.fromEntries(
    [...inputs].map(([input, { column, unit }]) => {
      const { unit: _, ...values } = byName.get(column.name) as Column;
      return [input, { ...values, ...(unit !== undefined && { unit }) } as Column];
    })
  );
}

async function referenceOf(spec: ScoreSpec, { name }: Relation, context: RunContext): Promise<ScoreOptions> {
  const { variable } = spec;
  if (variable === undefined) throw fail('score-no-variable', { table: name }, { place: spec.placeOf('reference') });
  const { engines, signal } = context;
  return { lms: { table: await engines.data.query(`SELECT * FROM ${quoted(name)}`, [], { signal }), variable } };
}

function checkNames(spec: ScoreSpec, relation: { columns: readonly { name: string }[] }, points: Table): void {
  const own = new Set(relation.columns.map(({ name }) => name.toLowerCase()));
  const twice = points.columns.find(({ name }) => own.has(name.toLowerCase()));
  if (!twice) return;
  throw fail('score-column-there', { table: spec.from, column: twice.name }, { place: spec.placeOf('prefix') });
}
