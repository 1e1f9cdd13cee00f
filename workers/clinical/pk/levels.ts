import { fail } from './errors';
import { checkDoses, isHours, type Doses } from './schedule';

/** Measured levels of one person, column-wise. Their order does not matter. */
export interface Levels {
  /** Hours from the beginning that the doses count from. */
  time: Float64Array;
  /** IU/dL; where `below` is 1 it is not read. */
  level: Float64Array;
  /** 1 where the laboratory reported "below quantification". */
  below: Uint8Array;
}

/** Endogenous levels above this are no haemophilia, and no human being. */
const HIGHEST_ENDOGENOUS = 200;

/** @throws `pk-endogenous-impossible` */
export function checkEndogenous(endogenous: number): void {
  if (!(endogenous >= 0 && endogenous <= HIGHEST_ENDOGENOUS)) throw fail('pk-endogenous-impossible');
}

/**
 * Refuses levels that cannot be.
 *
 * @throws `pk-levels-none`, `pk-doses-none`, `pk-columns-unequal`; `pk-time-impossible`, `pk-level-impossible`,
 * `pk-level-before-dose`, `pk-level-at-dose` naming the row
 */
export function checkLevels(levels: Levels, doses: Doses, endogenous: number): void {
  const { time, level, below } = levels;
  checkDoses(doses);
  checkEndogenous(endogenous);
  if (level.length !== time.length || below.length !== time.length)
    throw fail('pk-columns-unequal', { table: 'levels' });
  if (time.length === 0) throw fail('pk-levels-none');
  if (doses.time.length === 0) throw fail('pk-doses-none');
  const first = doses.time.reduce((least, at) => Math.min(least, at), Infinity);
  // An infusion has only just begun: there the level is that before it, whichever was meant.
  const jumps = new Set(doses.time.filter((_, dose) => doses.duration[dose] === 0));
  for (let row = 0; row < time.length; row++) {
    if (!isHours(time[row]!)) throw fail('pk-time-impossible', { row: row + 1, table: 'levels' });
    // A trough drawn before the dose would be taken for the peak after it.
    if (jumps.has(time[row]!)) throw fail('pk-level-at-dose', { row: row + 1 });
    if (below[row]) continue;
    if (!(level[row]! >= 0 && level[row]! < Infinity)) throw fail('pk-level-impossible', { row: row + 1 });
    if (time[row]! < first && endogenous === 0 && level[row]! > 0) {
      throw fail('pk-level-before-dose', { row: row + 1 });
    }
  }
}
