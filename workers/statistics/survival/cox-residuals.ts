import type { Column, Table } from '../../shared/table';
import { float64Column } from '../columns';
import type { Arranged } from './cox-design';
import type { CoxFit } from './cox';
import { deathTimesOf, stepAtOrBefore } from './death-times';
import { rowResiduals, timesMatrix } from './residuals';
import { predictors, relativeRisks } from './risk-sets';

export type ResidualKind = 'martingale' | 'score' | 'dfbeta' | 'schoenfeld';

/**
 * Residuals of a Cox fit; only `dfbeta` counts the weight of the row.
 *
 * `martingale` (one column), `score` and `dfbeta` (a column a term: how much the coefficient falls without the row) have a
 * row for each of the data, missing where the row was left out. `schoenfeld` has a row an event: row (from 0), time, then the
 * covariates minus their mean among those at risk, by stratum and time.
 *
 * @see Therneau and Grambsch 2000, Modeling Survival Data, chapter 4; agrees with R survival 3.5-3 `residuals.coxph`
 */
export function coxResiduals({ model, n, nDropped }: CoxFit, kind: ResidualKind): Table {
  const { arranged, coefficients, covariance } = model;
  if (kind === 'schoenfeld') return schoenfeld(arranged, coefficients);
  const { p, scale, names, weight } = arranged;
  const { martingale, score } = rowResiduals(arranged, coefficients);
  const all = n + nDropped;
  if (kind === 'martingale') {
    return { rows: all, columns: [placed(arranged, all, 'martingale', (row) => martingale[row]!)] };
  }
  const values = kind === 'score' ? score : timesMatrix(score, covariance, p);
  return {
    rows: all,
    columns: names.map((name, term) => {
      return placed(arranged, all, name, (row) => {
        const value = values[row * p + term]!;
        return kind === 'score' ? value * scale[term]! : (value * weight[row]!) / scale[term]!;
      });
    })
  };
}

function placed({ n, order, prepared }: Arranged, all: number, name: string, of: (row: number) => number): Column {
  const values = new Float64Array(all).fill(NaN);
  for (let row = 0; row < n; row++) values[prepared.rows[order[row]!]!] = of(row);
  return float64Column(name, values);
}

function schoenfeld(arranged: Arranged, coefficients: Float64Array): Table {
  const { p, x, order, prepared, strata, stop, status, scale, names } = arranged;
  const steps = deathTimesOf(arranged, relativeRisks(arranged, predictors(arranged, coefficients)));
  const deaths: { row: number; step: number }[] = [];
  for (let stratum = 0; stratum + 1 < strata.length; stratum++) {
    for (let row = strata[stratum + 1]! - 1; row >= strata[stratum]!; row--) {
      if (status[row] === 1) deaths.push({ row, step: stepAtOrBefore(steps, stratum, stop[row]!) });
    }
  }
  const column = (name: string, of: (death: (typeof deaths)[0]) => number) =>
    float64Column(name, Float64Array.from(deaths, of));
  return {
    rows: deaths.length,
    columns: [
      column('row', ({ row }) => prepared.rows[order[row]!]!),
      column('time', ({ row }) => prepared.times[stop[row]!]!),
      ...names.map((name, term) =>
        column(name, ({ row, step }) => (x[row * p + term]! - steps.mean[step * p + term]!) * scale[term]!)
      )
    ]
  };
}
