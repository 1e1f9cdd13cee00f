import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dispositionOf } from './disposition';
import type { Doses } from './schedule';
import { levelAt, Sensitivity } from './superposition';
import { timelineOf, walkedLevels } from './walk';

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
/** Clearances and volumes of one to three compartments, over three decades. */
const parameters = fc
  .integer({ min: 1, max: 3 })
  .chain((n) => fc.array(between(-3.5, 3.5), { minLength: 2 * n, maxLength: 2 * n }))
  .map((logs) => Float64Array.from(logs, (log) => Math.exp(log)));
const doses = fc
  .array(fc.tuple(between(0, 100), between(1, 3000), fc.oneof(fc.constant(0), between(0.01, 60))), {
    minLength: 1,
    maxLength: 8
  })
  .map((rows): Doses => ({
    time: Float64Array.from(rows, ([time]) => time),
    amount: Float64Array.from(rows, ([, amount]) => amount),
    duration: Float64Array.from(rows, ([, , duration]) => duration)
  }));

describe('the terms of a disposition', () => {
  test('of one compartment are CL/V1 and 1/V1', () => {
    const { rates, coefficients } = dispositionOf(Float64Array.of(2, 40));
    expect([...rates, ...coefficients]).toEqual([0.05, 0.025]);
  });

  test('of two compartments are those of the closed form', () => {
    fc.assert(
      fc.property(fc.array(between(-2, 2), { minLength: 4, maxLength: 4 }), (logs) => {
        const [cl, v1, q, v2] = logs.map(Math.exp) as [number, number, number, number];
        const { rates, coefficients } = dispositionOf(Float64Array.of(cl, v1, q, v2));
        const sum = cl / v1 + q / v1 + q / v2;
        const fast = (sum + Math.sqrt(sum * sum - (4 * cl * q) / (v1 * v2))) / 2;
        const slow = (cl * q) / (v1 * v2) / fast;
        expect(Math.abs(rates[0]! / fast - 1)).toBeLessThan(1e-12);
        expect(Math.abs(rates[1]! / slow - 1)).toBeLessThan(1e-12);
        expect(Math.abs(coefficients[0]! - (fast - q / v2) / ((fast - slow) * v1)) * v1).toBeLessThan(1e-10);
      })
    );
  });

  test('begin together at 1/V1, and the area under them is 1/CL', () => {
    fc.assert(
      fc.property(parameters, (found) => {
        const { rates, coefficients } = dispositionOf(found);
        const begin = coefficients.reduce((sum, coefficient) => sum + coefficient, 0);
        const area = coefficients.reduce((sum, coefficient, k) => sum + coefficient / rates[k]!, 0);
        expect(Math.abs(begin * found[1]! - 1)).toBeLessThan(1e-12);
        expect(Math.abs(area * found[0]! - 1)).toBeLessThan(1e-9);
        return rates.every((rate, k) => rate > 0 && coefficients[k]! >= 0 && rate <= (rates[k - 1] ?? Infinity));
      })
    );
  });

  test('of two equal outer compartments are those of one of their sum', () => {
    const three = dispositionOf(Float64Array.of(2, 40, 3, 30, 3, 30));
    const two = dispositionOf(Float64Array.of(2, 40, 6, 60));
    const dose: Doses = { time: Float64Array.of(0), amount: Float64Array.of(1000), duration: Float64Array.of(0.5) };
    for (const time of [0.1, 1, 10, 100]) {
      expect(levelAt(three, dose, time) / levelAt(two, dose, time)).toBeCloseTo(1, 12);
    }
  });
});

describe('superposition', () => {
  const times = [0, 3, 20.5, 50, 99, 170, 400];

  test('is linear in the dose', () => {
    fc.assert(
      fc.property(parameters, doses, between(0.1, 10), (found, given, factor) => {
        const disposition = dispositionOf(found);
        const more = { ...given, amount: given.amount.map((amount) => factor * amount) };
        for (const time of times) {
          const level = factor * levelAt(disposition, given, time);
          expect(Math.abs(levelAt(disposition, more, time) - level)).toBeLessThanOrEqual(1e-12 * level);
        }
      })
    );
  });

  test('of two lots of doses is the sum of both', () => {
    fc.assert(
      fc.property(parameters, doses, doses, (found, first, second) => {
        const disposition = dispositionOf(found);
        const joined = (key: keyof Doses) => Float64Array.of(...first[key], ...second[key]);
        const both = { time: joined('time'), amount: joined('amount'), duration: joined('duration') };
        for (const time of times) {
          const level = levelAt(disposition, first, time) + levelAt(disposition, second, time);
          expect(Math.abs(levelAt(disposition, both, time) - level)).toBeLessThanOrEqual(1e-12 * level);
        }
      })
    );
  });

  test('does not know when time began', () => {
    fc.assert(
      fc.property(parameters, doses, fc.integer({ min: -100_000, max: 100_000 }), (found, given, shift) => {
        const disposition = dispositionOf(found);
        const later = { ...given, time: given.time.map((time) => time + shift) };
        for (const time of times) {
          const level = levelAt(disposition, given, time);
          // Shifted times are rounded to 1.5e-11 h; a rate is at most some hundred per hour here.
          const near = Math.abs(levelAt(disposition, later, time + shift) - level);
          if (!given.time.some((at) => Math.abs(at - time) < 1e-6))
            expect(near).toBeLessThanOrEqual(1e-6 * level + 1e-9);
        }
      })
    );
  });

  test('dose by dose and step by step give the same curve', () => {
    fc.assert(
      fc.property(parameters, doses, (found, given) => {
        const disposition = dispositionOf(found);
        const all = Float64Array.of(
          ...times,
          ...given.time,
          ...given.time.map((time, row) => time + given.duration[row]!)
        );
        all.sort();
        const walked = walkedLevels(disposition, timelineOf(given), all, 2);
        for (const [row, time] of all.entries()) {
          const level = 2 + levelAt(disposition, given, time);
          expect(Math.abs(walked[row]! - level)).toBeLessThanOrEqual(1e-10 * level);
        }
      })
    );
  });

  test('slopes by the parameters equal central differences', () => {
    fc.assert(
      fc.property(parameters, doses, between(1, 300), (found, given, time) => {
        const which = [...found.keys()];
        const { slopes } = new Sensitivity(dispositionOf(found), which).at(given, time);
        for (const parameter of which) {
          const moved = (by: number) => {
            const other = Float64Array.from(found);
            other[parameter]! *= Math.exp(by);
            return levelAt(dispositionOf(other), given, time);
          };
          const near = (moved(1e-3) - moved(-1e-3)) / 2e-3;
          const far = (moved(2e-3) - moved(-2e-3)) / 4e-3;
          const size = Math.max(levelAt(dispositionOf(found), given, time), Math.abs(near), 1e-9);
          expect(Math.abs(slopes[parameter]! - (4 * near - far) / 3)).toBeLessThan(1e-6 * size);
        }
      })
    );
  });
});
