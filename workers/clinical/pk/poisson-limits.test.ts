import { describe, expect, test } from 'vitest';
import { poisson } from '../../shared/distributions';
import { poissonLimits } from './poisson-limits';

/** P(X ≤ count) by adding its terms. */
function summed(count: number, mean: number): number {
  let term = Math.exp(-mean);
  let sum = 0;
  for (let k = 0; k <= count; k++) {
    sum += term;
    term *= mean / (k + 1);
  }
  return sum;
}

describe('exact limits of a Poisson count', () => {
  test.each([
    // count, level, lower, upper          Ulm 1990 (Am J Epidemiol 131:373), R 4.2.2 qchisq
    [0, 0.95, 0, 3.688879454113936],
    [1, 0.95, 0.025317807984289897, 5.571643390938899],
    [10, 0.95, 4.795389, 18.390356],
    [0, 0.9, 0, 2.995732273553991],
    [0, 0.5, 0, 1.3862943611198906]
  ])('%i events at %d', (count, level, lower, upper) => {
    const got = poissonLimits(count, level);
    expect(Math.abs(got.lower - lower)).toBeLessThanOrEqual(5e-7);
    expect(Math.abs(got.upper - upper)).toBeLessThanOrEqual(5e-7);
  });

  test('without an event is −ln(α/2), with one the lower limit is −ln(1 − α/2)', () => {
    expect(Math.abs(poissonLimits(0).upper / -Math.log(0.025) - 1)).toBeLessThan(1e-14);
    expect(Math.abs(poissonLimits(1).lower / -Math.log1p(-0.025) - 1)).toBeLessThan(1e-12);
  });

  test.each([1, 2, 5, 17, 60, 150])('of %i events leave 2.5 % in each tail', (count) => {
    const { lower, upper } = poissonLimits(count);
    expect(summed(count, upper)).toBeCloseTo(0.025, 13);
    expect(1 - summed(count - 1, lower)).toBeCloseTo(0.025, 13);
  });

  test.each([1000, 1e6])('of %i events too', (count) => {
    const { lower, upper } = poissonLimits(count, 0.99);
    expect(poisson(upper).lower(count)).toBeCloseTo(0.005, 11);
    expect(poisson(lower).upper(count - 1)).toBeCloseTo(0.005, 11);
  });

  test.each([
    [-1, 0.95],
    [1.5, 0.95],
    [NaN, 0.95],
    [1, 0],
    [1, 1],
    [1, NaN]
  ])('%d events at %d are refused', (count, level) => {
    expect(() => poissonLimits(count, level)).toThrowError(expect.objectContaining({ code: 'pk-option-impossible' }));
  });
});
