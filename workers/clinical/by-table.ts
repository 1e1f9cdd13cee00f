import { checkArguments } from '../shared/call-arguments';
import type { JobOptions } from '../shared/job';
import type { Column, Table } from '../shared/table';
import { takes } from './arguments';
import { checkConformance, mapPathways, readEventLog, type EventColumns, type PathwayFilter } from './pathway';
import { baselinesOf, onsetOf, windowsOf } from './course-by-table';
import { fail } from './errors';
import { adherenceByPerson, bleedingRates, pkStudy, type PkRequest } from './pk';
import { recognise, score, SCORES, type ScoreOptions } from './scores';
import {
  averagePrecision,
  sepsisUtility,
  utilityByThreshold,
  type CallColumns,
  type HourColumns,
  type UtilityOptions
} from './utility';

interface Scoring extends Pick<ScoreOptions, 'units' | 'lms'> {
  /** Columns by input; left out: those whose names are known to mean an input, as in a score cell. */
  columns?: Readonly<Record<string, string>>;
}

/** What own code asks of the engine: whole tables go in, tables and figures come out. What each takes: `arguments.ts`. */
const methods = {
  score: (name: string, table: Table, { columns, ...options }: Scoring = {}, job?: JobOptions) =>
    score(name, inputsOf(name, table, columns), { rows: table.rows, ...options }, job),
  phoenixWindows: windowsOf,
  creatinineBaselines: baselinesOf,
  sepsisOnset: onsetOf,
  pathways: async (table: Table, names: EventColumns, filter: PathwayFilter = {}) =>
    mapPathways(readEventLog(table, names), filter),
  conformance: (table: Table, names: EventColumns, path: string, filter: PathwayFilter = {}, job?: JobOptions) =>
    checkConformance(readEventLog(table, names), path, filter, job),
  sepsisUtility: async (table: Table, columns: CallColumns, options: UtilityOptions = {}) =>
    sepsisUtility(table, columns, options),
  utilityByThreshold: async (table: Table, columns: HourColumns & { score: string }, options: UtilityOptions = {}) =>
    utilityByThreshold(table, columns, options),
  averagePrecision: async (table: Table, columns: { score: string; label: string }) => averagePrecision(table, columns),
  pkStudy: (request: PkRequest, job?: JobOptions) => pkStudy(request, job),
  bleedingRates: async (table: Table, { level }: { level?: number } = {}) =>
    bleedingRates(table, level === undefined ? {} : { level }),
  adherence: async (planned: Table, given: Table, toleranceHours: number) =>
    adherenceByPerson(planned, given, toleranceHours)
} as const;

/**
 * One function of the engine over whole tables, by name: for own code, whose arguments may be anything.
 * @throws `call-argument`, `call-key` where the arguments are not such; `clinical-call` where there is no such function; what
 * the function throws; `stopped`
 */
export async function byTable(method: string, args: readonly unknown[], job: JobOptions = {}): Promise<unknown> {
  if (!Object.hasOwn(methods, method)) throw fail('clinical-call', { method });
  const name = method as keyof typeof methods;
  checkArguments(`clinical.${method}`, takes[name], args);
  const given = takes[name].map((_, at) => args[at]);
  try {
    return await (methods[name] as (...all: unknown[]) => Promise<unknown>)(...given, job);
  } catch (error) {
    // Deep inside a table or an option: code that the types would have held back.
    if (error instanceof TypeError) throw fail('clinical-call', { method }, { details: error.message, cause: error });
    throw error;
  }
}

function inputsOf(
  score: string,
  table: Table,
  columns: Readonly<Record<string, string>> | undefined
): Record<string, Column> {
  if (!columns) {
    const definition = SCORES.find((one) => one.name === score);
    return Object.fromEntries(definition ? recognise(definition, table) : []);
  }
  return Object.fromEntries(
    Object.entries(columns).map(([input, name]) => {
      const column = table.columns.find((one) => one.name === name);
      if (!column)
        throw fail('clinical-no-column', { column: name, known: table.columns.map((one) => one.name).join(', ') });
      return [input, column];
    })
  );
}
