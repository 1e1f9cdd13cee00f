import { expect, test } from 'vitest';
import oracle from '../../../tests/oracles/statistics/r-tests.json';
import * as tests from './index';
import type { FisherResult, TestResult } from './index';

interface Input {
  x: number[];
  y: number[];
  table: number[][];
  groups: number[][];
  events: number;
  n: number;
  first: tests.EventsOf;
  second: tests.EventsOf;
}
interface Expected {
  statistic?: number;
  df?: number | number[];
  p?: number;
  estimate?: number | null;
  interval?: (number | null)[];
}
interface Case {
  name: string;
  call: string;
  input: Input;
  options?: object;
  expected: Expected;
}

const calls: Readonly<Record<string, (input: Input, options: object) => TestResult | Promise<TestResult>>> = {
  welch: ({ x, y }, options) => tests.tTest(x, y, options),
  pooled: ({ x, y }, options) => tests.tTest(x, y, { ...options, variances: 'pooled' }),
  paired: ({ x, y }, options) => tests.pairedTTest(x, y, options),
  one: ({ x }, options) => tests.oneSampleTTest(x, options),
  rankSum: ({ x, y }, options) => tests.rankSumTest(x, y, options),
  signedRank: ({ x }, options) => tests.signedRankTest(x, options),
  chiSquare: ({ table }) => tests.chiSquareTest(table),
  fisher: ({ table }, options) => tests.fisherTest(table, options),
  fisherTable: ({ table }) => tests.fisherTableTest(table),
  mcNemar: ({ table }, options) => tests.mcNemarTest(table, options),
  bowker: ({ table }) => tests.bowkerTest(table),
  binomial: ({ events, n }, options) => tests.binomialTest(events, n, options),
  difference: ({ first, second }) => tests.proportionDifference(first, second),
  anova: ({ groups }) => tests.anova(groups),
  welchAnova: ({ groups }) => tests.welchAnova(groups),
  kruskal: ({ groups }) => tests.kruskalTest(groups),
  bartlett: ({ groups }) => tests.bartlettTest(groups),
  levene: ({ groups }, options) => tests.leveneTest(groups, options),
  correlation: ({ x, y }, options) => tests.correlation(x, y, options),
  shapiro: ({ x }) => tests.shapiroWilkTest(x)
};

const cases = oracle.cases as unknown as Case[];
const { rel, root } = oracle.tolerance;

/** R's limit at 0 is its root finder's last step: there the difference counts. */
function agree(got: number | null | undefined, expected: number | null, relative: number, what: string): void {
  const least = what === 'lower' || what === 'upper' ? 1e-3 : 1e-12;
  if (expected === null) expect(got, what).toBeNull();
  else
    expect(Math.abs(got! - expected), `${what}: ${got}`).toBeLessThanOrEqual(
      relative * Math.max(Math.abs(expected), least)
    );
}

test.each(cases.filter(({ call }) => call !== 'adjust').map((one) => [one.name, one] as const))(
  '%s agrees with R 4.2.2',
  async (_, { call, input, options = {}, expected }) => {
    const got = await calls[call]!(input, options);
    const ratio = (got as Partial<FisherResult>).oddsRatio;
    const [first] = got.estimates;
    const relative = call === 'fisher' ? root : rel;
    if (expected.p !== undefined) agree(got.p, expected.p, rel, 'p');
    if (expected.statistic !== undefined) agree(got.statistic?.value, expected.statistic, rel, 'statistic');
    [expected.df ?? []].flat().forEach((df, at) => agree(got.df[at], df, rel, 'df'));
    if (expected.estimate !== undefined) agree((ratio ?? first)?.estimate, expected.estimate, relative, 'estimate');
    if (expected.interval) {
      const limits = ratio ?? first;
      agree(limits?.lower, expected.interval[0]!, relative, 'lower');
      agree(limits?.upper, expected.interval[1]!, relative, 'upper');
    }
  }
);

test.each(cases.filter(({ call }) => call === 'adjust').map((one) => [one.name, one] as const))(
  '%s agrees with R 4.2.2',
  (_, { input, expected }) => {
    const p = [(input as unknown as { p: number | null | (number | null)[] }).p].flat();
    for (const [how, values] of Object.entries(expected as Record<string, number | (number | null)[]>)) {
      const got = tests.adjustP(p, how as tests.Adjustment);
      [values].flat().forEach((value, at) => agree(got[at], value, rel, how));
    }
  }
);

test('there are as many cases as the script writes', () => {
  expect(cases.length).toBe(212);
});
