import { fDistribution } from '../../shared/distributions';
import { largestOf } from '../../shared/extent';
import type { Estimate } from '../estimate';
import { momentsOf } from '../moments';
import { checkLevel } from '../proportion';
import { checkFinite, completeRows, type AgreementResult } from './agreement-result';
import { fail } from './errors';

/** Mean squares of persons by raters. */
export interface MeanSquares {
  betweenPersons: number;
  withinPersons: number;
  betweenRaters: number;
  residual: number;
}

export interface Intraclass extends AgreementResult {
  meanSquares: MeanSquares;
  raters: number;
}

interface Form {
  name: string;
  method: string;
  estimate: number;
  lower: number;
  upper: number;
  f: number;
  df2: number;
}

/**
 * The six intraclass correlations of Shrout and Fleiss, with their F tests and intervals.
 *
 * ICC(1): each person has other raters. ICC(2): raters are a sample, and their level counts (absolute agreement). ICC(3): these
 * raters alone, and their level does not count (consistency). Second number: one rating, or the mean of all k.
 *
 * @param raters one array a rater, a value a person, NaN for missing; complete persons only
 * @returns six estimates ICC(1,1) … ICC(3,k); p is that of F, upper tail
 * @throws `agreement-too-few` below two raters or two complete persons, `agreement-constant`, `agreement-exact`,
 *   `agreement-large`, `agreement-option`, `level-range`
 * @see Shrout and Fleiss 1979, Psychol Bull 86:420; McGraw and Wong 1996, Psychol Methods 1:30
 */
export function intraclassCorrelation(
  raters: readonly ArrayLike<number>[],
  { level = 0.95 }: { level?: number | undefined } = {}
): Intraclass {
  checkLevel(level);
  const what = 'An intraclass correlation';
  const k = raters.length;
  if (k < 2) throw fail('agreement-too-few', { what, needed: 2, of: 'raters', n: k });
  const { columns, dropped } = completeRows(raters);
  const n = columns[0]!.length;
  if (n < 2) throw fail('agreement-too-few', { what, needed: 2, of: 'persons', n });
  const meanSquares = meanSquaresOf(columns);
  const forms = formsOf(meanSquares, { n, k, tail: (1 - level) / 2 });
  const estimates = forms.map(({ name, method, estimate, lower, upper, f, df2 }): Estimate => {
    checkFinite(estimate, lower, upper, f, df2);
    const p = fDistribution(n - 1, df2).upper(f);
    return {
      name,
      estimate,
      se: null,
      lower,
      upper,
      level,
      scale: 'identity',
      null: 0,
      df: df2,
      p,
      n,
      nDropped: dropped,
      method
    };
  });
  return { method: 'Intraclass correlations', estimates, meanSquares, raters: k, n, nDropped: dropped, remarks: [] };
}

function meanSquaresOf(columns: readonly Float64Array[]): MeanSquares {
  const k = columns.length;
  const n = columns[0]!.length;
  const raterMeans = columns.map((one) => momentsOf(one).mean);
  const persons = Float64Array.from({ length: n }, (_, row) => columns.reduce((sum, one) => sum + one[row]! / k, 0));
  const grand = momentsOf(persons);
  let [within, residual] = [0, 0];
  columns.forEach((one, rater) => {
    for (let row = 0; row < n; row++) {
      const distance = one[row]! - persons[row]!;
      const rest = distance - (raterMeans[rater]! - grand.mean);
      within += distance * distance;
      residual += rest * rest;
    }
  });
  const betweenRaters = (n * raterMeans.reduce((sum, mean) => sum + (mean - grand.mean) ** 2, 0)) / (k - 1);
  const found = {
    betweenPersons: (k * grand.squares) / (n - 1),
    withinPersons: within / (n * (k - 1)),
    betweenRaters,
    residual: residual / ((n - 1) * (k - 1))
  };
  checkFinite(...Object.values(found));
  const rounding = (100 * Number.EPSILON * largestOf(raterMeans.map(Math.abs))) ** 2;
  if (found.betweenPersons <= rounding && found.residual <= rounding) throw fail('agreement-constant');
  if (found.residual <= rounding) throw fail('agreement-exact');
  return found;
}

