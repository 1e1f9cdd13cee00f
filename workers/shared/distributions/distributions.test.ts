import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import grid from '../../../tests/oracles/shared/distributions.json';
import * as distributions from './index';
import type { Distribution } from './index';

const { beta, binomial, chiSquare, fDistribution, gamma, hypergeometric, negativeBinomial, normal, poisson, studentT } =
  distributions;

/** 1e-12 of the value in the centre, 1e-10 in tails below 1e-15; below 1e-300 nothing is asked. */
function near(got: number, expected: number): void {
  if (Math.abs(expected) < 1e-300) return;
  const allowed = Math.abs(expected) < 1e-15 ? 1e-10 : 1e-12;
  expect(Math.abs(got / expected - 1), `${got}, expected ${expected}`).toBeLessThanOrEqual(allowed);
}

const numbers = (row: readonly number[]) => row as [number, number, number, number, number, number, number];

describe('agree with 360-digit values', () => {
  test('the gamma function and its derivatives', () => {
    for (const row of grid.gammaFunction) {
      const [x, logarithm, first, second] = numbers(row);
      near(distributions.logGamma(x), logarithm);
      // Around its zero only the absolute error is small.
      expect(Math.abs(distributions.digamma(x) - first)).toBeLessThanOrEqual(1e-14 * Math.max(1, Math.abs(first)));
      near(distributions.trigamma(x), second);
    }
  });
  test('the error function', () => {
    for (const row of grid.erfc) {
      const [x, inside, outside] = numbers(row);
      near(distributions.erf(x), inside);
      near(distributions.erfc(x), outside);
    }
  });
  test('the normal distribution', () => {
    for (const row of grid.normal) {
      const [z, lower, upper] = numbers(row);
      for (const [got, expected] of [
        [distributions.normalLower(z), lower],
        [distributions.normalUpper(z), upper],
        [Math.exp(normal().logUpper(z)), upper]
      ] as const) {
        near(got, expected);
      }
    }
  });

  type Row = [family: string, rows: number[][], of: (row: number[]) => Distribution, parameters: number];
  test.each<Row>([
    ['gamma', grid.incompleteGamma, ([a = 0]) => gamma(a), 1],
    ['beta', grid.incompleteBeta, ([a = 0, b = 0]) => beta(a, b), 2]
  ])('%s: both tails', (_, rows, of, parameters) => {
    for (const row of rows) {
      const [x = NaN, lower = NaN, upper = NaN] = row.slice(parameters);
      near(of(row).lower(x), lower);
      near(of(row).upper(x), upper);
    }
  });
  test('t: both tails and density', () => {
    for (const row of grid.studentT) {
      const [df, t, upper, density] = numbers(row);
      near(studentT(df).upper(t), upper);
      near(studentT(df).lower(-t), upper);
      near(studentT(df).density(-t), density);
    }
  });
  test('F: both tails and density', () => {
    for (const row of grid.f) {
      const [above, below, x, lower, upper, density] = numbers(row);
      near(fDistribution(above, below).lower(x), lower);
      near(fDistribution(above, below).upper(x), upper);
      near(fDistribution(above, below).density(x), density);
    }
  });
  test.each<Row>([
    ['Poisson', grid.poisson, ([mean = 0]) => poisson(mean), 1],
    ['binomial', grid.binomial, ([n = 0, p = 0]) => binomial(n, p), 2],
    ['negative binomial', grid.negativeBinomial, ([size = 0, p = 0]) => negativeBinomial(size, { p }), 2],
    ['hypergeometric', grid.hypergeometric, ([m = 0, o = 0, drawn = 0]) => hypergeometric(m, o, drawn), 3]
  ])('%s: probability, tails and their way back', (_, rows, of, parameters) => {
    for (const row of rows) {
      const [k = NaN, density = NaN, lower = NaN, upper = NaN] = row.slice(parameters);
      const family = of(row);
      near(family.density(k), density);
      near(family.lower(k), lower);
      near(family.upper(k), upper);
      if (lower > 1e-300 && lower < 1) expect(family.quantile(family.lower(k))).toBe(k);
      if (upper > 1e-300 && upper < 1) expect(family.upperQuantile(family.upper(k))).toBe(k);
    }
  });
});

const shape = fc.double({ min: Math.log(0.05), max: Math.log(5000), noNaN: true }).map(Math.exp);
/** From 1e-200 to nearly 1/2, each order of magnitude alike. */
const smallShare = fc.double({ min: -460, max: -0.7, noNaN: true }).map(Math.exp);

