import { HOURLY_VARIABLES, hourlyGrid, type HourlyOptions, type HourlyReport } from '$workers/clinical/hourly';
import type { Relation } from '$workers/data/contract';
import { AppError, at, type Place } from '$workers/shared/errors';
import type { Outcome, RunContext } from '$lib/notebook/kind';
import { tableInput } from '../inputs';
import { quoted } from '../sql-name';
import type { HourlySpec } from './spec';

/** What an hourly cell shows. */
export interface HourlyOutput extends HourlyReport {
  relation: Relation;
}

/** Where a part of the grid stands until all are there: a name with blanks, which nobody writes by chance. */
const partName = (name: string, part: number): string => `cell ${name} part ${part}`;

/** Puts measurements onto hours; the result is a table of one row a person, stay and hour. */
export async function runHourly(spec: HourlySpec, context: RunContext): Promise<Outcome<HourlyOutput>> {
  const { engines, signal, progress } = context;
  const { data, clinical } = engines;
  const job = { signal };
  const from = await tableInput(spec.from, context);
  const stays = spec.stays === undefined ? undefined : await tableInput(spec.stays, context);
  const map = spec.map === undefined ? undefined : await tableInput(spec.map, context);
  const parts: string[] = [];
  try {
    const report = await hourlyGrid(
      { from, ...(stays && { stays }), ...(map && { map }) },
      optionsOf(spec),
      {
        query: (sql) => data.query(sql, [], job),
        fill: (plan, block) => clinical.fillHours(plan, block, job),
        keep: async (table) => {
          const name = partName(spec.name, parts.length);
          parts.push(name);
          await data.insert(name, table, job);
        }
      },
      { signal, progress }
    );
    progress({ step: 'table-insert', of: spec.name });
    const sql = parts.map((name) => `SELECT * FROM ${quoted(name)}`).join(' UNION ALL ');
    const { relation } = await data.define({ name: spec.name, sql, variables: {}, inputs: parts, atOnce: true }, job);
    const output: HourlyOutput = { ...report, relation };
    return { output, values: new Map([[spec.name, { type: 'table', relation }]]) };
  } catch (error) {
    throw placed(error, spec);
  } finally {
    await data.remove(parts);
  }
}

function optionsOf(spec: HourlySpec): HourlyOptions {
  const usual = HOURLY_VARIABLES.map(({ name }) => [name, 0] as const);
  const carry = spec.carriesForward ? Object.fromEntries(spec.carry) : Object.fromEntries(usual);
  return {
    variables: spec.variables,
    aggregate: Object.fromEntries(spec.aggregate),
    carry,
    ages: spec.ages,
    unitless: spec.unitless,
    columns: Object.fromEntries(spec.columns),
    stayColumns: spec.stayColumns
  };
}

/** Where in the text the engine's complaint belongs. */
function placed(error: unknown, spec: HourlySpec): unknown {
  const { placeOf, stays, from, map, variables } = spec;
  if (!(error instanceof AppError) || error.place || !error.code.startsWith('hourly-')) return error;
  const { table, variable, column } = error.values;
  const written = error.code === 'hourly-column' ? placeOfColumn(String(column), spec) : undefined;
  if (written) return at(error, written);
  if (error.code.startsWith('hourly-map')) return at(error, placeOf('map'));
  if (error.code === 'hourly-variable-unknown') {
    const index = variables.indexOf(String(variable));
    return at(error, index >= 0 ? placeOf('variables', String(index)) : placeOf('from'));
  }
  if (map !== undefined && table === map) return at(error, placeOf('map'));
  return at(error, placeOf(table !== from && table === stays ? 'stays' : 'from'));
}

/** Where a column is written that the table does not have. */
function placeOfColumn(column: string, { placeOf, columns, stayColumns }: HourlySpec): Place | undefined {
  const named = [
    ...[...columns].map(([role, name]) => ({ name, path: ['columns', role] })),
    ...Object.entries(stayColumns).map(([role, name]) => ({ name, path: ['stay_columns', role] }))
  ];
  const found = named.find(({ name }) => name === column);
  return found && placeOf(...found.path);
}
