import type { Relation, Variable } from '$workers/data/contract';
import { AppError, type Place } from '$workers/shared/errors';
import { cohortWords as words } from '$lib/messages/cohort';
import type { CellValue, Outcome, RunContext } from '$lib/notebook/kind';
import { figureOf } from '../chart/vector';
import { tableInputs } from '../inputs';
import { quoted } from '../sql-name';
import { readCounts, type CohortCounts } from './counts';
import { fail as failCell } from '../failures';
import { failCohort as fail } from './failures';
import { placeInPredicate } from './predicate-place';
import { conditionsOf, needsOf, type CohortSpec } from './spec';
import { gatherEntries, isGathered } from './sql/entry-events';
import { cohortQuery, countQuery, judgeEntries, type Statement } from './sql/statement';
import { stepsTable, tableName } from './steps-table';
import { CohortTables } from './tables';
import { unitRemarks } from './units';

/** What a cohort cell shows. Words are made where they are shown, so that they follow the language. */
export interface CohortOutput extends CohortCounts {
  relation: Relation;
  /** The table of counts that others can use. */
  stepsName: string;
}

/** Where entries of several events stand together. */
export const entriesName = (name: string): string => `cell ${name} entries`;

/** Where the judged entries stand: a name with a blank, which nobody writes by chance. */
export const judgedName = (name: string): string => `cell ${name} judged`;

/** Judges every entry in one statement, counts, and makes the cohort a table under the cell's name. */
export async function runCohort(spec: CohortSpec, context: RunContext): Promise<Outcome<CohortOutput>> {
  const { data } = context.engines;
  const needs = needsOf(spec);
  const read = await tableInputs(needs.tables, context);
  const relationOf = (name: string): Relation => {
    const found = read.find((relation) => relation.name.toLowerCase() === name.toLowerCase());
    if (!found) throw fail('cohort-no-table', { table: name });
    return found;
  };
  const tables = new CohortTables(spec, relationOf);
  const values = valuesFrom(needs.values, context);
  await checkPersons(tables, context);
  const job = { signal: context.signal };
  const inputs = read.map(({ name }) => name);
  const define = (name: string, sql: string, variables: Readonly<Record<string, Variable>>, from: readonly string[]) =>
    data.define({ name, sql, variables, inputs: from, atOnce: true }, job);
  if (isGathered(spec)) {
    const { sql, variables } = gatherEntries(spec, tables);
    const name = entriesName(spec.name);
    await define(name, sql, variables, inputs);
    tables.entries = { name, gathered: true };
  }
  await checkPredicates(spec, tables, values, context);

  const statement = judgeEntries(spec, tables, values);
  const judged = judgedName(spec.name);
  await define(judged, statement.sql, statement.variables, inputs);
  const counts = readCounts(await data.query(countQuery(judged, statement), [], job), spec, statement);
  const person = spec.person === undefined ? [] : [spec.person];
  const cohort = await define(spec.name, cohortQuery(judged, spec, tables), {}, [tables.entries.name, ...person]);
  const stepsName = tableName(spec.name);
  const steps = stepsTable(counts, spec);
  const counted = await define(stepsName, steps.sql, steps.variables, []);
  remark(statement, counts, context);
  const missing = spec.not_imported ?? [];
  if (missing.length > 0) context.warn(() => words.circeLeft(missing.length, missing.join(' ')));
  if (spec.exit && counts.openEnds > 0) context.warn(() => words.openEnds(counts.openEnds));
  for (const remark of await unitRemarks(spec, tables, context)) context.warn(remark);
  const output = { ...counts, relation: cohort.relation, stepsName };
  const made = new Map<string, CellValue>([
    [spec.name, { type: 'table', relation: cohort.relation }],
    [stepsName, { type: 'table', relation: counted.relation }]
  ]);
  return { output, values: made };
}

function valuesFrom(names: readonly string[], { inputs }: RunContext): Record<string, Variable> {
  const values: Record<string, Variable> = {};
  for (const name of names) {
    const input = inputs.get(name);
    if (input?.type === 'table') throw fail('cohort-table-as-value', { table: name });
    if (input?.type === 'live') throw failCell('needs-plain-value', { name });
    if (input) values[name] = input.value;
  }
  return values;
}

/** Two rows of a person would make two of each of its entries. */
async function checkPersons({ person }: CohortTables, { engines, signal }: RunContext): Promise<void> {
  if (!person) return;
  const { relation, id } = person;
  const each = `SELECT ${quoted(id.name)} FROM ${quoted(relation.name)} WHERE ${quoted(id.name)} IS NOT NULL GROUP BY 1 HAVING count(*) > 1`;
  const n = figureOf(await engines.data.query(`SELECT count(*) AS n FROM (${each})`, [], { signal }), 'n');
  if (n > 0) throw fail('cohort-person-twice', { table: relation.name, n });
}

/** Asks the engine what it thinks of each condition in SQL by itself: then its errors stand where the condition does. */
async function checkPredicates(
  spec: CohortSpec,
  { entries, person, personId }: CohortTables,
  values: Readonly<Record<string, Variable>>,
  { engines, signal, key }: RunContext
): Promise<void> {
  const join = person
    ? `LEFT JOIN ${quoted(person.relation.name)} AS person ON person.${quoted(person.id.name)} = entry.${quoted(personId.name)}`
    : '';
  const source = `FROM (SELECT * FROM ${quoted(entries.name)} LIMIT 0) AS entry ${join}`;
  const name = `cell ${key} check`;
  for (const { step, number } of conditionsOf(spec.steps)) {
    const { condition } = step;
    if (condition.kind !== 'sql') continue;
    const check = async (sql: string) => {
      try {
        const { relation } = await engines.data.define({ name, sql, variables: values, inputs: [] }, { signal });
        return relation.columns[0]?.type;
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        throw placed(error, placeInPredicate(condition.sql, step.placeOf('sql'), error.place));
      } finally {
        await engines.data.remove([name]);
      }
    };
    const type = await check(`SELECT (\n${condition.sql}\n) AS met ${source}`);
    if (type !== 'bool') throw fail('cohort-sql', { step: number, type }, { place: step.placeOf('sql') });
    await check(`SELECT 1 AS one ${source} WHERE (\n${condition.sql}\n)`);
  }
}

function placed(error: AppError, place: Place): AppError {
  return new AppError(error.code, error.message, error.hint, place, error.values, error.details, error.cause);
}

/** What the person should read although all is well: births known in part, ties, rounded ages. */
function remark({ rounded, tieColumn }: Statement, { rows, partlyBorn }: CohortCounts, { warn }: RunContext): void {
  if (partlyBorn > 0) warn(() => words.birthByYear(partlyBorn));
  for (const column of new Set(rounded)) warn(() => words.ageRounded(column));
  const ties = rows.reduce((sum, row) => sum + row.ties, 0);
  if (ties > 0) warn(() => (tieColumn === undefined ? words.tiesByRow(ties) : words.ties(ties, tieColumn)));
}
