import { normalQuantile } from '../../shared/normal';
import type { Estimate } from '../estimate';
import { fisherZ, fromFisherZ } from '../fisher-z';
import { momentsOf } from '../moments';
import { checkLevel } from '../proportion';
import { checkFinite, completeRows, type AgreementResult } from './agreement-result';
import { fail } from './errors';

/** A smaller error of the coefficient is the root of rounding. */
const EXACT = 1e-7;

export interface Concordance extends AgreementResult {
  /** Pearson's r: how closely the pairs follow a line. */
  precision: number;
  /** How near that line lies to equality, at most 1: r × bias correction is the concordance. */
  biasCorrection: number;
}

/**
 * Lin's concordance correlation of two methods: how closely pairs follow the line of equality. Interval by Fisher's z.
 *
 * @returns no limits where all pairs are equal, or lie on one line through the same mean, which a remark says
 * @throws `agreement-too-few` below 3 complete pairs, `agreement-constant`, `agreement-large`, `agreement-option`, `level-range`
 * @see Lin 1989, Biometrics 45:255, with the correction of its variance in 2000, Biometrics 56:324
 */
export function concordanceCorrelation(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  { level = 0.95 }: { level?: number | undefined } = {}
): Concordance {
  checkLevel(level);
  const method = 'Lin’s concordance correlation';
  const { columns, dropped } = completeRows([x, y]);
  const [first, second] = columns as [Float64Array, Float64Array];
  const n = first.length;
  if (n < 3) throw fail('agreement-too-few', { what: method, needed: 3, of: 'pairs', n });
  const [a, b] = [momentsOf(first), momentsOf(second)];
  checkFinite(a.squares, b.squares);
  const [sdA, sdB] = [Math.sqrt(a.squares / n), Math.sqrt(b.squares / n)];
  const isConstant = (sd: number, mean: number) => sd <= 10 * Number.EPSILON * Math.abs(mean);
  if (isConstant(sdA, a.mean) || isConstant(sdB, b.mean)) throw fail('agreement-constant');
  const products = first.map((value, row) => ((value - a.mean) / sdA) * ((second[row]! - b.mean) / sdB));
  const r = Math.max(-1, Math.min(1, momentsOf(products).mean));
  const shift = (a.mean - b.mean) ** 2 / (sdA * sdB);
  const biasCorrection = 2 / (sdA / sdB + sdB / sdA + shift);
  const estimate = r * biasCorrection;
  checkFinite(estimate);
  const isPerfect = first.every((value, row) => value === second[row]);
  // r cancels, so that the error exists at r = 0, too.
  const c = biasCorrection;
  const variance =
    ((1 - r * r) * c * c * (1 - estimate * estimate) +
      2 * estimate * estimate * c * (1 - estimate) * shift -
      0.5 * (estimate * c * shift) ** 2) /
    (n - 2);
  const se = Math.sqrt(Math.max(0, variance));
  // All pairs on one line through equal means: there is no error that an interval could be made of.
  const isExact = isPerfect || se < EXACT;
  const half = (-normalQuantile((1 - level) / 2) * se) / ((1 - estimate) * (1 + estimate));
  const limit = (sign: number) => (isExact ? null : fromFisherZ(fisherZ(estimate) + sign * half));
  const found: Estimate = {
    name: 'concordance',
    estimate: isPerfect ? 1 : estimate,
    se: isExact ? null : se,
    lower: limit(-1),
    upper: limit(1),
    level,
    scale: 'identity',
    null: 0,
    df: null,
    p: null,
    n,
    nDropped: dropped,
    method
  };
  return {
    method,
    estimates: [found],
    precision: r,
    biasCorrection,
    n,
    nDropped: dropped,
    remarks: isExact ? [{ code: isPerfect ? 'agreement-perfect' : 'agreement-one-line', values: { n } }] : []
  };
}
