import { describe, expect, test } from 'vitest';
import oracle from '../../../tests/oracles/statistics/r-mixed.json';
import type { Column } from '../../shared/table';
import { keyOf, numbersOf } from '../columns';
import { agree, tableOf, type Cell } from '../regression/testing/tables';
import { linearMixedModel, logisticMixedModel, type LinearMixedOptions, type LogisticMixedOptions } from './index';

interface Case {
  name: string;
  model: string;
  data: keyof typeof oracle.data;
  formula: string;
  options: LinearMixedOptions & LogisticMixedOptions;
  expected: Record<string, unknown>;
}

const cases = oracle.cases as unknown as Case[];
const tables = Object.fromEntries(
  Object.entries(oracle.data).map(([name, data]) => [name, tableOf(data as Record<string, Cell[]>)])
);

const wordsOf = (column: Column) => Array.from({ length: column.values.length }, (_, row) => keyOf(column, row));

/** Within a share of the standard error: what may be 0 has no relative error. */
function close(got: ArrayLike<number>, wanted: unknown, se: ArrayLike<number>, share: number, what: string): void {
  [wanted].flat().forEach((value, at) => {
    expect(Math.abs(got[at]! - Number(value)), `${what}[${at}]: ${got[at]} instead of ${value}`).toBeLessThanOrEqual(
      share * se[at]!
    );
  });
}

describe('linear mixed models agree with lme4 1.1 of R 4.2.2', () => {
  test.each(cases.filter(({ model }) => model === 'linear'))('$name', async ({ data, formula, options, expected }) => {
    const got = await linearMixedModel(tables[data]!, formula, options);
    expect(got.names).toEqual(expected['names']);
    agree(got.coefficients, expected['coef'], 1e-8, 'coef');
    agree(got.se, expected['se'], 1e-7, 'se');
    // R's are taken by differences.
    agree(got.df, expected['df'], 1e-5, 'df');
    agree(got.terms.map(({ denominator }) => denominator!), expected['denominator'], 1e-5, 'denominator'); // prettier-ignore
    agree(got.terms.map(({ statistic }) => statistic), expected['f'], 1e-7, 'F'); // prettier-ignore
    agree(got.sigma, expected['sigma'], 1e-8, 'sigma');
    agree(got.sigmaGroup, expected['sigma_group'], 1e-7, 'sigma of the groups');
    agree([got.icc.estimate, got.icc.lower, got.icc.upper], expected['icc'], 1e-7, 'icc');
    agree(got.logLikelihood, expected['logLik'], 1e-10, 'logLik');
    agree([got.aic, got.bic], [expected['aic'], expected['bic']], 1e-10, 'information');
    expect(Math.abs(got.spread.statistic - (expected['spread'] as number))).toBeLessThan(1e-8);
    expect([got.n, got.nDropped]).toEqual([expected['n'], expected['dropped']]);
    const [group, , mode, se] = got.modes.columns;
    expect(wordsOf(group!)).toEqual(expected['groups']);
    agree(numbersOf(mode!), expected['mode'], 1e-6, 'modes');
    agree(numbersOf(se!), expected['mode_se'], 1e-6, 'errors of the modes');
  });
});

describe('logistic mixed models agree with lme4 1.1 of R 4.2.2', () => {
  test.each(cases.filter(({ model }) => model === 'logistic'))(
    '$name',
    async ({ data, formula, options, expected }) => {
      const got = await logisticMixedModel(tables[data]!, formula, options);
      expect(got.names).toEqual(expected['names']);
      const se = [expected['se']].flat() as number[];
      close(got.coefficients, expected['coef'], se, 1e-7, 'coef');
      agree(got.se, se, 1e-7, 'se');
      agree(got.sigmaGroup, expected['sigma_group'], 1e-7, 'sigma of the groups');
      agree(got.logLikelihood, expected['logLik'], 1e-11, 'logLik');
      agree([got.aic, got.bic], [expected['aic'], expected['bic']], 1e-11, 'information');
      expect(Math.abs(got.spread.statistic - (expected['spread'] as number))).toBeLessThan(1e-8);
      expect([got.n, got.nDropped]).toEqual([expected['n'], expected['dropped']]);
      const [group, , mode, modeSe] = got.modes.columns;
      expect(wordsOf(group!)).toEqual(expected['groups']);
      agree(numbersOf(mode!), expected['mode'], 1e-6, 'modes');
      agree(numbersOf(modeSe!), expected['mode_se'], 1e-6, 'errors of the modes');
      // Where R's own optimiser ends; its inner iteration leaves some 1e-6 of Laplace's determinant.
      const glmer = expected['glmer'] as Record<string, number[]>;
      close(got.coefficients, glmer['coef'], se, 1e-5, 'coef of glmer');
      agree(got.logLikelihood, glmer['logLik'], 1e-8, 'logLik of glmer');
      close([got.sigmaGroup], glmer['sigma_group'], [1], 1e-5, 'sigma of glmer');
      close(numbersOf(mode!), glmer['mode'], numbersOf(modeSe!).map((value) => value + 1), 1e-5, 'modes of glmer'); // prettier-ignore
    }
  );
});
