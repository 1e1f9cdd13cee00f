import { describe, expect, test } from 'vitest';
import type { Column, Table } from '../../shared/table';
import { tableOf, type Cell } from '../regression/testing/tables';
import { linearMixedModel, logisticMixedModel, type LinearMixedModel, type LogisticMixedModel } from './index';
import { drawn } from './testing/drawn';

type Options = Record<string, unknown>;
type Fit = (table: Table, formula: string, options?: Options) => Promise<LinearMixedModel | LogisticMixedModel>;

const both: [string, string, Fit][] = [
  ['linear', 'y', linearMixedModel],
  ['logistic', 'e', logisticMixedModel]
];
const wide = (seed = 1) => drawn({ groups: 15, most: 12, seed });

describe.each(both)('%s', (_, y, fit) => {
  const refuses = (data: Record<string, Cell[]>, code: string, formula = `${y} ~ x + (1 | h)`, options: Options = {}) =>
    expect(fit(tableOf(data), formula, options)).rejects.toMatchObject({ code });

  test.each([
    ['an empty table', { x: [], h: [], [y]: [] }, 'rows-none'],
    ['all missing', { x: [1, 2], h: [null, null], [y]: [0, 1] }, 'rows-none'],
    ['one row', { x: [1], h: ['a'], [y]: [1] }, y === 'e' ? 'regression-one-class' : 'mixed-groups-few'],
    ['one group', { x: [1, 2, 4, 3], h: ['a', 'a', 'a', 'a'], [y]: [1, 0, 1, 0] }, 'mixed-groups-few'],
    ['two groups', { x: [1, 2, 4, 3], h: ['a', 'a', 'b', 'b'], [y]: [1, 0, 1, 0] }, 'mixed-groups-few'],
    ['one row a group', { x: [1, 2, 4, 3], h: ['a', 'b', 'c', 'd'], [y]: [1, 0, 1, 0] }, 'mixed-groups-single']
  ] as [string, Record<string, Cell[]>, string][])('%s is refused', (__, data, code) => refuses(data, code));

  test('terms that tell the groups apart already are refused', async () => {
    const data = drawn({ groups: 4, most: 30, equal: true });
    await refuses(data, 'mixed-groups-fixed', `${y} ~ x + h + (1 | h)`);
    const steps = { ...data, w: data['h']!.map((name) => Number(String(name).slice(1))) };
    await refuses(steps, 'mixed-groups-fixed', `${y} ~ w + I(w^2) + I(w^3) + (1 | h)`);
  });

  test('no groups, two columns of groups, slopes, and a column that is not there', async () => {
    await refuses(wide(), 'formula-random-missing', `${y} ~ x`);
    await refuses(wide(), 'formula-random-again', `${y} ~ x + (1 | h) + (1 | g)`);
    await refuses(wide(), 'formula-random-again', `${y} ~ x + (1 | h)`, { group: 'g' });
    await refuses(wide(), 'formula-random-term', `${y} ~ x + (x | h)`);
    await expect(fit(tableOf(wide()), `${y} ~ x + (1 | hh)`)).rejects.toMatchObject({
      code: 'formula-column',
      values: { column: 'hh' },
      place: { line: 1, column: 14 }
    });
  });

  test('repeated and constant columns are left out and named', async () => {
    const data = wide();
    data['twice'] = data['x']!.map((x) => 2 * Number(x));
    data['same'] = data['x']!.map(() => 7);
    const got = await fit(tableOf(data), `${y} ~ x + twice + same + z + (1 | h)`);
    expect(got.names).toEqual(['(Intercept)', 'x', 'z']);
    expect(got.aliased).toEqual(['twice', 'same']);
    expect(got.remarks.map(({ code }) => code)).toContain('regression-aliased');
  });

  test('few groups are remarked', async () => {
    const data = drawn({ groups: 5, most: 30, equal: true, seed: 2 });
    const { remarks } = await fit(tableOf(data), `${y} ~ x + (1 | h)`);
    expect(remarks).toContainEqual({ code: 'mixed-groups-few', values: { groups: 5, enough: 10 } });
  });

  test('rows without group, outcome or covariate drop out and are counted', async () => {
    const data = wide();
    const plain = await fit(tableOf(data), `${y} ~ x + (1 | h)`);
    for (const key of Object.keys(data))
      data[key]!.push(key === 'h' ? null : 1, key === y ? null : 1, key === 'x' ? null : 1);
    data['h']!.splice(-2, 2, 'H1', 'H2');
    data['h'] = data['h']!.map((name) => (name === null ? null : String(name)));
    data['g'] = data['g']!.map(String);
    const got = await fit(tableOf(data), `${y} ~ x + (1 | h)`);
    expect([got.n, got.nDropped]).toEqual([plain.n, 3]);
    expect(got.coefficients).toEqual(plain.coefficients);
  });

  test('identifiers beyond 2^53 are groups, each by itself', async () => {
    const data = drawn({ groups: 12, most: 8, equal: true });
    const ids = BigInt64Array.from(data['h']!, (name) => 9_007_199_254_740_993n + BigInt(String(name).slice(1)));
    const table = tableOf(data);
    const id: Column = { name: 'id', type: 'int64', values: ids };
    const got = await fit({ ...table, columns: [...table.columns, id] }, `${y} ~ x + (1 | id)`);
    expect(got.groups).toBe(12);
    const [groups] = got.modes.columns;
    expect(groups).toMatchObject({ name: 'group', type: 'int64' });
    expect(groups!.values[1]).toBe(9_007_199_254_740_994n);
  });

  test('stops when it is told to, and a level that is none is refused', async () => {
    await refuses(wide(), 'stopped', `${y} ~ x + (1 | h)`, { signal: AbortSignal.abort() });
    for (const level of [0, 1, NaN, 95]) await refuses(wide(), 'level-range', `${y} ~ x + (1 | h)`, { level });
  });

  test('values too large to be squared are refused', async () => {
    const data = wide();
    data['x']![0] = 1e200;
    await expect(fit(tableOf(data), `${y} ~ x + (1 | h)`)).rejects.toMatchObject({
      code: expect.stringMatching(/large/) as unknown
    });
  });
});

