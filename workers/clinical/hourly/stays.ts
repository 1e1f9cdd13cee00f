import { isPresent } from '../../shared/exact-text';
import type { Relation, RelationColumn } from '../../shared/relation';
import type { Column, Table } from '../../shared/table';
import { MOST_HOURS } from './contract';
import { keyAt, sliced } from './columns';
import { fail } from './errors';
import type { Stays } from './plan';
import { byName, columnOf, needed, personNames, type HourlySource } from './source';
import { isDay, isTime, isWhole, keySql, literal, microsSql, quoted } from './sql-text';

/** Columns of a table of stays, where their names do not say it. */
export interface NamedStayColumns {
  person?: string;
  id?: string;
  start?: string;
  end?: string;
}

/** What is said of the stays. */
export interface StayCounts {
  /** Those that have hours in the grid. */
  used: number;
  /** Without a person, a beginning or an end. */
  incomplete: number;
  /** Whose end is not after their beginning. */
  reversed: number;
  /** That begin before an earlier one of the same person has ended. */
  overlapping: number;
}

const hour = 3_600_000_000;
const ids = [
  'visit_detail_id',
  'stay_id',
  'icustay_id',
  'episode_id',
  'episode',
  'visit_occurrence_id',
  'encounter_id'
];
const starts = [
  'visit_detail_start_datetime', 'visit_start_datetime', 'admitted', 'admission', 'admission_datetime', 'admission_time',
  'admittime', 'intime', 'start_datetime', 'start_time', 'start', 'visit_detail_start_date', 'visit_start_date'
]; // prettier-ignore
const ends = [
  'visit_detail_end_datetime', 'visit_end_datetime', 'discharged', 'discharge', 'discharge_datetime', 'discharge_time',
  'dischtime', 'outtime', 'end_datetime', 'end_time', 'end', 'visit_detail_end_date', 'visit_end_date'
]; // prettier-ignore

/**
 * The stays of a table: `person`, `id`, `start`, `end` (µs), by person and beginning. OMOP's `_datetime` goes before its
 * `_date`; a date as an end is the whole of that day.
 * @throws `hourly-role`, `hourly-column`, `hourly-time-type`, `hourly-person-types`
 */
export function staysSql(relation: Relation, source: HourlySource, named: NamedStayColumns = {}): string {
  const pick = (role: keyof NamedStayColumns, names: readonly string[]): RelationColumn | undefined => {
    const chosen = named[role];
    if (chosen !== undefined) return columnOf(relation, chosen);
    return names.map((name) => byName(relation, name)).find((column) => column !== undefined);
  };
  const person =
    pick('person', [source.person.name]) ??
    needed(
      relation,
      'person',
      relation.columns.find(({ name }) => personNames.test(name.toLowerCase()))
    );
  checkPersons(relation, person, source);
  const start = momentSql(relation, needed(relation, 'start', pick('start', starts)), 0);
  const end = pick('end', ends);
  const length = end ? undefined : byName(relation, 'stay_hours');
  const until = end
    ? momentSql(relation, end, 1)
    : `${start} + to_microseconds(CAST(round(${quoted(needed(relation, 'end', length).name)} * CAST(${hour} AS DOUBLE)) AS BIGINT))`;
  const id = pick('id', ids);
  const idSql = id ? keySql(id) : 'CAST(row_number() OVER () AS BIGINT)';
  return (
    `SELECT person, id, ${microsSql('start')} AS start, ${microsSql('until')} AS until FROM (` +
    `SELECT ${keySql(person)} AS person, ${idSql} AS id, ${start} AS start, ${until} AS until FROM ${quoted(relation.name)}` +
    `) ORDER BY person, start, until, id`
  );
}

/** Names of a column of the rows that tells the stays of a person apart. A visit of OMOP may be no stay, and lack in rows. */
const rowIds = ['episode', 'episode_id', 'stay_id', 'icustay_id'];

export function stayOfRows({ relation, person }: HourlySource): RelationColumn | undefined {
  return rowIds.map((name) => byName(relation, name)).find((column) => column && column.name !== person.name);
}

/**
 * Where no table of stays is given: one stay a person and stay of the rows, or a person, from the hour of the first value to
 * that of the last.
 */
export function staysOfRowsSql(source: HourlySource): string {
  const time = quoted(source.time.name);
  const stay = stayOfRows(source);
  const id = stay ? keySql(stay) : 'CAST(1 AS BIGINT)';
  return (
    `SELECT person, id, floor(min(moment) / ${hour}) * ${hour} AS start, max(moment) + 1 AS until FROM (` +
    `SELECT ${keySql(source.person)} AS person, ${id} AS id, ${microsSql(time)} AS moment FROM ${quoted(source.relation.name)}` +
    `) WHERE moment IS NOT NULL AND person IS NOT NULL AND id IS NOT NULL GROUP BY person, id ORDER BY person, start, until, id`
  );
}

