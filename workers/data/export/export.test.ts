import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import readWorkbook from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DataEngine, ExportRequest } from '../contract';
import { openNodeDuck } from '../duck-node';
import { createDataEngine } from '../engine';
import { exportFile } from '.';

const made = `select range as n, 9007199254740993 + range * 1000000007 as id,
  case when range % 3 <> 0 then range / 7.0 end as x, (range / 100.0)::decimal(12, 2) as price,
  case range % 5 when 0 then 'plain' when 1 then 'a "quote", a comma' when 2 then E'two\\nlines\\tand a tab' when 3 then '' end as word,
  date '1969-12-30' + range::integer as day, timestamp '2024-02-29 12:00:00.123456' + interval (range) hour as moment,
  range % 2 = 0 as flag from range(2500)`;

const view = {
  name: 'made',
  orderBy: [{ column: 'n', descending: true }],
  filters: [{ column: 'n', kind: 'range', from: '10' }] as const
};
const columns = ['id', 'n', 'x', 'price', 'word', 'day', 'moment', 'flag'];

let engine: DataEngine;
let native: DuckDBConnection;
const folder = mkdtempSync(join(tmpdir(), 'phems-export-'));
beforeAll(async () => {
  ({ engine } = await createDataEngine(await openNodeDuck()));
  native = await (await DuckDBInstance.create(':memory:')).connect();
  await native.run(`create table made as ${made}`);
  await engine.define({ name: 'made', sql: made, variables: {}, inputs: [] });
});
afterAll(() => rmSync(folder, { recursive: true }));

async function exported(request: Partial<ExportRequest> & Pick<ExportRequest, 'format'>): Promise<string> {
  const path = join(folder, `made.${request.format}`);
  const blob = await engine.exportFile({ ...view, columns, ...request });
  writeFileSync(path, Buffer.from(await blob.arrayBuffer()));
  return path;
}

const texts = async (sql: string) => (await native.runAndReadAll(`select columns(*)::varchar from (${sql})`)).getRows();

describe('a filtered and sorted table is exported whole', () => {
  const wanted = `select ${columns.join(', ')} from made where n >= 10 order by n desc`;

  test('as Parquet: native DuckDB reads the same values of the same types', async () => {
    const path = await exported({ format: 'parquet' });
    expect(await texts(`from read_parquet('${path}')`)).toEqual(await texts(wanted));
    const types = async (sql: string) =>
      (await native.runAndReadAll(`describe ${sql}`)).getRows().map(([name, type]) => [name, type]);
    expect(await types(`select * from read_parquet('${path}')`)).toEqual(await types(wanted));
  });

  test('as CSV: native DuckDB reads the same values', async () => {
    const path = await exported({ format: 'csv', forMachines: true });
    const read = `select * replace (x::double as x) from read_csv('${path}', all_varchar = true, header = true, delim = ',', quote = '"', nullstr = '', allow_quoted_nulls = false)`;
    expect(await texts(read)).toEqual(await texts(wanted));
  });

  test('as Excel: numbers and dates as such, long whole numbers as text', async () => {
    const path = await exported({ format: 'xlsx' });
    const [sheet] = await readWorkbook(path, { trim: false });
    const [head, ...rows] = sheet!.data;
    expect(head).toEqual(columns);
    expect(rows).toHaveLength(2490);
    const [first] = await texts(
      `select id, n, x, price::double, word, epoch_ms(day::timestamp), epoch_ms(moment), flag from (${wanted})`
    );
    const row = rows[0]!.map((value) =>
      value instanceof Date ? String(value.getTime()) : value === null ? null : String(value)
    );
    // Excel keeps a moment as a fraction of a day: to the millisecond here.
    expect(Math.abs(Number(row[6]) - Number(first![6]))).toBeLessThanOrEqual(1);
    expect(row.with(6, '')).toEqual(first!.with(6, ''));
    expect(typeof rows[0]![0]).toBe('string');
    expect(rows[1]!.slice(1, 4).map((value) => typeof value)).toEqual(['number', 'number', 'number']);
    expect(rows.map((one) => one[4] ?? '')).toEqual(
      (await texts(`select word from (${wanted})`)).map(([word]) => word ?? '')
    );
  });
});

test.each([
  [false, ["'=1+1", '-5', "'@sum", 'safe', "'\tx"]],
  [true, ['=1+1', '-5', '@sum', 'safe', '\tx']]
])('for machines %s: a text that a spreadsheet would compute', async (forMachines, expected) => {
  await engine.define({
    name: 'odd',
    sql: `select '=1+1' as a, -5 as b, '@sum' as c, 'safe' as d, chr(9) || 'x' as e`,
    variables: {},
    inputs: []
  });
  const blob = await engine.exportFile({ name: 'odd', columns: ['a', 'b', 'c', 'd', 'e'], format: 'csv', forMachines });
  expect((await blob.text()).split('\r\n')[1]!.split(',')).toEqual(expected);
});

test('a sheet that is too small is said before anything is read', async () => {
  const source = { rows: 1_048_576, columns: [], page: () => Promise.reject(new Error('read')) };
  await expect(exportFile({ format: 'xlsx' }, source)).rejects.toMatchObject({ code: 'export-sheet-full' });
});

test('Stop ends an export, and rows that do not come are no shorter file', async () => {
  const control = new AbortController();
  const progress = () => control.abort();
  const empty = { rows: 0, columns: [] };
  const source = { rows: 300_000, columns: [], page: (_: number, rows: number) => Promise.resolve({ ...empty, rows }) };
  await expect(exportFile({ format: 'csv' }, source, { signal: control.signal, progress })).rejects.toMatchObject({
    code: 'stopped'
  });
  const short = { ...source, page: () => Promise.resolve({ ...empty, rows: 7 }) };
  await expect(exportFile({ format: 'csv' }, short)).rejects.toMatchObject({ code: 'export-incomplete' });
});
