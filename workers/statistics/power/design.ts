import type { StatisticsRemark } from '../estimate';
import { normalQuantile } from '../../shared/normal';
import { fail } from './errors';

/** What a test is asked to hold. */
export interface TestOptions {
  /** Probability of a false alarm, both sides together. 0.05 unless given. */
  alpha?: number;
  /** 2 unless given. */
  sides?: 1 | 2;
}

/** A study: its size, or what a size can find. */
export interface Design {
  /** Persons in each group, whole; a single number for pairs. Empty where only events were asked for. */
  groups: number[];
  /** Persons (of pairs: pairs) altogether. */
  total: number;
  /** Persons in the first group before rounding up; null where the size was given. */
  exact: number | null;
  /** Of the whole numbers. */
  power: number;
  alpha: number;
  sides: 1 | 2;
  remarks: StatisticsRemark[];
  method: string;
}

/** Nobody plans more; beyond, sums of squares lose digits. */
export const MOST = 1e9;

/** @throws `power-range` */
export function within(option: string, value: number, low: number, high: number): void {
  if (!(value > low && value < high)) {
    const rule = high === Infinity ? `is a finite number above ${low}` : `lies above ${low} and below ${high}`;
    throw fail('power-range', { option, rule });
  }
}

/** A number that can be squared and divided. @throws `power-range` */
export function measurable(option: string, value: number): void {
  if (!(value >= 1e-60 && value <= 1e60)) {
    throw fail('power-range', { option, rule: 'is a number above 0 that can be squared' });
  }
}

/** @throws `power-range` */
export function checkTest({ alpha = 0.05, sides = 2 }: TestOptions): { alpha: number; sides: 1 | 2; z: number } {
  within('The level of significance', alpha, 0, 1);
  // Read from text or own code, anything may come.
  if (![1, 2].includes(sides)) throw fail('power-range', { option: 'The number of sides', rule: 'is 1 or 2' });
  return { alpha, sides, z: -normalQuantile(alpha / sides) };
}

/** Persons of the second group for each of the first. @throws `power-range` */
export function checkRatio(ratio: number): void {
  if (!(ratio >= 0.001 && ratio <= 1000)) throw fail('power-range', { option: 'The ratio of the groups', rule: 'lies between 0.001 and 1,000' }); // prettier-ignore
}

/** @throws `power-range` */
export function checkPersons(group: string, n: number, least: number): void {
  if (!Number.isInteger(n) || n < least || n > MOST) {
    throw fail('power-range', { option: `The size of ${group}`, rule: `is whole, from ${least} to 1,000,000,000` });
  }
}

/** Whole persons: never one more for the rounding of the last digits. */
export function roundedUp(n: number): number {
  return Math.ceil(n * (1 - 1e-12));
}

/**
 * Where a power that rises with n reaches the one asked for, to the last digits.
 *
 * @throws `power-from-start`, `power-out-of-reach`
 */
export function sizeFor(power: number, powerOf: (n: number) => number, least: number): number {
  if (powerOf(least) >= power) throw fail('power-from-start', { least });
  let [low, high] = [least, 2 * least + 1];
  while (powerOf(high) < power) {
    if (high > MOST) throw fail('power-out-of-reach', { most: '1,000,000,000' });
    [low, high] = [high, 2 * high];
  }
  for (let halving = 0; halving < 200 && high - low > 1e-13 * high; halving++) {
    const middle = low + (high - low) / 2;
    if (powerOf(middle) < power) low = middle;
    else high = middle;
  }
  return low + (high - low) / 2;
}
