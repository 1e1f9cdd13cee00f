import { expect, test } from 'vitest';
import oracle from '../../../tests/oracles/statistics/tests.json';
import { wilson } from '../proportion';
import * as tests from './index';
import type { TestResult } from './index';

type Input = Record<string, never> & {
  x: number[] & number;
  y: number[];
  n: number;
  p: (number | null)[];
  p0: number;
  mu: number;
  groups: number[][];
  table: Record<string, number[]>;
};
type Expected = Record<string, unknown>;

/** What each case asks, by its name. */
const runs: Readonly<Record<string, (input: Input) => unknown>> = {
  'Welch t': ({ x, y }) => tests.tTest(x, y),
  'Student t, equal variances': ({ x, y }) => tests.tTest(x, y, { variances: 'pooled' }),
  'paired t': ({ x, y }) => tests.pairedTTest(x, y),
  'one-sample t mu=9': ({ x, mu }) => tests.oneSampleTTest(x, { mu }),
  'Wilcoxon rank-sum exact (no ties, n<50); statistic is W=U of x': ({ x, y }) => tests.rankSumTest(x, y),
  'Wilcoxon rank-sum with ties: normal approximation, continuity correction': ({ x, y }) => tests.rankSumTest(x, y),
  'Wilcoxon signed-rank exact': ({ x, y }) => tests.pairedSignedRankTest(x, y),
  'Kruskal-Wallis': ({ groups }) => tests.kruskalTest(groups),
  'one-way ANOVA (equal variance)': ({ groups }) => tests.anova(groups),
  'chi2 2x2 with Yates': ({ table }) => tests.chiSquareTest(Object.values(table)),
  'chi2 2x2 without correction': ({ table }) => tests.chiSquareTest(Object.values(table), { correct: false }),
  'chi2 3x3': ({ table }) => tests.chiSquareTest(Object.values(table)),
  'Fisher 2x2': ({ table }) => tests.fisherTest(Object.values(table)),
  'Fisher 2x2 with a zero cell: odds ratio infinite': ({ table }) => tests.fisherTest(Object.values(table)),
  McNemar: ({ table }) => tests.mcNemarTest(Object.values(table)),
  'Pearson r': ({ x, y }) => tests.correlation(x, y),
  'Spearman rho (ties -> t approximation)': ({ x, y }) => tests.correlation(x, y, { method: 'spearman' }),
  'binomial exact (Clopper-Pearson) 7/50 vs 0.1': ({ x, n, p0 }) => tests.binomialTest(x, n, { share: p0 }),
  'binomial exact 0/20': ({ x, n, p0 }) => tests.binomialTest(x, n, { share: p0 }),
  'Wilson score interval 7/50 (no correction)': ({ x, n }) => wilson(x, n),
  'Shapiro-Wilk': ({ x }) => tests.shapiroWilkTest(x),
  'p.adjust with missing (NA not counted)': ({ p }) => ({
    BH: tests.adjustP(p, 'benjamini-hochberg'),
    holm: tests.adjustP(p, 'holm')
  })
};

/** The numbers of a result under the names of the oracle. */
function named(got: unknown): Expected {
  const { statistic, df, p, estimates, groups, oddsRatio, lower, upper, ...rest } = got as TestResult &
    Partial<tests.FisherResult> & { lower?: number; upper?: number };
  const [first] = estimates ?? [];
  const twoMeans = groups && p !== undefined && first?.name === 'difference in means';
  return {
    ...rest,
    statistic: statistic?.value,
    F: statistic?.value,
    df: df?.length === 1 ? df[0] : df,
    p,
    estimate: twoMeans ? groups.map(({ mean }) => mean) : first?.estimate,
    ci95: oddsRatio
      ? [oddsRatio.lower, oddsRatio.upper ?? Infinity]
      : first
        ? [first.lower, first.upper]
        : [lower, upper],
    odds_ratio_conditional_mle: oddsRatio && (oddsRatio.estimate ?? Infinity)
  };
}

function agree(got: unknown, expected: unknown, relative: number, what: string): void {
  if (Array.isArray(expected)) {
    expected.forEach((value, at) => agree((got as unknown[])[at], value, relative, `${what} ${at}`));
  } else if (expected === null) {
    expect(got, what).toBeNull();
  } else {
    const value = Number(expected);
    if (value === Infinity) expect(got, what).toBe(Infinity);
    else
      expect(Math.abs((got as number) - value), `${what}: ${String(got)}`).toBeLessThanOrEqual(
        relative * Math.abs(value)
      );
  }
}

test.each(oracle.cases.map((one) => [one.name, one] as const))('%s agrees with R 4.2.2', (name, one) => {
  const run = runs[name];
  if (!run) throw new Error(`no call for ${name}`);
  const got = named(run(one.input as unknown as Input));
  for (const [key, value] of Object.entries(one.expected as Expected)) {
    // R gives no degrees of freedom, interval or estimate there; the binomial test's are the persons.
    if ((value === null && ['df', 'ci95', 'estimate'].includes(key)) || (key === 'df' && name.startsWith('binomial')))
      continue;
    // Only R's root finder is coarser; what is closed agrees to the last digits.
    const isRoot = name.startsWith('Fisher') && key !== 'p';
    agree(got[key], value, isRoot ? oracle.tolerance.fisher_or_ci_rel : oracle.tolerance.rel, key);
  }
});
