import { describe, expect, test } from 'vitest';
import { column } from '../testing/cells';
import * as tests from './index';
import type { TestResult } from './index';

const code = (wanted: string) => expect.objectContaining({ code: wanted });
const three = [1, 2, 4];
const none: number[] = [];
const missing = [NaN, NaN];
const constant = [5, 5, 5, 5];

describe('what cannot be tested is refused with its reason', () => {
  test.each<[string, () => TestResult, string]>([
    ['an empty group', () => tests.tTest(none, three), 'test-too-few'],
    ['a group of one, each with its own variance', () => tests.tTest([1], three), 'test-too-few'],
    ['two groups of one', () => tests.tTest([1], [2], { variances: 'pooled' }), 'test-too-few'],
    ['all missing', () => tests.tTest(missing, three), 'test-too-few'],
    ['two constants', () => tests.tTest(constant, [4, 4, 4]), 'test-constant'],
    ['constants that rounding would let vary', () => tests.oneSampleTTest([0.1, 0.1, 0.1]), 'test-constant'],
    ['pairs that all differ alike', () => tests.pairedTTest([1, 2, 3], [2, 3, 4]), 'test-constant'],
    ['columns of unlike length', () => tests.pairedTTest([1, 2], [1]), 'test-unlike'],
    ['values whose squares overflow', () => tests.tTest([1e300, -1e300, 2e300], three), 'test-large'],
    ['a level of 95', () => tests.tTest(three, [2, 9], { level: 95 }), 'level-range'],
    ['a mean of no effect that is none', () => tests.tTest(three, [2, 9], { mu: NaN }), 'test-option'],
    ['ranks of nothing', () => tests.rankSumTest(none, three), 'test-too-few'],
    ['ranks of a constant', () => tests.rankSumTest(constant, [5, 5]), 'test-constant'],
    ['exact ranks with ties', () => tests.rankSumTest([1, 1], [2], { distribution: 'exact' }), 'test-exact-ties'],
    ['pairs without a difference', () => tests.pairedSignedRankTest(three, three), 'test-constant'],
    ['one group', () => tests.anova([three]), 'test-table-shape'],
    ['groups of one', () => tests.anova([[1], [2], [3]]), 'test-too-few'],
    ['a constant in all groups', () => tests.anova([constant, constant]), 'test-constant'],
    ['groups that differ and do not vary', () => tests.anova([constant, [6, 6]]), 'test-perfect'],
    ['a group that does not vary', () => tests.welchAnova([constant, three]), 'test-constant'],
    ['variances of which one is 0', () => tests.bartlettTest([constant, three]), 'test-constant'],
    ['ranks of one value', () => tests.kruskalTest([[1, 1], [1]]), 'test-constant'],
    ['a correlation with a constant', () => tests.correlation(constant, [1, 2, 3, 4]), 'test-constant'],
    ['a rank correlation with a constant', () => tests.correlation(constant, [1, 2, 3, 4], { method: 'kendall' }), 'test-constant'], // prettier-ignore
    ['a correlation of two pairs', () => tests.correlation([1, 2], [1, 2]), 'test-too-few'],
    ['normality of two values', () => tests.shapiroWilkTest([1, 2]), 'test-too-few'],
    ['normality of 5,001 values', () => tests.shapiroWilkTest(Float64Array.from({ length: 5001 }, (_, at) => at)), 'test-too-many'], // prettier-ignore
    ['normality of a constant', () => tests.shapiroWilkTest(constant), 'test-constant'],
    ['a table of one row', () => tests.chiSquareTest([[1, 2]]), 'test-table-shape'],
    ['a ragged table', () => tests.chiSquareTest([[1, 2], [3]]), 'test-table-shape'], // prettier-ignore
    ['a table of halves', () => tests.chiSquareTest([[1, 2.5], [3, 4]]), 'test-counts'], // prettier-ignore
    ['an empty level', () => tests.chiSquareTest([[1, 0], [3, 0]]), 'test-margin-zero'], // prettier-ignore
    ['an empty group of a table', () => tests.fisherTest([[0, 0], [3, 1]]), 'test-margin-zero'], // prettier-ignore
    ['Fisher of three rows by the method for four cells', () => tests.fisherTest([[1, 2], [2, 1], [3, 3]]), 'test-table-shape'], // prettier-ignore
    ['pairs that all agree', () => tests.mcNemarTest([[5, 0], [0, 7]]), 'test-no-discordant'], // prettier-ignore
    ['more events than persons', () => tests.binomialTest(5, 4), 'counts-impossible'],
    ['a share of 1', () => tests.binomialTest(1, 4, { share: 1 }), 'test-option']
  ])('%s', (_, run, wanted) => {
    expect(run).toThrowError(code(wanted));
  });

  test('p-values beyond 1', () => {
    expect(() => tests.adjustP([0.1, 1.2], 'holm')).toThrowError(code('test-p-range'));
  });
});

