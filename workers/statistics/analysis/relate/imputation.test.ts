import { describe, expect, test } from 'vitest';
import regression from '../../../../tests/oracles/statistics/r-regression.json';
import { tableOf, type Cell } from '../../regression/testing/tables';
import { analyse } from '../analyse';
import type { Analysis } from '../contract';
import type { LinesFigure } from '../figures';

type Data = Readonly<Record<string, readonly Cell[]>>;
const whole = tableOf(regression.data.whole as Data);
const holes = tableOf(regression.data.holes as Data);
const saysOf = ({ says }: Analysis) => says.map(({ code }) => code);
const linesOf = ({ figures }: Analysis) => figures.filter((one): one is LinesFigure => one.kind === 'lines');

describe('imputation', () => {
  test.each(['linear', 'logistic', 'poisson'] as const)(
    '%s: pools by Rubin’s rules, the same by the same seed',
    async (method) => {
      const outcome = { linear: 'stay', logistic: 'died', poisson: 'bleeds' }[method];
      const request = { outcome, predictors: ['age', 'sex'], impute: { datasets: 5, iterations: 3, seed: 7 } };
      const found = await analyse(method, holes, request);
      expect(found.n).toBe(90);
      expect(found.nDropped).toBe(0);
      expect(found.estimates.map(({ measure }) => measure)).toEqual(
        (await analyse(method, holes, { outcome, predictors: ['age', 'sex'] })).estimates.map(({ measure }) => measure)
      );
      // The page has a word of its own for it, in its own language.
      expect(found.estimates.at(-1)).toMatchObject({ name: '(Intercept)', named: 'code' });
      expect(saysOf(found)).toContain('imputed');
      expect(found.remarks.map(({ code }) => code)).toContain('imputation-at-random');
      expect(linesOf(found).every(({ what, series }) => what === 'trace' && series.length === 5)).toBe(true);
      expect(found.more.map(({ name, table }) => [name, table.rows > 0])).toEqual([
        ['pooling', true],
        ['filled', true]
      ]);
      expect(await analyse(method, holes, request)).toEqual(found);
    }
  );

  test('of Cox’s covariates, with the events and hazards of those who were followed', async () => {
    const request = { time: 'years', event: 'died', predictors: ['age', 'sex'] };
    const found = await analyse('cox', holes, { ...request, impute: { datasets: 5, iterations: 3, seed: 7 } });
    const complete = await analyse('cox', holes, request);
    expect([found.n, found.nDropped]).toEqual([complete.n + complete.nDropped, 0]);
    expect(found.estimates.map(({ name }) => name)).toEqual(complete.estimates.map(({ name }) => name));
    expect(found.more.map(({ name }) => name)).toEqual(complete.more.map(({ name }) => name));
    expect(saysOf(found)).toContain('imputed');
    // Pooled intervals know less than those of one completed table would say.
    expect(found.facts.find(({ code }) => code === 'missing-information')?.value).toBeGreaterThan(0);
    const unneeded = await analyse('cox', whole, { ...request, impute: {} });
    expect(unneeded.remarks.map(({ code }) => code)).toContain('imputation-not-needed');
  });

  test('where nothing is missing it is not needed', async () => {
    const request = { outcome: 'stay', predictors: ['age', 'sex'] };
    const found = await analyse('linear', whole, { ...request, impute: {} });
    expect(found.estimates).toEqual((await analyse('linear', whole, request)).estimates);
    expect(found.remarks.at(-1)).toEqual({ code: 'imputation-not-needed', values: {} });
  });
});
