import { fail } from './errors';
import type { Individual } from './individual';
import { left, meanDecay } from './kernel';
import { checkDoses, isHours, lastEnd, type Doses } from './schedule';
import { timelineOf, Walk } from './walk';

/** An infusion may bend a curve both ways: it is looked at in this many parts. */
const PARTS_OF_INFUSION = 64;

/** Where a falling function of 0 … `end` (finite) goes below 0: bisection to the last bit. */
function fallsBelow(value: (at: number) => number, end: number): number {
  let low = 0;
  let high = end;
  for (;;) {
    const middle = low + (high - low) / 2;
    if (!(middle > low && middle < high)) return high;
    if (value(middle) > 0) low = middle;
    else high = middle;
  }
}

/**
 * Hours from the end of the last dose until the level has fallen to a threshold; after it the curve only falls.
 *
 * @param threshold IU/dL, ≥ 0
 * @returns 0 where the level is below it already; `undefined` where the endogenous level keeps it above for ever
 * @throws `pk-doses-none`, `pk-option-impossible`, and for doses that cannot be
 */
export function hoursUntil(individual: Individual, doses: Doses, threshold: number): number | undefined {
  checkDoses(doses);
  checkThreshold(threshold);
  if (doses.time.length === 0) throw fail('pk-doses-none');
  if (individual.endogenous >= threshold) return undefined;
  const walk = new Walk(individual.disposition, timelineOf(doses));
  walk.to(lastEnd(doses));
  const above = (hours: number) => individual.endogenous + walk.ahead(hours) - threshold;
  if (above(0) <= 0) return 0;
  let end = individual.halfLifeHours;
  while (above(end) > 0) end *= 2;
  return fallsBelow(above, end);
}

function checkThreshold(threshold: number): void {
  if (!(threshold >= 0 && threshold < Infinity)) {
    throw fail('pk-option-impossible', { option: 'The threshold', wanted: 'a number from 0 up in IU/dL' });
  }
}

/**
 * Level just before the next dose, above the endogenous one, for one IU given again and again every `intervalHours`.
 *
 * @param durationHours of the infusion, default a bolus
 * @returns IU/dL per IU
 * @throws `pk-option-impossible`
 */
export function steadyTroughPerUnit(individual: Individual, intervalHours: number, durationHours = 0): number {
  if (!(intervalHours > 0 && isHours(intervalHours))) {
    throw fail('pk-option-impossible', { option: 'The interval', wanted: 'a number of hours above 0' });
  }
  if (!(durationHours >= 0 && durationHours <= intervalHours)) {
    const wanted = 'a number of hours from 0 to the interval';
    throw fail('pk-option-impossible', { option: 'The duration of the infusion', wanted });
  }
  const { rates, coefficients } = individual.disposition;
  // Σ over all doses before is a geometric series.
  const trough = rates.reduce((sum, rate, k) => {
    const x = rate * intervalHours;
    return sum + (coefficients[k]! * left(rate, intervalHours, durationHours)) / (x * meanDecay(x));
  }, 0);
  if (!Number.isFinite(trough)) {
    const wanted = 'long enough that doses do not pile up without end';
    throw fail('pk-option-impossible', { option: 'The interval', wanted });
  }
  return trough;
}

/**
 * Dose that holds a trough in the steady state. A calculation for research, no prescription.
 *
 * @param target IU/dL
 * @returns IU; 0 where the endogenous level alone reaches it
 * @throws `pk-option-impossible`; also where no dose that a number can hold would reach it
 */
export function doseForTrough(
  individual: Individual,
  target: number,
  intervalHours: number,
  durationHours = 0
): number {
  checkThreshold(target);
  const perUnit = steadyTroughPerUnit(individual, intervalHours, durationHours);
  if (target <= individual.endogenous) return 0;
  const dose = (target - individual.endogenous) / perUnit;
  if (!Number.isFinite(dose)) {
    throw fail('pk-option-impossible', {
      option: 'The interval',
      wanted: 'short enough that something of a dose is left'
    });
  }
  return dose;
}

/**
 * Hours within [from, to] in which the level lies above a threshold.
 *
 * @param threshold IU/dL, ≥ 0
 * @throws `pk-option-impossible`, and for doses that cannot be
 */
export function hoursAbove(
  individual: Individual,
  doses: Doses,
  threshold: number,
  window: { from: number; to: number }
): number {
  checkDoses(doses);
  checkThreshold(threshold);
  const { from, to } = window;
  if (!(isHours(from) && isHours(to) && from < to)) {
    throw fail('pk-option-impossible', { option: 'The window', wanted: 'a time that ends after it begins' });
  }
  const walk = new Walk(individual.disposition, timelineOf(doses));
  let hours = 0;
  for (let now = from; now < to;) {
    walk.to(now);
    const until = Math.min(to, walk.nextEvent);
    const parts = walk.isRunning ? PARTS_OF_INFUSION : 1;
    const above = (ahead: number) => individual.endogenous + walk.ahead(ahead) - threshold;
    for (let part = 0; part < parts; part++) {
      const begin = ((until - now) * part) / parts;
      const end = ((until - now) * (part + 1)) / parts;
      hours += above(begin) > 0 ? stays(above, begin, end) : end - begin - stays((x) => -above(x), begin, end);
    }
    now = until;
  }
  return hours;
}

/** For how long of [begin, end] a function that starts above 0 (or at it) stays there; it crosses once at most. */
function stays(value: (at: number) => number, begin: number, end: number): number {
  if (value(end) > 0) return end - begin;
  return fallsBelow((at) => value(begin + at), end - begin);
}
