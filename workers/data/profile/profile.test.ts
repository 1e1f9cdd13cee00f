import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Bin, ColumnProfile } from '../../shared/profile';
import type { ColumnFilter } from '../../shared/table-view';
import { openNodeDuck } from '../duck-node';
import { createDataRoom, type DataRoom } from '../index';
import { cutOf, edgeAt, stepOf } from './bins';

let room: DataRoom;
let native: DuckDBConnection;
let last = 0;

beforeAll(async () => {
  room = await createDataRoom(await openNodeDuck());
  native = await (await DuckDBInstance.create()).connect();
});

/** A table in our engine. */
async function made(sql: string): Promise<string> {
  const name = `t${++last}`;
  await room.define({ name, sql, variables: {}, inputs: [], atOnce: true });
  return name;
}

async function profiled(
  sql: string,
  columns: readonly string[],
  filters?: readonly ColumnFilter[]
): Promise<ColumnProfile[]> {
  const name = await made(sql);
  return [...(await room.profile({ name, columns, filters })).columns];
}

async function one(sql: string): Promise<ColumnProfile> {
  return (await profiled(`SELECT * FROM (${sql}) AS q(x)`, ['x']))[0]!;
}

const values = (list: string) => `SELECT * FROM (VALUES ${list})`;
const binsOf = ({ shape }: ColumnProfile): readonly Bin[] => (shape.of === 'bins' ? shape.bins : []);
const flagsOf = ({ flags }: ColumnProfile) => flags.map(({ flag }) => flag);

describe('the step of a column', () => {
  test.each([
    // values, their smallest gap by hand
    [[36.7, 36.8, 37.1, 38.4], 0.1],
    [[0, 5, 10, 25], 5],
    [[3, 3, 3, 7], 4],
    [[1e9 + 0.5, 1e9 + 1], 0.5],
    [[-2, -1.75, 4], 0.25]
  ])('%j is %d', (list, step) => {
    expect(stepOf(Float64Array.from(list))).toBeCloseTo(step, 9);
  });

  test('there is none in one value, in none, and above a thousand', () => {
    expect(stepOf(Float64Array.from([4, 4]))).toBeUndefined();
    expect(stepOf(new Float64Array(0))).toBeUndefined();
    expect(stepOf(Float64Array.from({ length: 1001 }, (_, at) => at))).toBeUndefined();
    expect(stepOf(Float64Array.from({ length: 1000 }, (_, at) => at))).toBe(1);
  });

  test('a sum of tenths is no value of its own', () => {
    expect(stepOf(Float64Array.from([0.3, 0.1 + 0.2, 0.4]))).toBeCloseTo(0.1, 9);
  });
});

describe('bins', () => {
  test('hours 0 to 47 in at most 20 are 16 of three hours each, edges half an hour off', () => {
    const cut = cutOf(0, 47, 1, 20);
    expect(cut).toEqual({ origin: -0.5, width: 3, count: 16 });
    expect(edgeAt(cut, 16)).toBe(47.5);
  });

  test.each([
    [36, 38.9, 0.1, 15],
    [0, 610, 1, 20],
    [73, 213, 1, 18],
    [5, 5, 1, 1]
  ])('%d to %d by %d are %d, and hold the last value', (low, high, step, count) => {
    const cut = cutOf(low, high, step, 20);
    expect(cut.count).toBe(count);
    expect(edgeAt(cut, count)).toBeGreaterThan(high);
    expect(edgeAt(cut, count) - cut.width).toBeLessThan(high + step);
  });
});

