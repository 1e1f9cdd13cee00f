import type { InputSummary, ScoreOptions, ScoreRemark } from '$workers/clinical';
import type { Relation } from '$workers/data/contract';
import type { Column, Table } from '$workers/shared/table';
import type { Outcome, RunContext } from '$lib/notebook/kind';
import { tableInputs } from '../inputs';
import { quoted } from '../sql-name';
import { failScore as fail } from './failures';
import { inputsOf, type TakenInput } from './inputs-of';
import { resultsOf, type ScoreResult } from './results';
import type { ScoreSpec } from './spec';

/** What a score cell shows. */
export interface ScoreOutput {
  relation: Relation;
  rows: number;
  inputs: ReadonlyMap<string, TakenInput>;
  /** Of every input: how often it was missing, or impossible and so not used. */
  summary: readonly InputSummary[];
  results: readonly ScoreResult[];
  remarks: readonly ScoreRemark[];
}

/** Scores every row of a table; the result is that table with the score's columns added. */
export async function runScore(spec: ScoreSpec, context: RunContext): Promise<Outcome<ScoreOutput>> {
  const { engines, signal, progress } = context;
  const job = { signal, progress };
  const read = await tableInputs([spec.from, ...(spec.reference === undefined ? [] : [spec.reference])], context);
  const [relation, reference] = read as [Relation, Relation | undefined];
  const inputs = inputsOf(spec, relation);
  if (inputs.size === 0) throw noInputs(spec, relation);
  progress({ step: 'score-read' });
  const columns = await columnsOf(relation, inputs, context);
  const options = reference && (await referenceOf(spec, reference, context));
  const scored = await engines.clinical.score(spec.score.name, columns, options, job);
  const points: Table = {
    rows: scored.table.rows,
    columns: scored.table.columns.map((column) => ({ ...column, name: `${spec.prefix}${column.name}` }))
  };
  checkNames(spec, relation, points);
  const results = resultsOf(spec.score, scored.table);
  const made = await engines.data.widen(spec.name, relation.name, points, job);
  const { summary, remarks } = scored;
  const output = { relation: made, rows: points.rows, inputs, summary, results, remarks };
  return { output, values: new Map([[spec.name, { type: 'table', relation: made }]]) };
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

function checkNames(spec: ScoreSpec, relation: Relation, points: Table): void {
  const own = new Set(relation.columns.map(({ name }) => name.toLowerCase()));
  const twice = points.columns.find(({ name }) => own.has(name.toLowerCase()));
  if (!twice) return;
  throw fail('score-column-there', { table: spec.from, column: twice.name }, { place: spec.placeOf('prefix') });
}

function noInputs(spec: ScoreSpec, relation: Relation) {
  const values = {
    table: spec.from,
    score: spec.score.title,
    inputs: spec.score.inputs.map(({ name }) => name).join(', '),
    columns: relation.columns.map(({ name }) => name).join(', ')
  };
  return fail('score-no-inputs', values, { place: spec.placeOf('from') });
}
