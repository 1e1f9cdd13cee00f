import { describe, expect, test } from 'vitest';
import oracle from '../../../tests/oracles/statistics/r-regression.json';
import type { Table } from '../../shared/table';
import {
  linearRegression,
  logisticRegression,
  negativeBinomialRegression,
  ordinalRegression,
  poissonRegression,
  type Coefficients,
  type RegressionOptions
} from './index';
import { agree, tableOf, type Cell } from './testing/tables';

interface Case {
  name: string;
  model: string;
  data: 'whole' | 'holes';
  formula: string;
  options: RegressionOptions & { order?: string[] };
  expected: Record<string, unknown>;
}

const cases = oracle.cases as unknown as Case[];
const tables = { whole: tableOf(oracle.data.whole), holes: tableOf(oracle.data.holes as Record<string, Cell[]>) };

type Fit = (table: Table, formula: string, options: RegressionOptions) => Promise<Coefficients>;

/** What the fits of R are good to: least squares are exact, iterations stop. */
const models: Record<string, [Fit, number]> = {
  linear: [linearRegression, 1e-8],
  logistic: [logisticRegression, 1e-6],
  poisson: [poissonRegression, 1e-6],
  'negative-binomial': [negativeBinomialRegression, 1e-4]
};

/** Where R's numbers stand in our results. */
const KEYS: Record<string, string> = {
  coef: 'coefficients',
  se: 'se',
  logLik: 'logLikelihood',
  n: 'n',
  dropped: 'nDropped',
  sigma: 'sigma',
  r2: 'rSquared',
  deviance: 'deviance',
  null_deviance: 'nullDeviance',
  aic: 'aic',
  theta: 'theta',
  se_theta: 'seTheta'
};

describe.each(Object.entries(models))('%s agrees with R 4.2.2', (model, [fit, tolerance]) => {
  test.each(cases.filter((one) => one.model === model))('$name', async ({ data, formula, options, expected }) => {
    const got = await fit(tables[data], formula, Array.isArray(options) ? {} : options);
    expect(got.names).toEqual([expected['names']].flat());
    for (const [key, ours] of Object.entries(KEYS)) {
      if (expected[key] === undefined) continue;
      const value = (got as unknown as Record<string, number | Float64Array>)[ours];
      agree(value, expected[key], tolerance, key);
    }
    if (expected['limits']) {
      agree(
        [...got.lower].flatMap((value, index) => [value, got.upper[index]!]),
        expected['limits'],
        1e-6,
        'limits'
      );
    }
    if (!expected['wald']) return;
    expect(got.terms.map(({ term }) => term)).toEqual([expected['terms']].flat());
    agree(
      got.terms.map(({ df }) => df),
      expected['wald_df'],
      0,
      'df'
    );
    // R's statistic is χ²; ours is F where the variance is estimated.
    agree(
      got.terms.map(({ statistic, df, denominator }) => (denominator === null ? statistic : statistic * df)),
      expected['wald'],
      Math.max(tolerance, 1e-6),
      'wald'
    );
  });
});

describe('ordinal regression agrees with R 4.2.2', () => {
  test.each(cases.filter((one) => one.model === 'ordinal'))('$name', async ({ data, formula, options, expected }) => {
    const got = await ordinalRegression(tables[data], formula, options);
    expect(got.names).toEqual([expected['names']].flat());
    const same = (value: ArrayLike<number> | number, key: string, tolerance: number) => {
      if (expected[key] !== undefined) agree(value, expected[key], tolerance, key);
    };
    // clm, by Newton's method.
    same(got.coefficients, 'coef', 1e-6);
    same(got.se, 'se', 1e-6);
    same(got.thresholds.estimates, 'thresholds', 1e-6);
    same(got.thresholds.se, 'se_thresholds', 1e-6);
    same(got.logLikelihood, 'logLik', 1e-9);
    same(got.aic, 'aic', 1e-9);
    // polr stops its optimiser early.
    same(got.coefficients, 'polr_coef', 2e-3);
    same(got.thresholds.estimates, 'polr_thresholds', 2e-3);
    same(got.logLikelihood, 'polr_logLik', 1e-6);
    const all = got.proportionalOdds.at(-1);
    if (expected['free_logLik'] === undefined || all?.statistic == null) return;
    agree(got.logLikelihood + all.statistic / 2, expected['free_logLik'], 1e-6, 'free_logLik');
  });
});
