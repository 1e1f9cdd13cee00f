import type { Levels } from './levels';
import { lastEnd, type Doses } from './schedule';

/** A record longer than this is not drawn whole. */
const LONGEST_HOURS = 14 * 24;
const BEFORE_HOURS = 10 * 24;
const AFTER_HOURS = 4 * 24;
const HALF_LIVES_AFTER = 4;
/** A level does not stand on the edge. */
const BEYOND_HOURS = 12;

export interface Window {
  from: number;
  to: number;
}

/** Which hours to draw where nobody says: all of a short record, the two weeks about the last level of a long one. */
export function usualWindow(doses: Doses | undefined, levels: Levels | undefined, halfLifeHours: number): Window {
  const after = Math.min(AFTER_HOURS, HALF_LIVES_AFTER * halfLifeHours);
  const first = doses ? least(doses.time) : 0;
  const lastDose = doses ? lastEnd(doses) : 0;
  const lastLevel = levels && levels.time.length > 0 ? -least(levels.time.map((time) => -time)) : undefined;
  const end = Math.max(lastDose + after, (lastLevel ?? -Infinity) + Math.min(after, BEYOND_HOURS));
  if (end - first <= LONGEST_HOURS) return { from: first, to: end };
  const middle = lastLevel ?? lastDose;
  return { from: Math.max(first, middle - BEFORE_HOURS), to: middle + AFTER_HOURS };
}

const least = (times: Float64Array): number => times.reduce((low, time) => Math.min(low, time), Infinity);
