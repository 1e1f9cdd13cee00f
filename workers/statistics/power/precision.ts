import { exp, log } from '../../shared/elementary';
import { normalQuantile } from '../../shared/normal';
import { checkLevel } from '../proportion';
import { measurable, MOST, roundedUp, within } from './design';
import { fail } from './errors';

export interface ProportionPrecision {
  /** Expected, above 0 and below 1. */
  proportion: number;
  /** Half the width of the interval, above 0 and below ½. */
  halfWidth: number;
  /** Level of confidence, 0.95 unless given. */
  level?: number;
  /** The interval that will be reported; `wilson` unless given. */
  interval?: 'wilson' | 'wald';
}

/** So many persons, whole, and before rounding up. */
export interface PrecisionSize {
  n: number;
  exact: number;
  method: string;
}

/**
 * Persons for an interval of a proportion that is no wider than asked for, if the expected proportion is observed.
 *
 * @throws `power-range`, `power-out-of-reach`, `level-range`
 * @see Wilson 1927, J Am Stat Assoc 22:209, solved for n
 */
export function proportionPrecision(asked: ProportionPrecision): PrecisionSize {
  const { proportion, halfWidth, level = 0.95, interval = 'wilson' } = asked;
  checkLevel(level);
  within('The proportion', proportion, 0, 1);
  within('The half width', halfWidth, 0, 0.5);
  const z = normalQuantile((1 + level) / 2);
  const spread = proportion * (1 - proportion);
  const square = halfWidth * halfWidth;
  const exact =
    interval === 'wald'
      ? (z * z * spread) / square
      : (z * z * (spread - 2 * square + Math.sqrt(spread * spread + square * (1 - 4 * spread)))) / (2 * square);
  if (!(exact <= MOST)) throw fail('power-out-of-reach', { most: '1,000,000,000' });
  const name = interval === 'wald' ? 'Wald’s' : 'Wilson’s';
  return { n: Math.max(1, roundedUp(exact)), exact, method: `Precision of a proportion, ${name} interval` };
}

/**
 * The interval that a proportion would have, were it found among so many persons.
 *
 * @param n persons, 1 or more; a proportion of them need not be whole
 * @throws `power-range`, `level-range`
 */
export function proportionLimits(
  { proportion, level = 0.95, interval = 'wilson' }: Omit<ProportionPrecision, 'halfWidth'>,
  n: number
): { lower: number; upper: number } {
  checkLevel(level);
  within('The proportion', proportion, 0, 1);
  const z = normalQuantile((1 + level) / 2);
  const spread = (proportion * (1 - proportion)) / n;
  if (interval === 'wald') {
    const half = z * Math.sqrt(spread);
    return { lower: Math.max(0, proportion - half), upper: Math.min(1, proportion + half) };
  }
  const share = (z * z) / n;
  const centre = (proportion + share / 2) / (1 + share);
  const half = (z * Math.sqrt(spread + share / (4 * n))) / (1 + share);
  return { lower: Math.max(0, centre - half), upper: Math.min(1, centre + half) };
}

/** The width of the interval of a rate, in the rate's own unit or as a factor. */
export type RatePrecision = {
  /** Events a unit of person-time, above 0. */
  rate: number;
  level?: number;
} & (
  | { /** Half the width of the plain interval. */ halfWidth: number }
  | { /** The limits are the rate divided and multiplied by it, above 1. */ factor: number }
);

export interface RatePrecisionSize {
  /** Events that are expected, before rounding up. */
  events: number;
  personTime: number;
  method: string;
}

/**
 * The interval of a rate with so many events, on the scale that it is planned on.
 *
 * @param events above 0
 */
export function rateLimits(
  { rate, level = 0.95, log: onLog }: { rate: number; level?: number; log: boolean },
  events: number
): { lower: number; upper: number } {
  const root = normalQuantile((1 + level) / 2) / Math.sqrt(events);
  return onLog
    ? { lower: rate / exp(root), upper: rate * exp(root) }
    : { lower: Math.max(0, rate * (1 - root)), upper: rate * (1 + root) };
}

/**
 * Person-time and events for an interval of a rate of given width: normal on the plain scale for a half width, on the log scale
 * for a factor.
 *
 * @throws `power-range`, `power-out-of-reach`, `level-range`
 * @see Rothman, Greenland and Lash 2008, Modern Epidemiology, ch. 14: variance of a rate = events / time²
 */
export function ratePrecision(asked: RatePrecision): RatePrecisionSize {
  const { rate, level = 0.95 } = asked;
  checkLevel(level);
  measurable('The rate', rate);
  const z = normalQuantile((1 + level) / 2);
  const isFactor = 'factor' in asked;
  if (isFactor) within('The factor', asked.factor, 1, 1e6);
  else measurable('The half width', asked.halfWidth);
  const root = isFactor ? z / log(asked.factor) : (z * rate) / asked.halfWidth;
  const events = root * root;
  if (!(events <= MOST)) throw fail('power-out-of-reach', { most: '1,000,000,000 events' });
  const method = `Precision of a rate, normal interval on the ${isFactor ? 'log' : 'plain'} scale`;
  return { events, personTime: events / rate, method };
}
