import { exp } from '../../shared/elementary';
import type { Table } from '../../shared/table';
import type { Estimate } from '../estimate';
import { float64Column, textColumn } from '../columns';
import { waldEstimate } from '../wald';
import type { Arranged } from './cox-design';
import { fail } from './errors';

export interface Coefficient {
  /** On the scale of a log hazard, a unit of the covariate. */
  estimate: Estimate;
  /** Standard error of the model, where `estimate` has the sandwich's. */
  modelError: number;
  z: number;
}

/**
 * @param coefficients standardised
 * @param covariance of them, p × p: of the model, and the one to use
 */
export function coefficientsOf(
  { names, p, scale }: Arranged,
  coefficients: Float64Array,
  covariance: { model: Float64Array; used: Float64Array },
  shared: Pick<Estimate, 'level' | 'n' | 'nDropped' | 'method'>
): Coefficient[] {
  return names.map((name, term) => {
    const estimate = coefficients[term]! / scale[term]!;
    const se = Math.sqrt(covariance.used[term * p + term]!) / scale[term]!;
    // A sandwich of few clusters may have no spread along a term.
    if (!(se > 0)) throw fail('survival-clusters');
    return {
      estimate: waldEstimate({ name, estimate, se, scale: 'log', ...shared }),
      modelError: Math.sqrt(covariance.model[term * p + term]!) / scale[term]!,
      z: estimate / se
    };
  });
}

/** term, coefficient, se (of the model), robust_se (if asked for), z, p, the ratio with its limits lower and upper. */
export function coefficientTable(
  rows: readonly Coefficient[],
  { ratio = 'hazard_ratio', withModel, withRobust }: { ratio?: string; withModel: boolean; withRobust: boolean }
): Table {
  const column = (name: string, of: (row: Coefficient) => number) => float64Column(name, finite(rows.map(of)));
  return {
    rows: rows.length,
    columns: [
      textColumn(
        'term',
        rows.map(({ estimate }) => estimate.name)
      ),
      column('coefficient', ({ estimate }) => estimate.estimate),
      ...(withModel ? [column('se', ({ modelError }) => modelError)] : []),
      ...(withRobust ? [column('robust_se', ({ estimate }) => estimate.se ?? NaN)] : []),
      column('z', ({ z }) => z),
      column('p', ({ estimate }) => estimate.p ?? NaN),
      column(ratio, ({ estimate }) => exp(estimate.estimate)),
      column('lower', ({ estimate }) => exp(estimate.lower ?? NaN)),
      column('upper', ({ estimate }) => exp(estimate.upper ?? NaN))
    ]
  };
}

/** A ratio a huge unit apart may be beyond what a number holds: missing then, while its logarithm stands. */
const finite = (values: readonly number[]) =>
  Float64Array.from(values, (value) => (Number.isFinite(value) ? value : NaN));

/** Covariance of the coefficients a unit of each covariate, from that of the standardised ones. */
export function unscaled({ p, scale }: Arranged, covariance: Float64Array): Float64Array {
  return covariance.map((value, at) => value / (scale[Math.floor(at / p)]! * scale[at % p]!));
}
