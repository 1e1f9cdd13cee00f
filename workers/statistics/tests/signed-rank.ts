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
import { orderStatistic, splitWalshAverages } from './order-statistic';
import { signedRankDistribution } from './rank-distributions';
import { ranksOf } from './ranks';
import { checkSize, completePairs, present, type Sample } from './samples';
import { finished, type TestResult } from './test-result';

/** Digits in which a difference counts: 0.3 − 0.2 and 0.1 are equal, though their doubles are not. */
const DIGITS = 12;

/**
 * Wilcoxon's signed-rank test of paired values, on complete pairs: x − y, zeros left out and counted.
 *
 * Differences that agree in 12 digits are ties, and those below the rounding of their values zero.
 *
 * @throws `test-unlike`, `test-too-few`, `test-constant`, `test-exact-ties`, `test-exact-work`, `level-range`, `test-option`
 * @see Wilcoxon 1945, Biometrics Bulletin 1:80; Hodges and Lehmann 1963; equals R `wilcox.test(paired = TRUE)`, limits to
 *   its root finder's tolerance
 */
export function pairedSignedRankTest(x: Sample, y: Sample, options: RankOptions = {}): TestResult {
  const pairs = completePairs(x, y);
  const differences = pairs.x.map((value, row) => {
    const other = pairs.y[row]!;
    const difference = value - other;
    const noise = 4 * Number.EPSILON * Math.max(Math.abs(value), Math.abs(other));
    return Math.abs(difference) <= noise ? 0 : Number(difference.toPrecision(DIGITS));
  });
  return signedRanks(differences, { ...options, name: 'pseudomedian of the differences', nDropped: pairs.dropped });
}

/**
 * Wilcoxon's signed-rank test of one sample: that its pseudomedian is `mu`.
 *
 * @throws `test-too-few`, `test-exact-ties`, `test-exact-work`, `level-range`, `test-option`
 * @see Wilcoxon 1945, Biometrics Bulletin 1:80; equals R `wilcox.test(x, mu)`
 */
export function signedRankTest(x: Sample, options: RankOptions = {}): TestResult {
  const values = present(x);
  return signedRanks(values, { ...options, name: 'pseudomedian', nDropped: x.length - values.length });
}

function signedRanks(
  given: Float64Array,
  { name, nDropped, ...options }: RankOptions & { name: string; nDropped: number }
): TestResult {
  const test = "Wilcoxon's signed-rank test";
  const { level = 0.95, mu = 0, correct = true } = options;
  checkRankOptions(options);
  checkSize(test, given.length, 1);
  const moved = (value: number) => (mu === 0 ? value : Number((value - mu).toPrecision(DIGITS)));
  const values = given.filter((value) => moved(value) !== 0).sort();
  const zeros = given.length - values.length;
  const n = values.length;
  if (n === 0) throw fail('test-constant', { test, what: 'the difference' });
  const shifted = values.map(moved);
  const { ranks, ties, tieSum } = ranksOf(shifted.map(Math.abs));
  const v = ranks.reduce((sum, rank, row) => sum + (shifted[row]! > 0 ? rank : 0), 0);
  const exact = isExact(options, n, ties.length > 0 || zeros > 0);
  if (!Number.isFinite(values[n - 1]! - values[0]!)) throw fail('test-large', { test });
  const count = (n * (n + 1)) / 2;
  const averages = { split: splitWalshAverages(values), low: values[0]!, high: values[n - 1]!, count };
  const shift: Shift = { count, kth: (k) => orderStatistic(averages, k), level };
  const method = `${test} (${exact ? 'exact' : `normal approximation${correct ? ', continuity correction' : ''}`})`;
  let p: number;
  let limits: ReturnType<typeof exactLimits>;
  if (exact) {
    const distribution = signedRankDistribution(n);
    p = distribution.twoSided(v);
    limits = exactLimits(shift, distribution);
  } else {
    const sigmaOf = (tied: number) => Math.sqrt((n * (n + 1) * (2 * n + 1)) / 24 - tied / 48);
    p = normalTest(v - count / 2, sigmaOf(tieSum), correct).p;
    // Shifted by other amounts than an average, only equal values tie.
    limits = normalLimits(shift, { sigma: sigmaOf(ranksOf(values).tieSum), correct });
  }
  return finished({
    method,
    statistic: { name: 'V', value: v },
    df: [],
    p,
    estimates: [shiftEstimate(shift, limits, { name, mu, p, n: given.length, nDropped, method })],
    n: given.length,
    nDropped,
    remarks: [...(zeros > 0 ? [{ code: 'test-zeros-left-out', values: { zeros } }] : []), ...limits.remarks]
  });
}
