import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import writeWorkbook from 'write-excel-file/node';
import { encode } from '../encode';
import { failure, fileOf, openBench, type Bench } from './testing';
import type { WantedPlan } from './contract';

// The reference is native DuckDB (its own Parquet writer and files), not code of this house.
const folder = mkdtempSync(join(tmpdir(), 'phems-formats-'));
let bench: Bench;
let native: DuckDBConnection;

const table = `
  SELECT * FROM (VALUES
    (9007199254740993::BIGINT, -7::INTEGER, 1.5::DOUBLE, 12.34::DECIMAL(10,2), true, 'say "hi", ok', DATE '1969-12-31',
     TIMESTAMP '1969-12-31 23:59:59.123456', TIME '10:11:12.5', '007', 'a' || chr(10) || 'b', 'café 😀'),
    (-9223372036854775807::BIGINT, 2147483647::INTEGER, -0.1::DOUBLE, -0.01::DECIMAL(10,2), false, '', DATE '1890-02-28',
     TIMESTAMP '2024-02-29 12:00:00', TIME '00:00:00', '010', '''', ' padded '),
    (NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
    (0::BIGINT, 0::INTEGER, 1e300::DOUBLE, 99999999.99::DECIMAL(10,2), true, 'NA', DATE '2024-02-29',
     TIMESTAMP '2024-01-01 00:00:00.000001', TIME '23:59:59', '000', ';,|', 'x')
  ) t(big, whole, number, money, flag, words, day, moment, clock, code, lines, unicode)`;

const normal =
  'big, whole, number, money::DECIMAL(10,2)::VARCHAR, flag, words, day, moment::VARCHAR, clock::VARCHAR, code, lines, unicode';
const wanted: Pick<WantedPlan, 'columns'> = { columns: [{ name: 'money', type: 'decimal(10,2)' }] };
let expected: unknown[][];

beforeAll(async () => {
  bench = await openBench();
  native = await (await DuckDBInstance.create(':memory:')).connect();
  await native.run(`CREATE TABLE t AS ${table}`);
  await bench.duck.run(`CREATE TABLE made AS ${table}`);
  expected = await bench.rows(`SELECT ${normal} FROM made`);
});
afterAll(() => rmSync(folder, { recursive: true }));

const written = async (name: string, options: string): Promise<BlobPart> => {
  const path = join(folder, name);
  await native.run(`COPY t TO '${path}' (${options})`);
  return readFileSync(path);
};
const content = () => bench.rows(`SELECT ${normal} FROM t`);

describe('twelve types of column with odd values are the same from every format', () => {
  test('CSV', async () => {
    const { proposal } = await bench.bring('t.csv', await written('t.csv', 'FORMAT csv'), wanted);
    expect(proposal.plan.columns.map(({ type }) => type).join(' ')).toBe(
      'bigint integer number decimal(10,2) boolean text date timestamp time text text text'
    );
    expect(await content()).toEqual(expected);
  });

  test.each(['uncompressed', 'snappy', 'zstd', 'gzip', 'brotli', 'lz4_raw'])('Parquet, %s', async (codec) => {
    const options = `FORMAT parquet, CODEC ${codec}, ROW_GROUP_SIZE 2048`;
    const { result } = await bench.bring('t.parquet', await written(`${codec}.parquet`, options));
    expect(result.rows).toBe(4);
    expect(await content()).toEqual(expected);
  });

  test('JSON, as a list of records, lines, and a record of lists', async () => {
    const lines = String(new TextDecoder().decode((await written('t.json', 'FORMAT json')) as Uint8Array)).trim();
    await bench.bring('t.ndjson', `${lines}\n`, wanted);
    expect(await content()).toEqual(expected);
    await bench.bring('t.json', `[\n${lines.split('\n').join(',\n')}\n]`, wanted);
    expect(await content()).toEqual(expected);
    await bench.bring('t.json', '{"big": [9007199254740993, 1], "words": ["a", null]}');
    expect(await bench.rows('select big, words from t')).toEqual([
      ['9007199254740993', 'a'],
      ['1', null]
    ]);
  });

  test('Arrow', async () => {
    const arrow = encode(await bench.duck.query(`SELECT * REPLACE (clock::VARCHAR AS clock) FROM made`));
    await bench.bring('t.arrow', arrow as BlobPart);
    expect(await content()).toEqual(expected);
  });

  test('a DuckDB file', async () => {
    const path = join(folder, 'file.duckdb');
    await native.run(`ATTACH '${path}' AS file`);
    await native.run('CREATE TABLE file.t AS FROM t');
    await native.run('CREATE TABLE file.other AS SELECT 1 AS one');
    await native.run('DETACH file');
    const sources = [fileOf('file.duckdb', readFileSync(path))];
    const found = await bench.imports.inspect(sources);
    expect(found.tables.map(({ inner }) => inner)).toEqual(['other', 't']);
    expect((await failure(bench.imports.propose({ file: 'file.duckdb' }, sources))).code).toBe('inner-needed');
    await bench.bring('file.duckdb', readFileSync(path), { inner: 't' });
    expect(await content()).toEqual(expected);
  });

  test('Excel, where what it cannot hold stands in text cells', async () => {
    const rows =
      await bench.rows(`SELECT big::VARCHAR, whole, number, money::DOUBLE, flag, words, day::VARCHAR, moment::VARCHAR,
      clock::VARCHAR, code, lines, unicode FROM made`);
    const names = 'big whole number money flag words day moment clock code lines unicode'.split(' ');
    const cells = [names, ...rows].map((row) => row.map((value) => ({ value: value as string })));
    const book = await (await writeWorkbook(cells as never)).toBuffer();
    await bench.bring('t.xlsx', book as unknown as BlobPart, wanted);
    // An empty text cell and an empty cell are one to Excel.
    expect(await content()).toEqual(expected.map((row) => row.map((value) => (value === '' ? null : value))));
  });
});

