import { momentsOf } from '../moments';
import { fail } from './errors';
import {
  checkRankOptions,
  exactLimits,
  isExact,
  normalLimits,
  normalTest,
  shiftEstimate,
  type RankOptions,
  type Shift
} from './location';
import { orderStatistic, splitDifferences } from './order-statistic';
import { rankSumDistribution } from './rank-distributions';
import { tieSumOf } from './ranks';
import { checkSize, groupMoments, present, type Sample } from './samples';
import { finished, type TestResult } from './test-result';

/**
 * Wilcoxon's rank-sum test (Mann-Whitney), with the Hodges-Lehmann estimate of the shift x − y and its interval.
 *
 * The statistic W is the number of pairs in which x is the larger, ties counting ½. Exact below 50 values a group without
 * ties; otherwise normal with the variance corrected for ties.
 *
 * @throws `test-too-few`, `test-constant`, `test-exact-ties`, `test-exact-work`, `level-range`, `test-option`
 * @see Mann and Whitney 1947, Ann Math Stat 18:50; Hodges and Lehmann 1963, Ann Math Stat 34:598; equals R `wilcox.test`,
 *   limits to its root finder's tolerance
 */
export function rankSumTest(x: Sample, y: Sample, options: RankOptions = {}): TestResult {
  const { level = 0.95, mu = 0, correct = true } = options;
  checkRankOptions(options);
  const name = "Wilcoxon's rank-sum test";
  const [first, second] = [present(x).sort(), present(y).sort()];
  [first, second].forEach(({ length }, group) => checkSize(name, length, 1, `in group ${group + 1}`));
  const [m, n] = [first.length, second.length];
  const { w, tieSum, ties } = pairsWon(mu === 0 ? first : first.map((value) => value - mu), second);
  const exact = isExact(options, Math.max(m, n), ties);
  const split = splitDifferences(first, second);
  const [low, high] = [first[0]! - second[n - 1]!, first[m - 1]! - second[0]!];
  if (!Number.isFinite(high - low)) throw fail('test-large', { test: name });
  const shift: Shift = { count: m * n, kth: (k) => orderStatistic({ split, low, high, count: m * n }, k), level };
  const method = `${name} (${exact ? 'exact' : `normal approximation${correct ? ', continuity correction' : ''}`})`;
  let p: number;
  let limits: ReturnType<typeof exactLimits>;
  if (exact) {
    const distribution = rankSumDistribution(m, n);
    p = distribution.twoSided(w);
    limits = exactLimits(shift, distribution);
  } else {
    const all = m + n;
    const sigmaOf = (tied: number) => Math.sqrt(((m * n) / 12) * (all + 1 - tied / (all * (all - 1))));
    const sigma = sigmaOf(tieSum);
    if (!(sigma > 0)) throw fail('test-constant', { test: name, what: 'the column' });
    p = normalTest(w - (m * n) / 2, sigma, correct).p;
    // Shifted by other amounts than a difference, only values of one group tie.
    limits = normalLimits(shift, { sigma: sigmaOf(tiesWithin(first) + tiesWithin(second)), correct });
  }
  const nDropped = x.length + y.length - m - n;
  const about = { name: 'difference in location', mu, p, n: m + n, nDropped, method };
  return finished({
    method,
    statistic: { name: 'W', value: w },
    df: [],
    p,
    estimates: [shiftEstimate(shift, limits, about)],
    n: m + n,
    nDropped,
    groups: [first, second].map((values) => groupMoments(momentsOf(values))),
    remarks: limits.remarks
  });
}

/** Pairs in which x is larger, ½ for equal ones, by merging two rising samples. */
function pairsWon(x: Float64Array, y: Float64Array): { w: number; tieSum: number; ties: boolean } {
  let [w, tieSum, ties] = [0, 0, false];
  for (let i = 0, j = 0; i < x.length || j < y.length;) {
    const value = Math.min(x[i] ?? Infinity, y[j] ?? Infinity);
    const [fromX, fromY] = [i, j];
    while (i < x.length && x[i] === value) i++;
    while (j < y.length && y[j] === value) j++;
    w += (i - fromX) * (fromY + (j - fromY) / 2);
    const t = i - fromX + j - fromY;
    if (t > 1) [tieSum, ties] = [tieSum + (t * t * t - t), true];
  }
  return { w, tieSum, ties };
}

function tiesWithin(sorted: Float64Array): number {
  const ties: number[] = [];
  for (let start = 0, end = 0; start < sorted.length; start = end) {
    while (end < sorted.length && sorted[end] === sorted[start]) end++;
    if (end - start > 1) ties.push(end - start);
  }
  return tieSumOf(ties);
}
