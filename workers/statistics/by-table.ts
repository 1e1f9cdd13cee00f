import { checkArguments, may, need, type Argument } from '../shared/call-arguments';
import type { JobOptions } from '../shared/job';
import { nearNames } from '../shared/near-names';
import type { Column, Table } from '../shared/table';
import { analyse, analyses, codeName, type AnalysisMethod } from './analysis';
import { benchmark, type CourseRequest } from './benchmark';
import { numbersOf } from './columns';
import { fail } from './errors';
import {
  controlLimit,
  expectedRisks,
  interruptedTimeSeries,
  monitorInOrder,
  observedExpectedByHospital,
  proportionFunnel,
  ratesByHospital,
  ratioFunnel,
  readRiskModel,
  thirtyDayOutcomes,
  type ControlLimitOptions,
  type MonitorOptions,
  type TimeSeriesOptions
} from './monitoring';

/** Columns by their names. */
type Names<Key extends string> = Readonly<Record<Key, string>>;

/** What `statistics.benchmark` reads of a table of cases. */
interface CaseNames extends Names<'hospital'>, Partial<Names<'risk' | 'time' | 'stay'>> {
  /** Yes and no; or deaths within so many days, of `death` and `followUp`. */
  outcome?: string;
  death?: string;
  followUp?: string;
  operation?: string;
  episode?: string;
  complications?: readonly string[];
}

interface Comparing {
  /** Table of a risk model; its terms are columns of the table of cases. */
  coefficients?: Table;
  recalibrate?: boolean;
  days?: number;
  level?: number;
  target?: number;
  course?: CourseRequest;
}

/** What own code asks of the engine: whole tables go in, tables and figures come out. */
const methods = {
  benchmark: (table: Table, names: CaseNames, options: Comparing = {}, job?: JobOptions) => {
    const { hospital, outcome, death, followUp, risk, time, operation, episode, stay, complications = [] } = names;
    const { coefficients, days, ...others } = options;
    const of = reader(table);
    if (outcome === undefined && (death === undefined || followUp === undefined)) throw fail('outcome-unnamed');
    const operated = operation ?? time;
    return benchmark(
      {
        hospital: of(hospital),
        outcome:
          outcome !== undefined
            ? { event: of(outcome) }
            : {
                death: of(death as string),
                followUp: of(followUp as string),
                ...(operated !== undefined && { operation: of(operated) }),
                ...(episode !== undefined && { episode: of(episode) }),
                ...(days !== undefined && { days })
              },
        ...(risk !== undefined && { risk: of(risk) }),
        ...(coefficients && { risk: { coefficients, of: table } }),
        ...(time !== undefined && { time: of(time) }),
        complications: complications.map(of),
        ...(stay !== undefined && { stay: of(stay) }),
        ...others
      },
      job
    );
  },
  funnel: async (
    table: Table,
    { hospital, outcome, risk }: Names<'hospital' | 'outcome'> & { risk?: string },
    { target }: { target?: number } = {}
  ) => {
    const of = reader(table);
    const columns = { hospital: of(hospital), outcome: of(outcome) };
    return risk === undefined ? proportionFunnel(columns, { target }) : ratioFunnel({ ...columns, risk: of(risk) });
  },
  observedExpected: async (table: Table, names: Names<'hospital' | 'outcome' | 'risk'>, options: Level = {}) => {
    const of = reader(table);
    const columns = { hospital: of(names.hospital), outcome: of(names.outcome), risk: of(names.risk) };
    return observedExpectedByHospital(columns, options);
  },
  rates: async (
    table: Table,
    { hospital, events }: Names<'hospital'> & { events: readonly string[] },
    options: Level = {}
  ) => ratesByHospital({ hospital: reader(table)(hospital), events: events.map(reader(table)) }, options),
  monitor: async (
    table: Table,
    { outcome, risk, time }: Names<'outcome' | 'risk'> & { time?: string },
    options: MonitorOptions = {}
  ) => {
    const of = reader(table);
    const columns = { outcome: of(outcome), risk: of(risk), ...(time !== undefined && { time: of(time) }) };
    return monitorInOrder(columns, options);
  },
  controlLimit: (table: Table, { risk }: Names<'risk'>, options: ControlLimitOptions, job?: JobOptions) =>
    controlLimit(
      numbersOf(reader(table)(risk)).filter((one) => !Number.isNaN(one)),
      options,
      job
    ),
  expectedRisks: async (coefficients: Table, table: Table) => {
    const { risk, used, dropped } = expectedRisks(readRiskModel(coefficients), table);
    return { table: { rows: table.rows, columns: [...table.columns.filter(({ name }) => name !== risk.name), risk] }, used, dropped }; // prettier-ignore
  },
  thirtyDayOutcomes: async (
    table: Table,
    { episode, operation, death, followUp }: Names<'episode' | 'operation' | 'death' | 'followUp'>,
    options: { days?: number } = {}
  ) => {
    const of = reader(table);
    const columns = { episode: of(episode), operation: of(operation), death: of(death), followUp: of(followUp) };
    return thirtyDayOutcomes(columns, options);
  },
  interruptedTimeSeries: async (table: Table, { value }: Names<'value'>, options: TimeSeriesOptions) =>
    interruptedTimeSeries(reader(table)(value), options)
} as const;

