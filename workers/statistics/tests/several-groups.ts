import { chiSquare, fDistribution } from '../../shared/distributions';
import { log } from '../../shared/elementary';
import { quantileOf } from '../../shared/quantile';
import { largestOf } from '../../shared/extent';
import { momentsOf, type Moments } from '../moments';
import { fail } from './errors';
import { ranksOf } from './ranks';
import { completeGroups, groupMoments, type CompleteGroups, type Sample } from './samples';
import { finished, type TestResult } from './test-result';

/**
 * One-way analysis of variance, with equal variances.
 *
 * @param groups two or more, with one value each and more values than groups
 * @throws `test-too-few`, `test-table-shape`, `test-constant`, `test-perfect`, `test-large`
 * @see Fisher 1925, Statistical Methods for Research Workers; equals R `oneway.test(var.equal = TRUE)`
 */
export function anova(groups: readonly Sample[]): TestResult {
  const method = 'One-way analysis of variance';
  const complete = completeGroups(method, groups, 1);
  return { ...fTest(method, complete.moments, complete), groups: complete.moments.map(groupMoments) };
}

function fTest(method: string, moments: readonly Moments[], { n, nDropped }: CompleteGroups): TestResult {
  const [k, df] = [moments.length, n - moments.length];
  if (df < 1) throw fail('test-too-few', { test: method, needed: k + 1, where: 'in all', n });
  const grand = moments.reduce((sum, one) => sum + one.mean * (one.n / n), 0);
  const between = moments.reduce((sum, one) => sum + one.n * (one.mean - grand) ** 2, 0);
  const within = moments.reduce((sum, one) => sum + one.squares, 0);
  const size = largestOf(moments.map(({ mean }) => Math.abs(mean)));
  if (Math.sqrt(within / df) <= 10 * Number.EPSILON * size) {
    throw between > within * 1e6 ? fail('test-perfect', { test: method }) : fail('test-constant', { test: method, what: 'the column' }); // prettier-ignore
  }
  const statistic = between / (k - 1) / (within / df);
  if (!Number.isFinite(statistic)) throw fail('test-large', { test: method });
  return finished({
    method,
    statistic: { name: 'F', value: statistic },
    df: [k - 1, df],
    p: fDistribution(k - 1, df).upper(statistic),
    estimates: [],
    n,
    nDropped,
    remarks: []
  });
}

/**
 * Welch's analysis of variance: each group has its own variance.
 *
 * @param groups two or more, with two values each that are not all equal
 * @throws `test-too-few`, `test-table-shape`, `test-constant`, `test-large`
 * @see Welch 1951, Biometrika 38:330; equals R `oneway.test`
 */
export function welchAnova(groups: readonly Sample[]): TestResult {
  const method = "Welch's analysis of variance";
  const { moments, n, nDropped } = completeGroups(method, groups, 2);
  checkVaries(method, moments);
  const k = moments.length;
  const weights = moments.map((one) => one.n / one.variance);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const shares = weights.map((weight) => weight / all);
  const centre = moments.reduce((sum, one, at) => sum + shares[at]! * one.mean, 0);
  const rest = moments.reduce((sum, one, at) => sum + (1 - shares[at]!) ** 2 / (one.n - 1), 0) / (k * k - 1);
  const spread = moments.reduce((sum, one, at) => sum + weights[at]! * (one.mean - centre) ** 2, 0);
  const statistic = spread / (k - 1) / (1 + 2 * (k - 2) * rest);
  const df = 1 / (3 * rest);
  if (!Number.isFinite(statistic)) throw fail('test-large', { test: method });
  return finished({
    method,
    statistic: { name: 'F', value: statistic },
    df: [k - 1, df],
    p: fDistribution(k - 1, df).upper(statistic),
    estimates: [],
    n,
    nDropped,
    groups: moments.map(groupMoments),
    remarks: []
  });
}

/** @throws `test-constant` where the values of a group are all equal */
function checkVaries(test: string, moments: readonly Moments[]): void {
  const constant = moments.findIndex((one) => Math.sqrt(one.variance) <= 10 * Number.EPSILON * Math.abs(one.mean));
  if (constant >= 0) throw fail('test-constant', { test, what: `group ${constant + 1}`, group: constant + 1 });
}

