import { exp } from '../../shared/elementary';
import type { Table } from '../../shared/table';
import { float64Column, textColumn } from '../columns';
import type { CoxFit } from './cox';
import { deathTimesOf, stepAtOrBefore } from './death-times';
import { fail } from './errors';
import { predictors, relativeRisks } from './risk-sets';

/**
 * Cumulative hazard and survival at given covariates, a row a distinct time of a stratum.
 *
 * @param at a value a term of the fit; default 0 for all, the baseline. `mean` takes the means of the data
 * @returns stratum, time, cumulative_hazard, survival
 * @throws `survival-not-finite` where the hazard overflows; `survival-design` for another number of values
 * @see Breslow 1972; with Efron's ties as R survival 3.5-3 `basehaz`
 */
export function baselineHazard({ model }: CoxFit, at?: ArrayLike<number> | 'mean'): Table {
  const { arranged, coefficients } = model;
  const { p, centre, scale, strata, stop, prepared, strataNames } = arranged;
  if (at !== undefined && at !== 'mean' && at.length !== p) {
    throw fail('survival-design', { values: at.length, rows: 1, terms: p });
  }
  let shift = 0;
  if (at !== 'mean') {
    for (let term = 0; term < p; term++) {
      shift += (coefficients[term]! * ((at?.[term] ?? 0) - centre[term]!)) / scale[term]!;
    }
  }
  const factor = exp(shift);
  const steps = deathTimesOf(arranged, relativeRisks(arranged, predictors(arranged, coefficients)));
  const names: string[] = [];
  const times: number[] = [];
  const hazards: number[] = [];
  for (let stratum = 0; stratum + 1 < strata.length; stratum++) {
    for (let row = strata[stratum + 1]! - 1; row >= strata[stratum]!; row--) {
      const code = stop[row]!;
      if (row > strata[stratum]! && stop[row - 1] === code) continue;
      const step = stepAtOrBefore(steps, stratum, code);
      const hazard = step < steps.strata[stratum + 1]! ? steps.sumHazard[step]! * factor : 0;
      if (!Number.isFinite(hazard)) throw fail('survival-not-finite');
      names.push(strataNames[stratum]!);
      times.push(prepared.times[code]!);
      hazards.push(hazard);
    }
  }
  return {
    rows: names.length,
    columns: [
      textColumn('stratum', names),
      float64Column('time', Float64Array.from(times)),
      float64Column('cumulative_hazard', Float64Array.from(hazards)),
      float64Column(
        'survival',
        Float64Array.from(hazards, (hazard) => exp(-hazard))
      )
    ]
  };
}
