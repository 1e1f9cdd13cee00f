import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { studentT } from '../../shared/distributions';
import {
  clusterDesign,
  logRankPower,
  logRankSize,
  proportionPrecision,
  ratePrecision,
  twoMeansPower,
  twoMeansSize,
  twoProportionsPower,
  twoProportionsSize
} from './index';
import { noncentralTUpper } from './noncentral-t';
import { wilson } from '../proportion';

const refusal = (code: string) => expect.objectContaining({ code }) as Error;
const seeded = { seed: 6, numRuns: 40 };

test.each([
  [2, 1],
  [-1.3, 3],
  [0.2, 12.5],
  [2.5, 4000]
])('without a shift the noncentral t of %d, %d degrees of freedom, is Student’s', (t, df) => {
  expect(Math.abs(noncentralTUpper(t, df, 0) - studentT(df).upper(t))).toBeLessThan(1e-13);
});

// R 4.2.2: pt(t, df, shift, lower.tail = FALSE); beyond its largest shift, 37.62, integrate() of the normal density times pchisq.
test.each([
  // t, df, shift, upper tail
  [2, 10, 1, 0.192388437469689],
  [30, 4, 28, 0.519427273830695],
  [25, 4, 30.5, 0.795933738173087],
  [33, 2, 35, 0.674938384844557],
  [6, 100, 5, 0.182248112882452],
  [40, 500, 36, 0.00653357531654297],
  [60, 3, 50, 0.444694079055296],
  [900, 12, 1000, 0.748276504440984]
])('noncentral t beyond %d, %d degrees of freedom, shift %d', (t, df, shift, upper) => {
  expect(Math.abs(noncentralTUpper(t, df, shift) - upper)).toBeLessThan(5e-12);
});

describe('the smallest size', () => {
  test('of means has the power, one person fewer in each group has not', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 1.2, noNaN: true }),
        fc.double({ min: 0.6, max: 0.95, noNaN: true }),
        (difference, power) => {
          const { groups, power: reached, exact } = twoMeansSize({ difference, sd: 1, power });
          expect(reached).toBeGreaterThanOrEqual(power - 1e-12);
          expect(groups[0]).toBe(Math.ceil(exact! - 1e-9));
          if (groups[0]! > 2) {
            const fewer = [groups[0]! - 1, groups[1]! - 1] as const;
            expect(twoMeansPower({ difference, sd: 1, groups: fewer }).power).toBeLessThan(power);
          }
        }
      ),
      seeded
    );
  });

  test('does not depend on the unit or the sign of the difference, nor on which group is first', () => {
    const plain = twoMeansSize({ difference: 2, sd: 5, power: 0.9 }).exact!;
    expect(twoMeansSize({ difference: -2e6, sd: 5e6, power: 0.9 }).exact!).toBeCloseTo(plain, 6);
    const one = twoProportionsSize({ first: 0.2, second: 0.4, power: 0.9, ratio: 2 });
    const other = twoProportionsSize({ first: 0.4, second: 0.2, power: 0.9, ratio: 0.5 });
    expect(other.exact! / 2).toBeCloseTo(one.exact!, 7);
    const hazard = logRankSize({ hazardRatio: 0.5, power: 0.9, ratio: 3 });
    const turned = logRankSize({ hazardRatio: 2, power: 0.9, ratio: 1 / 3 });
    expect(turned.exactEvents!).toBeCloseTo(hazard.exactEvents!, 9);
  });

  test('of a proportion gives an interval of that width', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 95 }), fc.integer({ min: 1, max: 20 }), (share, width) => {
        const asked = { proportion: share / 100, halfWidth: width / 100 };
        const { n, exact } = proportionPrecision(asked);
        expect(n).toBe(Math.max(1, Math.ceil(exact - 1e-9)));
        // Wilson's interval takes whole events: a size at which they are whole, and no fewer persons than needed.
        const persons = 100 * Math.ceil(n / 100);
        const { lower, upper } = wilson((persons / 100) * share, persons);
        expect((upper - lower) / 2).toBeLessThanOrEqual(asked.halfWidth + 1e-12);
      }),
      seeded
    );
  });

  test('a one-sided test needs fewer, clusters need more', () => {
    const two = twoMeansSize({ difference: 0.5, sd: 1, power: 0.8 });
    expect(twoMeansSize({ difference: 0.5, sd: 1, power: 0.8, sides: 1 }).total).toBeLessThan(two.total);
    const clusters = clusterDesign({ n: two.total, size: 20, icc: 0.05 });
    expect(clusters.designEffect).toBeCloseTo(1.95, 12);
    expect(clusters.clusters).toBe(13);
    expect(clusterDesign({ n: two.total, size: 1, icc: 0.5 }).n).toBe(two.total);
  });

  test('a whole number is not rounded up to the next', () => {
    expect(clusterDesign({ n: 300, size: 20, icc: 0 })).toMatchObject({ n: 300, clusters: 15 });
  });
});

