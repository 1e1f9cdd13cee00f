import { describe, expect, test } from 'vitest';
import given from '../../../tests/oracles/statistics/survival-cox.json';
import own from '../../../tests/oracles/statistics/r-survival.json';
import {
  baselineHazard,
  coxRegression,
  coxResiduals,
  predictSurvival,
  proportionalHazards,
  type Classes,
  type CoxFit,
  type Design,
  type FollowUp,
  type Test,
  type Ties,
  type TimeScale
} from './index';
import type { Table } from '../../shared/table';
import { agree, listOf, type Numbers } from './testing/agree';
import { valuesOf } from './testing/values';

type Matrix = readonly Numbers[];
type Zph = Record<'chisq' | 'df' | 'p', Numbers>;

const codesOf = (values: readonly number[]): Classes => ({
  codes: Int32Array.from(values),
  names: Array.from({ length: Math.max(...values) + 1 }, (_, code) => String(code))
});
const designOf = (columns: Record<string, readonly number[]>): Design => ({
  names: Object.keys(columns),
  values: Float64Array.from(Object.values(columns).flat())
});
const flat = (matrix: Matrix) => matrix.flatMap(listOf);
const testOf = ({ statistic, df, p }: Test) => [statistic, df, p];

function agreeOnZph(fit: CoxFit, scale: TimeScale, expected: Zph): void {
  const { tests } = proportionalHazards(fit, { scale });
  agree(valuesOf(tests, 'statistic'), expected.chisq, 1e-5);
  agree(valuesOf(tests, 'df'), expected.df);
  agree(valuesOf(tests, 'p'), expected.p, 1e-5);
}

const firstRows = (table: ReturnType<typeof coxResiduals>, names: readonly string[], rows: number) =>
  Array.from({ length: rows }, (_, row) => names.map((name) => valuesOf(table, name)[row] ?? null)).flat();

describe('survival-cox of the reference', () => {
  interface Data {
    time: number[];
    status: number[];
    x?: number[];
    age: number[];
    risk: number[];
    grp: string[];
    site: number[];
  }
  const cases = given.cases as unknown as {
    name: string;
    input: { data: Data | 'first case'; formula: string };
    expected: Record<string, Numbers> &
      Record<'ci95' | 'vcov' | 'schoenfeld_first_rows', Matrix> & {
        error?: string;
        cumhaz_at_zero?: Record<'time' | 'hazard', Numbers>;
      } & Partial<Record<'zph_km' | 'zph_rank' | 'zph_identity', Zph>>;
  }[];
  const first = cases[0]!.input.data as Data;

  const termsOf: Record<string, (data: Data) => Record<string, number[]>> = {
    'Surv(time,status)~risk+age+grp': ({ risk, age, grp }) => ({
      risk,
      age,
      grpB: grp.map((one) => +(one === 'B')),
      grpC: grp.map((one) => +(one === 'C'))
    }),
    'Surv(time,status)~risk+age+strata(site)': ({ risk, age }) => ({ risk, age }),
    "Surv(time,status)~I(grp=='C')": ({ grp }) => ({ grpC: grp.map((one) => +(one === 'C')) }),
    'Surv(time,status)~x': ({ x = [] }) => ({ x })
  };
  const fitOf = ({ name, input }: (typeof cases)[0], robust: boolean) => {
    const data = typeof input.data === 'string' ? first : input.data;
    const followUp: FollowUp = { time: Float64Array.from(data.time), status: data.status };
    return coxRegression(followUp, designOf(termsOf[input.formula]!(data)), {
      ties: name.includes('Breslow') ? 'breslow' : 'efron',
      robust,
      ...(input.formula.includes('strata') && { strata: codesOf(data.site) })
    });
  };

  test.each(cases)('$name', async (one) => {
    const { expected } = one;
    if (expected.error !== undefined) {
      await expect(fitOf(one, false)).rejects.toThrowError(
        expect.objectContaining({ code: 'survival-no-finite-estimate', values: { term: 'x' } })
      );
      return;
    }
    const fit = await fitOf(one, false);
    const tolerance = 1e-6;
    agree(valuesOf(fit.coefficients, 'coefficient'), expected.coef, tolerance);
    agree(valuesOf(fit.coefficients, 'hazard_ratio'), expected.hr, tolerance);
    agree(valuesOf(fit.coefficients, 'se'), expected.se, tolerance);
    agree(valuesOf(fit.coefficients, 'z'), expected.z, tolerance);
    agree(valuesOf(fit.coefficients, 'p'), expected.p, tolerance);
    agree(
      fit.estimates.flatMap(({ lower, upper }) => [lower, upper]),
      flat(expected.ci95),
      tolerance
    );
    agree(fit.covariance, flat(expected.vcov), tolerance);
    agree([fit.nullLogLikelihood, fit.logLikelihood], [expected.loglik_null, expected.loglik] as number[], tolerance);
    agree(testOf(fit.likelihoodRatio), expected.lrt, tolerance);
    agree(testOf(fit.score), expected.score, tolerance);
    // R prints Wald's statistic with two decimals.
    agree([Number(fit.wald.statistic.toFixed(2)), fit.wald.df, fit.wald.p], expected.wald, tolerance);
    agree([fit.concordance?.value ?? NaN, fit.n, fit.events], [
      expected.concordance,
      expected.n,
      expected.events
    ] as number[]);
    for (const scale of ['km', 'rank', 'identity'] as const) {
      const zph = expected[`zph_${scale}`];
      if (zph) agreeOnZph(fit, scale, zph);
    }
    if (expected.cumhaz_at_zero) {
      const base = baselineHazard(fit);
      agree(valuesOf(base, 'time'), expected.cumhaz_at_zero.time);
      agree(valuesOf(base, 'cumulative_hazard'), expected.cumhaz_at_zero.hazard, tolerance);
    }
    if (expected.martingale_first10 !== undefined) {
      const martingale = valuesOf(coxResiduals(fit, 'martingale'), 'martingale');
      agree(martingale.slice(0, 10), expected.martingale_first10, tolerance);
      const rows = expected.schoenfeld_first_rows;
      agree(firstRows(coxResiduals(fit, 'schoenfeld'), fit.names, rows.length), flat(rows), tolerance);
      const robust = await fitOf(one, true);
      agree(valuesOf(robust.coefficients, 'robust_se'), expected.robust_se, tolerance);
    }
  });
});

