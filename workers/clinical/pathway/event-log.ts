import { isEndless } from '../../shared/endless';
import { exactText, isPresent } from '../../shared/exact-text';
import type { Int32Column, Int64Column, Table, TextColumn } from '../../shared/table';
import { codeValues, sortTexts } from './coding';
import { fail } from './errors';
import { chooseColumns, type ChosenColumns, type EventColumns } from './event-columns';
import { readTimes, type TimeColumn } from './event-times';

/** Rows that are no event, each under the first reason that holds. */
export interface DroppedRows {
  missingCase: number;
  missingActivity: number;
  missingTime: number;
  /** The time is `infinity` or `-infinity`. */
  endlessTime: number;
}

/**
 * Events sorted by case and time, as whole numbers. Made once of a table; every filter and map is computed from it.
 * Events of a case stand together: those of case c from `starts[c]` to before `starts[c + 1]`.
 */
export interface EventLog {
  /** The different activities, sorted; an activity's code is its place. */
  readonly activities: readonly string[];
  /** The different hospitals as text, in order of first appearance. */
  readonly hospitals: readonly string[];
  /** The id of each case, in order of first appearance, in its own type. */
  readonly cases: TextColumn | Int64Column | Int32Column;
  readonly starts: Int32Array;
  /** Code of the activity, one an event. */
  readonly activity: Int32Array;
  /** Whole microseconds since `origin`, one an event. */
  readonly time: Float64Array;
  /** Row of the table the event came from. */
  readonly row: Int32Array;
  /** Code of the hospital, one a case, −1 where no event names one. Absent without a hospital column. */
  readonly hospital: Int32Array | undefined;
  /** 1 for a case whose events name more than one hospital. Absent without a hospital column. */
  readonly hasSeveralHospitals: Uint8Array | undefined;
  /** Microseconds since 1970 of the earliest event. */
  readonly origin: bigint;
  readonly timeType: TimeColumn['type'];
  /** Rows of the table. */
  readonly rows: number;
  readonly dropped: DroppedRows;
}

function keepRows(columns: ChosenColumns, rows: number): { kept: Int32Array; dropped: DroppedRows } {
  const dropped = { missingCase: 0, missingActivity: 0, missingTime: 0, endlessTime: 0 };
  const kept = new Int32Array(rows);
  let count = 0;
  for (let row = 0; row < rows; row++) {
    if (!isPresent(columns.case, row)) dropped.missingCase++;
    else if (!isPresent(columns.activity, row)) dropped.missingActivity++;
    else if (!isPresent(columns.time, row)) dropped.missingTime++;
    else if (isEndless(columns.time, row)) dropped.endlessTime++;
    else kept[count++] = row;
  }
  return { kept: kept.slice(0, count), dropped };
}

/** Rows by their number; equal numbers in the order of the table. */
function sortByNumber(order: Int64Column | Int32Column, rows: Int32Array): Int32Array {
  const without = rows.reduce((count, row) => count + Number(!isPresent(order, row)), 0);
  if (without > 0) throw fail('pathway-order-missing', { rows: without, column: order.name });
  const { values } = order;
  return rows.sort((a, b) => (values[a]! < values[b]! ? -1 : values[a]! > values[b]! ? 1 : a - b));
}

/** Where each case starts, and the places of the events by case and time; equal times keep their order. */
function sortEvents(codes: Int32Array, cases: number, time: Float64Array): { starts: Int32Array; places: Int32Array } {
  const starts = new Int32Array(cases + 1);
  for (const code of codes) starts[code + 1]!++;
  for (let one = 0; one < cases; one++) starts[one + 1]! += starts[one]!;
  const next = starts.slice(0, cases);
  const places = new Int32Array(codes.length);
  for (let place = 0; place < codes.length; place++) places[next[codes[place]!]!++] = place;
  for (let one = 0; one < cases; one++) {
    const trace = places.subarray(starts[one], starts[one + 1]);
    if (trace.some((place, at) => at > 0 && time[place]! < time[trace[at - 1]!]!)) {
      trace.sort((a, b) => time[a]! - time[b]! || a - b);
    }
  }
  return { starts, places };
}

function hospitalsOf(column: ChosenColumns['hospital'], rows: Int32Array, starts: Int32Array) {
  if (!column) return { hospitals: [], hospital: undefined, hasSeveralHospitals: undefined };
  const { codes, firstRows } = codeValues(column, rows);
  const hospital = new Int32Array(starts.length - 1).fill(-1);
  const hasSeveralHospitals = new Uint8Array(hospital.length);
  for (let one = 0; one < hospital.length; one++) {
    const named = codes.subarray(starts[one], starts[one + 1]).filter((code) => code >= 0);
    const first = named[0] ?? -1;
    hospital[one] = first;
    hasSeveralHospitals[one] = Number(named.some((code) => code !== first));
  }
  return { hospitals: firstRows.map((row) => exactText(column, row)), hospital, hasSeveralHospitals };
}

function idsOf(column: ChosenColumns['case'], rows: readonly number[]): EventLog['cases'] {
  const { name } = column;
  if (column.type === 'int32')
    return { name, type: 'int32', values: Int32Array.from(rows, (row) => column.values[row]!) };
  if (column.type === 'int64') {
    return { name, type: 'int64', values: BigInt64Array.from(rows.map((row) => column.values[row]!)) };
  }
  const dictionary = rows.map((row) => column.dictionary[column.values[row]!]!);
  return { name, type: 'text', values: Int32Array.from(rows, (_, code) => code), dictionary };
}

/**
 * Reads the events of a table: sorted by case, then time; equal times keep the order of their rows.
 *
 * Rows without case, activity or time are left out and counted in `dropped`. A case called `NA` is a case; so is an
 * empty text.
 *
 * @throws `pathway-column-unknown`, `pathway-column-type`, `pathway-no-events`, `pathway-order-missing`,
 * `pathway-times-apart`
 */
export function readEventLog(table: Table, names: EventColumns): EventLog {
  const columns = chooseColumns(table, names);
  const { kept, dropped } = keepRows(columns, table.rows);
  if (kept.length === 0) throw fail('pathway-no-events', { rows: table.rows });
  const rows = columns.order ? sortByNumber(columns.order, kept) : kept;
  const { origin, micros } = readTimes(columns.time, rows);
  const cases = codeValues(columns.case, rows);
  const { starts, places } = sortEvents(cases.codes, cases.firstRows.length, micros);
  const steps = codeValues(columns.activity, rows);
  const texts = sortTexts(steps.firstRows.map((row) => exactText(columns.activity, row)));
  const row = places.map((place) => rows[place]!);
  return {
    activities: texts.sorted,
    cases: idsOf(columns.case, cases.firstRows),
    starts,
    activity: places.map((place) => texts.codeOf[steps.codes[place]!]!),
    time: Float64Array.from(places, (place) => micros[place]!),
    row,
    ...hospitalsOf(columns.hospital, row, starts),
    origin,
    timeType: columns.time.type,
    rows: table.rows,
    dropped
  };
}
