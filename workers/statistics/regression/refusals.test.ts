import { describe, expect, test } from 'vitest';
import type { Column, Table } from '../../shared/table';
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

const refused = (code: string, values: object = {}) => ({ code, values: expect.objectContaining(values) as unknown });

describe('identifiers beyond 2^53', () => {
  const ids = BigInt64Array.from([0n, 0n, 1n, 1n, 2n, 2n], (value) => 9_007_199_254_740_993n + value);
  const id: Column = { name: 'id', type: 'int64', values: ids };
  const rest = tableOf({ x: [1, 2, 3, 4, 5, 7], y: [1, 3, 2, 5, 4, 4] });
  const table: Table = { rows: 6, columns: [...rest.columns, id] };

  test('are no numbers', async () => {
    await expect(linearRegression(table, 'y ~ id')).rejects.toMatchObject({ code: 'column-not-exact' });
  });

  test('are clusters and categories, each by itself', async () => {
    const got = await linearRegression(table, 'y ~ x', { cluster: 'id' });
    expect(got.estimates[0]?.df).toBe(2);
    const categories = await linearRegression(table, 'y ~ factor(id)');
    expect(categories.names[1]).toBe('factor(id)9007199254740994');
  });
});

test.each([
  ['linear', linearRegression, 'y ~ x + (1 | person)'],
  ['logistic', logisticRegression, 'e ~ (1 | person)']
] as [string, Fit, string][])('a random intercept is not left out in silence: %s', async (_, fit, formula) => {
  const place = { line: 1, column: formula.indexOf('person') + 1 };
  const wanted = { code: 'formula-random', place };
  await expect(fit(tableOf(drawn(50)), formula)).rejects.toMatchObject(wanted);
});

describe('no finite estimate', () => {
  test('a category in which everybody has the event', async () => {
    const data = drawn(90, 7);
    data['g']!.forEach((group, row) => {
      if (group === 'c') data['e']![row] = 1;
    });
    await expect(logisticRegression(tableOf(data), 'e ~ x + g')).rejects.toMatchObject(
      refused('regression-separation', { column: 'g: c' })
    );
    const firth = await firthRegression(tableOf(data), 'e ~ x + g');
    expect(firth.upper[firth.names.indexOf('gc')]).toBeLessThan(20);
  });

  test('two columns that only together tell the outcomes apart', async () => {
    const data = drawn(60, 9);
    data['e'] = data['x']!.map((x, row) => Number(Number(x) + Number(data['z']![row]) > 0.1));
    await expect(logisticRegression(tableOf(data), 'e ~ x + z + g')).rejects.toMatchObject({
      code: 'regression-separation'
    });
  });

  test('strong, but not separated, is an estimate', async () => {
    const x = Array.from({ length: 40 }, (_, row) => row);
    const e = x.map((value) => Number(value >= 20));
    [e[19], e[20]] = [1, 0];
    const got = await logisticRegression(tableOf({ x, e }), 'e ~ x');
    expect(got.coefficients[1]).toBeGreaterThan(1);
  });

  test('a category without any count', async () => {
    const data = drawn(90, 8);
    data['g']!.forEach((group, row) => {
      if (group === 'b') data['k']![row] = 0;
    });
    for (const fit of [poissonRegression, negativeBinomialRegression]) {
      await expect(fit(tableOf(data), 'k ~ g')).rejects.toMatchObject(
        refused('regression-separation', { column: 'g: b' })
      );
    }
  });

  test('ordered categories that a column tells apart', async () => {
    const x = Array.from({ length: 30 }, (_, row) => row);
    const s = x.map((value) => Math.floor(value / 10));
    await expect(ordinalRegression(tableOf({ x, s }), 's ~ x')).rejects.toMatchObject(
      refused('regression-separation', { column: 'x' })
    );
  });

  test('counts that vary less than Poisson’s', async () => {
    const table = tableOf({ k: [2, 3, 2, 3, 2, 3, 3, 2], x: [1, 2, 3, 4, 5, 6, 7, 8] });
    await expect(negativeBinomialRegression(table, 'k ~ x')).rejects.toMatchObject({
      code: 'regression-no-overdispersion'
    });
  });
});