interface Level {
  level?: number;
}

const cases = need('table', 'table');
const columns = (...keys: readonly Argument[]) => need('columns', 'object', keys);
const names = (...keys: readonly string[]) => keys.map((key) => need(key, 'column'));
const options = (...keys: readonly Argument[]) => may('options', 'object', keys);
const level = may('level', 'number');

/** What each takes before its job. */
const takes: Readonly<Record<keyof typeof methods, readonly Argument[]>> = {
  benchmark: [
    cases,
    columns(
      ...names('hospital'),
      ...['outcome', 'death', 'followUp', 'operation', 'episode', 'risk', 'time', 'stay'].map((key) =>
        may(key, 'column')
      ),
      may('complications', 'columns')
    ),
    options(
      may('coefficients', 'table'),
      may('recalibrate', 'truth'),
      may('days', 'number'),
      level,
      may('target', 'number'),
      may('course', 'object', [
        may('worse', 'number'),
        may('better', 'number'),
        may('limits', 'object', [
          need('falseAlarm', 'number'),
          may('cases', 'number'),
          may('runs', 'number'),
          need('seed', 'number')
        ])
      ])
    )
  ],
  funnel: [cases, columns(...names('hospital', 'outcome'), may('risk', 'column')), options(may('target', 'number'))],
  observedExpected: [cases, columns(...names('hospital', 'outcome', 'risk')), options(level)],
  rates: [cases, columns(...names('hospital'), need('events', 'columns')), options(level)],
  monitor: [
    cases,
    columns(...names('outcome', 'risk'), may('time', 'column')),
    options(
      may('worse', 'number'),
      may('better', 'number'),
      may('limits', 'object', [may('worse', 'number'), may('better', 'number')])
    )
  ],
  controlLimit: [
    cases,
    columns(...names('risk')),
    need('options', 'object', [
      need('oddsRatio', 'number'),
      need('target', 'object', [
        may('falseAlarm', 'number'),
        may('cases', 'number'),
        may('averageRunLength', 'number')
      ]),
      may('runs', 'number'),
      need('seed', 'number')
    ])
  ],
  expectedRisks: [need('coefficients', 'table'), cases],
  thirtyDayOutcomes: [cases, columns(...names('episode', 'operation', 'death', 'followUp')), options(may('days', 'number'))], // prettier-ignore
  interruptedTimeSeries: [
    cases,
    columns(...names('value')),
    need('options', 'object', [need('start', 'number'), may('lag', 'number'), level])
  ]
};

/**
 * One function of the engine over whole tables, by name: for own code, whose arguments may be anything.
 *
 * @throws `call-argument`, `call-key` where the arguments are not such; `statistics-call` where there is no such function;
 *   `column-unknown`; what the function throws; `stopped`
 */
export async function byTable(method: string, args: readonly unknown[], job: JobOptions = {}): Promise<unknown> {
  const analysis = analyses.find(({ name }) => codeName(name) === method);
  if (analysis) return analysisOf(analysis, args, job);
  if (!Object.hasOwn(methods, method)) throw fail('statistics-call', { method });
  const name = method as keyof typeof methods;
  checkArguments(`statistics.${method}`, takes[name], args);
  const given = takes[name].map((_, at) => args[at]);
  try {
    return await (methods[name] as (...all: unknown[]) => Promise<unknown>)(...given, job);
  } catch (error) {
    // Deep inside a table or an option: code that the types would have held back.
    if (error instanceof TypeError) throw fail('statistics-call', { method }, { details: error.message, cause: error });
    throw error;
  }
}

/** An analysis takes its table and its request; one that plans a study only the request. */
function analysisOf({ name, table }: AnalysisMethod, args: readonly unknown[], job: JobOptions): Promise<unknown> {
  const [first, second] = args;
  return table === false
    ? analyse(name, undefined, first as Readonly<Record<string, unknown>>, job)
    : analyse(name, first as Table, second as Readonly<Record<string, unknown>>, job);
}

/** Finds columns of a table. @throws `column-unknown` */
function reader(table: Table): (name: string) => Column {
  return (name) => {
    const found = table.columns.find((column) => column.name === name);
    if (found) return found;
    const known = table.columns.map((column) => column.name);
    throw fail('column-unknown', { column: name, near: nearNames(name, known, 1)[0], known: known.join(', ') });
  };
}
