import { studentT } from '../../shared/distributions';
import { normalQuantile } from '../../shared/normal';
import type { Table } from '../../shared/table';
import { largestOf } from '../../shared/extent';
import { float64Column } from '../columns';
import type { Estimate, StatisticsRemark } from '../estimate';
import { momentsOf } from '../moments';
import { checkLevel } from '../proportion';
import { correlation } from '../tests';
import { checkFinite, completeRows, type AgreementResult } from './agreement-result';
import { fail } from './errors';

export interface LimitsOptions {
  /** Of the intervals, default 0.95. */
  level?: number | undefined;
  /** Share of differences between the limits of agreement, default 0.95. */
  coverage?: number | undefined;
}

export interface LimitsOfAgreement extends AgreementResult {
  /** Of the differences. */
  sd: number;
  /** To draw: mean of both methods, and their difference, a row a pair. */
  points: Table;
  /** Whether differences rise with the mean (bias) and spread more (spread): Pearson's r; undefined where nothing varies. */
  checks: { bias: Correlated | undefined; spread: Correlated | undefined };
}

export interface Correlated {
  r: number;
  p: number;
}

/** Below this p of the correlation with the mean, differences are said to depend on it. */
const TELLING = 0.05;

/**
 * Limits of agreement of two methods of measurement (Bland and Altman), with their intervals: bias x − y ± z·sd.
 *
 * A remark says where differences rise or fall with the mean, and where they spread more as it rises: then limits on a
 * logarithmic scale, or a regression, fit better.
 *
 * @param x first method, one value a person, NaN for missing; `y` likewise
 * @returns estimates bias, lower limit, upper limit
 * @throws `agreement-too-few` below 3 complete pairs, `agreement-exact`, `agreement-large`, `agreement-option`, `level-range`
 * @see Bland and Altman 1986, Lancet 327:307; 1999, Stat Methods Med Res 8:135 (error of a limit: sd·√(1/n + z²/(2(n − 1))))
 */
export function limitsOfAgreement(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  { level = 0.95, coverage = 0.95 }: LimitsOptions = {}
): LimitsOfAgreement {
  checkLevel(level);
  if (!(coverage > 0 && coverage < 1))
    throw fail('agreement-option', { option: 'The coverage', rule: 'lies between 0 and 1' });
  const method = 'Limits of agreement (Bland and Altman)';
  const { columns, dropped } = completeRows([x, y]);
  const [first, second] = columns as [Float64Array, Float64Array];
  const n = first.length;
  if (n < 3) throw fail('agreement-too-few', { what: method, needed: 3, of: 'pairs', n });
  const differences = first.map((value, row) => value - second[row]!);
  const means = first.map((value, row) => value / 2 + second[row]! / 2);
  const { mean: bias, variance } = momentsOf(differences);
  checkFinite(bias, variance);
  const sd = Math.sqrt(variance);
  const size = largestOf([first, second].map((values) => Math.abs(momentsOf(values).mean)));
  if (sd <= 10 * Number.EPSILON * size) throw fail('agreement-exact');
  const z = -normalQuantile((1 - coverage) / 2);
  const t = studentT(n - 1).upperQuantile((1 - level) / 2);
  const biasError = sd / Math.sqrt(n);
  const limitError = sd * Math.sqrt(1 / n + (z * z) / (2 * (n - 1)));
  const made = (name: string, estimate: number, se: number, p: number | null): Estimate => ({
    name,
    estimate,
    se,
    lower: estimate - t * se,
    upper: estimate + t * se,
    level,
    scale: 'identity',
    null: 0,
    df: n - 1,
    p,
    n,
    nDropped: dropped,
    method
  });
  const checks = checksOf(means, differences, bias);
  return {
    method,
    estimates: [
      made('bias', bias, biasError, Math.min(1, 2 * studentT(n - 1).upper(Math.abs(bias) / biasError))),
      made('lower limit of agreement', bias - z * sd, limitError, null),
      made('upper limit of agreement', bias + z * sd, limitError, null)
    ],
    sd,
    points: { rows: n, columns: [float64Column('mean', means), float64Column('difference', differences)] },
    checks,
    n,
    nDropped: dropped,
    remarks: dependenceOf(checks)
  };
}

/** How differences, and their distances from the bias, go with the mean of both methods. */
export function checksOf(means: Float64Array, differences: Float64Array, bias: number): LimitsOfAgreement['checks'] {
  const distances = differences.map((one) => Math.abs(one - bias));
  const withMean = (values: Float64Array): Correlated | undefined => {
    if (means.length < 3 || momentsOf(means).squares === 0 || momentsOf(values).squares === 0) return undefined;
    const { estimates, p } = correlation(means, values);
    return { r: estimates[0]!.estimate, p };
  };
  return { bias: withMean(differences), spread: withMean(distances) };
}

export function dependenceOf({ bias, spread }: LimitsOfAgreement['checks']): StatisticsRemark[] {
  const told = (code: string, found: Correlated | undefined) =>
    found && found.p < TELLING ? [{ code, values: { r: found.r, p: found.p } }] : [];
  return [...told('agreement-bias-changes', bias), ...told('agreement-spread-changes', spread)];
}
