import type { Patient, Interval } from './patient';
import type { Sample } from './samples';

const HALF_VISIT = 15;

/**
 * Visits to the clinic: one when the observation begins, one for each sample; samples that would share a visit do. Visits
 * never overlap.
 */
export function visitsOf({ observed }: Patient, samples: readonly Sample[]): Interval[] {
  const visits = [{ from: observed.from, to: observed.from + 2 * HALF_VISIT }];
  for (const { at } of samples) {
    const last = visits[visits.length - 1] as Interval;
    if (at - HALF_VISIT <= last.to) last.to = Math.max(last.to, at + HALF_VISIT);
    else visits.push({ from: at - HALF_VISIT, to: at + HALF_VISIT });
  }
  return visits;
}

/** Number of the visit, from 1, at which something happens. */
export function visitAt(visits: readonly Interval[], at: number): number {
  return visits.findIndex(({ from, to }) => from <= at && at <= to) + 1;
}
