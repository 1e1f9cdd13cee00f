import { failCohort as fail } from '../failures';
import type { TimeUnit } from '../fields';
import type { Clock, Expression } from '../recognise';
import type { Step, Window } from '../spec';
import type { Binder } from './binder';

/** The entry's own time in the statement. */
export const entryDay = '"cohort day"';
export const entryTime = '"cohort time"';
export const entryClock = '"cohort clock"';

const hourMicros = 3_600_000_000;
const dayHours = 24;

/** Two times compared in one unit: their distance as SQL, and where it is missing. */
interface Distance {
  /** Later minus earlier, in `scale` units of the window's unit. */
  sql: (alias: string) => string;
  scale: number;
}

interface Asking {
  entry: Clock;
  step: Step;
  /** Counted from 1, for errors. */
  number: number;
}

/**
 * How far a row lies behind the entry. By the calendar, days are calendar days and hours are exact.
 * @throws `cohort-clocks`, `cohort-hours-of-days`
 */
export function distance(other: Clock, unit: TimeUnit, { entry, step, number }: Asking): Distance {
  const place = step.placeOf();
  if (entry.kind !== other.kind) {
    const word = (clock: Clock) => (clock.kind === 'number' ? 'clock' : 'calendar');
    const values = { one: entry.table, first: word(entry), other: other.table, second: word(other) };
    throw fail('cohort-clocks', values, { place });
  }
  if (other.kind === 'number') {
    const hours = (one: Clock) => (one.kind === 'number' && one.unit === 'days' ? dayHours : 1);
    const scale = unit === 'days' ? dayHours : 1;
    return {
      sql: (alias) => `(${other.value(alias)} * ${hours(other)} - ${entryClock} * ${hours(entry)})`,
      scale
    };
  }
  if (unit === 'days') return { sql: (alias) => `(${other.day(alias)} - ${entryDay})`, scale: 1 };
  const coarse = [entry, other].find((clock) => clock.kind === 'calendar' && clock.time === undefined);
  const { time } = other;
  if (coarse || !time) {
    const { column, table } = coarse ?? other;
    throw fail('cohort-hours-of-days', { step: number, column: column.name, table }, { place });
  }
  return { sql: (alias) => `(epoch_us(${time(alias)}) - epoch_us(${entryTime}))`, scale: hourMicros };
}

/** Where a row lies: `within` the window, and `undated` where that cannot be said. Without limits every row is within. */
export function inWindow(
  clock: () => Clock,
  window: Window,
  asking: Asking,
  binder: Binder
): { within: Expression; undated: Expression } {
  const { from, to, unit } = window;
  if (from === undefined && to === undefined) return { within: () => 'true', undated: () => 'false' };
  const { sql, scale } = distance(clock(), unit, asking);
  const limits = [
    ...(from === undefined ? [] : [['>=', binder.bind(from * scale)]]),
    ...(to === undefined ? [] : [['<=', binder.bind(to * scale)]])
  ];
  return {
    within: (alias) => limits.map(([sign, limit]) => `${sql(alias)} ${sign} ${limit}`).join(' AND '),
    undated: (alias) => `${sql(alias)} IS NULL`
  };
}
