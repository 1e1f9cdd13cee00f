import type { Column, DateColumn, TimestampColumn } from '../../shared/table';
import { fail } from './errors';

export type TimeColumn = DateColumn | TimestampColumn;

const DAY_MICROS = 86_400_000_000n;

export interface EventTimes {
  /** Microseconds since 1970 of the earliest event. */
  origin: bigint;
  /** Whole microseconds since the origin, exact. */
  micros: Float64Array;
}

/**
 * Times of these rows, none missing or endless. Doubles hold whole microseconds of 285 years, so gaps are exact.
 * @throws `pathway-times-apart`
 */
export function readTimes(column: TimeColumn, rows: Int32Array): EventTimes {
  if (column.type === 'date') return readDates(column, rows);
  const { values } = column;
  let first = values[rows[0]!]!;
  let last = first;
  for (const row of rows) {
    const value = values[row]!;
    if (value < first) first = value;
    else if (value > last) last = value;
  }
  if (last - first > BigInt(Number.MAX_SAFE_INTEGER)) throw fail('pathway-times-apart');
  return { origin: first, micros: Float64Array.from(rows, (row) => Number(values[row]! - first)) };
}

function readDates({ values }: DateColumn, rows: Int32Array): EventTimes {
  let first = Infinity;
  let last = -Infinity;
  for (const row of rows) {
    first = Math.min(first, values[row]!);
    last = Math.max(last, values[row]!);
  }
  const day = Number(DAY_MICROS);
  if ((last - first) * day > Number.MAX_SAFE_INTEGER) throw fail('pathway-times-apart');
  return { origin: BigInt(first) * DAY_MICROS, micros: Float64Array.from(rows, (row) => (values[row]! - first) * day) };
}

/** Times as a column of the type that was read. */
export function timeColumn(name: string, type: TimeColumn['type'], origin: bigint, micros: Float64Array): Column {
  if (type === 'date') {
    const first = Number(origin / DAY_MICROS);
    return { name, type, values: Int32Array.from(micros, (time) => first + time / Number(DAY_MICROS)) };
  }
  const values = new BigInt64Array(micros.length);
  for (let place = 0; place < values.length; place++) values[place] = origin + BigInt(micros[place]!);
  return { name, type, values };
}
