import { describe, expect, test } from 'vitest';
import oracle from '../../../tests/oracles/statistics/regression.json';
import {
  firthRegression,
  linearRegression,
  logisticRegression,
  negativeBinomialRegression,
  poissonRegression
} from './index';
import { agree, tableOf, type Cell } from './testing/tables';

type Case = {
  input: { data: string | Record<string, Cell[]>; formula: string; weights?: string; method?: string };
  expected: Record<string, unknown>;
};

const TOLERANCE = oracle.tolerance.rel;

const cases = oracle.cases as unknown as (Case & { name: string })[];

function caseOf(name: string): Case & { table: ReturnType<typeof tableOf> } {
  const found = cases.find((one) => one.name === name);
  if (!found) throw new Error(`no case ${name}`);
  const data = typeof found.input.data === 'string' ? cases[0]!.input.data : found.input.data;
  return { ...found, table: tableOf(data as Record<string, Cell[]>) };
}

const pairs = (lower: Float64Array, upper: Float64Array) =>
  [...lower].flatMap((value, index) => [value, upper[index]!]);

describe('linear regression agrees with R 4.2.2', () => {
  test.each(['OLS y~x1+x2+g (treatment contrasts, reference A)', 'OLS weighted (weights t)'])('%s', async (name) => {
    const { input, expected, table } = caseOf(name);
    const got = await linearRegression(table, input.formula, input.weights ? { weights: input.weights } : {});
    expect(got.names).toEqual(expected['names']);
    const same = (value: ArrayLike<number> | number | undefined, key: string) =>
      agree(value, expected[key], TOLERANCE, key);
    same(got.coefficients, 'coef');
    same(got.se, 'se');
    same(got.statistic, 't');
    same(got.p, 'p');
    same(pairs(got.lower, got.upper), 'ci95');
    same(got.sigma, 'sigma');
    same(got.degreesOfFreedom, 'df');
    same(got.rSquared, 'r2');
    same(got.adjustedRSquared, 'adj_r2');
    same(got.F?.statistic, 'F');
    same(got.logLikelihood, 'logLik');
    same(got.aic, 'AIC');
    same(got.bic, 'BIC');
    for (const errors of ['HC0', 'HC1', 'HC3'] as const) {
      if (!expected[`${errors}_se`]) continue;
      same((await linearRegression(table, input.formula, { errors })).se, `${errors}_se`);
    }
  });

  test.each(['collinear column dropped or error'])('%s', async (name) => {
    const { input, expected, table } = caseOf(name);
    const got = await linearRegression(table, input.formula);
    expect(got.aliased).toEqual([expected['aliased']]);
    agree(got.coefficients, expected['coef_without_z'], TOLERANCE, 'coef');
  });
});

describe('logistic regression agrees with R 4.2.2', () => {
  test.each(['logistic e~x1+x2', 'logistic with factor'])('%s', async (name) => {
    const { input, expected, table } = caseOf(name);
    const got = await logisticRegression(table, input.formula);
    expect(got.names).toEqual(expected['names']);
    const same = (value: ArrayLike<number> | number | undefined, key: string) =>
      agree(value, expected[key], TOLERANCE, key);
    same(got.coefficients, 'coef');
    same(got.se, 'se');
    same(got.statistic, 'z');
    same(got.p, 'p');
    same(pairs(got.lower, got.upper), 'wald_ci95');
    same(got.deviance, 'deviance');
    same(got.nullDeviance, 'null_deviance');
    same(got.degreesOfFreedom, 'df');
    same(got.logLikelihood, 'logLik');
    same(got.aic, 'AIC');
    if (expected['odds_ratio']) same(got.coefficients.map(Math.exp), 'odds_ratio');
    if (!expected['profile_ci95']) return;
    const profiled = await logisticRegression(table, input.formula, { interval: 'profile' });
    const interpolated = await logisticRegression(table, input.formula, { interval: 'profile-interpolated' });
    same(pairs(interpolated.lower, interpolated.upper), 'profile_ci95');
    // The exact limits: R's spline is off by a few units of the fifth digit.
    agree(pairs(profiled.lower, profiled.upper), expected['profile_ci95'], 2e-3, 'exact profile');
  });

  test.each(['complete separation must be reported, not a number'])('%s', async (name) => {
    const { input, expected, table } = caseOf(name);
    await expect(logisticRegression(table, input.formula)).rejects.toMatchObject({
      code: `regression-${String(expected['error'])}`,
      values: { column: 'x' }
    });
  });
});

test.each(['Firth logistic on the separated data (own computation, not R)'])('%s', async (name) => {
  const { input, expected, table } = caseOf(name);
  const got = await firthRegression(table, input.formula, { interval: 'wald' });
  expect(got.names).toEqual(expected['names']);
  agree(got.coefficients, expected['coef'], TOLERANCE, 'coef');
  agree(got.se, expected['se'], TOLERANCE, 'se');
  agree(got.penalisedLogLikelihood, expected['penalised_loglik'], TOLERANCE, 'penalised_loglik');
});

describe('counts agree with R 4.2.2', () => {
  test.each(['Poisson with offset log(t)'])('%s', async (name) => {
    const { input, expected, table } = caseOf(name);
    const got = await poissonRegression(table, input.formula);
    expect(got.names).toEqual(expected['names']);
    const same = (value: ArrayLike<number> | number | null, key: string) =>
      agree(value ?? NaN, expected[key], TOLERANCE, key);
    same(got.coefficients, 'coef');
    same(got.se, 'se');
    same(got.statistic, 'z');
    same(got.p, 'p');
    same(pairs(got.lower, got.upper), 'wald_ci95');
    same(got.deviance, 'deviance');
    same(got.nullDeviance, 'null_deviance');
    same(got.degreesOfFreedom, 'df');
    same(got.logLikelihood, 'logLik');
    same(got.aic, 'AIC');
    same(got.dispersion, 'pearson_dispersion');
    expect(got.remarks.map(({ code }) => code)).toContain('regression-overdispersion');
    const exposed = await poissonRegression(table, 'k ~ x1 + g', { exposure: 't' });
    expect(exposed.coefficients).toEqual(got.coefficients);
  });

  test.each(['negative binomial (NB2) with offset log(t): ML theta'])('%s', async (name) => {
    const { input, expected, table } = caseOf(name);
    const got = await negativeBinomialRegression(table, input.formula);
    expect(got.names).toEqual(expected['names']);
    const same = (value: ArrayLike<number> | number, key: string) =>
      agree(value, expected[key], oracle.tolerance.negbin_rel, key);
    same(got.coefficients, 'coef');
    same(got.se, 'se');
    same(got.theta, 'theta');
    same(got.seTheta, 'se_theta');
    same(got.logLikelihood, 'logLik');
    same(got.aic, 'AIC');
    same(got.deviance, 'deviance');
  });
});

test('every case of the oracle is read here', () => {
  expect(oracle.cases).toHaveLength(9);
});
