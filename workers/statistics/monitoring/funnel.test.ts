import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import oracle from '../../../tests/oracles/statistics/epidemiology.json';
import fromR from '../../../tests/oracles/statistics/r-funnel.json';
import { binomial, poisson } from '../../shared/distributions';
import {
  normalLimits,
  proportionFunnel,
  proportionLimits,
  ratioFunnel,
  ratioLimits,
  ratioQuantiles,
  type FunnelPosition
} from '../index';
import { randomStream } from '../../shared/random';
import { cellsOf, column } from '../testing/cells';

function caseOf(name: string) {
  const found = oracle.cases.find((one) => one.name === name);
  if (!found) throw new Error(`no case ${name}`);
  return found as unknown as { input: Record<string, number[] & number>; expected: Record<string, number[]> };
}

describe('funnel limits', () => {
  test.each(['funnel SMR limits from expected count'])('%s', (name) => {
    const { input, expected } = caseOf(name);
    expect(input.expected).toEqual(expected.expected);
    (input.expected ?? []).forEach((size, index) => {
      const { lower, upper } = ratioLimits(size, input.level ?? NaN);
      expect(Math.abs(lower / (expected.lower?.[index] ?? NaN) - 1)).toBeLessThan(1e-8);
      expect(Math.abs(upper / (expected.upper?.[index] ?? NaN) - 1)).toBeLessThan(1e-8);
    });
  });

  test.each(['funnel normal limits p0=0.03'])('%s', (name) => {
    const { input, expected } = caseOf(name);
    expect(input.n).toEqual(expected.n);
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

/** Units of so many events where so many are expected: where each lies. */
function placesOf(units: readonly (readonly [observed: number, expected: number])[]): FunnelPosition[] {
  const hospital: bigint[] = [];
  const died: boolean[] = [];
  const risk: number[] = [];
  units.forEach(([observed, expected], unit) => {
    const cases = Math.max(observed, Math.ceil(expected)) + 1;
    for (let index = 0; index < cases; index++) {
      hospital.push(BigInt(unit));
      died.push(index < observed);
      risk.push(expected / cases);
    }
  });
  const found = ratioFunnel({
    hospital: column('h', 'int64', hospital),
    outcome: column('died', 'bool', died),
    risk: column('p', 'float64', risk)
  });
  return cellsOf(found.hospitals, 'position') as FunnelPosition[];
}

describe('funnel limits as quantiles', () => {
  const named = (prefix: string) => fromR.cases.filter(({ name }) => name.startsWith(prefix));
  const near = (got: number, wanted: number) => expect(Math.abs(got - wanted)).toBeLessThan(1e-9 * (1 + wanted));

  test.each(named('ratio').map((one) => [one.name, one] as const))('%s: R 4.2.2', (_, { input, expected }) => {
    (input.expected as number[]).forEach((size, index) => {
      const { lower, upper } = ratioQuantiles(size, input.level);
      near(lower, expected.lower?.[index] ?? NaN);
      near(upper, expected.upper?.[index] ?? NaN);
    });
  });

  test.each(named('proportion').map((one) => [one.name, one] as const))('%s: R 4.2.2', (_, { input, expected }) => {
    (input.n as number[]).forEach((size, index) => {
      const { lower, upper } = proportionLimits(input.target ?? NaN, size, input.level);
      near(lower, expected.lower?.[index] ?? NaN);
      near(upper, expected.upper?.[index] ?? NaN);
    });
  });

  test.each(named('places').map((one) => [one.name, one] as const))('%s of every count: R 4.2.2', (_, one) => {
    const { observed, expected } = one.input as unknown as { observed: number[]; expected: number };
    expect(placesOf(observed.map((count) => [count, expected]))).toEqual(one.expected.position);
  });

  test.each<[number, number, FunnelPosition]>([
    // e^−1.4 = 0.247: one of four
    [0, 1.4, 'inside'],
    // e^−4.14 · 5.14 = 0.082
    [1, 4.14, 'inside'],
    // ppois(9, 4.14, lower.tail = FALSE) = 0.0102
    [10, 4.14, 'above 95 %'],
    // ppois(14, 5, lower.tail = FALSE) = 0.00023
    [15, 5, 'above 99.8 %'],
    // e^−3.7 = 0.0247 and e^−3.68 = 0.0252, on both sides of 0.025
    [0, 3.7, 'below 95 %'],
    [0, 3.68, 'inside'],
    // e^−7 = 0.0009
    [0, 7, 'below 99.8 %']
  ])('%d of %d: %s', (observed, expected, place) => expect(placesOf([[observed, expected]])).toEqual([place]));

  test('by hand: 2 expected, level 0.8', () => {
    // P(0) = e^−2 = 0.135 ≥ 0.1: no count below. P(≥ 4) = 0.143, P(≥ 5) = 0.053: the line lies (0.143 − 0.1)/0.090 past 4.
    const { lower, upper } = ratioQuantiles(2, 0.8);
    expect(lower).toBe(0);
    const [four, atFour] = [1 - Math.exp(-2) * (1 + 2 + 2 + 8 / 6), (Math.exp(-2) * 16) / 24];
    expect(upper).toBeCloseTo((4 + (four - 0.1) / atFour) / 2, 12);
  });

  test('a count of events is outside exactly if its tail is below half of the rest, by the flag and by the line', () => {
    const random = randomStream('funnel', 1);
    const units = Array.from({ length: 2000 }, () => {
      const expected = 10 ** (4 * random.uniform() - 2);
      const away = 14 * random.uniform() - 6;
      return [Math.max(0, Math.round(expected + away * Math.sqrt(expected))), expected] as const;
    });
    const places = placesOf(units);
    units.forEach(([observed, expected], unit) => {
      const family = poisson(expected);
      const [fewer, more] = [family.lower(observed), family.upper(observed - 1)];
      const [warning, action] = [ratioQuantiles(expected, 0.95), ratioQuantiles(expected, 0.998)];
      const outside = ([tail, { lower, upper }]: readonly [number, typeof warning]) => {
        const ratio = observed / expected;
        expect([ratio < lower, ratio > upper]).toEqual([fewer < tail, more < tail]);
        return fewer < tail ? 'below' : more < tail ? 'above' : undefined;
      };
      const [near, far] = [outside([0.025, warning]), outside([0.001, action])];
      expect(places[unit]).toBe(far ? `${far} 99.8 %` : near ? `${near} 95 %` : 'inside');
    });
    expect(new Set(places).size).toBe(5);
  });

  test('between whole counts the lines have no steps', () => {
    let last = ratioQuantiles(0.5, 0.998);
    for (let expected = 0.5; expected < 20; expected += 0.001) {
      const { lower, upper } = ratioQuantiles(expected, 0.998);
      expect(Math.abs(lower - last.lower)).toBeLessThan(0.01);
      expect(Math.abs(upper - last.upper)).toBeLessThan(0.05);
      last = { lower, upper };
    }
  });

  test.each([0, -1, NaN, Infinity])('%d expected events are refused', (expected) => {
    expect(() => ratioQuantiles(expected)).toThrowError(expect.objectContaining({ code: 'expected-not-positive' }));
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
