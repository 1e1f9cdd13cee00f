import { fail } from './errors';

/** Doses of one person, column-wise. Their order does not matter. */
export interface Doses {
  /** Hours from any beginning that the levels share. */
  time: Float64Array;
  /** IU. */
  amount: Float64Array;
  /** Hours of the infusion, 0 for a bolus. */
  duration: Float64Array;
}

/** Doses a person at most: a dose a day for 27 years. */
export const MOST_DOSES = 10_000;

export interface Regimen {
  /** One cycle. For a dose every 48 h: one dose at hour 0 and a cycle of 48 h. */
  doses: readonly { atHour: number; amount: number; durationHours?: number }[];
  cycleHours: number;
  cycles: number;
  /** Default 0. */
  startHour?: number;
  /** Numbers of doses that are left out, counted from 1 over all cycles in the order of time. */
  missed?: readonly number[];
}

/** Points in time of every calendar lie nearer than this to 1970, hours; `infinity` does not. */
const FURTHEST_HOURS = 1e8;
/** More than anybody is given in years. */
const MOST_UNITS = 1_000_000;

/** Whether it can be a number of hours from some beginning. */
export const isHours = (time: number): boolean => Math.abs(time) <= FURTHEST_HOURS;

/** @throws `pk-time-impossible`, `pk-dose-impossible`, `pk-duration-impossible`, naming the row; `pk-columns-unequal` */
export function checkDoses(doses: Doses): void {
  const { time, amount, duration } = doses;
  if (amount.length !== time.length || duration.length !== time.length) {
    throw fail('pk-columns-unequal', { table: 'doses' });
  }
  if (time.length > MOST_DOSES) throw fail('pk-option-impossible', option('The number of doses', 0, MOST_DOSES));
  for (let row = 0; row < time.length; row++) {
    if (!isHours(time[row]!)) throw fail('pk-time-impossible', { row: row + 1, table: 'doses' });
    if (!(amount[row]! > 0 && amount[row]! <= MOST_UNITS)) {
      throw fail('pk-dose-impossible', { row: row + 1, most: MOST_UNITS.toLocaleString('en-GB') });
    }
    if (!(duration[row]! >= 0 && isHours(duration[row]!))) throw fail('pk-duration-impossible', { row: row + 1 });
  }
}

const option = (name: string, low: number, high: number) => ({
  option: name,
  wanted: `a whole number from ${low} to ${high}`
});

/**
 * The doses of a regimen repeated, without those missed.
 *
 * @throws `pk-option-impossible` naming what is out of range
 */
export function regimenDoses(regimen: Regimen): Doses {
  const { doses: cycle, cycleHours, cycles, startHour = 0, missed = [] } = regimen;
  const all = cycle.length * cycles;
  if (cycle.length === 0) throw fail('pk-doses-none');
  if (!Number.isInteger(cycles) || cycles < 1 || all > MOST_DOSES) {
    throw fail('pk-option-impossible', option('The number of cycles', 1, Math.floor(MOST_DOSES / cycle.length)));
  }
  if (!(cycleHours > 0 && cycleHours < Infinity)) {
    throw fail('pk-option-impossible', { option: 'The length of a cycle', wanted: 'a number of hours above 0' });
  }
  const strange = missed.find((number) => !Number.isInteger(number) || number < 1 || number > all);
  if (strange !== undefined) throw fail('pk-option-impossible', option('The number of a missed dose', 1, all));
  if (cycle.some(({ atHour }) => !(atHour >= 0 && atHour < cycleHours))) {
    const wanted = 'a number of hours from 0 to less than the length of the cycle';
    throw fail('pk-option-impossible', { option: 'The hour of a dose', wanted });
  }

  const ordered = [...cycle].sort((a, b) => a.atHour - b.atHour);
  const left = new Set(missed);
  const given: { time: number; amount: number; duration: number }[] = [];
  for (let number = 1; number <= all; number++) {
    if (left.has(number)) continue;
    const { atHour, amount, durationHours = 0 } = ordered[(number - 1) % ordered.length]!;
    const time = startHour + Math.floor((number - 1) / ordered.length) * cycleHours + atHour;
    given.push({ time, amount, duration: durationHours });
  }
  const doses = {
    time: Float64Array.from(given, ({ time }) => time),
    amount: Float64Array.from(given, ({ amount }) => amount),
    duration: Float64Array.from(given, ({ duration }) => duration)
  };
  checkDoses(doses);
  return doses;
}

/** The end of the last infusion or bolus, hours; −Infinity without doses. */
export function lastEnd(doses: Doses): number {
  let end = -Infinity;
  for (let row = 0; row < doses.time.length; row++) end = Math.max(end, doses.time[row]! + doses.duration[row]!);
  return end;
}
