import { isPresent } from '../../shared/exact-text';
import type { Int32Column, Int64Column, Table, TextColumn } from '../../shared/table';
import { fail } from './errors';
import { binaryOf, numbersOf, typedColumn } from './numeric-columns';

/** Which columns of a table of patient-hours hold what. */
export interface HourColumns {
  /** text, int64 or int32 */
  patient: string;
  /** Hour of the stay, a number; hours need not begin at 0. */
  hour: string;
  /** 0 or 1. */
  label: string;
}

/** Rows that are left out, each under the first reason that holds. */
export interface DroppedHours {
  missingPatient: number;
  missingHour: number;
  missingLabel: number;
  /** No call, or no score. */
  missingCall: number;
}

/** Hours sorted by patient and hour; those of patient p from `starts[p]` to before `starts[p + 1]`. */
export interface PatientHours {
  /** In order of first appearance, in their own type. */
  patients: TextColumn | Int64Column | Int32Column;
  starts: Int32Array;
  hour: Float64Array;
  label: Uint8Array;
  /** Row of the table of each hour. */
  row: Int32Array;
  dropped: DroppedHours;
  /** Patients with hours left out between their first and last. */
  withGaps: number;
}

type PatientColumn = PatientHours['patients'];

function namePatients(column: PatientColumn, firstRows: readonly number[]): PatientColumn {
  const name = 'patient';
  if (column.type === 'int32') {
    return { name, type: 'int32', values: Int32Array.from(firstRows, (row) => column.values[row]!) };
  }
  if (column.type === 'int64') {
    return { name, type: 'int64', values: BigInt64Array.from(firstRows.map((row) => column.values[row]!)) };
  }
  const dictionary = firstRows.map((row) => column.dictionary[column.values[row]!]!);
  return { name, type: 'text', values: Int32Array.from(firstRows, (_, code) => code), dictionary };
}

interface Kept {
  rows: Int32Array;
  /** Patient of each kept row. */
  codes: Int32Array;
  firstRows: readonly number[];
  dropped: DroppedHours;
}

function keepRows(column: PatientColumn, hour: Float64Array, label: Float64Array, call: Float64Array): Kept {
  const dropped = { missingPatient: 0, missingHour: 0, missingLabel: 0, missingCall: 0 };
  const [rows, codes] = [new Int32Array(hour.length), new Int32Array(hour.length)];
  const firstRows: number[] = [];
  const known = new Map<unknown, number>();
  let count = 0;
  for (let row = 0; row < hour.length; row++) {
    if (!isPresent(column, row)) dropped.missingPatient++;
    else if (!Number.isFinite(hour[row])) dropped.missingHour++;
    else if (Number.isNaN(label[row])) dropped.missingLabel++;
    else if (Number.isNaN(call[row])) dropped.missingCall++;
    else {
      const id = column.type === 'text' ? column.dictionary[column.values[row]!] : column.values[row];
      let code = known.get(id);
      if (code === undefined) {
        code = firstRows.length;
        known.set(id, code);
        firstRows.push(row);
      }
      rows[count] = row;
      codes[count++] = code;
    }
  }
  return { rows: rows.subarray(0, count), codes: codes.subarray(0, count), firstRows, dropped };
}

/** Places of the kept rows by patient, then hour. */
function sortHours({ rows, codes, firstRows }: Kept, hour: Float64Array): { starts: Int32Array; row: Int32Array } {
  const starts = new Int32Array(firstRows.length + 1);
  for (const code of codes) starts[code + 1]!++;
  for (let one = 0; one < firstRows.length; one++) starts[one + 1]! += starts[one]!;
  const next = starts.slice();
  const row = new Int32Array(rows.length);
  for (let place = 0; place < rows.length; place++) row[next[codes[place]!]!++] = rows[place]!;
  for (let one = 0; one < firstRows.length; one++) {
    row.subarray(starts[one], starts[one + 1]).sort((a, b) => hour[a]! - hour[b]!);
  }
  return { starts, row };
}

/** How the hours of each patient follow each other. @throws `utility-hour-twice` */
function countGaps(starts: Int32Array, hour: Float64Array): number {
  let twice = 0;
  let withGaps = 0;
  for (let one = 0; one + 1 < starts.length; one++) {
    let isGapped = false;
    for (let place = starts[one]! + 1; place < starts[one + 1]!; place++) {
      const step = hour[place]! - hour[place - 1]!;
      if (step === 0) twice++;
      if (step !== 1) isGapped = true;
    }
    withGaps += Number(isGapped);
  }
  if (twice > 0) throw fail('utility-hour-twice', { rows: twice });
  return withGaps;
}

/**
 * Reads the hours of patients.
 * @param call a number a row of the table that must be there too; NaN is missing
 * @throws `utility-column-unknown`, `utility-column-type`, `utility-not-binary`, `utility-hour-twice`
 */
export function readPatientHours(table: Table, columns: HourColumns, call: Float64Array): PatientHours {
  const patients = typedColumn(table, columns.patient, 'patient', ['text', 'int64', 'int32']);
  const hours = numbersOf(table, columns.hour, 'hour');
  const labels = binaryOf(table, columns.label, 'label');
  const kept = keepRows(patients, hours, labels, call);
  const { starts, row } = sortHours(kept, hours);
  const hour = Float64Array.from(row, (one) => hours[one]!);
  return {
    patients: namePatients(patients, kept.firstRows),
    starts,
    hour,
    label: Uint8Array.from(row, (one) => labels[one]!),
    row,
    dropped: kept.dropped,
    withGaps: countGaps(starts, hour)
  };
}
