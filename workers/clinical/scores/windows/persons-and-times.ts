import type { Column, Int32Column, Int64Column, TextColumn } from '../../../shared/table';
import { failWindow } from './errors';

function isThere(validity: Uint8Array | undefined, row: number): boolean {
  return !validity || (((validity[row >> 3] as number) >> (row & 7)) & 1) === 1;
}

/** Numbers persons from 0 in the order in which they are met, over several tables. Ids are never made into `number`. */
export class Persons {
  readonly #positions = new Map<bigint | string, number>();
  #kind: 'text' | 'number' | undefined;

  get count(): number {
    return this.#positions.size;
  }

  /**
   * @returns −1 where the id is missing
   * @throws `windows-person-type` for ids that are neither whole numbers nor text, or of another kind than before
   */
  read(column: Column): Int32Array {
    if (column.type !== 'text' && column.type !== 'int64' && column.type !== 'int32') {
      throw failWindow('windows-person-type', { type: column.type });
    }
    const kind = column.type === 'text' ? 'text' : 'number';
    if (this.#kind !== undefined && this.#kind !== kind) throw failWindow('windows-person-type', { type: column.type });
    this.#kind = kind;
    return column.type === 'text' ? this.#texts(column) : this.#numbers(column);
  }

  #texts({ values, dictionary, validity }: TextColumn): Int32Array {
    const known = new Int32Array(dictionary.length).fill(-1);
    return values.map((code, row) => {
      if (!isThere(validity, row)) return -1;
      if ((known[code] ?? -1) < 0) known[code] = this.#position(dictionary[code] ?? '');
      return known[code] as number;
    });
  }

  /** Rows of one person mostly follow one another: only a change is looked up. */
  #numbers({ values: ids, validity }: Int32Column | Int64Column): Int32Array {
    const found = new Int32Array(ids.length).fill(-1);
    let last: number | bigint | undefined;
    let position = -1;
    for (let row = 0; row < ids.length; row++) {
      if (!isThere(validity, row)) continue;
      const id = ids[row] as number | bigint;
      if (id !== last) position = this.#position(BigInt(id));
      last = id;
      found[row] = position;
    }
    return found;
  }

  #position(id: bigint | string): number {
    let position = this.#positions.get(id);
    if (position === undefined) this.#positions.set(id, (position = this.#positions.size));
    return position;
  }
}

/** Microseconds: whole up to the year 2255, so that "6 hours later" is exact. */
const TIME_UNITS: Readonly<Record<string, number>> = {
  s: 1e6,
  min: 6e7,
  minutes: 6e7,
  h: 3.6e9,
  hours: 3.6e9,
  d: 8.64e10,
  days: 8.64e10
};

export const HOUR = 3.6e9;
export const MINUTE = 6e7;

/** A point of the calendar, or time since something. The two do not compare. */
export type TimeKind = 'calendar' | 'elapsed';

/**
 * Times in microseconds, NaN = missing.
 *
 * @param column timestamp, date, or numbers in the column's unit (s, min, h, d; min where none is declared)
 * @throws `windows-time-type`, `windows-time-unit`
 */
export function readTimes(column: Column): { kind: TimeKind; times: Float64Array } {
  const { type, validity } = column;
  if (type === 'text' || type === 'bool') throw failWindow('windows-time-type', { type });
  const kind = type === 'timestamp' || type === 'date' ? 'calendar' : 'elapsed';
  const unit = (column.unit ?? '').trim().toLowerCase() || 'min';
  const factor = type === 'timestamp' ? 1 : type === 'date' ? TIME_UNITS['d'] : TIME_UNITS[unit];
  if (factor === undefined) throw failWindow('windows-time-unit', { unit, known: 's, min, h, d' });
  const divide = type === 'decimal' ? 10 ** column.scale : 1;
  const times = new Float64Array(column.values.length);
  for (let row = 0; row < times.length; row++) {
    // To the microsecond: 6.1 h and 0.1 h are exactly 6 h apart.
    const time = Math.round((Number(column.values[row]) / divide) * factor);
    times[row] = isThere(validity, row) && Number.isFinite(time) ? time : NaN;
  }
  return { kind, times };
}