describe('linear', () => {
  const refuses = (data: Record<string, Cell[]>, formula: string, code = 'mixed-exact') =>
    expect(linearMixedModel(tableOf(data), formula)).rejects.toMatchObject({ code });

  test('an outcome without error is refused', async () => {
    const data = wide();
    await refuses({ ...data, y: data['x']!.map(() => 3) }, 'y ~ x + (1 | h)');
    await refuses({ ...data, y: data['x']!.map((x) => 3 * Number(x) - 1) }, 'y ~ x + (1 | h)');
    await refuses({ ...data, y: data['z']! }, 'y ~ x + (1 | h)');
    await refuses({ ...data, y: data['z']!.map((z, row) => Number(z) + Number(data['x']![row])) }, 'y ~ x + (1 | h)');
    await refuses({ h: ['a', 'a', 'b', 'c'], x: [1, 2, 3, 5], y: [2, 4, 1, 3] }, 'y ~ x + (1 | h)');
  });

  test('an outcome of words is refused, a criterion that is none too', async () => {
    await refuses(wide(), 'g ~ x + (1 | h)', 'regression-response-numeric');
    const wrong = { criterion: 'REML' as 'reml' };
    await expect(linearMixedModel(tableOf(wide()), 'y ~ x + (1 | h)', wrong)).rejects.toMatchObject({
      code: 'mixed-option'
    });
  });
});

describe('logistic', () => {
  const refuses = (data: Record<string, Cell[]>, code: string, formula = 'e ~ x + (1 | h)', options = {}) =>
    expect(logisticMixedModel(tableOf(data), formula, options)).rejects.toMatchObject({ code });

  test('one outcome, more than two, and too few events', async () => {
    const data = wide();
    await refuses({ ...data, e: data['e']!.map(() => 1) }, 'regression-one-class');
    await refuses(data, 'regression-response-binary', 'g ~ x + (1 | h)');
    await refuses(
      { ...data, e: data['e']!.map((_, row) => Number(row === 3)) },
      'regression-too-few-events',
      'e ~ x + g + z + (1 | h)'
    );
  });

  test('separated outcomes are refused with the column', async () => {
    const data = wide();
    const split = { ...data, e: data['x']!.map((x) => Number(Number(x) > 0)) };
    await expect(logisticMixedModel(tableOf(split), 'e ~ z + x + (1 | h)')).rejects.toMatchObject({
      code: 'regression-separation',
      values: { column: 'x' }
    });
    const all = { ...data, e: data['e']!.map((e, row) => (data['g']![row] === 'c' ? 1 : e!)) };
    await refuses(all, 'regression-separation', 'e ~ x + g + (1 | h)');
  });

  test('groups of one outcome each have no finite spread', async () => {
    const data = wide();
    const pure = { ...data, e: data['h']!.map((name) => Number(String(name).slice(1)) % 2) };
    await refuses(pure, 'mixed-variance-endless');
    await refuses(pure, 'mixed-variance-endless', 'e ~ 1 + (1 | h)');
    await refuses(pure, 'mixed-variance-endless', 'e ~ x + g + (1 | h)', { quadrature: 1 });
  });

  test.each([0, 1.5, 101, NaN])('%d nodes are refused', (quadrature) =>
    refuses(wide(), 'mixed-option', undefined, { quadrature })
  );

  test('tells how far it is, and stops in the middle', async () => {
    const data = drawn({ groups: 50, most: 500, equal: true });
    const stop = new AbortController();
    const told: number[] = [];
    const progress = ({ done = 0 }) => {
      told.push(done);
      if (done > 0) stop.abort();
    };
    await refuses(data, 'stopped', 'e ~ x + (1 | h)', { signal: stop.signal, progress });
    expect(told[0]).toBe(0);
    expect(told.at(-1)).toBeGreaterThan(0);
  });

  test('the event may be named, and is told where it is not', async () => {
    const data = wide();
    const words = { ...data, e: data['e']!.map((e) => (e === 1 ? 'died' : 'lived')) };
    const named = await logisticMixedModel(tableOf(words), 'e ~ x + (1 | h)', { event: 'died' });
    const plain = await logisticMixedModel(tableOf(data), 'e ~ x + (1 | h)');
    expect(named.coefficients).toEqual(plain.coefficients);
    expect(named.remarks[0]).toEqual({ code: 'regression-event', values: { response: 'e', event: 'died' } });
  });
});
