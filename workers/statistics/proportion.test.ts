import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import oracle from '../../tests/oracles/statistics/epidemiology.json';
import { binomialP, clopperPearson, observedExpected, poissonLimits, wilson } from './index';
import { holm } from './two-sided';

/** The oracle's own tolerance. */
const near = (got: number, expected: number) =>
  expect(Math.abs(got - expected), `${got}, expected ${expected}`).toBeLessThanOrEqual(1e-8 * Math.abs(expected));

function caseOf(name: string) {
  const found = oracle.cases.find((one) => one.name === name);
  if (!found) throw new Error(`no case ${name}`);
  return found as unknown as { input: Record<string, number>; expected: Record<string, number & number[]> };
}

describe('observed over expected agrees with R 4.2.2', () => {
  test.each(['SMR 14/9.3', 'SMR 0/2.5'])('%s', (name) => {
    const { input, expected } = caseOf(name);
    const got = observedExpected(input.observed ?? NaN, input.expected ?? NaN);
    near(got.ratio, expected.ratio ?? NaN);
    near(got.lower, expected.ci?.[0] ?? NaN);
    near(got.upper, expected.ci?.[1] ?? NaN);
    near(got.p, expected.p_exact ?? NaN);
    near(got.byarLower, expected.byar_ci?.[0] ?? NaN);
    near(got.byarUpper, expected.byar_ci?.[1] ?? NaN);
  });

  test('a rate against 1 in 1,000', () => {
    const { input, expected } = caseOf('rate 8 in 1250 person-years, per 1000');
    const got = observedExpected(input.events ?? NaN, (input.time ?? NaN) / (input.per ?? NaN));
    near(got.ratio, expected.ratio ?? NaN);
    near(got.lower, expected.ci?.[0] ?? NaN);
    near(got.upper, expected.ci?.[1] ?? NaN);
    near(got.p, expected.p_exact ?? NaN);
  });
});

describe('observed over expected', () => {
  test('no event: from 0 to ln 40 over the expected', () => {
    const got = observedExpected(0, 2);
    expect(got.lower).toBe(0);
    // P(0 events) = e^−m is 0.025 at m = ln 40.
    expect(got.upper).toBeCloseTo(Math.log(40) / 2, 12);
  });

  test('a count equal to what is expected is not unlikely at all', () => {
    expect(observedExpected(4, 4).p).toBe(1);
  });

  test('p by hand: 3 events where 1 is expected', () => {
    // As likely or less: 3 and more; 0 and 1 have 0.368, 2 has 0.184, 3 has 0.061.
    expect(observedExpected(3, 1).p).toBeCloseTo(1 - 2.5 * Math.exp(-1), 12);
  });

  test("Byar's limit does not turn negative with few events and a high level", () => {
    expect(observedExpected(1, 1, 0.998).byarLower).toBe(0);
  });

  test('limits hold the ratio; p and interval of 0.1 % to 99 % stay probabilities', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 5000 }),
        fc.double({ min: 0.001, max: 5000, noNaN: true }),
        (observed, expected) => {
          const { lower, ratio, upper, p } = observedExpected(observed, expected);
          return 0 <= lower && lower <= ratio && ratio < upper && p >= 0 && p <= 1;
        }
      ),
      { seed: 1, numRuns: 300 }
    );
  });

  test.each([
    [1.5, 2, 'observed-impossible'],
    [-1, 2, 'observed-impossible'],
    [NaN, 2, 'observed-impossible'],
    [3, 0, 'expected-not-positive'],
    [0, 0, 'expected-not-positive'],
    [3, -1, 'expected-not-positive'],
    [3, NaN, 'expected-not-positive'],
    [3, 1e-310, 'expected-not-positive'],
    [3, Infinity, 'expected-not-positive']
  ])('%d over %d is refused', (observed, expected, code) => {
    expect(() => observedExpected(observed, expected)).toThrowError(expect.objectContaining({ code }));
  });

  test.each([0, 1, -0.5, NaN])('a level of %d is refused', (level) => {
    for (const run of [() => poissonLimits(3, level), () => wilson(1, 2, level), () => clopperPearson(1, 2, level)]) {
      expect(run).toThrowError(expect.objectContaining({ code: 'level-range' }));
    }
  });
});

describe('a proportion', () => {
  test.each([
    // events, n, lower, upper            R 4.2.2: prop.test(x, n, correct = FALSE)$conf.int
    [5, 20, 0.11186, 0.4687],
    [0, 10, 0, 0.27753],
    [10, 10, 0.72247, 1],
    [1, 1000, 0.00018, 0.00564]
  ])('Wilson: %i of %i', (events, n, lower, upper) => {
    const got = wilson(events, n);
    expect(got.lower).toBeCloseTo(lower, 5);
    expect(got.upper).toBeCloseTo(upper, 5);
  });

  test('Clopper and Pearson by hand: all or none of n', () => {
    // (1 − u)^n = 0.025
    expect(clopperPearson(0, 12).upper).toBeCloseTo(1 - 0.025 ** (1 / 12), 12);
    expect(clopperPearson(12, 12).lower).toBeCloseTo(0.025 ** (1 / 12), 12);
    expect([clopperPearson(0, 12).lower, clopperPearson(12, 12).upper]).toEqual([0, 1]);
  });

  test('p by likelihood order, by hand: 0 of 4 and 4 of 4 at a half', () => {
    expect(binomialP(0, 4, 0.5)).toBeCloseTo(2 / 16, 14);
    expect(binomialP(3, 4, 0.5)).toBeCloseTo(10 / 16, 14);
    expect(binomialP(2, 4, 0.5)).toBe(1);
  });

  test('the exact interval holds the estimate and the shares that the exact p does not refuse', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, share) => {
        const events = Math.round(share * n);
        const { lower, estimate, upper } = clopperPearson(events, n);
        const score = wilson(events, n);
        return (
          0 <= lower && lower <= estimate && estimate <= upper && upper <= 1 && score.lower >= 0 && score.upper <= 1
        );
      }),
      { seed: 1, numRuns: 200 }
    );
  });

  test.each([
    [3, 2],
    [-1, 5],
    [0, 0],
    [1.5, 4]
  ])('%d of %d is refused', (events, n) => {
    for (const run of [() => wilson(events, n), () => clopperPearson(events, n), () => binomialP(events, n, 0.5)]) {
      expect(run).toThrowError(expect.objectContaining({ code: 'counts-impossible' }));
    }
  });
});

test('Holm by hand', () => {
  expect(holm([0.01, 0.04, 0.03])).toEqual([0.03, 0.06, 0.06]);
  expect(holm([])).toEqual([]);
  expect(holm([0.6, 0.7])).toEqual([1, 1]);
});
