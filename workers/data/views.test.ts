import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ColumnFilter, SortKey } from '../shared/table-view';
import type { DataEngine } from './contract';
import { openNodeDuck } from './duck-node';
import { createDataEngine } from './engine';
import { mayHold, partsFrom } from './find';
import { rowsOf } from './test-cells';

/** 5,000 rows of every kind that filters differently, deterministic in any DuckDB. */
const made = `select range as n,
  case when range % 7 <> 0 then 1000000000000000000 + range * 13 end as id,
  case when range % 11 = 0 then 'NaN'::double when range % 5 <> 0 then (range * 7919 % 1000) / 8.0 end as x,
  ((range * 31 % 997) / 100.0)::decimal(10, 2) as price,
  case range % 4 when 0 then 'Ward ' || range % 17 when 1 then 'it''s "odd", 100%' when 2 then '' end as word,
  date '2024-01-01' + (range % 90)::integer as day,
  timestamp '2024-01-01' + interval (range * 1000) second as moment,
  range % 3 = 0 as flag,
  [range, range + 1] as pair
from range(5000)`;

let engine: DataEngine;
let native: DuckDBConnection;
beforeAll(async () => {
  ({ engine } = await createDataEngine(await openNodeDuck()));
  native = await (await DuckDBInstance.create(':memory:')).connect();
  await native.run(`create table made as ${made}`);
  for (const [name, extra] of [
    ['made', ''],
    ['hiding', ', 1 as rowid']
  ]) {
    await engine.define({ name: name!, sql: `select *${extra} from (${made})`, variables: {}, inputs: [] });
  }
});

const nativeNumbers = async (sql: string) =>
  (await native.runAndReadAll(sql)).getRows().map(([value]) => Number(value));

const numbers = async (name: string, orderBy: readonly SortKey[], filters: readonly ColumnFilter[]) => {
  const found: number[] = [];
  const rows = await engine.countView({ name, orderBy, filters });
  for (let offset = 0; offset < rows; offset += 1700) {
    const page = await engine.page({ name, offset, limit: 1700, columns: ['n'], orderBy, filters });
    found.push(...rowsOf(page).map(([n]) => Number(n)));
  }
  expect(found).toHaveLength(rows);
  return found;
};

const filterCases: readonly [ColumnFilter, string][] = [
  [
    { column: 'id', kind: 'range', from: '1000000000000013001', to: '1000000000000026001' },
    'id between 1000000000000013001 and 1000000000000026001'
  ],
  [{ column: 'n', kind: 'range', from: '2.5', to: '7' }, 'n between 3 and 7'],
  [{ column: 'n', kind: 'range', to: '99999999999999999999' }, 'true'],
  [{ column: 'n', kind: 'range', from: '10', to: '20', below: true }, 'n >= 10 and n < 20'],
  [{ column: 'x', kind: 'range', from: '100.125' }, "x >= 100.125 and x <> 'NaN'::double"],
  [{ column: 'price', kind: 'range', from: '1.005', to: '3' }, 'price::double >= 1.005 and price <= 3'],
  [{ column: 'price', kind: 'values', values: ['0.31', '9.96'] }, 'price in (0.31, 9.96)'],
  [{ column: 'word', kind: 'contains', text: 'wARD 1' }, "word ilike '%ward 1%'"],
  [{ column: 'word', kind: 'contains', text: '\'s "ODD", 100%' }, "word = 'it''s \"odd\", 100%'"],
  [{ column: 'word', kind: 'values', values: ['Ward 3', ''] }, "word in ('Ward 3', '')"],
  [{ column: 'word', kind: 'missing' }, 'word is null'],
  [{ column: 'x', kind: 'present' }, 'x is not null'],
  [{ column: 'day', kind: 'range', from: '2024-02-01', to: '2024-02-03' }, "day between '2024-02-01' and '2024-02-03'"],
  [
    { column: 'moment', kind: 'range', from: '2024-01-02', to: '2024-01-03' },
    "moment >= '2024-01-02' and moment < '2024-01-04'"
  ],
  [{ column: 'moment', kind: 'range', to: '2024-01-01 00:16:40' }, 'n <= 1'],
  [{ column: 'flag', kind: 'values', values: ['true'] }, 'flag'],
  [{ column: 'pair', kind: 'contains', text: '[77, 78]' }, 'n = 77'],
  [{ column: 'n', kind: 'values', values: [] }, 'false']
];

