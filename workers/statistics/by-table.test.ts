import { describe, expect, test } from 'vitest';
import type { Column, Table } from '../shared/table';
import { byTable } from './by-table';

const float = (name: string, ...values: number[]): Column => ({
  name,
  type: 'float64',
  values: Float64Array.from(values)
});
const days = (name: string, ...values: number[]): Column => ({ name, type: 'date', values: Int32Array.from(values) });
const text = (name: string, ...words: string[]): Column => {
  const dictionary = [...new Set(words)];
  return { name, type: 'text', dictionary, values: Int32Array.from(words, (word) => dictionary.indexOf(word)) };
};

const cases: Table = {
  rows: 6,
  columns: [
    text('ward', 'A', 'A', 'A', 'B', 'B', 'B'),
    float('died', 1, 0, 0, 0, 1, 0),
    float('expected', 0.2, 0.1, 0.1, 0.3, 0.4, 0.1),
    float('weight', 2, 3, 4, 5, 6, 7),
    days('on', 5, 4, 3, 2, 1, 0),
    days('dead', 6, 40, 90, 9, 3, 50)
  ]
};
const names = { hospital: 'ward', outcome: 'died', risk: 'expected' };
const ask = (method: string, ...args: unknown[]) => byTable(method, args) as Promise<Record<string, unknown>>;
const cellsOf = (table: unknown, name: string) =>
  Array.from((table as Table).columns.find((column) => column.name === name)?.values ?? [], Number);

describe('statistics over whole tables', () => {
  test('a benchmark of cases, with complications and their course', async () => {
    const columns = { ...names, time: 'on', complications: ['died'], stay: 'weight' };
    const found = await ask('benchmark', cases, columns, { course: {} });
    expect(found).toMatchObject({ cases: 6, used: 6, observed: 2, course: { units: [], few: 2 } });
    expect(cellsOf(found.table, 'observed')).toEqual([1, 1]);
    expect(cellsOf(found.complications, 'events')).toEqual([1, 1]);
    expect(cellsOf(found.stays, 'median')).toEqual([3, 6]);
  });

  test('a benchmark of deaths within 30 days, by a table of coefficients', async () => {
    const coefficients: Table = {
      rows: 2,
      columns: [text('term', 'intercept', 'weight'), float('coefficient', -1, -0.1)]
    };
    const columns = { hospital: 'ward', death: 'dead', followUp: 'dead', operation: 'on' };
    const found = await ask('benchmark', cases, columns, { coefficients });
    expect(found).toMatchObject({ used: 6, observed: 3, all: { observed: 3 } });
  });

  test('funnels, ratios, rates and the course of one unit', async () => {
    expect(await ask('funnel', cases, { hospital: 'ward', outcome: 'died' })).toMatchObject({ target: 1 / 3, used: 6 });
    expect(await ask('funnel', cases, names)).toMatchObject({ target: 1 });
    expect(cellsOf((await ask('observedExpected', cases, names)).table, 'expected')).toEqual([
      expect.closeTo(0.4, 12),
      expect.closeTo(0.8, 12)
    ]);
    expect(cellsOf((await ask('rates', cases, { hospital: 'ward', events: ['died'] })).table, 'events')).toEqual([
      1, 1
    ]);
    const { table } = await ask('monitor', cases, { outcome: 'died', risk: 'expected', time: 'on' });
    expect(cellsOf(table, 'row')).toEqual([5, 4, 3, 2, 1, 0]);
  });

  test('a control limit of the cases that have a risk, the same for the same seed', async () => {
    const options = { oddsRatio: 2, target: { falseAlarm: 0.1, cases: 50 }, runs: 100, seed: 1 };
    const missing = { rows: 7, columns: [float('expected', 0.2, 0.1, 0.1, 0.3, 0.4, 0.1, NaN)] };
    const limit = await ask('controlLimit', cases, { risk: 'expected' }, options);
    expect(await ask('controlLimit', missing, { risk: 'expected' }, options)).toEqual(limit);
  });

  test('expected risks beside the columns that there were, deaths within 30 days, an interrupted series', async () => {
    const model: Table = { rows: 1, columns: [text('term', 'intercept'), float('coefficient', 0)] };
    const { table } = await ask('expectedRisks', model, cases);
    expect((table as Table).columns).toHaveLength(6);
    expect(cellsOf(table, 'expected')).toEqual([0.5, 0.5, 0.5, 0.5, 0.5, 0.5]);
    const columns = { episode: 'ward', operation: 'on', death: 'dead', followUp: 'dead' };
    expect(await ask('thirtyDayOutcomes', cases, columns)).toMatchObject({ episodes: 2, used: 0 });
    expect(await ask('interruptedTimeSeries', cases, { value: 'died' }, { start: 4 })).toMatchObject({ points: 6 });
  });

  test.each([
    ['toString', [], 'statistics-call'],
    ['funnel', [], 'call-argument'],
    ['funnel', [cases, { hospital: 'ward' }], 'call-argument'],
    ['funnel', [cases, { ...names, otucome: 'died' }], 'call-key'],
    ['funnel', [cases, { ...names, outcome: 'dide' }], 'column-unknown'],
    ['funnel', [{ rows: 1, columns: [null] }, names], 'statistics-call'],
    ['benchmark', [cases, { hospital: 'ward' }], 'outcome-unnamed'],
    ['controlLimit', [cases, { risk: 'expected' }], 'call-argument']
  ])('%s of %j: %s', async (method, args, code) => {
    await expect(byTable(method, args)).rejects.toMatchObject({ name: 'AppError', code });
  });
});