describe('what Excel cannot hold is said', () => {
  test('numbers beyond 2^53, and dates of real date cells', async () => {
    const cells = [
      [{ value: 'id' }, { value: 'day' }, { value: 'at' }],
      [
        { value: 2 ** 60 },
        date('2024-02-29T00:00:00Z', 'yyyy-mm-dd'),
        date('2024-02-29T10:11:12Z', 'yyyy-mm-dd hh:mm:ss')
      ],
      [{ value: 5 }, date('1999-12-31T00:00:00Z', 'yyyy-mm-dd'), date('1999-12-31T23:59:59Z', 'yyyy-mm-dd hh:mm:ss')]
    ];
    const book = await (await writeWorkbook(cells as never)).toBuffer();
    const { proposal } = await bench.bring('t.xlsx', book as unknown as BlobPart);
    expect(proposal.warnings.map(({ code }) => code)).toContain('excel-digits');
    expect(proposal.plan.columns.map(({ type }) => type)).toEqual(['bigint', 'date', 'timestamp']);
    expect(await bench.rows('select day, "at"::varchar from t')).toEqual([
      ['2024-02-29', '2024-02-29 10:11:12'],
      ['1999-12-31', '1999-12-31 23:59:59']
    ]);
  });
});

describe('a part of a sheet', () => {
  // As Excel has it: a title over the table, one ward for two beds, two sheets.
  const book = async () => {
    const cell = (value: unknown, more = {}) => (value === null ? null : { value, ...more });
    const ward = (value: string | null) => cell(value, { rowSpan: 2 });
    const plan = [
      [cell('Ward plan of May')],
      [null, cell('ward'), cell('bed'), cell('visits'), cell('remark')],
      [null, ward('PICU'), cell(1), cell(7)],
      [null, null, cell(2), cell(9)],
      [null, ward('NICU'), cell(3), cell('closed')],
      [null, null, cell(4), cell(5)]
    ];
    const other = [[cell('a')], [cell(1)]];
    return (await writeWorkbook([
      { data: plan as never, sheet: 'May & June' },
      { data: other as never, sheet: 'Other' }
    ] as never).toBuffer()) as unknown as BlobPart;
  };

  test('is read by its range, with the blocks filled when asked, and its misfits by the sheet’s own rows', async () => {
    const content = await book();
    const wanted: Partial<WantedPlan> = { inner: 'May & June', range: 'b2:D6', header: true };
    const plain = await bench.bring('t.xlsx', content, wanted);
    expect(plain.proposal.sheet).toEqual({ used: 'A1:E6', merged: 2 });
    expect(plain.proposal.plan).toMatchObject({ range: 'B2:D6', header: true });
    expect(await bench.rows('select ward, bed, visits from t')).toEqual([
      ['PICU', 1, '7'],
      [null, 2, '9'],
      ['NICU', 3, 'closed'],
      [null, 4, '5']
    ]);
    const filled = await bench.propose('t.xlsx', content, {
      ...wanted,
      fillMerged: true,
      columns: [{ name: 'visits', type: 'integer' }]
    });
    expect(filled.misfits.first.map(({ line, value }) => [line, value])).toEqual([[5, 'closed']]);
    const again = await bench.imports.read({ ...filled.plan, name: 't', misfits: 'set-aside' }, [
      fileOf('t.xlsx', content as BlobPart)
    ]);
    expect(again.truth).toMatchObject({ records: 5, heading: 1, setAside: 1, rows: 3 });
    expect(await bench.rows('select ward, bed, visits from t')).toEqual([
      ['PICU', 1, 7],
      ['PICU', 2, 9],
      ['NICU', 4, 5]
    ]);
  });

  test('a range that is none is an error that says what one looks like', async () => {
    const error = await failure(bench.propose('t.xlsx', await book(), { inner: 'Other', range: 'all' }));
    expect([error.code, error.hint]).toEqual(['range-unreadable', 'Write its first and last cell, such as B3:F40.']);
  });

  test('texts that are dates are asked about, and the answer holds for a workbook too', async () => {
    const rows = [['day'], ['03/04/2021'], ['05/06/2021']].map((row) => row.map((value) => ({ value })));
    const content = (await (await writeWorkbook(rows as never)).toBuffer()) as unknown as BlobPart;
    const [question] = (await bench.propose('t.xlsx', content)).questions;
    expect(question?.code).toBe('date-order');
    await bench.bring('t.xlsx', content, question!.choices[0]!.change);
    expect(await bench.rows('select "day" from t')).toEqual([['2021-04-03'], ['2021-06-05']]);
  });
});