function momentSql(relation: Relation, column: RelationColumn, daysAfter: number): string {
  const name = quoted(column.name);
  const ofDay = (day: string) => `CAST(${day} AS TIMESTAMP)${daysAfter ? ` + INTERVAL ${daysAfter} DAY` : ''}`;
  if (isDay(column)) return ofDay(name);
  if (!isTime(column)) throw fail('hourly-time-type', { table: relation.name, column: column.name });
  const beside = /_datetime$/i.test(column.name) ? byName(relation, column.name.replace(/time$/i, '')) : undefined;
  return beside && isDay(beside)
    ? `coalesce(CAST(${name} AS TIMESTAMP), ${ofDay(quoted(beside.name))})`
    : `CAST(${name} AS TIMESTAMP)`;
}

function checkPersons(relation: Relation, person: RelationColumn, source: HourlySource): void {
  if (isWhole(person) === isWhole(source.person)) return;
  throw fail('hourly-person-types', { one: relation.name, other: source.relation.name });
}

/**
 * Leaves out what cannot be a stay, counts it, and counts hours.
 * @param read person, id, start, end, in that order
 * @throws `hourly-no-stays`, `hourly-too-large`
 */
export function readStays(read: Table, table: string): { stays: Stays; counts: StayCounts } {
  const [person, id, start, end] = read.columns as [Column, Column, Column, Column];
  const counts: StayCounts = { used: 0, incomplete: 0, reversed: 0, overlapping: 0 };
  const rows: number[] = [];
  let latest = -Infinity;
  let total = 0;
  let longest = 0;
  for (let row = 0; row < read.rows; row++) {
    if (![person, start, end].every((column) => isPresent(column, row))) {
      counts.incomplete++;
      continue;
    }
    const [from, until] = [Number(start.values[row]), Number(end.values[row])];
    if (!(until > from)) {
      counts.reversed++;
      continue;
    }
    const last = rows.at(-1);
    const isSame = last !== undefined && keyAt(person, last) === keyAt(person, row);
    if (isSame && from < latest) counts.overlapping++;
    latest = isSame ? Math.max(latest, until) : until;
    rows.push(row);
    const hours = Math.ceil((until - from) / hour);
    total += hours;
    longest = Math.max(longest, hours);
  }
  if (rows.length === 0) throw fail('hourly-no-stays', { table });
  if (total > MOST_HOURS) throw fail('hourly-too-large', { hours: total, longest, most: MOST_HOURS });
  counts.used = rows.length;
  return { stays: taken({ person, id, start, end }, rows), counts };
}

function taken(columns: { person: Column; id: Column; start: Column; end: Column }, rows: readonly number[]): Stays {
  const start = Float64Array.from(rows, (row) => Number(columns.start.values[row]));
  const end = Float64Array.from(rows, (row) => Number(columns.end.values[row]));
  return {
    person: pickRows(columns.person, rows),
    id: pickRows(columns.id, rows),
    start,
    end,
    hours: Int32Array.from(rows, (_, at) => Math.ceil(((end[at] as number) - (start[at] as number)) / hour))
  };
}

function pickRows(column: Column, rows: readonly number[]): Column {
  const make = column.values.constructor as new (length: number) => typeof column.values;
  const values = new make(rows.length);
  rows.forEach((row, at) => (values[at] = column.values[row] as never));
  const { validity: _, ...rest } = column;
  return { ...rest, values } as Column;
}

/** Stays `from` to `to`, not the last. */
export function someStays({ person, id, start, end, hours }: Stays, from: number, to: number): Stays {
  return {
    person: sliced(person, from, to),
    id: sliced(id, from, to),
    start: start.slice(from, to),
    end: end.slice(from, to),
    hours: hours.slice(from, to)
  };
}

/** Parts of about `most` hours; a person is in one part. */
export function partsOf({ person, hours }: Stays, most: number): { from: number; to: number }[] {
  const parts: { from: number; to: number }[] = [];
  let from = 0;
  let held = 0;
  for (let stay = 0; stay < hours.length; stay++) {
    const next = hours[stay] as number;
    if (held > 0 && held + next > most && keyAt(person, stay) !== keyAt(person, stay - 1)) {
      parts.push({ from, to: stay });
      from = stay;
      held = 0;
    }
    held += next;
  }
  return [...parts, { from, to: hours.length }];
}

/** Rows of the persons of some stays. Rows of persons without a stay are of no part: they are known by their count. */
export function personsSql(source: HourlySource, { person }: Stays, from: number, to: number): string {
  const bound = (stay: number) => {
    const key = keyAt(person, stay);
    return typeof key === 'string' ? literal(key) : String(key);
  };
  return `${keySql(source.person)} BETWEEN ${bound(from)} AND ${bound(to - 1)}`;
}