describe('R survival 3.5-3, own cases of Cox', () => {
  interface Case {
    name: string;
    input: {
      start?: number[];
      time: number[];
      status: number[];
      x: Record<string, number[]>;
      ties: Ties;
      strata?: number[];
      cluster?: number[];
      weights?: number[];
    };
    expected: Record<string, Numbers> & {
      vcov: Matrix;
      zph: Record<TimeScale, Zph>;
      score_residuals: Matrix;
      dfbeta: Matrix;
      schoenfeld: Matrix;
      base: Record<'time' | 'hazard', Numbers>;
      robust?: Matrix;
      predicted?: Record<'time' | 'surv' | 'se' | 'lower' | 'upper', number[]>;
    };
  }
  /** Values of a predicted curve at given times, stratum by stratum; null before the first. */
  const lookAt = (curves: Table, name: string, times: readonly number[]) => {
    const at = valuesOf(curves, 'time') as number[];
    const values = valuesOf(curves, name);
    const starts = at.flatMap((one, row) => (row === 0 || one < at[row - 1]! ? [row] : []));
    let stratum = -1;
    return times.map((time, k) => {
      if (k === 0 || time < times[k - 1]!) stratum += 1;
      const end = starts[stratum + 1] ?? at.length;
      const upTo = at.slice(starts[stratum], end).filter((one) => one <= time).length;
      return upTo > 0 ? values[starts[stratum]! + upTo - 1]! : null;
    });
  };
  const cases = (own.cases as unknown as (Case & { method: string })[]).filter(({ method }) => method === 'cox');

  test.each(cases)('$name', async ({ name, input, expected }) => {
    const { start, time, status, x, ties, strata, cluster, weights } = input;
    const fit = await coxRegression(
      { time: Float64Array.from(time), status, ...(start && { start: Float64Array.from(start) }) },
      designOf(x),
      {
        ties,
        robust: cluster !== undefined,
        ...(strata && { strata: codesOf(strata) }),
        ...(cluster && { cluster: codesOf(cluster) }),
        ...(weights && { weights: Float64Array.from(weights) })
      }
    );
    const tolerance = 1e-7;
    agree(valuesOf(fit.coefficients, 'coefficient'), expected.coef, tolerance);
    agree(fit.covariance, flat(expected.vcov), tolerance);
    agree([fit.nullLogLikelihood, fit.logLikelihood], expected.loglik, tolerance);
    agree([fit.score.statistic, fit.wald.statistic], [expected.score, listOf(expected.wald)[0]] as number[], tolerance);
    agree([fit.concordance?.value ?? NaN, fit.n, fit.events], [
      expected.concordance,
      expected.n,
      expected.events
    ] as number[]);
    agree([fit.concordance?.se ?? NaN], expected.concordance_se, tolerance);
    for (const scale of ['km', 'rank', 'identity'] as const) agreeOnZph(fit, scale, expected.zph[scale]);
    const martingale = valuesOf(coxResiduals(fit, 'martingale'), 'martingale');
    agree(martingale.slice(0, 8), expected.martingale, tolerance, 0.1);
    agree(firstRows(coxResiduals(fit, 'score'), fit.names, 8), flat(expected.score_residuals), tolerance, 0.1);
    agree(firstRows(coxResiduals(fit, 'dfbeta'), fit.names, 8), flat(expected.dfbeta), tolerance, 0.1);
    agree(firstRows(coxResiduals(fit, 'schoenfeld'), fit.names, 6), flat(expected.schoenfeld), tolerance, 0.1);
    if (!name.includes('far from zero')) {
      const base = baselineHazard(fit);
      agree(valuesOf(base, 'time'), expected.base.time);
      agree(valuesOf(base, 'cumulative_hazard'), expected.base.hazard, tolerance);
    }
    if (expected.predicted) {
      const { time: times, ...columns } = expected.predicted;
      const curves = predictSurvival(fit, 'x2' in x ? [0.5, 1] : [0.5], { scale: 'log' });
      for (const [theirs, mine] of [
        ['surv', 'survival'],
        ['se', 'se'],
        ['lower', 'lower'],
        ['upper', 'upper']
      ] as const) {
        const got = lookAt(curves, mine, times);
        expect(got.filter((value) => value !== null).length).toBeGreaterThanOrEqual(0.4 * times.length);
        const known = columns[theirs].map((value, at) => (got[at] === null ? null : value));
        agree(got, known, tolerance);
      }
    }
    if (expected.robust) {
      agree(fit.robustCovariance ?? [], flat(expected.robust), tolerance);
      agree([fit.robustScore?.statistic ?? NaN], expected.robust_score, tolerance);
    }
  });
});
