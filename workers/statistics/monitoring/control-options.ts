import type { AppError } from '../../shared/errors';
import { fail } from './errors';

/** Simulated cases of one call: about ten seconds. */
export const MOST_STEPS = 300_000_000;
const MOST_RUNS = 100_000;

/** What an alarm without cause may cost. */
export type Target =
  /** At most this probability of an alarm within so many cases. */
  | { falseAlarm: number; cases: number }
  /** On average at least so many cases until one. */
  | { averageRunLength: number };

export interface ControlLimitOptions {
  oddsRatio: number;
  target: Target;
  /** Simulated units, default 2,000. */
  runs?: number;
  /** Whole, from 0 to 2^53 − 1. */
  seed: number;
}

/** @throws `control-options` naming what is out of range; `control-work` */
export function checkControlOptions({ target, runs, seed }: { target: Target; runs: number; seed: number }): void {
  const refuse = (option: string, rule: string) => fail('control-options', { option, rule });
  if (!Number.isInteger(runs) || runs < 100 || runs > MOST_RUNS) {
    throw refuse('The number of runs', 'is a whole number from 100 to 100,000');
  }
  if (!Number.isSafeInteger(seed) || seed < 0) {
    throw refuse('The seed', 'is a whole number from 0 to 9,007,199,254,740,991');
  }
  if ('falseAlarm' in target) {
    if (!(target.falseAlarm > 0 && target.falseAlarm < 1)) {
      throw refuse('The probability of a false alarm', 'lies between 0 and 1, both excluded');
    }
    if (target.falseAlarm * runs < 10) {
      throw refuse('The number of runs', 'must be at least 10 divided by the probability of a false alarm');
    }
    if (!Number.isInteger(target.cases) || target.cases < 1)
      throw refuse('The number of cases', 'is a whole number from 1');
    if (target.cases * runs > MOST_STEPS) throw tooMuch(target.cases * runs);
  } else {
    if (!(target.averageRunLength > 1 && target.averageRunLength < Infinity)) {
      throw refuse('The mean number of cases until a false alarm', 'is above 1');
    }
    if (target.averageRunLength * runs > MOST_STEPS) throw tooMuch(target.averageRunLength * runs);
  }
}

/** How much work it would be, and how much is allowed. */
export function tooMuch(steps: number): AppError {
  return fail('control-work', {
    steps: Math.round(steps).toLocaleString('en-GB'),
    most: MOST_STEPS.toLocaleString('en-GB')
  });
}
