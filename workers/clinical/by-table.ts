import type { JobOptions } from '../shared/job';
import type { Column, Table } from '../shared/table';
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

/** What own code asks of the engine: whole tables go in, tables and figures come out. */
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

/** How many arguments a call has before its job. */
const lengths: Readonly<Record<keyof typeof methods, number>> = {
  score: 3,
  phoenixWindows: 3,
  creatinineBaselines: 3,
  sepsisOnset: 3,
  pathways: 3,
  conformance: 4,
  sepsisUtility: 3,
  utilityByThreshold: 3,
  averagePrecision: 2,
  pkStudy: 1,
  bleedingRates: 2,
  adherence: 3
};

/**
 * One function of the engine over whole tables, by name: for own code, whose arguments may be anything.
 * @throws `clinical-call` where the arguments are not such; what the function throws; `stopped`
 */
export async function byTable(method: string, args: readonly unknown[], job: JobOptions = {}): Promise<unknown> {
  if (!Object.hasOwn(methods, method)) throw fail('clinical-call', { method });
  const name = method as keyof typeof methods;
  const given = Array.from({ length: lengths[name] }, (_, at) => args[at]);
  try {
    return await (methods[name] as (...all: unknown[]) => Promise<unknown>)(...given, job);
  } catch (error) {
    // A table where none is, a name that is no text: code that the types would have held back.
    if (error instanceof TypeError) throw fail('clinical-call', { method, why: error.message });
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
