import { studentT } from '../../shared/distributions';
import { sumOf } from '../../shared/compensated-sum';
import { normalQuantile } from '../../shared/normal';
import type { Estimate } from '../estimate';
import { fisherZ, fromFisherZ } from '../fisher-z';
import { momentsOf } from '../moments';
import { checkLevel } from '../proportion';
import { fail } from './errors';
import { kendallParts } from './kendall';
import { ranksOf } from './ranks';
import { checkSize, completePairs, type Sample } from './samples';
import { spearmanP } from './spearman-p';
import { finished, type TestOptions, type TestResult } from './test-result';

export interface CorrelationOptions extends TestOptions {
  /** Default `pearson`. */
  method?: 'pearson' | 'spearman' | 'kendall' | undefined;
}

/** A coefficient this close to 1 is 1: the rest is rounding. */
const PERFECT = 1e-14;

/**
 * Correlation of two columns on complete pairs: Pearson's r, Spearman's ρ or Kendall's τ-b, with its test and interval.
 *
 * Intervals go by Fisher's z, with variance 1/(n − 3) for r, (1 + ρ²/2)/(n − 3) for ρ and 0.437/(n − 4) for τ; none where
 * there are too few pairs for it, or where the correlation is perfect.
 *
 * @throws `test-unlike`, `test-too-few`, `test-constant`, `test-large`, `level-range`
 * @see Fisher 1921, Metron 1:3; Bonett and Wright 2000, Psychometrika 65:23; Fieller, Hartley and Pearson 1957, Biometrika
 *   44:470; p equals R `cor.test`
 */
export function correlation(x: Sample, y: Sample, options: CorrelationOptions = {}): TestResult {
  const { method = 'pearson', level = 0.95 } = options;
  checkLevel(level);
  const pairs = completePairs(x, y);
  const n = pairs.x.length;
  checkSize('A correlation', n, 3);
  if (method === 'kendall') return kendall(pairs, level);
  return method === 'spearman' ? spearman(pairs, level) : pearson(pairs, level);
}

interface Pairs {
  x: Float64Array;
  y: Float64Array;
  dropped: number;
}

function pearson(pairs: Pairs, level: number): TestResult {
  const n = pairs.x.length;
  const r = productMoment(pairs.x, pairs.y);
  const test = byT(r, n);
  return correlated(pairs, level, {
    ...test,
    method: "Pearson's correlation",
    name: 'r',
    coefficient: r,
    variance: n > 3 ? 1 / (n - 3) : null
  });
}

function spearman(pairs: Pairs, level: number): TestResult {
  const n = pairs.x.length;
  const [first, second] = [ranksOf(pairs.x), ranksOf(pairs.y)];
  const rho = productMoment(first.ranks, second.ranks);
  const ties = first.ties.length + second.ties.length > 0;
  const squares = ((n * n * n - n) * (1 - rho)) / 6;
  const found = ties ? undefined : spearmanP(n, Math.round(squares));
  const how = ties ? 't approximation for ties' : (found?.how ?? 't approximation');
  const byRanks = { statistic: { name: 'S', value: squares }, df: [], p: found?.p ?? byT(rho, n).p };
  return correlated(pairs, level, {
    ...byRanks,
    method: `Spearman's rank correlation (${how})`,
    name: 'ρ',
    coefficient: rho,
    variance: n > 3 ? (1 + (rho * rho) / 2) / (n - 3) : null
  });
}

function kendall(pairs: Pairs, level: number): TestResult {
  const n = pairs.x.length;
  const { tau, statistic, p, exact } = kendallParts(pairs.x, pairs.y);
  return correlated(pairs, level, {
    statistic,
    df: [],
    p,
    method: `Kendall's rank correlation τ-b (${exact ? 'exact' : 'normal approximation'})`,
    name: 'τ',
    coefficient: tau,
    variance: n > 4 ? 0.437 / (n - 4) : null
  });
}

interface Correlated {
  statistic: TestResult['statistic'];
  df: number[];
  p: number;
  method: string;
  name: string;
  coefficient: number;
  /** Of Fisher's z; null where there are too few pairs. */
  variance: number | null;
}

function correlated(
  pairs: Pairs,
  level: number,
  { statistic, df, p, method, name, coefficient, variance }: Correlated
): TestResult {
  const n = pairs.x.length;
  const isPerfect = Math.abs(coefficient) === 1;
  const half = variance === null ? 0 : -normalQuantile((1 - level) / 2) * Math.sqrt(variance);
  const limit = (sign: number) =>
    variance === null || isPerfect ? null : fromFisherZ(fisherZ(coefficient) + sign * half);
  const found: Estimate = {
    name,
    estimate: coefficient,
    se: null,
    lower: limit(-1),
    upper: limit(1),
    level,
    scale: 'identity',
    null: 0,
    df: df[0] ?? null,
    p,
    n,
    nDropped: pairs.dropped,
    method
  };
  const remarks = isPerfect ? [{ code: 'test-correlation-perfect', values: { n } }] : [];
  return finished({ method, statistic, df, p, estimates: [found], n, nDropped: pairs.dropped, remarks });
}

/** @throws `test-constant`, `test-large` */
function productMoment(x: Float64Array, y: Float64Array): number {
  const [first, second] = [momentsOf(x), momentsOf(y)];
  for (const { squares, mean, n } of [first, second]) {
    if (!Number.isFinite(squares)) throw fail('test-large', { test: 'A correlation' });
    if (Math.sqrt(squares / n) <= Number.EPSILON * Math.abs(mean)) {
      throw fail('test-constant', { test: 'A correlation', what: 'one of the columns' });
    }
  }
  const [a, b] = [Math.sqrt(first.squares), Math.sqrt(second.squares)];
  const r = sumOf(x.map((value, row) => ((value - first.mean) / a) * ((y[row]! - second.mean) / b)));
  return 1 - Math.abs(r) < PERFECT ? Math.sign(r) : r;
}

/** t test of a correlation; a perfect one has no finite t, and no other value could give it by chance. */
function byT(r: number, n: number): { statistic: TestResult['statistic']; df: number[]; p: number } {
  const df = n - 2;
  if (Math.abs(r) === 1) return { statistic: null, df: [df], p: 0 };
  const t = Math.sqrt(df / ((1 - r) * (1 + r))) * r;
  return { statistic: { name: 't', value: t }, df: [df], p: Math.min(1, 2 * studentT(df).upper(Math.abs(t))) };
}
