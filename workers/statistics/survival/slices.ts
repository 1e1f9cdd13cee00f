import type { Prepared } from './follow-up';

/** Places sorted by a code from 0 to `count` − 1; equal codes keep their order. */
export function sortedBy(places: Int32Array, codes: Int32Array, count: number): Int32Array {
  const next = new Int32Array(count + 1);
  for (const place of places) next[codes[place]! + 1]! += 1;
  for (let code = 1; code <= count; code++) next[code]! += next[code - 1]!;
  const sorted = new Int32Array(places.length);
  for (const place of places) sorted[next[codes[place]!]!++] = place;
  return sorted;
}

/** The used rows of one stratum, by when they leave and by when they enter. */
export interface Slice {
  leaving: Int32Array;
  /** Absent where all are at risk from the beginning. */
  entering: Int32Array | undefined;
}

/** The rows of each stratum in the order of time; strata without rows are empty. */
export function slicesOf({ stop, start, times }: Prepared, strata: Int32Array, count: number): Slice[] {
  const places = Int32Array.from(stop, (_, place) => place);
  const leaving = sortedBy(sortedBy(places, stop, times.length), strata, count);
  const entering = start && sortedBy(sortedBy(places, start, times.length), strata, count);
  const from = new Int32Array(count + 1);
  for (const stratum of strata) from[stratum + 1]! += 1;
  for (let stratum = 1; stratum <= count; stratum++) from[stratum]! += from[stratum - 1]!;
  return Array.from({ length: count }, (_, stratum) => ({
    leaving: leaving.subarray(from[stratum]!, from[stratum + 1]!),
    entering: entering?.subarray(from[stratum]!, from[stratum + 1]!)
  }));
}

/** What happened at one distinct time; the arrays have a place a group and are written over at the next time. */
export interface Moment {
  /** Code of the time. */
  time: number;
  /** At risk just before: entered before this time, not left before it. */
  atRisk: Float64Array;
  /** Ended here with each code of an ending: `ends[code]`. */
  ends: readonly Float64Array[];
}

/** Visits the distinct times of a slice at which somebody leaves, in rising order. */
export function walk(
  prepared: Prepared,
  { leaving, entering }: Slice,
  groups: { codes: Int32Array; count: number; endings?: number },
  visit: (moment: Moment) => void
): void {
  const { stop, start, status } = prepared;
  const { codes, count, endings = 2 } = groups;
  const atRisk = new Float64Array(count);
  const ends = Array.from({ length: endings }, () => new Float64Array(count));
  const moment: Moment = { time: 0, atRisk, ends };
  if (!entering) for (const place of leaving) atRisk[codes[place]!]! += 1;
  let entered = 0;
  let left = 0;
  while (left < leaving.length) {
    const time = stop[leaving[left]!]!;
    if (entering && start) {
      while (entered < entering.length && start[entering[entered]!]! < time) {
        atRisk[codes[entering[entered++]!]!]! += 1;
      }
    }
    for (const end of ends) end.fill(0);
    for (; left < leaving.length && stop[leaving[left]!] === time; left++) {
      const place = leaving[left]!;
      ends[status[place]!]![codes[place]!]! += 1;
    }
    moment.time = time;
    visit(moment);
    for (let group = 0; group < count; group++) {
      for (const end of ends) atRisk[group]! -= end[group]!;
    }
  }
}
