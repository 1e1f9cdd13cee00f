import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ColumnDetails } from '../../shared/profile';
import { openNodeDuck } from '../duck-node';
import { createDataRoom, type DataRoom } from '../index';

let room: DataRoom;
let native: DuckDBConnection;
let last = 0;

beforeAll(async () => {
  room = await createDataRoom(await openNodeDuck());
  native = await (await DuckDBInstance.create()).connect();
});

async function detailsOf(sql: string, column = 'x'): Promise<ColumnDetails> {
  const name = `t${++last}`;
  await room.define({ name, sql, variables: {}, inputs: [], atOnce: true });
  return room.details({ name, column, today: '2026-01-01' });
}

const values = (list: string) => `SELECT * FROM (VALUES ${list}) AS q(x)`;
const flagsOf = ({ profile }: ColumnDetails) => profile.flags.map(({ flag }) => flag);

describe('the figures of numbers', () => {
  test('of one to ten are those of the textbook (quantiles of type 7, n − 1)', async () => {
    const { figures, profile } = await detailsOf('SELECT range + 1 AS x FROM range(10)');
    expect(figures).toMatchObject({ of: 'number', zeros: 0, negative: 0 });
    if (figures.of !== 'number') return;
    // By hand: h = 9p; sd = √(82.5 / 9).
    expect(figures.p1).toBeCloseTo(1.09, 12);
    expect(figures.p25).toBeCloseTo(3.25, 12);
    expect(figures.median).toBeCloseTo(5.5, 12);
    expect(figures.p75).toBeCloseTo(7.75, 12);
    expect(figures.p99).toBeCloseTo(9.91, 12);
    expect(figures.mean).toBeCloseTo(5.5, 12);
    expect(figures.sd).toBeCloseTo(3.0276503540974917, 12);
    expect(profile.distinct).toBe(10);
  });

  test('agree with native DuckDB over ties, missing values, NaN and a huge offset', async () => {
    const sql = `SELECT CASE range % 11 WHEN 0 THEN NULL WHEN 1 THEN 'nan'::DOUBLE ELSE 1e9 + (range * range % 97) END AS x FROM range(4000)`;
    const { figures, profile } = await detailsOf(sql);
    const rows =
      await native.runAndReadAll(`SELECT avg(x), stddev_samp(x), quantile_cont(x, 0.01), median(x), quantile_cont(x, 0.75),
      count(DISTINCT x) FROM (${sql}) WHERE isfinite(x)`);
    const [mean, sd, p1, median, p75, distinct] = (rows.getRows()[0] ?? []).map(Number) as [
      number,
      number,
      number,
      number,
      number,
      number
    ];
    if (figures.of !== 'number') throw new Error(figures.of);
    expect(figures.mean).toBeCloseTo(mean, 5);
    expect(figures.sd).toBeCloseTo(sd, 6);
    expect([figures.p1, figures.median, figures.p75]).toEqual([p1, median, p75]);
    expect(profile.distinct).toBe(distinct);
    expect(profile.notFinite).toBe(364);
  });

  test.each([
    ['one row', values('(2.5::DOUBLE)'), { mean: 2.5, sd: NaN, median: 2.5 }],
    ['nothing but missing', values('(NULL::DOUBLE)'), { mean: NaN, sd: NaN, median: NaN }],
    ['an empty table', 'SELECT 1.5 AS x WHERE false', { mean: NaN, sd: NaN, median: NaN }],
    ['zeros and negatives', values('(0), (0), (-3), (3)'), { zeros: 2, negative: 1, mean: 0 }]
  ])('of %s', async (_, sql, figures) => {
    expect((await detailsOf(sql)).figures).toMatchObject(figures);
  });

  test('have finer bins than the strip', async () => {
    const { profile } = await detailsOf('SELECT range % 280 AS x FROM range(2800)');
    expect(profile.shape).toMatchObject({ of: 'bins', bins: { length: 28 } });
  });
});

