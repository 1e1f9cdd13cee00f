import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Table } from '../../shared/table';
import {
  firthRegression,
  linearRegression,
  logisticRegression,
  negativeBinomialRegression,
  ordinalRegression,
  poissonRegression,
  type Coefficients,
  type RegressionOptions
} from './index';
import { drawn } from './testing/drawn';
import { tableOf, type Cell } from './testing/tables';

type Fit = (
  table: Table,
  formula: string,
  options?: RegressionOptions & Record<string, unknown>
) => Promise<Coefficients>;

const every: [string, Fit][] = [
  ['linear', linearRegression],
  ['logistic', logisticRegression],
  ['firth', firthRegression],
  ['poisson', poissonRegression],
  ['negative binomial', negativeBinomialRegression],
  ['ordinal', ordinalRegression]
];

const refused = (code: string, values: object = {}) => ({ code, values: expect.objectContaining(values) as unknown });

const outcome: Record<string, string> = {
  linear: 'y',
  logistic: 'e',
  firth: 'e',
  poisson: 'k',
  'negative binomial': 'k',
  ordinal: 's'
};

describe.each(every)('%s', (name, fit) => {
  const y = outcome[name]!;

  test.each([
    ['no row', { x: [], [y]: [] }, 'rows-none'],
    ['all missing', { x: [null, null, null], [y]: [1, 0, 1] }, 'rows-none'],
    ['no outcome', { x: [1, 2, 3], [y]: [null, null, null] }, 'rows-none']
  ] as [string, Record<string, Cell[]>, string][])('%s', async (_, data, code) => {
    await expect(fit(tableOf(data), `${y} ~ x`)).rejects.toMatchObject(refused(code));
  });

  test('one row is refused, but by Poisson, whose error comes from the count itself', async () => {
    const fitted = fit(tableOf({ x: [1], [y]: [1] }), `${y} ~ x`);
    if (name === 'poisson') await expect(fitted).resolves.toMatchObject({ n: 1, aliased: ['x'] });
    else
      await expect(fitted).rejects.toMatchObject({
        code: expect.stringMatching(/^regression-(too-few|too-few-events|one-class|no-overdispersion)$/) as unknown
      });
  });

  test('an unknown column is named with the one that was meant', async () => {
    await expect(fit(tableOf(drawn(50)), `${y} ~ x + persn`)).rejects.toMatchObject({
      ...refused('formula-column', { column: 'persn', near: 'person' }),
      place: { line: 1, column: `${y} ~ x + `.length + 1 }
    });
  });

  test('the order of rows does not matter, missing rows drop out and are counted', async () => {
    const data = drawn(120);
    const forward = await fit(tableOf(data), `${y} ~ x + g`);
    const turned = Object.fromEntries(Object.entries(data).map(([key, cells]) => [key, [...cells].reverse()]));
    turned['x']!.push(null, 3);
    turned['g']!.push('a', null);
    for (const key of ['y', 'e', 'k', 's', 'z', 'person']) turned[key]!.push(1, 1);
    const backward = await fit(tableOf(turned), `${y} ~ x + g`);
    expect(backward.nDropped).toBe(2);
    expect(backward.n).toBe(forward.n);
    forward.coefficients.forEach((value, at) => expect(backward.coefficients[at]).toBeCloseTo(value, 6));
    forward.se.forEach((value, at) => expect(backward.se[at]).toBeCloseTo(value, 6));
  });

  test('a column in other units has a coefficient in other units, and the same p', async () => {
    const data = drawn(100, 2);
    const plain = await fit(tableOf(data), `${y} ~ x + z`);
    const scaled = await fit(tableOf({ ...data, x: data['x']!.map((value) => Number(value) * 1e6) }), `${y} ~ x + z`);
    const at = plain.names.indexOf('x');
    expect(scaled.coefficients[at]! * 1e6).toBeCloseTo(plain.coefficients[at]!, 6);
    expect(scaled.p[at]).toBeCloseTo(plain.p[at]!, 6);
  });

  test('another level to compare with gives the differences of the same levels', async () => {
    const table = tableOf(drawn(150, 3));
    const fromA = await fit(table, `${y} ~ g`);
    const fromB = await fit(table, `${y} ~ g`, { references: { g: 'b' } });
    const of = (result: Coefficients, term: string) => result.coefficients[result.names.indexOf(term)] ?? NaN;
    expect(of(fromB, 'ga')).toBeCloseTo(-of(fromA, 'gb'), 6);
    expect(of(fromB, 'gc')).toBeCloseTo(of(fromA, 'gc') - of(fromA, 'gb'), 6);
  });

  test('repeated and constant columns are left out and named', async () => {
    const data = drawn(80);
    const table = tableOf({
      ...data,
      twice: data['x']!.map((value) => 2 * Number(value)),
      same: data['x']!.map(() => 7)
    });
    const got = await fit(table, `${y} ~ x + twice + same`);
    expect(got.aliased).toEqual(['twice', 'same']);
    expect(got.remarks.map(({ code }) => code)).toContain('regression-aliased');
    expect(got.coefficients.every(Number.isFinite)).toBe(true);
  });

  test('no number of a result is anything but finite', async () => {
    const got = await fit(tableOf(drawn(60, 5)), `${y} ~ x * g`);
    for (const numbers of [got.coefficients, got.se, got.statistic, got.p, got.lower, got.upper, got.covariance]) {
      expect(numbers.every(Number.isFinite)).toBe(true);
    }
    expect(got.estimates.map((one) => one.name)).toEqual(got.names);
  });

  test('stops when it is told to', async () => {
    const signal = AbortSignal.abort();
    await expect(fit(tableOf(drawn(60)), `${y} ~ x`, { signal })).rejects.toMatchObject({ code: 'stopped' });
  });

  test.each([0, 1, NaN, 95])('a level of %d is refused', async (level) => {
    await expect(fit(tableOf(drawn(60)), `${y} ~ x`, { level })).rejects.toMatchObject({ code: 'level-range' });
  });
});

test('a weight of 2 is a row twice, for estimates and likelihood', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 1000 }), async (seed) => {
      const data = drawn(60, seed);
      const weights = data['x']!.map((_, row) => 1 + (row % 3));
      const repeated = Object.fromEntries(
        Object.entries(data).map(([key, cells]) => [
          key,
          cells.flatMap((cell, row) => Array<Cell>(weights[row]!).fill(cell))
        ])
      );
      for (const [fit, formula] of [
        [logisticRegression, 'e ~ x + z'],
        [poissonRegression, 'k ~ x + z']
      ] as const) {
        const weighted = await fit(tableOf({ ...data, w: weights }), formula, { weights: 'w' });
        const twice = await fit(tableOf(repeated), formula);
        twice.se.forEach((value, at) => expect(weighted.se[at]).toBeCloseTo(value, 8));
        expect(weighted.logLikelihood).toBeCloseTo(twice.logLikelihood, 6);
      }
    }),
    { seed: 1, numRuns: 10 }
  );
});
