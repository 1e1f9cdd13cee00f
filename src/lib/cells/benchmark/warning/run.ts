import type { WarningColumns, WarningStudy } from '$workers/clinical';
import type { RelationColumn } from '$workers/data/contract';
import { AppError, at } from '$workers/shared/errors';
import type { Column, Table } from '$workers/shared/table';
import type { CellValue, Outcome, RunContext } from '$lib/notebook/kind';
import { columnOf } from '../../columns';
import { tableInput } from '../../inputs';
import { quoted } from '../../sql-name';
import { failBenchmark as fail } from '../failures';
import { patientsName, thresholdsName, type WarningSpec } from './spec';

export interface WarningOutput {
  study: WarningStudy;
  /** The tables it made. */
  tables: readonly string[];
}

/** Reads hours of patients, has their calls weighed, and puts what was found into tables. */
export async function runWarning(spec: WarningSpec, context: RunContext): Promise<Outcome<WarningOutput>> {
  const { engines, signal, progress } = context;
  const job = { signal, progress };
  const relation = await tableInput(spec.from, context);
  progress({ step: 'benchmark-read' });
  const of = (key: string, name: string) => columnOf(relation, name, spec.placeOf(key));
  const person = quoted(of('person', spec.person).name);
  const episode = spec.episode === undefined ? undefined : quoted(of('episode', spec.episode).name);
  const call = 'call' in spec.calls ? of('call', spec.calls.call) : of('score', spec.calls.score);
  const patient = episode === undefined ? person : `(${person}::VARCHAR || ' / ' || ${episode}::VARCHAR)`;
  const stay = episode === undefined ? person : `${person}, ${episode}`;
  const sql = [
    `SELECT ${patient} AS patient, ${hourOf(of('time', spec.time), stay, spec)} AS hour`,
    `${quoted(of('label', spec.label).name)} AS label, ${quoted(call.name)} AS call`,
    ...(spec.hospital === undefined ? [] : [`${quoted(of('hospital', spec.hospital).name)} AS hospital`])
  ].join(', ');
  const table = await engines.data.query(`${sql} FROM ${quoted(relation.name)}`, [], { signal });
  const hours = { patient: 'patient', hour: 'hour', label: 'label' };
  const group = spec.hospital === undefined ? {} : { group: 'hospital' };
  const { calls } = spec;
  const columns: WarningColumns =
    'call' in calls
      ? { ...hours, ...group, call: 'call' }
      : { ...hours, ...group, score: 'call', ...(calls.threshold !== undefined && { threshold: calls.threshold }) };
  let study: WarningStudy;
  try {
    study = await engines.clinical.warningStudy(table, columns, { shiftHours: spec.shift }, job);
  } catch (error) {
    throw placed(error, spec);
  }
  const made: [string, Table][] = [
    [spec.name, study.groups],
    [patientsName(spec.name), study.utility.table]
  ];
  if (study.scores) made.push([thresholdsName(spec.name), study.scores.curve]);
  const values = new Map<string, CellValue>();
  for (const [name, found] of made) {
    values.set(name, { type: 'table', relation: await engines.data.insert(name, named(found, spec), job) });
  }
  return { output: { study, tables: made.map(([name]) => name) }, values };
}

/** Hospitals under the name that they have in the table. */
function named({ rows, columns }: Table, { hospital }: WarningSpec): Table {
  const own = (column: Column) => (column.name === 'group' && hospital !== undefined ? hospital : column.name);
  return { rows, columns: columns.map((column) => ({ ...column, name: own(column) })) };
}

/** How a number in a unit becomes hours. */
const toHours: Readonly<Record<string, string>> = {
  h: '',
  hours: '',
  min: ' / 60.0',
  minutes: ' / 60.0',
  s: ' / 3600.0',
  d: ' * 24.0',
  days: ' * 24.0'
};

/** Hours as a number: of dates and timestamps since the first of the stay. */
function hourOf({ name, type, unit = 'h' }: RelationColumn, stay: string, spec: WarningSpec): string {
  const column = quoted(name);
  if (type === 'date' || type === 'timestamp') {
    const time = `${column}::TIMESTAMP`;
    return `(date_diff('microsecond', min(${time}) OVER (PARTITION BY ${stay}), ${time}) / 3600000000.0)`;
  }
  const change = toHours[unit.trim().toLowerCase()];
  if (change === undefined) throw fail('benchmark-hour-unit', { column: name, unit }, { place: spec.placeOf('time') });
  return change === '' ? column : `(${column}${change})`;
}

/** What of the text a column of the engine's table stands for. */
function placed(error: unknown, { placeOf, calls }: WarningSpec): unknown {
  if (!(error instanceof AppError) || error.place) return error;
  const keys: Readonly<Record<string, string>> = {
    patient: 'person',
    hour: 'time',
    label: 'label',
    call: 'call' in calls ? 'call' : 'score',
    hospital: 'hospital'
  };
  const key = keys[String(error.values.column)];
  if (key !== undefined) return at(error, placeOf(key));
  return error.code === 'utility-hour-twice' ? at(error, placeOf('time')) : error;
}
