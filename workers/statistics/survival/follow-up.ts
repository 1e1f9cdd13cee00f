import { fail } from './errors';

/** Times closer than this, relative to their size, are the same time: 0.1 + 0.2 and 0.3. */
const SAME_TIME = 1e-9;
/** Nobody was followed for longer, in whatever unit; squares of it are still numbers. */
const LONGEST = 1e100;

/** Who was watched for how long, and how it ended. All arrays have a place a row. */
export interface FollowUp {
  /** Start of being at risk, itself excluded: delayed entry, or covariates that change. Absent: from the beginning. */
  start?: Float64Array;
  /** End of follow-up, itself included, from 0; what is not finite is missing. */
  time: Float64Array;
  /** 1 event, 0 censored, −1 or NaN missing. */
  status: ArrayLike<number>;
}

/** Groups, strata or clusters: a code a row, −1 where missing, and the name of each code. */
export interface Classes {
  codes: Int32Array;
  names: readonly string[];
}

/** Complete rows, their times as whole numbers: equal codes are the same time. Arrays have a place a used row. */
export interface Prepared {
  /** Row of the data of each used row. */
  rows: Int32Array;
  /** Distinct times, rising. */
  times: Float64Array;
  stop: Int32Array;
  start: Int32Array | undefined;
  status: Uint8Array;
  dropped: number;
}

/**
 * Complete rows of a follow-up.
 *
 * @param incomplete marks rows that miss something else
 * @param most the largest code of an ending, 1 unless causes compete
 * @throws `survival-rows-none`, `survival-unlike`, `survival-time-negative`, `survival-time-large`,
 *   `survival-stop-before-start`, `survival-status-other`
 */
export function prepare({ start, time, status }: FollowUp, incomplete: Uint8Array, most = 1): Prepared {
  const all = time.length;
  if (status.length !== all || incomplete.length !== all || (start && start.length !== all)) {
    throw fail('survival-unlike');
  }
  const rows = new Int32Array(all);
  let used = 0;
  let negative = 0;
  let endless = 0;
  let other = 0;
  for (let row = 0; row < all; row++) {
    const from = start ? start[row]! : 0;
    const to = time[row]!;
    const end = status[row]!;
    if (incomplete[row] === 1 || !Number.isFinite(to) || !Number.isFinite(from) || Number.isNaN(end) || end === -1) {
      continue;
    }
    if (to < 0 || from < 0) negative += 1;
    if (to > LONGEST || from > LONGEST) endless += 1;
    if (!Number.isInteger(end) || end < 0 || end > most) other += 1;
    rows[used++] = row;
  }
  if (used === 0) throw fail('survival-rows-none');
  if (negative > 0) throw fail('survival-time-negative', { rows: negative });
  if (endless > 0) throw fail('survival-time-large', { rows: endless });
  if (other > 0) throw fail('survival-status-other', { rows: other });
  const taken = rows.slice(0, used);
  const stops = Float64Array.from(taken, (row) => time[row]!);
  const starts = start ? Float64Array.from(taken, (row) => start[row]!) : undefined;
  const times = distinctTimes(stops, starts);
  const prepared: Prepared = {
    rows: taken,
    times,
    stop: codesOf(stops, times),
    start: starts && codesOf(starts, times),
    status: Uint8Array.from(taken, (row) => status[row]!),
    dropped: all - used
  };
  const backward = prepared.start
    ? prepared.start.reduce((sum, code, at) => sum + +(code >= prepared.stop[at]!), 0)
    : 0;
  if (backward > 0) throw fail('survival-stop-before-start', { rows: backward });
  return prepared;
}

function distinctTimes(stops: Float64Array, starts: Float64Array | undefined): Float64Array {
  const sorted = new Float64Array(stops.length + (starts?.length ?? 0));
  sorted.set(stops);
  if (starts) sorted.set(starts, stops.length);
  sorted.sort();
  let count = 0;
  for (const time of sorted) {
    const last = sorted[count - 1]!;
    // Overwrites what was read already.
    if (count === 0 || !isSameTime(last, time)) sorted[count++] = time;
  }
  return sorted.slice(0, count);
}

/** Whether a time is that of an earlier one, but for rounding. */
export const isSameTime = (earlier: number, time: number): boolean => time - earlier <= SAME_TIME * time;

/** Place of the last distinct time that is not above, but for rounding. */
export function lastUpTo(times: Float64Array, time: number): number {
  return lastAtOrBefore(times, time + SAME_TIME * time);
}

/** Place of the last distinct time that is not above. */
function lastAtOrBefore(times: Float64Array, time: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (times[middle]! <= time) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function codesOf(values: Float64Array, times: Float64Array): Int32Array {
  return Int32Array.from(values, (value) => lastAtOrBefore(times, value));
}

/** Rows that miss one of the classes. @throws `survival-unlike` */
export function rowsWithout(rows: number, classes: readonly (Classes | undefined)[]): Uint8Array {
  const incomplete = new Uint8Array(rows);
  for (const one of classes) {
    if (!one) continue;
    if (one.codes.length !== rows) throw fail('survival-unlike');
    one.codes.forEach((code, row) => {
      if (code < 0) incomplete[row] = 1;
    });
  }
  return incomplete;
}

/** Codes of the used rows; all 0 without classes. */
export function usedCodes(prepared: Prepared, classes: Classes | undefined): Int32Array {
  return Int32Array.from(prepared.rows, (row) => (classes ? classes.codes[row]! : 0));
}
