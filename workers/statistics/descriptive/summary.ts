import { studentT } from '../../shared/distributions';
import { sumOf } from '../../shared/compensated-sum';
import { quantileOf } from '../../shared/quantile';
import { momentsOf } from '../moments';
import { checkLevel } from '../proportion';
import { fail } from './errors';

/** What the numbers of a column say. Null is what so few, or equal, values do not have. */
export interface Summary {
  n: number;
  missing: number;
  sum: number;
  mean: number | null;
  /** With n − 1. */
  sd: number | null;
  variance: number | null;
  /** Standard error of the mean, and its limits by t. */
  se: number | null;
  lower: number | null;
  upper: number | null;
  level: number;
  min: number | null;
  q1: number | null;
  median: number | null;
  q3: number | null;
  max: number | null;
  iqr: number | null;
  /** Median distance from the median, × 1.4826: as the sd for normal values. */
  mad: number | null;
  /** Moments g1 and g2 of three values and more that are not all equal. */
  skewness: number | null;
  excessKurtosis: number | null;
  /** The quantiles that were asked for, of type 7. */
  quantiles: (number | null)[];
}

export interface SummaryOptions {
  /** Of the limits of the mean, default 0.95. */
  level?: number | undefined;
  /** Shares from 0 to 1. */
  quantiles?: readonly number[] | undefined;
  /** For messages. */
  name?: string | undefined;
}

/**
 * Summary of numbers; what is no finite number counts as missing.
 *
 * @throws `summary-large`, `summary-share`, `level-range`
 * @see quantiles: Hyndman and Fan 1996, The American Statistician 50:361, type 7 (R's default); g1, g2: Joanes and Gill 1998,
 *   The Statistician 47:183
 */
export function summaryOf(
  values: ArrayLike<number>,
  { level = 0.95, quantiles = [], name = 'The column' }: SummaryOptions = {}
): Summary {
  checkLevel(level);
  if (quantiles.some((share) => !(share >= 0 && share <= 1))) throw fail('summary-share');
  const sorted = Float64Array.from(values).filter(Number.isFinite).sort();
  const { n, mean, squares, variance } = momentsOf(sorted);
  const sum = sumOf(sorted);
  if (n > 0 && !(Number.isFinite(squares) && Number.isFinite(sum))) throw fail('summary-large', { column: name });
  const at = (share: number) => (n === 0 ? null : quantileOf(sorted, share));
  const [median, q1, q3] = [at(0.5), at(0.25), at(0.75)];
  const se = n < 2 ? null : Math.sqrt(variance / n);
  const half = se === null ? null : se * studentT(n - 1).upperQuantile((1 - level) / 2);
  return {
    n,
    missing: values.length - n,
    sum,
    mean: n === 0 ? null : mean,
    sd: n < 2 ? null : Math.sqrt(variance),
    variance: n < 2 ? null : variance,
    se,
    lower: half === null ? null : mean - half,
    upper: half === null ? null : mean + half,
    level,
    min: at(0),
    q1,
    median,
    q3,
    max: at(1),
    iqr: q1 === null || q3 === null ? null : q3 - q1,
    mad: median === null ? null : 1.4826 * quantileOf(sorted.map((value) => Math.abs(value - median)).sort(), 0.5),
    ...shapeOf(sorted, mean, squares),
    quantiles: quantiles.map(at)
  };
}

function shapeOf(values: Float64Array, mean: number, squares: number): Pick<Summary, 'skewness' | 'excessKurtosis'> {
  const n = values.length;
  if (n < 3 || squares === 0) return { skewness: null, excessKurtosis: null };
  const sd = Math.sqrt(squares / n);
  let [third, fourth] = [0, 0];
  for (const value of values) {
    const z = (value - mean) / sd;
    third += z * z * z;
    fourth += z * z * z * z;
  }
  return { skewness: third / n, excessKurtosis: fourth / n - 3 };
}