describe('Parquet', () => {
  test('keeps wide decimals, unsigned, UUID, times and nested columns exactly', async () => {
    await native.run(`CREATE OR REPLACE TABLE t AS SELECT 12345678901234567890.12::DECIMAL(38,2) AS wide,
      18446744073709551615::UBIGINT AS u64, 4294967295::UINTEGER AS u32, 255::UTINYINT AS u8, -5::TINYINT AS i8,
      '6f1b5c4e-0000-4000-8000-00000000000a'::UUID AS id, [1, NULL, 3] AS list, {'a': 9007199254740993, 'b': 'x'} AS record,
      1.5::FLOAT AS single, 'x'::BLOB AS bytes, TIMESTAMP_NS '1969-12-31 23:59:59.123456789' AS ns`);
    await bench.bring('t.parquet', await written('odd.parquet', 'FORMAT parquet'));
    expect(
      await bench.rows(
        'select wide::varchar, u64::varchar, u32, u8, i8, id, list, record, single, bytes, ns::varchar from t'
      )
    ).toEqual([
      [
        '12345678901234567890.12',
        '18446744073709551615',
        '4294967295',
        255,
        -5,
        '6f1b5c4e-0000-4000-8000-00000000000a',
        '[1,null,3]',
        '{"a":9007199254740993,"b":"x"}',
        1.5,
        'x',
        '1969-12-31 23:59:59.123456'
      ]
    ]);
  });

  test('a cut file is refused', async () => {
    const whole = (await written('cut.parquet', 'FORMAT parquet')) as Uint8Array;
    for (const share of [0.3, 0.7, 0.99]) {
      const cut = whole.slice(0, Math.floor(whole.length * share));
      expect((await failure(bench.bring('t.parquet', cut as BlobPart))).code).toBe('parquet-damaged');
    }
  });

  test('many row groups arrive in order and whole', async () => {
    await native.run(`CREATE OR REPLACE TABLE t AS SELECT i AS id, CASE WHEN i % 3 = 0 THEN NULL ELSE 'v' || i END AS v,
      (i % 11)::DOUBLE AS d FROM range(300000) r(i)`);
    const { result } = await bench.bring(
      't.parquet',
      await written('many.parquet', 'FORMAT parquet, ROW_GROUP_SIZE 50000')
    );
    expect(result.rows).toBe(300_000);
    expect(await bench.rows('select count(v), sum(d), min(id), max(id), count(*) filter (rowid <> id) from t')).toEqual(
      [['200000', 1_499_988, '0', '299999', '0']]
    );
  });
});

describe('JSON that is wrong names its place', () => {
  test.each([
    ['[{"a": 1}, {"a": 2', 1, 19],
    ['[{"a": 1},\n {"a" 2}]', 2, 7],
    ['[{"a": 1}] x', 1, 12],
    ['[1, 2]', 1, 2]
  ])('%s', async (text, line, column) => {
    const { code, place } = await failure(bench.bring('t.json', text));
    expect([code, place?.line, place?.column]).toEqual(['json-syntax', line, column]);
  });

  test('a line of NDJSON that is cut', async () => {
    const { code, place } = await failure(bench.bring('t.ndjson', '{"a": 1}\n\n{"a": 2'));
    expect([code, place?.line]).toEqual(['json-syntax', 3]);
  });

  test('keys that turn up late, nested values, mixed kinds', async () => {
    await bench.bring(
      't.ndjson',
      '{"a": 1}\n{"b": {"x": [1, 9007199254740993]}, "a": null}\n{"a": 2.5, "c": "2020-01-01"}\n'
    );
    expect(await bench.rows('select a, b, c from t')).toEqual([
      [1, null, null],
      [null, '{"x":[1,9007199254740993]}', null],
      [2.5, null, '2020-01-01']
    ]);
  });
});

function date(iso: string, format: string) {
  return { value: new Date(iso), type: Date, format };
}
