import type { JobOptions } from '../shared/job';
import type { Column, Table } from '../shared/table';
import { fail } from './errors';
import {
  courseInputs,
  creatinineBaselines,
  recognise,
  SCORES,
  scoreCourse,
  sepsisOnset,
  type OnsetOptions,
  type ScoredCourse
} from './scores';

/** Columns of who and when. */
interface KeyColumns {
  person: string;
  time: string;
  episode?: string;
}
interface TimeUnit {
  /** Of times that are numbers, where their column does not say it: s, min, h or d. */
  timeUnit?: string;
}

function columnOf(table: Table, name: string): Column {
  const found = table.columns.find((one) => one.name === name);
  if (found) return found;
  throw fail('clinical-no-column', { column: name, known: table.columns.map((one) => one.name).join(', ') });
}

/** @throws `clinical-time-unit`: minutes and hours look alike */
function timeOf(table: Table, name: string, unit: string | undefined): Column {
  const column = columnOf(table, name);
  if (column.type === 'date' || column.type === 'timestamp') return column;
  const said = unit ?? column.unit ?? '';
  if (said.trim() === '') throw fail('clinical-time-unit', { column: name });
  return { ...column, unit: said };
}

function keysOf(table: Table, { person, time, episode }: KeyColumns, unit: string | undefined) {
  return {
    person: columnOf(table, person),
    time: timeOf(table, time, unit),
    ...(episode !== undefined && { episode: columnOf(table, episode) })
  };
}

interface WindowsAsked extends TimeUnit {
  score?: 'phoenix' | 'phoenix-8';
  /** Columns by input; left out: those whose names are known to mean an input, as in a score cell. */
  columns?: Readonly<Record<string, string>>;
  /** Units by input, where the columns do not say their own. */
  units?: Readonly<Record<string, string>>;
  onset?: OnsetOptions;
  /** Of observations one a row: the columns of their names, values and units, and the table of times to score. */
  long?: { variable: string; value: string; text?: string; unit?: string; at?: Table };
}

/** Phoenix with look-back over a whole table: one row a person and time, or one row an observation. */
export async function windowsOf(
  table: Table,
  keys: KeyColumns,
  { score = 'phoenix', columns, units = {}, onset, long, timeUnit }: WindowsAsked = {},
  job?: JobOptions
): Promise<ScoredCourse> {
  const when = long?.at ?? table;
  const definition = SCORES.find((one) => one.name === score);
  const known = recognise({ inputs: definition ? courseInputs(definition, true) : [] }, when);
  const named = columns ?? Object.fromEntries([...known].map(([input, { name }]) => [input, name]));
  const inputs = Object.fromEntries(
    Object.entries(named).map(([input, name]) => {
      const column = columnOf(when, name);
      return [input, units[input] === undefined ? column : { ...column, unit: units[input] }];
    })
  );
  const observations = long && {
    ...keysOf(table, keys, timeUnit),
    variable: columnOf(table, long.variable),
    value: columnOf(table, long.value),
    ...(long.text !== undefined && { text: columnOf(table, long.text) }),
    ...(long.unit !== undefined && { unit: columnOf(table, long.unit) })
  };
  return scoreCourse(
    score,
    {
      ...keysOf(when, keys, timeUnit),
      inputs,
      lookBack: true,
      ...(observations && { observations }),
      ...(onset && { onset })
    },
    job
  );
}

/** The two baselines of a KDIGO stage, a row a row. */
export async function baselinesOf(
  table: Table,
  { creatinine, ...keys }: KeyColumns & { creatinine: string },
  { unit, timeUnit }: TimeUnit & { unit?: string } = {},
  job?: JobOptions
): Promise<Table> {
  const course = { ...keysOf(table, keys, timeUnit), creatinine: columnOf(table, creatinine) };
  const made = await creatinineBaselines({ ...course, ...(unit !== undefined && { unit }) }, job);
  return { rows: table.rows, columns: [made.creatinine_48h, made.baseline] };
}

/** When sepsis begins by Phoenix totals, a row a stay; with `before` also a label a row. */
export async function onsetOf(
  table: Table,
  {
    total,
    cardiovascular,
    suspected_infection,
    ...keys
  }: KeyColumns & { total: string; cardiovascular?: string; suspected_infection?: string },
  { timeUnit, ...options }: OnsetOptions & TimeUnit = {},
  job?: JobOptions
) {
  const { label, ...found } = await sepsisOnset(
    {
      ...keysOf(table, keys, timeUnit),
      total: columnOf(table, total),
      ...(cardiovascular !== undefined && { cardiovascular: columnOf(table, cardiovascular) }),
      ...(suspected_infection !== undefined && { suspected_infection: columnOf(table, suspected_infection) })
    },
    options,
    job
  );
  return { ...found, ...(label && { labels: { rows: table.rows, columns: [label] } }) };
}