function formsOf(
  { betweenPersons, withinPersons, betweenRaters, residual }: MeanSquares,
  { n, k, tail }: { n: number; k: number; tail: number }
): Form[] {
  const [ratio1, ratio3] = [betweenPersons / withinPersons, betweenPersons / residual];
  const [df1, df3] = [n * (k - 1), (n - 1) * (k - 1)];
  /** Limits of the ratio of mean squares in expectation. */
  const limits = (f: number, df: number): [number, number] => [
    f / fDistribution(n - 1, df).upperQuantile(tail),
    f * fDistribution(df, n - 1).upperQuantile(tail)
  ];
  const single = (f: number) => (f - 1) / (f + k - 1);
  const average = (f: number) => (f - 1) / f;
  const [low1, high1] = limits(ratio1, df1);
  const [low3, high3] = limits(ratio3, df3);
  const two =
    (betweenPersons - residual) / (betweenPersons + (k - 1) * residual + (k * (betweenRaters - residual)) / n);
  const twoAverage = (betweenPersons - residual) / (betweenPersons + (betweenRaters - residual) / n);
  const v = satterthwaite(two, { betweenRaters, residual, n, k });
  const [up, down] = [fDistribution(n - 1, v).upperQuantile(tail), fDistribution(v, n - 1).upperQuantile(tail)];
  const rest = k * betweenRaters + (k * n - k - n) * residual;
  const low2 = (n * (betweenPersons - up * residual)) / (up * rest + n * betweenPersons);
  const high2 = (n * (down * betweenPersons - residual)) / (rest + n * down * betweenPersons);
  const spearmanBrown = (one: number) => (k * one) / (1 + (k - 1) * one);
  const words = (what: string, of: string) => `Intraclass correlation, ${what}, ${of}`;
  const [one, all] = ['one rating', `mean of ${k} ratings`];
  const [own, sample, fixed] = ['one-way random', 'two-way random, absolute agreement', 'two-way mixed, consistency'];
  return [
    {
      name: 'ICC(1,1)',
      method: words(own, one),
      estimate: single(ratio1),
      lower: single(low1),
      upper: single(high1),
      f: ratio1,
      df2: df1
    },
    { name: 'ICC(2,1)', method: words(sample, one), estimate: two, lower: low2, upper: high2, f: ratio3, df2: df3 },
    {
      name: 'ICC(3,1)',
      method: words(fixed, one),
      estimate: single(ratio3),
      lower: single(low3),
      upper: single(high3),
      f: ratio3,
      df2: df3
    },
    {
      name: 'ICC(1,k)',
      method: words(own, all),
      estimate: average(ratio1),
      lower: average(low1),
      upper: average(high1),
      f: ratio1,
      df2: df1
    },
    {
      name: 'ICC(2,k)',
      method: words(sample, all),
      estimate: twoAverage,
      lower: spearmanBrown(low2),
      upper: spearmanBrown(high2),
      f: ratio3,
      df2: df3
    },
    {
      name: 'ICC(3,k)',
      method: words(fixed, all),
      estimate: average(ratio3),
      lower: average(low3),
      upper: average(high3),
      f: ratio3,
      df2: df3
    }
  ];
}

/** Degrees of freedom of the error in absolute agreement, a mixture of raters and residual. */
function satterthwaite(
  icc: number,
  { betweenRaters, residual, n, k }: { betweenRaters: number; residual: number; n: number; k: number }
): number {
  const ratio = betweenRaters / residual;
  const rest = n * (1 + (k - 1) * icc) - k * icc;
  const top = (k - 1) * (n - 1) * (k * icc * ratio + rest) ** 2;
  return top / ((n - 1) * (k * icc * ratio) ** 2 + rest ** 2);
}