test('says what is assumed and where an approximation is rough', () => {
  const codes = ({ remarks }: { remarks: readonly { code: string }[] }) => remarks.map(({ code }) => code);
  expect(codes(twoMeansPower({ difference: 3, sd: 1, groups: [4, 4] }))).toEqual([
    'power-equal-spread',
    'power-few-persons'
  ]);
  expect(codes(twoProportionsPower({ first: 0.01, second: 0.1, groups: [50, 50] }))).toEqual(['power-few-expected']);
  expect(codes(logRankPower({ hazardRatio: 0.7, events: 100 }))).toEqual(['power-proportional-hazards']);
});

test('an enormous difference is found for certain', () => {
  expect(twoMeansPower({ difference: 1e30, sd: 1, groups: [20, 20] }).power).toBe(1);
  expect(twoMeansPower({ difference: 1e6, sd: 1, groups: [2, 2] }).power).toBeGreaterThan(0.999999);
});

test.each<[string, () => unknown]>([
  ['power-no-difference', () => twoMeansSize({ difference: 0, sd: 1, power: 0.8 })],
  ['power-no-difference', () => twoProportionsSize({ first: 0.3, second: 0.3, power: 0.8 })],
  ['power-no-difference', () => logRankSize({ hazardRatio: 1, power: 0.8 })],
  ['power-range', () => twoMeansSize({ difference: NaN, sd: 1, power: 0.8 })],
  ['power-range', () => twoMeansSize({ difference: 1, sd: 0, power: 0.8 })],
  ['power-range', () => twoMeansSize({ difference: 1, sd: 1, power: 1 })],
  ['power-range', () => twoMeansSize({ difference: 1, sd: 1, power: 0.8, alpha: 0 })],
  ['power-range', () => twoMeansSize({ difference: 1, sd: 1, power: 0.8, ratio: 0 })],
  ['power-range', () => twoMeansPower({ difference: 1, sd: 1, groups: [1, 5] })],
  ['power-range', () => twoProportionsSize({ first: 0, second: 0.1, power: 0.8 })],
  ['power-range', () => logRankSize({ hazardRatio: -1, power: 0.8 })],
  ['power-range', () => logRankSize({ hazardRatio: 0.5, power: 0.01 })],
  ['power-range', () => logRankPower({ hazardRatio: 0.5, events: 2.5 })],
  ['power-range', () => proportionPrecision({ proportion: 0.1, halfWidth: 0.5 })],
  ['power-range', () => ratePrecision({ rate: 0, factor: 2 })],
  ['power-range', () => ratePrecision({ rate: 1, factor: 1 })],
  ['power-range', () => clusterDesign({ n: 10, size: 0, icc: 0.1 })],
  ['power-range', () => clusterDesign({ n: 10, size: 5, icc: 1.1 })],
  ['power-out-of-reach', () => twoMeansSize({ difference: 1e-9, sd: 1, power: 0.8 })],
  ['power-out-of-reach', () => logRankSize({ hazardRatio: 1.0000001, power: 0.8 })],
  ['power-from-start', () => twoMeansSize({ difference: 1e6, sd: 1, power: 0.8 })],
  ['level-range', () => proportionPrecision({ proportion: 0.1, halfWidth: 0.1, level: 2 })]
])('%s', (code, call) => {
  expect(call).toThrow(refusal(code));
});