describe('data that do not carry the model', () => {
  test.each<[string, Fit, Record<string, Cell[]>, string, RegressionOptions & Record<string, unknown>, string]>([
    [
      'a constant outcome',
      linearRegression,
      { y: [2, 2, 2, 2], x: [1, 2, 3, 4] },
      'y ~ x',
      {},
      'regression-response-constant'
    ],
    [
      'a line through all points',
      linearRegression,
      { y: [2, 4, 6, 8], x: [1, 2, 3, 4] },
      'y ~ x',
      {},
      'regression-response-constant'
    ],
    [
      'as many coefficients as rows',
      linearRegression,
      { y: [2, 4, 3], g: ['a', 'b', 'c'] },
      'y ~ g',
      {},
      'regression-too-few'
    ],
    ['one class', logisticRegression, { e: [1, 1, 1], x: [1, 2, 3] }, 'e ~ x', {}, 'regression-one-class'],
    [
      'one event, two columns',
      logisticRegression,
      { e: [1, 0, 0, 0, 0], x: [1, 2, 3, 1, 2], z: [1, 5, 2, 3, 3] },
      'e ~ x + z',
      {},
      'regression-too-few-events'
    ],
    ['an outcome of 2', logisticRegression, { e: [1, 0, 2], x: [1, 2, 3] }, 'e ~ x', {}, 'regression-response-binary'],
    [
      'three words',
      logisticRegression,
      { e: ['a', 'b', 'c'], x: [1, 2, 3] },
      'e ~ x',
      {},
      'regression-response-binary'
    ],
    ['half a count', poissonRegression, { k: [1, 0.5, 2], x: [1, 2, 3] }, 'k ~ x', {}, 'regression-response-count'],
    ['no count at all', poissonRegression, { k: [0, 0, 0], x: [1, 2, 3] }, 'k ~ x', {}, 'regression-one-class'],
    [
      'an exposure of 0',
      poissonRegression,
      { k: [1, 0, 2], x: [1, 2, 3], t: [1, 0, 1] },
      'k ~ x',
      { exposure: 't' },
      'regression-exposure-impossible'
    ],
    ['the logarithm of 0', linearRegression, { y: [2, 4, 3], x: [0, 1, 2] }, 'y ~ log(x)', {}, 'formula-undefined'],
    [
      'a category of one value',
      linearRegression,
      { y: [2, 4, 3], g: ['a', 'a', 'a'] },
      'y ~ g',
      {},
      'formula-one-level'
    ],
    [
      'a spline of a constant',
      linearRegression,
      { y: [2, 4, 3], x: [1, 1, 1] },
      'y ~ ns(x, 2)',
      {},
      'formula-constant'
    ],
    ['a spline of a spline', linearRegression, { y: [2, 4, 3], x: [1, 2, 3] }, 'y ~ ns(ns(x))', {}, 'formula-argument'],
    ['the square of a term', linearRegression, { y: [2, 4, 3], x: [1, 2, 3] }, 'y ~ x^2', {}, 'formula-power'],
    [
      'text to compute with',
      linearRegression,
      { y: [2, 4, 3], g: ['a', 'b', 'a'] },
      'y ~ log(g)',
      {},
      'formula-not-numeric'
    ],
    ['an unknown function', linearRegression, { y: [2, 4, 3], x: [1, 3, 2] }, 'y ~ sqr(x)', {}, 'formula-function'],
    [
      'a negative weight',
      linearRegression,
      { y: [2, 4, 3], x: [1, 3, 2], w: [1, -1, 1] },
      'y ~ x',
      { weights: 'w' },
      'regression-weights-impossible'
    ],
    [
      'no weight',
      linearRegression,
      { y: [2, 4, 3], x: [1, 3, 2], w: [0, 0, 0] },
      'y ~ x',
      { weights: 'w' },
      'regression-weights-none'
    ],
    [
      'one cluster',
      linearRegression,
      { y: [2, 4, 3], x: [1, 3, 2], c: [1, 1, 1] },
      'y ~ x',
      { cluster: 'c' },
      'regression-one-cluster'
    ],
    [
      'a row alone with HC3',
      linearRegression,
      { y: [2, 4, 3, 5], g: ['a', 'a', 'a', 'b'] },
      'y ~ g',
      { errors: 'HC3' },
      'regression-robust-leverage'
    ],
    [
      'words without an order',
      ordinalRegression,
      { s: ['low', 'high', 'low'], x: [1, 2, 3] },
      's ~ x',
      {},
      'regression-response-order'
    ],
    [
      'an order that lacks one',
      ordinalRegression,
      { s: ['low', 'high', 'mid'], x: [1, 2, 3] },
      's ~ x',
      { order: ['low', 'high'] },
      'regression-response-level'
    ],
    ['one category', ordinalRegression, { s: [1, 1, 1, 1], x: [1, 2, 3, 4] }, 's ~ x', {}, 'regression-one-class'],
    [
      'a level that is not there',
      linearRegression,
      { y: [2, 4, 3], g: ['a', 'b', 'a'] },
      'y ~ g',
      { references: { g: 'z' } },
      'formula-reference'
    ],
    [
      'a level for no category',
      linearRegression,
      { y: [2, 4, 3], x: [1, 3, 2] },
      'y ~ x',
      { references: { x: '1' } },
      'formula-reference-unused'
    ],
    [
      'values beyond squaring',
      linearRegression,
      { y: [1e200, 2e200, -1e200, 5], x: [1, 3, 2, 4] },
      'y ~ x',
      {},
      'regression-response-large'
    ]
  ])('%s', async (_, fit, data, formula, options, code) => {
    await expect(fit(tableOf(data), formula, options)).rejects.toMatchObject({ code });
  });

  test('an identifier as a category is refused before it fills the memory', async () => {
    const id = Array.from({ length: 1500 }, (_, row) => `p${row}`);
    await expect(linearRegression(tableOf({ y: id.map((_, row) => row % 7), id }), 'y ~ id')).rejects.toMatchObject(
      refused('regression-design-wide', { columns: 1500 })
    );
  });

  test('coefficients of one name are told apart', async () => {
    const got = await linearRegression(
      tableOf({ y: [2, 4, 3, 5, 1], g: ['0', '1', '0', '1', '1'], g1: [1, 2, 4, 3, 5] }),
      'y ~ g + g1'
    );
    expect(got.names).toEqual(['(Intercept)', 'g1', 'g1 (2)']);
  });

  test('a row whose cluster is not known drops out, NaN too', async () => {
    const data = { y: [2, 4, 3, 5, 1, 7, 9], x: [1, 3, 2, 4, 2, 1, 5], c: [1, 2, 3, 1, 2, null, NaN] };
    const got = await linearRegression(tableOf(data), 'y ~ x', { cluster: 'c' });
    expect([got.n, got.nDropped]).toEqual([5, 2]);
  });

  test('a column that an option names wrongly', async () => {
    const data = { y: [2, 4, 3], x: [1, 3, 2], person: [1, 2, 3] };
    await expect(linearRegression(tableOf(data), 'y ~ x', { cluster: 'persom' })).rejects.toMatchObject(
      refused('formula-column', { near: 'person' })
    );
  });

  test('dates are no numbers', async () => {
    const table: Table = {
      rows: 3,
      columns: [...tableOf({ y: [1, 2, 4] }).columns, { name: 'day', type: 'date', values: Int32Array.of(1, 2, 3) }]
    };
    await expect(linearRegression(table, 'y ~ day')).rejects.toMatchObject({ code: 'formula-time' });
  });
});