describe('what has an answer at the edge', () => {
  test('a perfect correlation has p 0, no t and no interval, and says so', () => {
    const got = tests.correlation([1, 2, 3, 4], [2, 4, 6, 8]);
    expect(got).toMatchObject({ p: 0, statistic: null, estimates: [{ estimate: 1, lower: null, upper: null }] });
    expect(got.remarks[0]?.code).toBe('test-correlation-perfect');
  });

  test('an odds ratio without bound is null on that side only', () => {
    const got = tests.fisherTest([[8, 0], [3, 9]]); // prettier-ignore
    expect(got.oddsRatio).toMatchObject({ estimate: null, upper: null });
    expect(got.estimates).toEqual([]);
    expect(got.remarks[0]?.code).toBe('test-odds-ratio-unbounded');
  });

  test('an odds ratio of 0 has an upper limit', () => {
    const got = tests.fisherTest([[0, 8], [9, 3]]); // prettier-ignore
    expect(got.oddsRatio).toMatchObject({ estimate: 0, lower: 0 });
    // With the columns changed, its inverse.
    const { lower } = tests.fisherTest([[8, 0], [3, 9]]).oddsRatio; // prettier-ignore
    expect(got.oddsRatio.upper).toBeCloseTo(1 / lower, 10);
  });

  test('no event in either group: an interval, and p 1', () => {
    const got = tests.proportionDifference({ events: 0, n: 10 }, { events: 0, n: 10 });
    expect(got).toMatchObject({ p: 1, statistic: null, remarks: [{ code: 'test-no-variation' }] });
    expect(got.estimates[0]?.upper).toBeCloseTo(0.2775, 3);
  });

  test('a level that so few values cannot reach is said with the one they do', () => {
    const { remarks, estimates } = tests.signedRankTest([1.1, 2.3, 3.2]);
    expect(remarks).toEqual([{ code: 'test-level-not-reached', values: { level: 0.75 } }]);
    expect(estimates[0]).toMatchObject({ lower: 1.1, upper: 3.2 });
  });

  test('differences that only rounding tells apart are ties, and zeros are counted', () => {
    const got = tests.pairedSignedRankTest([0.3, 0.5, 0.7, 2], [0.2, 0.4, 0.6, 2]);
    expect(got.method).toContain('normal');
    expect(got.remarks[0]).toEqual({ code: 'test-zeros-left-out', values: { zeros: 1 } });
  });

  test('missing values are dropped and counted, in pairs together', () => {
    expect(tests.tTest([1, NaN, 3, Infinity], [2, 4, 9])).toMatchObject({ n: 5, nDropped: 2 });
    expect(tests.pairedTTest([1, NaN, 3, 7], [2, 4, NaN, 5])).toMatchObject({ n: 2, nDropped: 2 });
  });

  test('columns become samples by the values of another, identifiers beyond 2^53 told apart', () => {
    const value = column('x', 'float64', [1, 2, undefined, 4, 5]);
    const group = column('id', 'int64', [2n ** 60n, 2n ** 60n + 1n, 2n ** 60n, undefined, 2n ** 60n]);
    const got = tests.samplesByGroup(value, group);
    expect(got.samples.map((sample) => [...sample])).toEqual([[1, 5], [2]]);
    expect(got.nDropped).toBe(2);
    expect([...got.group.values]).toEqual([2n ** 60n, 2n ** 60n + 1n]);
  });
});

describe("Fisher's test of large tables", () => {
  const large = [
    [40, 30, 22, 31, 9],
    [35, 41, 19, 25, 12],
    [28, 33, 30, 21, 17],
    [44, 25, 27, 38, 8]
  ];

  test('gives way to random tables where the work is too much, the same for the same seed', async () => {
    const run = (seed: number) => tests.fisherTableTest(large, { work: 10_000, seed });
    const [first, again, other] = [await run(3), await run(3), await run(4)];
    expect(first.remarks[0]?.code).toBe('test-monte-carlo');
    expect(again.p).toBe(first.p);
    expect(other.p).not.toBe(first.p);
    // χ² with 12 degrees of freedom is good for such counts.
    const { p } = tests.chiSquareTest(large);
    expect(Math.abs(first.p - p)).toBeLessThan(0.03);
  });

  test('random tables agree with the exact p where both are found', async () => {
    const small = [[10, 4, 2], [6, 9, 5], [1, 3, 11]]; // prettier-ignore
    const exact = await tests.fisherTableTest(small);
    const random = await tests.fisherTableTest(small, { work: 0, replicates: 100_000 });
    expect(exact.remarks).toEqual([]);
    expect(Math.abs(random.p - exact.p)).toBeLessThan(4 * Number(random.remarks[0]?.values.error));
  });

  test('can be stopped', async () => {
    const stop = new AbortController();
    stop.abort();
    const run = tests.fisherTableTest(large, { work: 0, replicates: 1_000_000 }, { signal: stop.signal });
    await expect(run).rejects.toMatchObject({ code: 'stopped' });
  });

  test.each([{ seed: -1 }, { replicates: 10 }, { work: NaN }])('%o is refused', async (options) => {
    await expect(tests.fisherTableTest(large, options)).rejects.toMatchObject({ code: 'test-option' });
  });
});