describe('a profile', () => {
  test('counts what native DuckDB counts, bin by bin', async () => {
    const sql = `SELECT range AS n, CASE WHEN range % 7 = 0 THEN NULL ELSE 36 + (range * range % 61) / 10.0::DOUBLE END AS temperature,
      (range * 7919 % 353)::INTEGER AS hour, 'ward ' || (range * range % 9) AS ward FROM range(5000)`;
    const [temperature, hour, ward] = await profiled(
      sql,
      ['temperature', 'hour', 'ward'],
      [{ column: 'hour', kind: 'range', to: '100', below: true }]
    );
    await native.run(`CREATE OR REPLACE TABLE t AS ${sql}`);
    const count = async (where: string) =>
      Number((await native.runAndReadAll(`SELECT count(*) FROM t WHERE ${where}`)).getRows()[0]?.[0]);

    expect(temperature).toMatchObject({
      kind: 'number',
      rows: 5000,
      kept: await count('hour < 100'),
      missing: { n: await count('temperature IS NULL'), kept: await count('temperature IS NULL AND hour < 100') }
    });
    expect(temperature!.step).toBeCloseTo(0.1, 9);
    for (const [column, profile] of [
      ['temperature', temperature!],
      ['hour', hour!]
    ] as const) {
      expect(binsOf(profile).length).toBeGreaterThan(10);
      for (const { from, to, n, kept } of binsOf(profile)) {
        expect(n).toBe(await count(`${column} >= ${from} AND ${column} < ${to}`));
        expect(kept).toBe(await count(`${column} >= ${from} AND ${column} < ${to} AND hour < 100`));
      }
    }
    const { shape } = ward!;
    expect(shape.of).toBe('values');
    if (shape.of !== 'values') return;
    for (const { text, n, kept } of shape.values) {
      expect(n).toBe(await count(`ward = '${text}'`));
      expect(kept).toBe(await count(`ward = '${text}' AND hour < 100`));
    }
    expect(shape.values.reduce((sum, { n }) => sum + n, shape.others?.n ?? 0)).toBe(5000);
    expect(ward!.distinct).toBe(
      Number((await native.runAndReadAll('SELECT count(DISTINCT ward) FROM t')).getRows()[0]?.[0])
    );
  });

  test('follows filters of any kind, with values that hold quotes and question marks', async () => {
    const sql = `SELECT ['it''s ?', 'plain', NULL][1 + range % 3] AS "wh?t", range AS n FROM range(300)`;
    const kept = async (...filters: ColumnFilter[]) => (await profiled(sql, ['n'], filters))[0]!.kept;
    expect(await kept({ column: 'wh?t', kind: 'values', values: ["it's ?"] })).toBe(100);
    expect(await kept({ column: 'wh?t', kind: 'missing' })).toBe(100);
    expect(
      await kept({ column: 'wh?t', kind: 'contains', text: 'LAI' }, { column: 'n', kind: 'range', from: '30' })
    ).toBe(90);
    expect(await kept()).toBeUndefined();
  });

  test('of whole numbers of few values has a bar for each, in their order', async () => {
    const { shape, kind, distinct } = await one(values('(10), (2), (2), (9), (10), (10), (NULL)'));
    expect([kind, distinct]).toEqual(['whole', 3]);
    expect(shape).toEqual({
      of: 'values',
      values: [
        { text: '2', n: 2, kept: undefined },
        { text: '9', n: 1, kept: undefined },
        { text: '10', n: 3, kept: undefined }
      ],
      others: undefined
    });
  });

  test('of equal counts puts the values in their order', async () => {
    const { shape } = await one(values("('b'), ('a'), ('c'), ('a'), ('b'), ('c')"));
    expect(shape).toMatchObject({ values: [{ text: 'a' }, { text: 'b' }, { text: 'c' }] });
  });

  test.each([
    ['nothing at all', 'SELECT 1.5 AS x WHERE false', 0, 0],
    ['all missing', values('(NULL::DOUBLE), (NULL)'), 2, 2],
    ['all missing text', values('(NULL::VARCHAR), (NULL)'), 2, 2]
  ])('of %s draws nothing', async (_, sql, rows, missing) => {
    const profile = await one(sql);
    expect(profile).toMatchObject({ rows, missing: { n: missing }, least: undefined, greatest: undefined });
    expect(profile.shape).toEqual({ of: 'none', why: 'nothing' });
    expect(flagsOf(profile)).toEqual(missing > 0 ? ['mostly-missing'] : []);
  });

  test('of one row is one bar', async () => {
    const profile = await one(values('(2.5::DOUBLE)'));
    expect(binsOf(profile).map(({ n }) => n)).toEqual([1]);
    expect(profile).toMatchObject({ least: '2.5', greatest: '2.5', flags: [] });
  });

  test('of a constant says so', async () => {
    expect(flagsOf(await one(values('(4), (4), (4)')))).toEqual(['constant']);
    expect(flagsOf(await one(values("('a'), ('a')")))).toEqual(['constant']);
  });

  test('leaves NaN and infinities out of what it draws, and counts them', async () => {
    const profile = await one(values("('nan'::DOUBLE), ('inf'), ('-inf'), (1), (2), (NULL)"));
    expect(profile).toMatchObject({ notFinite: 3, missing: { n: 1 }, least: '1.0', greatest: '2.0' });
    expect(binsOf(profile).reduce((sum, { n }) => sum + n, 0)).toBe(2);
    expect(flagsOf(profile)).toEqual(['not-finite']);
  });

  test('of nothing but NaN draws nothing', async () => {
    const profile = await one(values("('nan'::DOUBLE), ('nan')"));
    expect(profile.shape).toEqual({ of: 'none', why: 'nothing' });
    expect(profile.notFinite).toBe(2);
  });

  test('keeps the ends of 64-bit numbers exact', async () => {
    const profile = await one('SELECT 9007199254740993 + (range % 30) AS x FROM range(90)');
    expect(profile).toMatchObject({ kind: 'whole', least: '9007199254740993', greatest: '9007199254741022' });
    expect(binsOf(profile).reduce((sum, { n }) => sum + n, 0)).toBe(90);
  });

  test('of days and times counts in microseconds, step and all', async () => {
    const profile = await one("SELECT date '2024-02-27' + (range % 40)::INTEGER AS x FROM range(400)");
    expect(profile).toMatchObject({ kind: 'time', least: '2024-02-27', greatest: '2024-04-06', step: 86_400_000_000 });
    const bins = binsOf(profile);
    expect(bins.map(({ n }) => n)).toEqual(Array.from({ length: 20 }, () => 20));
    expect(new Date(bins[0]!.from / 1000).toISOString()).toBe('2024-02-26T12:00:00.000Z');
    const infinite = await one("SELECT * FROM (VALUES ('infinity'::TIMESTAMP), ('2024-01-01'), ('2024-01-03'))");
    expect(infinite).toMatchObject({ notFinite: 1, greatest: '2024-01-03 00:00:00' });
  });

  test('does not look into lists and structs', async () => {
    const profile = await one("SELECT {'a': range, 'b': [range]} AS x FROM range(20)");
    expect(profile).toMatchObject({ kind: 'other', missing: { n: 0 }, shape: { of: 'none', why: 'other' } });
  });

  test('shows no value of what identifies somebody', async () => {
    const unique = await profiled(
      'SELECT md5(range::VARCHAR) AS note, 100000 + range * 37 AS number, range % 40 AS person_id, uuid() AS u FROM range(500)',
      ['note', 'number', 'person_id', 'u']
    );
    for (const profile of unique) {
      expect(profile).toMatchObject({ kind: 'id', least: undefined, greatest: undefined });
      expect(profile.shape).toEqual({ of: 'none', why: 'id' });
      expect(flagsOf(profile)).toEqual(['id']);
    }
  });

  test('takes a code for what it is, and no small table for one of identifiers', async () => {
    const [concept, count] = await profiled(
      'SELECT [8507, 8532][1 + range % 2] AS gender_concept_id, 100 + range * 37 AS count FROM range(12)',
      ['gender_concept_id', 'count']
    );
    expect(concept).toMatchObject({
      kind: 'category',
      shape: {
        values: [
          { text: '8507', n: 6 },
          { text: '8532', n: 6 }
        ]
      }
    });
    expect(count).toMatchObject({ kind: 'whole' });
  });

  test.each([
    ['numbers', "'1' || range || '.5'", 'number-in-text'],
    ['codes with zeros in front', "lpad((range % 90)::VARCHAR, 4, '0')", 'leading-zeros'],
    ['days', "(date '2024-01-01' + (range % 90)::INTEGER)::VARCHAR", 'date-in-text'],
    ['German days', "strftime(date '2024-01-01' + (range % 90)::INTEGER, '%d.%m.%Y')", 'date-in-text'],
    ['words', "'ward ' || range % 90", undefined]
  ])('suspects text that is %s', async (_, expression, flag) => {
    const profile = await one(`SELECT ${expression} FROM range(300)`);
    expect(flagsOf(profile).filter((one) => one !== 'id')).toEqual(
      flag === undefined || profile.kind === 'id' ? [] : [flag]
    );
  });

  test('shows no sentence that somebody wrote', async () => {
    const profile = await one("SELECT 'The child ' || range || ' felt better today' FROM range(60)");
    expect(profile).toMatchObject({ kind: 'text', shape: { of: 'none', why: 'text' } });
  });

  test('of a million rows and one draws a sample and says so; the same seed draws the same', async () => {
    const name = await made('SELECT range % 1000 AS v, range % 7 = 0 AS flag FROM range(1000001)');
    const first = await room.profile({
      name,
      columns: ['v'],
      filters: [{ column: 'flag', kind: 'values', values: ['true'] }]
    });
    const again = await room.profile({
      name,
      columns: ['v'],
      filters: [{ column: 'flag', kind: 'values', values: ['true'] }]
    });
    expect(first).toMatchObject({ rows: 1_000_001, sample: 1_000_000, columns: [{ rows: 1_000_000 }] });
    expect(again).toEqual(first);
    // A seventh of the rows, as exactly as a million drawn of a million and one can be.
    expect(Math.abs((first.columns[0]!.kept ?? 0) - 142_858)).toBeLessThan(3);
    const whole = await room.profile({ name: await made(`SELECT * FROM ${name} LIMIT 1000000`), columns: ['v'] });
    expect(whole.sample).toBeUndefined();
  });

  test('of a view and of another name for it is the same', async () => {
    await room.define({ name: 'seen', sql: 'SELECT range % 5 AS v FROM range(300)', variables: {}, inputs: [] });
    await room.define({ name: 'alias', sql: 'from seen', variables: {}, inputs: ['seen'] });
    const [view, alias] = [
      await room.profile({ name: 'seen', columns: ['v'] }),
      await room.profile({ name: 'alias', columns: ['v'] })
    ];
    expect(alias.columns).toEqual(view.columns);
    expect(view.rows).toBe(300);
  });

  test('refuses what is not there', async () => {
    await expect(room.profile({ name: 'nowhere', columns: [] })).rejects.toMatchObject({ code: 'relation-unknown' });
    await expect(room.profile({ name: 'seen', columns: ['w'] })).rejects.toMatchObject({ code: 'sql-no-column' });
  });
});
