import type { ColumnDescription } from '../../shared/column-builder';
import { TableBuilder } from '../../shared/column-builder';
import type { Table } from '../../shared/table';
import { hoursOf, idsOf, neededColumn, refuseMissing } from './column-reader';
import { fail } from './errors';
import { isHours } from './schedule';

export interface Adherence {
  planned: number;
  /** Planned doses with a given one within the tolerance; a given dose counts once. */
  taken: number;
  /** taken / planned. */
  share: number;
  /**
   * Longest time without a dose, hours: between given doses, and from the first planned dose to the first given, from the
   * last given to the last planned. `undefined` where one dose was planned and none given.
   */
  longestGapHours: number | undefined;
}

/** An edge of the window that rounding moved still counts; far below the minute of any record. */
const EDGE_HOURS = 1e-6;

const columns: readonly ColumnDescription[] = [
  { name: 'person_id', type: 'int64' },
  { name: 'planned', type: 'int32' },
  { name: 'taken', type: 'int32' },
  { name: 'share', type: 'float64' },
  { name: 'longest_gap', type: 'float64', unit: 'h' }
];

/**
 * How far one person kept to the plan.
 *
 * Doses are paired in the order of time, each planned one with the earliest given one still free in its window. All windows
 * being equally wide, no other pairing counts more.
 *
 * @param planned hours, in any order
 * @param given hours from the same beginning, in any order
 * @param toleranceHours on both sides of a planned time, its edges included
 * @throws `adherence-none`, `pk-option-impossible`, `pk-time-impossible` naming the row
 */
export function adherence(planned: Float64Array, given: Float64Array, toleranceHours: number): Adherence {
  if (!(toleranceHours >= 0 && toleranceHours < Infinity)) {
    throw fail('pk-option-impossible', { option: 'The tolerance', wanted: 'a number of hours from 0 up' });
  }
  checkTimes(planned, 'planned doses');
  checkTimes(given, 'given doses');
  if (planned.length === 0) throw fail('adherence-none');
  const plan = planned.slice().sort();
  const doses = given.slice().sort();
  let taken = 0;
  let next = 0;
  for (const time of plan) {
    while (next < doses.length && doses[next]! < time - toleranceHours - EDGE_HOURS) next++;
    if (next < doses.length && doses[next]! <= time + toleranceHours + EDGE_HOURS) {
      taken++;
      next++;
    }
  }
  return { planned: plan.length, taken, share: taken / plan.length, longestGapHours: longestGap(plan, doses) };
}

function checkTimes(times: Float64Array, table: string): void {
  const row = times.findIndex((time) => !isHours(time));
  if (row >= 0) throw fail('pk-time-impossible', { row: row + 1, table });
}

/** Of sorted times. */
function longestGap(plan: Float64Array, doses: Float64Array): number | undefined {
  const first = plan[0]!;
  const last = plan.at(-1)!;
  if (doses.length === 0) return last > first ? last - first : undefined;
  let gap = Math.max(0, doses[0]! - first, last - doses.at(-1)!);
  for (let row = 1; row < doses.length; row++) gap = Math.max(gap, doses[row]! - doses[row - 1]!);
  return gap;
}

/**
 * Adherence of each person, from two tables with `person_id` and `time` (h, or a point in time).
 *
 * @returns a row a person in the order they first appear, those with a plan first; without a plan, share and gap are missing
 * @throws `adherence-none`, `pk-option-impossible`, `pk-column-…`, `pk-value-missing` naming the row
 */
export function adherenceByPerson(planned: Table, given: Table, toleranceHours: number): Table {
  const plans = timesByPerson(planned, 'planned doses');
  const doses = timesByPerson(given, 'given doses');
  if (plans.size === 0) throw fail('adherence-none');
  const builder = new TableBuilder(columns);
  for (const [person, times] of plans) {
    const found = adherence(times, doses.get(person) ?? new Float64Array(0), toleranceHours);
    builder.push(person, found.planned, found.taken, found.share, found.longestGapHours);
  }
  for (const person of doses.keys()) if (!plans.has(person)) builder.push(person, 0, 0, undefined, undefined);
  return builder.finish();
}

function timesByPerson(table: Table, what: string): Map<bigint, Float64Array> {
  const needed = (column: string) => {
    const found = neededColumn(table, { table: what, column }, 'person_id, time');
    refuseMissing(found, { table: what, column });
    return found;
  };
  const ids = idsOf(needed('person_id'), { table: what, column: 'person_id' });
  const times = hoursOf(needed('time'), { table: what, column: 'time' });
  checkTimes(times, what);
  const rows = new Map<bigint, number[]>();
  for (let row = 0; row < ids.length; row++) {
    const found = rows.get(ids[row]!);
    if (found) found.push(times[row]!);
    else rows.set(ids[row]!, [times[row]!]);
  }
  return new Map([...rows].map(([person, found]) => [person, Float64Array.from(found)]));
}