/**
 * Kruskal and Wallis's rank test, corrected for ties; p by χ².
 *
 * @throws `test-too-few`, `test-table-shape`, `test-constant`
 * @see Kruskal and Wallis 1952, J Am Stat Assoc 47:583; equals R `kruskal.test`
 */
export function kruskalTest(groups: readonly Sample[]): TestResult {
  const method = 'Kruskal-Wallis rank test';
  const { samples, moments, n, nDropped } = completeGroups(method, groups, 1);
  const all = new Float64Array(n);
  let start = 0;
  for (const sample of samples) {
    all.set(sample, start);
    start += sample.length;
  }
  const { ranks, tieSum } = ranksOf(all);
  const correction = 1 - tieSum / (n * n * n - n);
  if (!(correction > 0)) throw fail('test-constant', { test: method, what: 'the column' });
  // Distances from the mean rank: no cancellation of Σ R²/n.
  let spread = 0;
  let from = 0;
  for (const { length } of samples) {
    const mean = ranks.subarray(from, from + length).reduce((sum, rank) => sum + rank, 0) / length;
    spread += length * (mean - (n + 1) / 2) ** 2;
    from += length;
  }
  const statistic = ((12 / (n * (n + 1))) * spread) / correction;
  const df = samples.length - 1;
  const p = chiSquare(df).upper(statistic);
  return finished({
    method,
    statistic: { name: 'H', value: statistic },
    df: [df],
    p,
    estimates: [],
    n,
    nDropped,
    groups: moments.map(groupMoments),
    remarks: []
  });
}

/**
 * Levene's test that variances are equal: analysis of variance of the distances from the middle of each group.
 *
 * @param options.centre `median` (default, Brown and Forsythe) or `mean` (Levene)
 * @throws `test-too-few`, `test-table-shape`, `test-constant`, `test-perfect`, `test-large`
 * @see Levene 1960; Brown and Forsythe 1974, J Am Stat Assoc 69:364
 */
export function leveneTest(
  groups: readonly Sample[],
  { centre = 'median' }: { centre?: 'median' | 'mean' | undefined } = {}
): TestResult {
  const method =
    centre === 'median' ? "Levene's test (Brown and Forsythe, from medians)" : "Levene's test (from means)";
  const complete = completeGroups(method, groups, 1);
  const distances = complete.samples.map((sample, group) => {
    const middle = centre === 'mean' ? complete.moments[group]!.mean : quantileOf(sample.slice().sort(), 0.5);
    return momentsOf(sample.map((value) => Math.abs(value - middle)));
  });
  return { ...fTest(method, distances, complete), groups: complete.moments.map(groupMoments) };
}

/**
 * Bartlett's test that variances are equal; it takes normal distributions for granted.
 *
 * @throws `test-too-few`, `test-table-shape`, `test-constant`, `test-large`
 * @see Bartlett 1937, Proc R Soc A 160:268; equals R `bartlett.test`
 */
export function bartlettTest(groups: readonly Sample[]): TestResult {
  const method = "Bartlett's test of equal variances";
  const { moments, n, nDropped } = completeGroups(method, groups, 2);
  checkVaries(method, moments);
  const k = moments.length;
  const pooled = moments.reduce((sum, one) => sum + one.squares, 0) / (n - k);
  // Each logarithm of a ratio: the unit drops out.
  const sum = moments.reduce((all, one) => all - (one.n - 1) * log(one.variance / pooled), 0);
  const inverse = moments.reduce((all, one) => all + 1 / (one.n - 1), 0);
  const statistic = Math.max(0, sum / (1 + (inverse - 1 / (n - k)) / (3 * (k - 1))));
  if (!Number.isFinite(statistic)) throw fail('test-large', { test: method });
  return finished({
    method,
    statistic: { name: 'K²', value: statistic },
    df: [k - 1],
    p: chiSquare(k - 1).upper(statistic),
    estimates: [],
    n,
    nDropped,
    groups: moments.map(groupMoments),
    remarks: []
  });
}
