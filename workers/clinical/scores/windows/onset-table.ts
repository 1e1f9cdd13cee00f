import type { Column, Table } from '../../../shared/table';
import type { OnsetCounts } from './onset';
import type { StayColumns } from './stays';

/** Rows of the course at which a stay fulfils something first; −1: never. */
export interface StayOnset {
  /** Its first row in the order of the table. */
  first: number;
  /** Its rows with a time. */
  times: number;
  /** Its row of the earliest time. */
  start: number;
  sepsis: number;
  shock: number;
  /** Whatever is known of an infection. */
  dysfunction: number;
  /** Organ dysfunction while it is not known whether an infection is suspected. */
  unknown: number;
}

export const READINGS = [
  'no organ dysfunction',
  'sepsis',
  'septic shock',
  'organ dysfunction, infection not established',
  'organ dysfunction, infection not suspected'
] as const;

/** Position in `READINGS`, −1 where no row has a time. */
function readingOf({ times, sepsis, shock, dysfunction, unknown }: StayOnset): number {
  if (times === 0) return -1;
  if (sepsis >= 0) return shock >= 0 ? 2 : 1;
  return dysfunction < 0 ? 0 : unknown >= 0 ? 3 : 4;
}

function validityOf(length: number, isThere: (row: number) => boolean): Uint8Array {
  const validity = new Uint8Array((length + 7) >> 3);
  for (let row = 0; row < length; row++) {
    if (isThere(row)) validity[row >> 3] = (validity[row >> 3] as number) | (1 << (row & 7));
  }
  return validity;
}

/** The values of some rows in their own type, missing where the row is −1. They are there in the course. */
function pick(column: Column, rows: readonly number[], name: string, label?: string): Column {
  const { validity: _, ...rest } = column;
  const Values = column.values.constructor as new (length: number) => typeof column.values;
  const picked = new Values(rows.length);
  rows.forEach((row, place) => {
    if (row >= 0) picked[place] = column.values[row] as never;
  });
  return {
    ...rest,
    name,
    ...(label !== undefined && { label }),
    values: picked,
    validity: validityOf(rows.length, (place) => (rows[place] as number) >= 0)
  } as Column;
}

/** A row a stay. */
export function onsetTable(
  { person, episode, time }: StayColumns & { time: Column },
  onsets: readonly StayOnset[],
  { times, total }: { times: Float64Array; total: Float64Array }
): { table: Table; counts: OnsetCounts } {
  const n = onsets.length;
  const readings = Int32Array.from(onsets, readingOf);
  const onsetRow = ({ sepsis, dysfunction }: StayOnset) => (sepsis >= 0 ? sepsis : dysfunction);
  const isAtFirst = onsets.map((one) => {
    const row = onsetRow(one);
    return row >= 0 && times[row] === times[one.start];
  });
  const count = (reading: number) => readings.reduce((sum, one) => sum + Number(one === reading), 0);
  const of = (key: 'first' | 'sepsis' | 'shock' | 'dysfunction') => onsets.map((one) => one[key]);
  const columns: Column[] = [
    pick(person, of('first'), person.name),
    ...(episode ? [pick(episode, of('first'), episode.name)] : []),
    { name: 'times', label: 'Rows with a time', type: 'int32', values: Int32Array.from(onsets, ({ times }) => times) },
    {
      name: 'reading',
      label: 'Reading',
      type: 'text',
      dictionary: READINGS,
      values: readings.map((one) => Math.max(0, one)),
      validity: validityOf(n, (row) => (readings[row] as number) >= 0)
    },
    pick(time, of('sepsis'), 'sepsis_onset', 'First total ≥ 2 with a suspected infection'),
    {
      name: 'sepsis_total',
      label: 'Phoenix total at the onset of sepsis',
      type: 'int32',
      values: Int32Array.from(onsets, ({ sepsis }) => (sepsis < 0 ? 0 : (total[sepsis] as number))),
      validity: validityOf(n, (row) => (onsets[row] as StayOnset).sepsis >= 0)
    },
    pick(time, of('shock'), 'shock_onset', 'First cardiovascular point of sepsis'),
    pick(time, of('dysfunction'), 'dysfunction_onset', 'First total ≥ 2, whatever is known of an infection'),
    {
      name: 'at_first',
      label: 'The onset is at the first time: it may have been earlier',
      type: 'bool',
      values: Uint8Array.from(isAtFirst, Number),
      validity: validityOf(n, (row) => onsetRow(onsets[row] as StayOnset) >= 0)
    }
  ];
  const shock = count(2);
  return {
    table: { rows: n, columns },
    counts: {
      stays: n,
      sepsis: count(1) + shock,
      shock,
      notEstablished: count(3),
      notSuspected: count(4),
      none: count(0),
      unknown: count(-1),
      atFirst: isAtFirst.filter(Boolean).length
    }
  };
}
