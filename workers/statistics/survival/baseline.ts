import { exp } from '../../shared/elementary';
import type { Table } from '../../shared/table';
import type { CoxFit } from './cox';
import { deathTimesOf, stepAtOrBefore, type DeathTimes } from './death-times';
import { fail } from './errors';
import { probabilityLimits, zOf, type IntervalScale } from './interval';
import { checkOptions } from './options';
import { predictors, relativeRisks } from './risk-sets';
import { stackedTable } from './stacked-table';

/** A value a term of the fit, in its order, or the means of the data. */
export type Covariates = ArrayLike<number> | 'mean';

/**
 * Cumulative hazard and survival at given covariates, a row a distinct time of a stratum.
 *
 * @param at default 0 for all, the baseline
 * @returns stratum, time, cumulative_hazard, survival
 * @throws `survival-not-finite` where the hazard overflows; `survival-design` for another number of values
 * @see Breslow 1972; with Efron's ties as R survival 3.5-3 `basehaz`
 */
export function baselineHazard(fit: CoxFit, at?: Covariates): Table {
  const parts = curvesAt(fit, at).map(({ stratum, time, hazard }) => ({
    words: { stratum },
    columns: { time, cumulative_hazard: hazard, survival: hazard.map((value) => exp(-value)) }
  }));
  return stackedTable(['stratum'], ['time', 'cumulative_hazard', 'survival'], parts);
}

/**
 * Survival that the fit expects of a person with given covariates, with its error: of the hazard and of the coefficients
 * (robust, if the fit is).
 *
 * @returns stratum, time, survival, se, lower, upper; limits missing where they are undefined
 * @throws as {@link baselineHazard}, and `level-range`
 * @see Tsiatis 1981, Ann Stat 9:93; agrees with R survival 3.5-3 `survfit.coxph`, whose scale is `log` by default
 */
export function predictSurvival(
  fit: CoxFit,
  at: Covariates,
  { level = 0.95, scale = 'log-log' }: { level?: number; scale?: IntervalScale } = {}
): Table {
  checkOptions({ level });
  const interval = { scale, z: zOf(level) };
  const parts = curvesAt(fit, at).map(({ stratum, time, hazard, error }) => {
    const survival = hazard.map((value) => exp(-value));
    const se = survival.map((value, k) => value * error[k]!);
    const limits = Array.from(survival, (value, k) => probabilityLimits(value, se[k]!, interval));
    const lower = Float64Array.from(limits, ([value]) => value);
    const upper = Float64Array.from(limits, ([, value]) => value);
    return { words: { stratum }, columns: { time, survival, se, lower, upper } };
  });
  return stackedTable(['stratum'], ['time', 'survival', 'se', 'lower', 'upper'], parts);
}

/** Cumulative hazard of each stratum at its distinct times, and the standard error of it. */
function curvesAt({ model }: CoxFit, at: Covariates | undefined) {
  const { arranged, coefficients } = model;
  const { p, centre, scale, strata, stop, prepared, strataNames } = arranged;
  if (at !== undefined && at !== 'mean' && at.length !== p) {
    throw fail('survival-design', { values: at.length, rows: 1, terms: p });
  }
  const x = Float64Array.from(centre, (mean, term) => (at === 'mean' ? 0 : ((at?.[term] ?? 0) - mean) / scale[term]!));
  const factor = exp(x.reduce((sum, value, term) => sum + value * coefficients[term]!, 0));
  const steps = deathTimesOf(arranged, relativeRisks(arranged, predictors(arranged, coefficients)));
  const curves: { stratum: string; time: Float64Array; hazard: Float64Array; error: Float64Array }[] = [];
  for (let stratum = 0; stratum + 1 < strata.length; stratum++) {
    const codes: number[] = [];
    for (let row = strata[stratum + 1]! - 1; row >= strata[stratum]!; row--) {
      if (codes[codes.length - 1] !== stop[row]) codes.push(stop[row]!);
    }
    const places = Int32Array.from(codes, (code) => stepAtOrBefore(steps, stratum, code));
    const none = steps.strata[stratum + 1]!;
    const hazard = Float64Array.from(places, (step) => (step < none ? steps.sumHazard[step]! * factor : 0));
    const error = Float64Array.from(places, (step) => (step < none ? factor * errorAt(steps, step, x, model.used) : 0));
    if (!hazard.every(Number.isFinite) || !error.every(Number.isFinite)) throw fail('survival-not-finite');
    if (codes.length === 0) continue;
    curves.push({
      stratum: strataNames[stratum]!,
      time: Float64Array.from(codes, (code) => prepared.times[code]!),
      hazard,
      error
    });
  }
  return curves;
}

/** Standard error of the cumulative hazard, relative to the person's own factor. */
function errorAt(steps: DeathTimes, step: number, x: Float64Array, covariance: Float64Array): number {
  const p = x.length;
  const turn = x.map((value, term) => steps.sumDrift[step * p + term]! - value * steps.sumHazard[step]!);
  let variance = steps.sumVariance[step]!;
  for (let a = 0; a < p; a++) {
    for (let b = 0; b < p; b++) variance += turn[a]! * covariance[a * p + b]! * turn[b]!;
  }
  return Math.sqrt(variance);
}