describe.each(['made', 'hiding'])('a view of %s', (name) => {
  test.each(filterCases)('filtered by %o has the rows that native DuckDB finds', async (filter, where) => {
    expect(await numbers(name, [], [filter])).toEqual(
      await nativeNumbers(`select n from made where ${where} order by n`)
    );
  });

  test('filtered twice and sorted by two keys, missing last', async () => {
    const filters: ColumnFilter[] = [
      { column: 'flag', kind: 'values', values: ['false'] },
      { column: 'n', kind: 'range', from: '50' }
    ];
    const orderBy = [
      { column: 'word', descending: true },
      { column: 'day', descending: false }
    ];
    const expected = await nativeNumbers(
      'select n from made where not flag and n >= 50 order by word desc nulls last, day asc nulls last, n'
    );
    expect(await numbers(name, orderBy, filters)).toEqual(expected);
    // From the kept row numbers as from the first pages.
    expect(await numbers(name, orderBy, [])).toEqual(
      await nativeNumbers('select n from made order by word desc nulls last, day asc nulls last, n')
    );
  });

  test('is searched through, forwards, backwards and around', async () => {
    const view = {
      name,
      orderBy: [{ column: 'n', descending: true }],
      filters: [{ column: 'flag', kind: 'values', values: ['true'] }] as const
    };
    // Rows with a 77 anywhere in what the columns say, by their place in the view.
    const rows =
      await nativeNumbers(`select p from (select row_number() over (order by n desc) - 1 as p, * from made where flag)
      where concat_ws('|', n, id, x, price, word, day, moment, pair) like '%77%' order by p`);
    const found: number[] = [];
    let from = 0;
    while (found.length < rows.length) {
      const hit = await engine.find({ ...view, text: '77', from });
      expect(hit).toMatchObject({ rows: rows.length, place: found.length });
      found.push(hit.row!);
      from = hit.row! + 1;
    }
    expect(found).toEqual(rows);
    expect((await engine.find({ ...view, text: '77', from })).row).toBe(rows[0]);
    expect((await engine.find({ ...view, text: '77', from: rows[1]! - 1, backward: true })).row).toBe(rows[0]);
    expect((await engine.find({ ...view, text: '77', from: rows[0]! - 1, backward: true })).row).toBe(rows.at(-1));
    expect(await engine.find({ ...view, text: 'nowhere', from: 0 })).toMatchObject({ rows: 0, row: undefined });
  });

  test('is summed up: whole numbers exactly, NaN and missing left out', async () => {
    const orderBy = [{ column: 'day', descending: true }];
    const [sum] = (
      await native.runAndReadAll(
        `select sum(id)::varchar, count(id)::integer, avg(id)::varchar from (select id from made order by day desc, n limit 900 offset 100)`
      )
    ).getRows();
    const whole = await engine.summarise({ name, orderBy, from: 100, to: 1000, columns: ['id', 'word'] });
    expect(whole).toMatchObject({ sum: sum![0], n: sum![1] });
    expect(whole!.mean / Number(sum![2])).toBeCloseTo(1, 12);
    const [both] = (
      await native.runAndReadAll(
        `select sum(v)::double, count(v)::integer from (select unnest([x, price::double]) as v from made limit 4000) where not isnan(v)`
      )
    ).getRows();
    const mixed = await engine.summarise({ name, from: 0, to: 2000, columns: ['x', 'price'] });
    expect(mixed!.n).toBe(both![1]);
    expect(Number(mixed!.sum)).toBeCloseTo(both![0] as number, 6);
    expect(await engine.summarise({ name, from: 0, to: 10, columns: ['word'] })).toBeUndefined();
  });
});

