import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import oracle from '../../../tests/oracles/statistics/epidemiology.json';
import { binomial } from '../../shared/distributions';
import { normalLimits, proportionFunnel, proportionLimits, ratioFunnel, ratioLimits } from '../index';
import { cellsOf, column } from '../testing/cells';

function caseOf(name: string) {
  const found = oracle.cases.find((one) => one.name.startsWith(name));
  if (!found) throw new Error(`no case ${name}`);
  return found as unknown as { input: Record<string, number[] & number>; expected: Record<string, number[]> };
}

describe('funnel limits', () => {
  test('around 1, from the expected events: R 4.2.2', () => {
    const { input, expected } = caseOf('funnel SMR limits');
    (input.expected ?? []).forEach((size, index) => {
      const { lower, upper } = ratioLimits(size, input.level ?? NaN);
      expect(Math.abs(lower / (expected.lower?.[index] ?? NaN) - 1)).toBeLessThan(1e-8);
      expect(Math.abs(upper / (expected.upper?.[index] ?? NaN) - 1)).toBeLessThan(1e-8);
    });
  });

  test('the normal ones of the textbook: R 4.2.2', () => {
    const { input, expected } = caseOf('funnel normal limits');
    (input.n ?? []).forEach((n, index) => {
      const { lower, upper } = normalLimits(input.p0 ?? NaN, n, input.level ?? NaN);
      expect(lower).toBeCloseTo(expected.lower?.[index] ?? NaN, 10);
      expect(upper).toBeCloseTo(expected.upper?.[index] ?? NaN, 10);
    });
  });

  test('by hand: 4 cases around a half, level 0.8', () => {
    // P(0) = 1/16 < 0.1 ≤ P(≤ 1) = 5/16: the line lies at 1 − (5/16 − 0.1)/(4/16) = 0.15 cases.
    const { lower, upper } = proportionLimits(0.5, 4, 0.8);
    expect(lower).toBeCloseTo(0.15 / 4, 12);
    expect(upper).toBeCloseTo(1 - 0.15 / 4, 12);
  });

  test('a count is outside exactly if its tail is below half of the rest', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        fc.integer({ min: 1, max: 800 }),
        fc.constantFrom(0.95, 0.998),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (target, n, level, share) => {
          const family = binomial(n, target);
          const count = Math.round(share * n);
          const { lower, upper } = proportionLimits(target, n, level);
          const fewer = family.lower(count) / ((1 - level) / 2);
          const more = family.upper(count - 1) / ((1 - level) / 2);
          // On the line itself the last digit decides.
          const near = Math.abs(fewer - 1) < 1e-9 || Math.abs(more - 1) < 1e-9;
          return near || (count / n < lower === fewer < 1 && count / n > upper === more < 1);
        }
      ),
      { seed: 1, numRuns: 500 }
    );
  });

  test.each([
    [0, 5, 'funnel-target'],
    [1, 5, 'funnel-target'],
    [NaN, 5, 'funnel-target'],
    [0.5, 0, 'funnel-size'],
    [0.5, 2.5, 'funnel-size']
  ])('a target of %d with %d cases is refused', (target, n, code) => {
    expect(() => proportionLimits(target, n)).toThrowError(expect.objectContaining({ code }));
    expect(() => normalLimits(target, n)).toThrowError(expect.objectContaining({ code }));
  });

  test.each([0, -1, NaN, Infinity])('%d expected events are refused', (expected) => {
    expect(() => ratioLimits(expected)).toThrowError(expect.objectContaining({ code: 'expected-not-positive' }));
  });
});

describe('funnels', () => {
  test('funnel of proportions: around all cases together, the limits of each size', () => {
    const sizes = { small: 10, large: 400 };
    const names = [...Array<string>(10).fill('small'), ...Array<string>(400).fill('large')];
    const events = names.map((name, index) => (name === 'small' ? index < 4 : index < 30));
    const got = proportionFunnel({ hospital: column('h', 'text', names), outcome: column('died', 'bool', events) });
    expect(got.target).toBeCloseTo(24 / 410, 14);
    expect(cellsOf(got.hospitals, 'hospital')).toEqual(['large', 'small']);
    expect(cellsOf(got.hospitals, 'upper_95')[0]).toBe(proportionLimits(24 / 410, sizes.large).upper);
    expect(cellsOf(got.hospitals, 'position')).toEqual(['inside', 'above 95 %']);
    const drawn = cellsOf(got.curve, 'cases') as number[];
    expect([drawn[0], drawn.at(-1)]).toEqual([1, 400]);
    expect(
      proportionFunnel({ hospital: column('h', 'text', names), outcome: column('d', 'bool', events) }, { target: 0.4 })
        .target
    ).toBe(0.4);
  });

  test('funnel of ratios: around 1 by expected events, one hospital too', () => {
    const got = ratioFunnel({
      hospital: column('h', 'text', Array<string>(50).fill('only')),
      outcome: column(
        'died',
        'bool',
        Array.from({ length: 50 }, (_, index) => index < 18)
      ),
      risk: column('p', 'float64', Array<number>(50).fill(0.1))
    });
    expect(got.target).toBe(1);
    expect(cellsOf(got.hospitals, 'value')[0]).toBeCloseTo(3.6, 12);
    expect(cellsOf(got.hospitals, 'position')).toEqual(['above 99.8 %']);
    expect(got.curve.rows).toBe(200);
  });
});
