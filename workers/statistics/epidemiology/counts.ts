import { fail } from './errors';

/** Persons by exposure and outcome. */
export interface Fourfold {
  /** Exposed, with the outcome and without. */
  a: number;
  b: number;
  /** Not exposed, with the outcome and without. */
  c: number;
  d: number;
}

/** A stratum with its margins: exposed, others and all. */
export interface Stratum extends Fourfold {
  exposed: number;
  others: number;
  total: number;
}

/** Sums of squares and products of counts stay exact enough, and no sum leaves the whole numbers. */
const MOST = 1e12;

/** @throws `epidemiology-count` */
export function checkCounts(what: string, counts: ArrayLike<number>): void {
  for (const count of Array.from(counts)) {
    if (!Number.isSafeInteger(count) || count < 0 || count > MOST) throw fail('epidemiology-count', { what });
  }
}

/** @throws `epidemiology-time` */
export function checkTimes(what: string, times: ArrayLike<number>): void {
  for (const time of Array.from(times)) {
    if (!(time >= 1e-12 && time <= 1e15)) throw fail('epidemiology-time', { what });
  }
}

/**
 * Refuses rows whose events or time cannot be summed: a time below 0 would silently be taken from the others.
 *
 * @throws `epidemiology-row`
 */
export function checkRow(events: number, time: number, names: { events: string; time: string }): void {
  if (events < 0) throw fail('epidemiology-row', { column: names.events });
  if (time < 0) throw fail('epidemiology-row', { column: names.time });
}

/** @throws `epidemiology-count`, `epidemiology-no-group` */
export function checkFourfold({ a, b, c, d }: Fourfold): void {
  checkCounts('The table', [a, b, c, d]);
  if (a + b === 0) throw fail('epidemiology-no-group', { group: 'exposed' });
  if (c + d === 0) throw fail('epidemiology-no-group', { group: 'not exposed' });
}

/** @throws `epidemiology-lengths` unless all are as long as the first, whose length is returned */
export function commonLength(lists: readonly ArrayLike<number>[]): number {
  const length = lists[0]?.length ?? 0;
  if (lists.some((list) => list.length !== length)) throw fail('epidemiology-lengths');
  return length;
}
