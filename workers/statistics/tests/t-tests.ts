import { studentT } from '../../shared/distributions';
import { largestOf } from '../../shared/extent';
import type { Estimate } from '../estimate';
import { momentsOf, type Moments } from '../moments';
import { checkLevel } from '../proportion';
import { fail } from './errors';
import { checkSize, completePairs, groupMoments, present, type Sample } from './samples';
import { finished, type TestOptions, type TestResult } from './test-result';

export interface MeanOptions extends TestOptions {
  /** The mean, or difference of means, of no effect. Default 0. */
  mu?: number | undefined;
}

export interface MeansOptions extends MeanOptions {
  /** `welch` (default) lets each group have its own variance; `pooled` takes them as equal. */
  variances?: 'welch' | 'pooled' | undefined;
}

/**
 * Two-sample t test: Welch's, or Student's with a pooled variance.
 *
 * @param x first group; the estimate is mean of x − mean of y
 * @throws `test-too-few`, `test-constant`, `test-large`, `level-range`, `test-option`
 * @see Welch 1947, Biometrika 34:28 (Satterthwaite's degrees of freedom); equals R `t.test`
 */
export function tTest(x: Sample, y: Sample, { variances = 'welch', ...options }: MeansOptions = {}): TestResult {
  const method = variances === 'welch' ? 'Welch two-sample t test' : "Student's two-sample t test (equal variances)";
  const samples = [present(x), present(y)];
  const least = variances === 'welch' ? 2 : 1;
  samples.forEach(({ length }, group) => checkSize(method, length, least, `in group ${group + 1}`));
  const [first, second] = samples.map(momentsOf) as [Moments, Moments];
  const n = first.n + second.n;
  checkSize(method, n, 3);
  const { se, df } = variances === 'welch' ? welchError(first, second) : pooledError(first, second);
  return {
    ...meanTest({
      method,
      name: 'difference in means',
      estimate: first.mean - second.mean,
      size: Math.max(Math.abs(first.mean), Math.abs(second.mean)),
      se,
      df,
      n,
      nDropped: x.length + y.length - n,
      options
    }),
    groups: [first, second].map(groupMoments)
  };
}

function welchError(first: Moments, second: Moments): { se: number; df: number } {
  const a = first.variance / first.n;
  const b = second.variance / second.n;
  // Shares of the sum: their squares do not underflow.
  const [p, q] = [a / (a + b), b / (a + b)];
  return { se: Math.sqrt(a + b), df: 1 / ((p * p) / (first.n - 1) + (q * q) / (second.n - 1)) };
}

function pooledError(first: Moments, second: Moments): { se: number; df: number } {
  const df = first.n + second.n - 2;
  const variance = (first.squares + second.squares) / df;
  return { se: Math.sqrt(variance * (1 / first.n + 1 / second.n)), df };
}

/**
 * Paired t test on complete pairs: mean of x − y.
 *
 * @throws `test-unlike`, `test-too-few`, `test-constant`, `test-large`, `level-range`, `test-option`
 * @see Student 1908, Biometrika 6:1; equals R `t.test(paired = TRUE)`
 */
export function pairedTTest(x: Sample, y: Sample, options: MeanOptions = {}): TestResult {
  const pairs = completePairs(x, y);
  const differences = pairs.x.map((value, row) => value - pairs.y[row]!);
  const size = largestOf([pairs.x, pairs.y].map((values) => Math.abs(momentsOf(values).mean)));
  return oneMean('Paired t test', 'mean difference', differences, { size, nDropped: pairs.dropped, options });
}

/**
 * One-sample t test of a mean.
 *
 * @throws `test-too-few`, `test-constant`, `test-large`, `level-range`, `test-option`
 * @see Student 1908, Biometrika 6:1; equals R `t.test(x, mu)`
 */
export function oneSampleTTest(x: Sample, options: MeanOptions = {}): TestResult {
  const values = present(x);
  const size = Math.abs(momentsOf(values).mean);
  return oneMean('One-sample t test', 'mean', values, { size, nDropped: x.length - values.length, options });
}

function oneMean(
  method: string,
  name: string,
  values: Float64Array,
  { size, nDropped, options }: { size: number; nDropped: number; options: MeanOptions }
): TestResult {
  checkSize(method, values.length, 2);
  const { n, mean, variance } = momentsOf(values);
  const se = Math.sqrt(variance / n);
  return meanTest({ method, name, estimate: mean, size, se, df: n - 1, n, nDropped, options });
}

interface Mean {
  method: string;
  name: string;
  estimate: number;
  /** Of the means that were subtracted: a smaller error is rounding. */
  size: number;
  se: number;
  df: number;
  n: number;
  nDropped: number;
  options: MeanOptions;
}

function meanTest({ method, name, estimate, size, se, df, n, nDropped, options }: Mean): TestResult {
  const { level = 0.95, mu = 0 } = options;
  checkLevel(level);
  if (!Number.isFinite(mu)) throw fail('test-option', { option: 'mu', rule: 'is a number' });
  if (Number.isNaN(se) || se === Infinity) throw fail('test-large', { test: method });
  if (se <= 10 * Number.EPSILON * size) throw fail('test-constant', { test: method, what: 'the column' });
  const t = studentT(df);
  const statistic = (estimate - mu) / se;
  const p = Math.min(1, 2 * t.upper(Math.abs(statistic)));
  const half = se * t.upperQuantile((1 - level) / 2);
  const found: Estimate = {
    name,
    estimate,
    se,
    lower: estimate - half,
    upper: estimate + half,
    level,
    scale: 'identity',
    null: mu,
    df,
    p,
    n,
    nDropped,
    method
  };
  return finished({
    method,
    statistic: { name: 't', value: statistic },
    df: [df],
    p,
    estimates: [found],
    n,
    nDropped,
    remarks: []
  });
}