describe('a quantile is where its tail is', () => {
  const families: [string, fc.Arbitrary<Distribution>][] = [
    ['gamma', fc.tuple(shape, shape).map(([a, scale]) => gamma(a, scale))],
    ['χ²', shape.map(chiSquare)],
    ['beta', fc.tuple(shape, shape).map(([a, b]) => beta(a, b))],
    ['t', shape.map(studentT)],
    ['F', fc.tuple(shape, shape).map(([a, b]) => fDistribution(a, b))],
    ['normal', fc.tuple(shape, shape).map(([mean, sd]) => normal(-mean, sd))]
  ];
  test.each(families)('%s', (_, family) => {
    fc.assert(
      fc.property(family, smallShare, (one, p) => {
        // The tail is as exact as the point can be written: one step of x is one of its last digits.
        const close = (x: number, found: number) => {
          // Out there and next to a beta's end at 1 the points lie closer than numbers do.
          if (Math.abs(x) < 1e-300 || Math.abs(x) > 1e300 || Math.abs(x - 1) < 1e-9) return true;
          const slack = 1e-10 + 4e-16 * Math.abs((x * one.density(x)) / p);
          return Math.abs(found / p - 1) <= slack;
        };
        const low = one.quantile(p);
        const high = one.upperQuantile(p);
        return close(low, one.lower(low)) && close(high, one.upper(high)) && low <= high;
      }),
      { seed: 1, numRuns: 300 }
    );
  });
});

describe('edges', () => {
  test.each<[string, Distribution, number, number]>([
    ['normal', normal(), -Infinity, Infinity],
    ['t', studentT(3), -Infinity, Infinity],
    ['F', fDistribution(2, 3), 0, Infinity],
    ['gamma', gamma(2), 0, Infinity],
    ['beta', beta(2, 3), 0, 1],
    ['Poisson', poisson(3), 0, Infinity],
    ['Poisson of mean 0', poisson(0), 0, 0],
    ['binomial', binomial(5, 0.3), 0, 5],
    ['binomial of p = 1', binomial(5, 1), 5, 5],
    ['binomial without trials', binomial(0, 0.5), 0, 0],
    ['negative binomial', negativeBinomial(2, { mean: 3 }), 0, Infinity],
    ['hypergeometric', hypergeometric(5, 4, 6), 2, 5]
  ])('%s ends where it should', (_, family, lowest, highest) => {
    expect([family.quantile(0), family.quantile(1)]).toEqual([lowest, highest]);
    expect([family.upperQuantile(1), family.upperQuantile(0)]).toEqual([lowest, highest]);
    expect([family.lower(lowest - 1), family.upper(lowest - 1)]).toEqual([0, 1]);
    expect([family.lower(highest), family.upper(highest)]).toEqual([1, 0]);
    expect(family.density(lowest - 1)).toBe(0);
  });

  test('probabilities of whole numbers only, tails in steps', () => {
    expect(poisson(3).density(1.5)).toBe(0);
    expect(binomial(4, 0.5).lower(1.9)).toBe(binomial(4, 0.5).lower(1));
    expect(poisson(3).quantile(0.5)).toBe(3);
    expect(binomial(4, 0.5).quantile(0.3125)).toBe(1);
  });

  test('a pole of the density is infinite, and its logarithm goes on where the tail is 0', () => {
    expect(chiSquare(1).density(0)).toBe(Infinity);
    expect(chiSquare(2).density(0)).toBe(0.5);
    expect(normal().upper(60)).toBe(0);
    expect(normal().logUpper(60)).toBeCloseTo(-1805.0136, 3);
  });

  test.each([
    () => gamma(0),
    () => gamma(2, -1),
    () => chiSquare(Infinity),
    () => beta(NaN, 1),
    () => studentT(-1),
    () => fDistribution(1, 0),
    () => normal(0, 0),
    () => normal(Infinity),
    () => poisson(-1),
    () => binomial(1.5, 0.5),
    () => binomial(2, 1.1),
    () => negativeBinomial(0, { p: 0.5 }),
    () => negativeBinomial(1, { p: 0 }),
    () => negativeBinomial(1, { mean: -1 }),
    () => hypergeometric(2, 3, 6)
  ])('impossible parameters are refused: %s', (make) => {
    expect(make).toThrowError(expect.objectContaining({ code: 'distribution-parameter' }));
  });

  test('probabilities outside [0, 1] and missing numbers are refused', () => {
    for (const family of [normal(), studentT(2), poisson(2)]) {
      expect(() => family.quantile(1.2)).toThrowError(expect.objectContaining({ code: 'distribution-probability' }));
      expect(() => family.upperQuantile(NaN)).toThrowError(
        expect.objectContaining({ code: 'distribution-probability' })
      );
      expect(() => family.lower(NaN)).toThrowError(expect.objectContaining({ code: 'distribution-argument' }));
      expect(() => family.density(NaN)).toThrowError(expect.objectContaining({ code: 'distribution-argument' }));
    }
    expect(() => distributions.logGamma(0)).toThrowError(expect.objectContaining({ code: 'distribution-argument' }));
  });
});
