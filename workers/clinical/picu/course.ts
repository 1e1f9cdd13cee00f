import { exp } from '../../shared/elementary';
import { BOUT, SEPSIS } from './constants';

/** One course of sepsis within an episode. */
export interface Sepsis {
  /** Hour of the stay, whole. */
  onset: number;
  strength: number;
  /** Fever (positive) or cooling (negative), as a factor of the temperature's rise. */
  direction: number;
}

/** Pain, or fever without sepsis: what looks like the beginning of sepsis and is not. */
export interface Bout {
  start: number;
  strength: number;
}

/** 0 at 0 and below, 1 at 1 and above, level at both ends. */
function smoothStep(x: number): number {
  const t = Math.max(0, Math.min(1, x));
  return t * t * (3 - 2 * t);
}

/** How strongly sepsis shows at an hour: rises from 12 h before onset to 2 h after, then fades. 0 without sepsis. */
export function sepsisCourse(sepsis: Sepsis | undefined, hour: number): number {
  if (!sepsis) return 0;
  const since = hour - sepsis.onset;
  const top = SEPSIS.riseFrom + SEPSIS.riseHours;
  if (since > top) return sepsis.strength * exp(-(since - top) / SEPSIS.decayHours);
  return sepsis.strength * smoothStep((since - SEPSIS.riseFrom) / SEPSIS.riseHours);
}

/** Sum of all bouts at an hour. */
export function boutCourse(bouts: readonly Bout[], hour: number): number {
  let sum = 0;
  for (const { start, strength } of bouts) {
    const since = hour - start;
    if (since > BOUT.holdUntil) sum += strength * exp(-(since - BOUT.holdUntil) / BOUT.decayHours);
    else if (since > 0) sum += strength * smoothStep(since / BOUT.riseHours);
  }
  return sum;
}
