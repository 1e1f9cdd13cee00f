import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { smdOfMeans, smdOfShares } from './smd';

describe('the standardised difference of means', () => {
  test.each([
    // By hand: difference over √((s₁² + s₀²) / 2).
    [{ mean: 10, sd: 2 }, { mean: 8, sd: 2 }, 1],
    [{ mean: 62, sd: 12 }, { mean: 65, sd: 9 }, -3 / Math.sqrt((144 + 81) / 2)],
    [{ mean: 5, sd: 0 }, { mean: 4, sd: 1 }, Math.SQRT2]
  ])('of %j and %j', (first, second, smd) => {
    expect(smdOfMeans(first, second)).toBeCloseTo(smd, 12);
  });

  test('is not known without a spread', () => {
    expect(smdOfMeans({ mean: 5, sd: 0 }, { mean: 4, sd: 0 })).toBeNaN();
    expect(smdOfMeans({ mean: 5, sd: NaN }, { mean: 4, sd: 1 })).toBeNaN();
  });
});

describe('the standardised difference of shares', () => {
  test('of two levels is that of a proportion', () => {
    // |0.3 − 0.5| / √((0.21 + 0.25) / 2)
    expect(smdOfShares([0.7, 0.3], [0.5, 0.5])).toBeCloseTo(0.2 / Math.sqrt(0.23), 12);
  });

  test('of three levels is what the matrix gives by hand', () => {
    // S = [[0.21, −0.135], [−0.135, 0.245]], d = (0, 0.1): d² · 0.21 / 0.033225.
    expect(smdOfShares([0.2, 0.3, 0.5], [0.3, 0.3, 0.4])).toBeCloseTo(Math.sqrt((0.01 * 0.21) / 0.033225), 12);
  });

  test.each([
    ['the same', [0.2, 0.8], [0.2, 0.8], 0],
    ['one level alone', [1], [1], 0],
    ['a level that both lack', [0.7, 0, 0.3], [0.5, 0, 0.5], 0.2 / Math.sqrt(0.23)],
    ['no level in common', [1, 0], [0, 1], Infinity]
  ])('of %s', (_, first, second, smd) => {
    expect(smdOfShares(first, second)).toBeCloseTo(smd, 12);
  });

  test('is not known where one has no rows', () => {
    expect(smdOfShares([NaN, NaN], [0.5, 0.5])).toBeNaN();
  });

  test('does not depend on the order of levels nor of groups', () => {
    const shares = fc
      .array(fc.integer({ min: 1, max: 50 }), { minLength: 4, maxLength: 4 })
      .map((counts) => counts.map((count) => count / counts.reduce((sum, one) => sum + one)));
    fc.assert(
      fc.property(shares, shares, (first, second) => {
        const smd = smdOfShares(first, second);
        expect(smdOfShares(second, first)).toBeCloseTo(smd, 8);
        expect(smdOfShares(first.toReversed(), second.toReversed())).toBeCloseTo(smd, 6);
      })
    );
  });
});