describe('the figures of other columns', () => {
  test('texts: lengths, blanks, and values that differ by case or blanks alone', async () => {
    const { figures, profile } = await detailsOf(
      values("('Male'), ('male '), ('MALE'), ('female'), (' '), (NULL), ('Male')")
    );
    expect(figures).toEqual({ of: 'text', shortest: 1, longest: 6, meanLength: 4, blank: 1, variants: 2 });
    expect(profile.distinct).toBe(5);
  });

  test('times: span, gap, midnights, first Januaries, future', async () => {
    const { figures } = await detailsOf(
      values("('2020-01-01'::TIMESTAMP), ('2020-01-03 12:00'), ('2020-01-04'), ('2026-01-02'), ('2020-01-01')")
    );
    expect(figures).toEqual({
      of: 'time',
      spanDays: 2193,
      longestGapDays: 2190,
      atMidnight: 4,
      onFirstOfJanuary: 2,
      future: 1
    });
  });

  test('identifiers: the pattern and the lengths, and no value', async () => {
    const { figures, profile } = await detailsOf(
      "SELECT 'PÄT-' || (1000 + range) AS person_id FROM range(50) UNION ALL SELECT 'x1' UNION ALL SELECT 'PÄT-1000'",
      'person_id'
    );
    expect(figures).toEqual({
      of: 'id',
      pattern: 'AAA-9999',
      patternRows: 51,
      patterns: 2,
      shortest: 2,
      longest: 8,
      duplicates: 1
    });
    expect(JSON.stringify(profile)).not.toContain('PÄT');
  });

  test('true and false', async () => {
    expect((await detailsOf(values('(true), (false), (true), (NULL)'))).figures).toEqual({ of: 'bool', yes: 2, no: 1 });
  });

  test('lists have none', async () => {
    expect((await detailsOf('SELECT [range] AS x FROM range(3)')).figures).toEqual({ of: 'none' });
  });
});

describe('flags', () => {
  test('far out is beyond three interquartile ranges of the quartiles', async () => {
    // 1 to 99 and 1,000: quartiles 25.75 and 75.25, so the fence lies at 223.75.
    const details = await detailsOf(
      'SELECT CASE WHEN range = 99 THEN 1000 ELSE range + 1 END::DOUBLE AS x FROM range(100)'
    );
    expect(details.profile.flags).toContainEqual({ flag: 'outliers', n: 1 });
  });

  test('a temperature beyond life, and one in another unit', async () => {
    const celsius = 'SELECT 36 + (range % 30) / 10.0 AS temperature FROM range(900)';
    const { profile } = await detailsOf(
      `${celsius} UNION ALL SELECT 98.6 FROM range(30) UNION ALL SELECT 0`,
      'temperature'
    );
    expect(profile.flags).toContainEqual(expect.objectContaining({ flag: 'implausible', n: 31, low: 25, high: 43 }));
    expect(profile.flags).toContainEqual({ flag: 'mixed-units', n: 30, unit: '°C', other: '°F' });
    expect(flagsOf(await detailsOf(celsius, 'temperature'))).toEqual([]);
  });

  test('a column that repeats another is named, also where both miss values', async () => {
    const sql = 'SELECT nullif(range % 9, 4) AS a, nullif(range % 9, 4) AS b, range % 8 AS c FROM range(90)';
    expect((await detailsOf(sql, 'b')).profile.flags).toContainEqual({ flag: 'duplicate', of: 'a' });
    expect(flagsOf(await detailsOf(sql, 'c'))).toEqual([]);
  });

  test('small groups are counted in persons where a column names them', async () => {
    const sql = `SELECT range % 12 AS person_id, CASE WHEN range < 100 THEN 'many' ELSE 'few' END AS ward FROM range(108)`;
    expect((await detailsOf(sql, 'ward')).profile.flags).toEqual([{ flag: 'small-groups', groups: 1, below: 10 }]);
    expect(flagsOf(await detailsOf(`SELECT * FROM (${sql}) WHERE person_id < 20 AND ward = 'many'`, 'ward'))).toEqual([
      'constant'
    ]);
  });

  test('dates that somebody did not know, and dates to come', async () => {
    const known = "SELECT date '2001-03-01' + (range % 200)::INTEGER AS x FROM range(500)";
    const details = await detailsOf(
      `${known} UNION ALL SELECT date '2000-01-01' FROM range(40) UNION ALL SELECT date '2090-05-05'`
    );
    expect(details.profile.flags).toEqual([
      { flag: 'future-dates', n: 1 },
      { flag: 'default-dates', n: 40 }
    ]);
  });
});
