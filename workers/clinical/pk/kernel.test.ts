import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { left, leftSlope, meanDecay } from './kernel';

describe('what is left of a dose', () => {
  test.each([
    // rate, since, duration, share of the dose
    [0.5, 2, 0, Math.exp(-1)],
    [0.5, 0, 0, 1],
    [0.5, 0, 2, 0],
    [0.5, 2, 2, (1 - Math.exp(-1)) / 1],
    [0.5, 1, 2, (1 - Math.exp(-0.5)) / 1],
    [0.5, 5, 2, (1 - Math.exp(-1)) * Math.exp(-1.5)],
    [0, 5, 2, 1],
    [0, 1, 2, 0.5]
  ])('rate %d /h, %d h after the beginning of %d h', (rate, since, duration, share) => {
    expect(left(rate, since, duration)).toBeCloseTo(share, 14);
  });

  test('an infusion that gets ever shorter becomes a bolus', () => {
    expect(left(0.3, 10, 1e-12)).toBeCloseTo(left(0.3, 10, 0), 11);
  });

  test('the mean decay has no seam where the series ends', () => {
    expect(Math.abs(meanDecay(0.5) - meanDecay(0.5 - 1e-15))).toBeLessThan(1e-14);
    expect(meanDecay(0)).toBe(1);
    expect(meanDecay(1e-20)).toBe(1);
  });
});

describe('the difference quotient between two rates', () => {
  const rate = fc.double({ min: 1e-4, max: 5, noNaN: true });
  const hours = fc.double({ min: 0, max: 200, noNaN: true });
  const duration = fc.oneof(fc.constant(0), fc.double({ min: 1e-3, max: 100, noNaN: true }));

  test('equals the plain quotient where that holds its digits', () => {
    fc.assert(
      fc.property(rate, hours, duration, (first, since, over) => {
        const second = first * 1.5;
        const plain = (left(second, since, over) - left(first, since, over)) / (second - first);
        return Math.abs(leftSlope(first, second, since, over) - plain) <= 1e-11 * (1 + since);
      })
    );
  });

  test('is the same both ways, and goes on smoothly to equal rates', () => {
    fc.assert(
      fc.property(rate, hours, duration, (first, since, over) => {
        const there = leftSlope(first, first * (1 + 1e-9), since, over);
        expect(leftSlope(first * (1 + 1e-9), first, since, over)).toBe(there);
        return Math.abs(there - leftSlope(first, first, since, over)) <= 1e-7 * (1 + since);
      })
    );
  });

  test('has no seam where the midpoint series takes over', () => {
    // Nearer and farther than a thousandth, of terms of every speed.
    for (const x of [0.01, 0.5, 1.99, 2.01, 30]) {
      const near = leftSlope(x, x + 0.99e-3 * (1 + x), 1, 1);
      const far = leftSlope(x, x + 1.02e-3 * (1 + x), 1, 1);
      const bend = 0.03e-3 * (1 + x);
      expect(Math.abs(near - far)).toBeLessThan(bend);
      expect(Math.abs(near - far) / Math.abs(near)).toBeLessThan(1e-3);
    }
  });
});
