import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Column, Table } from '../../shared/table';
import { randomStream } from '../../shared/random';
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

function drawn(rows: number, seed = 1): Record<string, Cell[]> {
  const random = randomStream('regression', seed);
  const data: Record<string, Cell[]> = { x: [], z: [], g: [], y: [], e: [], k: [], s: [], person: [] };
  for (let row = 0; row < rows; row++) {
    const [x, z] = [Math.round(random.normal() * 100) / 100, Math.round(random.normal() * 100) / 100];
    const g = ['a', 'b', 'c'][random.integer(0, 3)]!;
    const eta = 0.4 * x + (g === 'b' ? 0.5 : 0);
    data['x']!.push(x);
    data['z']!.push(z);
    data['g']!.push(g);
    data['y']!.push(eta + random.normal());
    data['e']!.push(Number(random.uniform() < 1 / (1 + Math.exp(-eta))));
    data['k']!.push(Math.floor(random.exponential(2) * Math.exp(eta)));
    data['s']!.push(Math.min(3, Math.floor(random.exponential(1.5))));
    data['person']!.push(random.integer(0, 20));
  }
  return data;
}

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
        code: expect.stringMatching(/^(too-few|too-few-events|one-class|no-overdispersion)$/) as unknown
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

describe('no finite estimate', () => {
  test('a category in which everybody has the event', async () => {
    const data = drawn(90, 7);
    data['g']!.forEach((group, row) => {
      if (group === 'c') data['e']![row] = 1;
    });
    await expect(logisticRegression(tableOf(data), 'e ~ x + g')).rejects.toMatchObject(
      refused('separation', { column: 'gc' })
    );
    const firth = await firthRegression(tableOf(data), 'e ~ x + g');
    expect(firth.upper[firth.names.indexOf('gc')]).toBeLessThan(20);
  });

  test('two columns that only together tell the outcomes apart', async () => {
    const data = drawn(60, 9);
    data['e'] = data['x']!.map((x, row) => Number(Number(x) + Number(data['z']![row]) > 0.1));
    await expect(logisticRegression(tableOf(data), 'e ~ x + z + g')).rejects.toMatchObject({ code: 'separation' });
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
      await expect(fit(tableOf(data), 'k ~ g')).rejects.toMatchObject(refused('separation', { column: 'gb' }));
    }
  });

  test('ordered categories that a column tells apart', async () => {
    const x = Array.from({ length: 30 }, (_, row) => row);
    const s = x.map((value) => Math.floor(value / 10));
    await expect(ordinalRegression(tableOf({ x, s }), 's ~ x')).rejects.toMatchObject(
      refused('separation', { column: 'x' })
    );
  });

  test('counts that vary less than Poisson’s', async () => {
    const table = tableOf({ k: [2, 3, 2, 3, 2, 3, 3, 2], x: [1, 2, 3, 4, 5, 6, 7, 8] });
    await expect(negativeBinomialRegression(table, 'k ~ x')).rejects.toMatchObject({ code: 'no-overdispersion' });
  });
});

describe('data that do not carry the model', () => {
  test.each<[string, Fit, Record<string, Cell[]>, string, RegressionOptions & Record<string, unknown>, string]>([
    ['a constant outcome', linearRegression, { y: [2, 2, 2, 2], x: [1, 2, 3, 4] }, 'y ~ x', {}, 'response-constant'],
    [
      'a line through all points',
      linearRegression,
      { y: [2, 4, 6, 8], x: [1, 2, 3, 4] },
      'y ~ x',
      {},
      'response-constant'
    ],
    ['as many coefficients as rows', linearRegression, { y: [2, 4, 3], g: ['a', 'b', 'c'] }, 'y ~ g', {}, 'too-few'],
    ['one class', logisticRegression, { e: [1, 1, 1], x: [1, 2, 3] }, 'e ~ x', {}, 'one-class'],
    [
      'one event, two columns',
      logisticRegression,
      { e: [1, 0, 0, 0, 0], x: [1, 2, 3, 1, 2], z: [1, 5, 2, 3, 3] },
      'e ~ x + z',
      {},
      'too-few-events'
    ],
    ['an outcome of 2', logisticRegression, { e: [1, 0, 2], x: [1, 2, 3] }, 'e ~ x', {}, 'response-binary'],
    ['three words', logisticRegression, { e: ['a', 'b', 'c'], x: [1, 2, 3] }, 'e ~ x', {}, 'response-binary'],
    ['half a count', poissonRegression, { k: [1, 0.5, 2], x: [1, 2, 3] }, 'k ~ x', {}, 'response-count'],
    ['no count at all', poissonRegression, { k: [0, 0, 0], x: [1, 2, 3] }, 'k ~ x', {}, 'one-class'],
    [
      'an exposure of 0',
      poissonRegression,
      { k: [1, 0, 2], x: [1, 2, 3], t: [1, 0, 1] },
      'k ~ x',
      { exposure: 't' },
      'exposure-impossible'
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
      'weights-impossible'
    ],
    [
      'no weight',
      linearRegression,
      { y: [2, 4, 3], x: [1, 3, 2], w: [0, 0, 0] },
      'y ~ x',
      { weights: 'w' },
      'weights-none'
    ],
    [
      'one cluster',
      linearRegression,
      { y: [2, 4, 3], x: [1, 3, 2], c: [1, 1, 1] },
      'y ~ x',
      { cluster: 'c' },
      'clusters-few'
    ],
    [
      'a row alone with HC3',
      linearRegression,
      { y: [2, 4, 3, 5], g: ['a', 'a', 'a', 'b'] },
      'y ~ g',
      { errors: 'HC3' },
      'robust-leverage'
    ],
    [
      'words without an order',
      ordinalRegression,
      { s: ['low', 'high', 'low'], x: [1, 2, 3] },
      's ~ x',
      {},
      'response-order'
    ],
    [
      'an order that lacks one',
      ordinalRegression,
      { s: ['low', 'high', 'mid'], x: [1, 2, 3] },
      's ~ x',
      { order: ['low', 'high'] },
      'response-level'
    ],
    ['one category', ordinalRegression, { s: [1, 1, 1, 1], x: [1, 2, 3, 4] }, 's ~ x', {}, 'one-class'],
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
      'response-large'
    ]
  ])('%s', async (_, fit, data, formula, options, code) => {
    await expect(fit(tableOf(data), formula, options)).rejects.toMatchObject({ code });
  });

  test('an identifier as a category is refused before it fills the memory', async () => {
    const id = Array.from({ length: 1500 }, (_, row) => `p${row}`);
    await expect(linearRegression(tableOf({ y: id.map((_, row) => row % 7), id }), 'y ~ id')).rejects.toMatchObject(
      refused('design-wide', { columns: 1500 })
    );
  });

  test('coefficients of one name are told apart', async () => {
    const got = await linearRegression(
      tableOf({ y: [2, 4, 3, 5, 1], g: ['0', '1', '0', '1', '1'], g1: [1, 2, 4, 3, 5] }),
      'y ~ g + g1'
    );
    expect(got.names).toEqual(['(Intercept)', 'g1', 'g1 (2)']);
  });

  test('dates are no numbers', async () => {
    const table: Table = {
      rows: 3,
      columns: [...tableOf({ y: [1, 2, 4] }).columns, { name: 'day', type: 'date', values: Int32Array.of(1, 2, 3) }]
    };
    await expect(linearRegression(table, 'y ~ day')).rejects.toMatchObject({ code: 'formula-time' });
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