test('a search reads only columns that can hold the text', () => {
  const holds = (sqlType: string, text: string) => mayHold({ sqlType }, text);
  expect(['ab', '12', '1.5'].map((text) => holds('BIGINT', text))).toEqual([false, true, false]);
  expect(['ab', '1e-7', '1.5', 'nan'].map((text) => holds('DOUBLE', text))).toEqual([false, true, true, true]);
  expect(['2024-0', 'ward'].map((text) => holds('TIMESTAMP', text))).toEqual([true, false]);
  expect(['tru', 'no'].map((text) => holds('BOOLEAN', text))).toEqual([true, false]);
  expect(holds('VARCHAR', 'anything')).toBe(true);
});

describe('the nearest row of a long table', () => {
  const needles = [5, 310_000, 310_001, 1_250_001];
  beforeAll(async () => {
    const sql = `select range as n, case when range in (${needles.join()}) then 'Needle' else 'hay' end as word from range(1300000)`;
    await engine.define({ name: 'long', sql, variables: {}, inputs: [], atOnce: true });
    await engine.count('long');
  });

  test.each([
    // from, backward, the row by hand
    [0, false, 5],
    [5, false, 5],
    [6, false, 310_000],
    [310_001, false, 310_001],
    [310_002, false, 1_250_001],
    [1_250_002, false, 5],
    [1_300_000, false, 5],
    [1_299_999, true, 1_250_001],
    [310_001, true, 310_001],
    [309_999, true, 5],
    [4, true, 1_250_001],
    [-1, true, 1_250_001]
  ])('from %d, backward %s, is %d, and the others are not counted', async (from, backward, row) => {
    const found = await engine.find({ name: 'long', text: 'needle', from, backward, nearest: true });
    expect(found).toEqual({ rows: undefined, row, place: undefined });
  });

  test('is none where there is none, and counts where they were counted', async () => {
    const wanted = { name: 'long', from: 6, nearest: true };
    expect(await engine.find({ ...wanted, text: 'nowhere' })).toEqual({ rows: 0, row: undefined, place: undefined });
    expect((await engine.find({ ...wanted, text: 'needle', nearest: false })).rows).toBe(4);
    expect(await engine.find({ ...wanted, text: 'needle' })).toEqual({ rows: 4, row: 310_000, place: 1 });
  });

  test('is looked for in parts that cover every row once', () => {
    for (const [begin, total, backward] of [
      [0, 10, false],
      [7, 10, false],
      [7, 10, true],
      [-1, 10, true],
      [10, 10, false],
      [3, 0, false]
    ] as const) {
      const rows = partsFrom(begin, total, { backward, size: 4 }).flatMap(([start, end]) =>
        Array.from({ length: end - start }, (_, at) => start + at)
      );
      expect(rows.toSorted((a, b) => a - b)).toEqual(Array.from({ length: total }, (_, at) => at));
    }
    expect(partsFrom(7, 10, { backward: false, size: 4 })).toEqual([
      [7, 10],
      [0, 4],
      [4, 7]
    ]);
    expect(partsFrom(7, 10, { backward: true, size: 4 })).toEqual([
      [4, 8],
      [0, 4],
      [8, 10]
    ]);
  });
});

test('a table made anew is searched and sorted anew', async () => {
  const define = (rows: number) =>
    engine.define({ name: 'again', sql: `select range * 2 as n from range(${rows})`, variables: {}, inputs: [] });
  const filters: ColumnFilter[] = [{ column: 'n', kind: 'range', from: '4' }];
  await define(5);
  expect(await numbers('again', [], filters)).toEqual([4, 6, 8]);
  expect((await engine.find({ name: 'again', text: '8', from: 0 })).rows).toBe(1);
  await define(6);
  expect(await numbers('again', [], filters)).toEqual([4, 6, 8, 10]);
  expect((await engine.find({ name: 'again', text: '10', from: 0 })).rows).toBe(1);
});
