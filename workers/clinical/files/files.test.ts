import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { BlobReader, TextWriter, ZipReader, type FileEntry } from '@zip.js/zip.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exactText, isPresent } from '../../shared/exact-text';
import type { Table } from '../../shared/table';
import { USE_CASES, type UseCase } from '../contract';
import { simulate } from '../simulate';
import { aboutFiles } from './about';
import { partsOf, type FilesRequest } from './contract';
import { makeFiles, packFiles } from '.';

let duck: DuckDBConnection;
const folder = mkdtempSync(join(tmpdir(), 'phems-files-'));
beforeAll(async () => {
  duck = await (await DuckDBInstance.create(':memory:')).connect();
});
afterAll(() => rmSync(folder, { recursive: true }));

const base: FilesRequest = {
  ...{ useCase: 'picu-sepsis', persons: 45, seed: 3, hospitals: [1, 2, 3, 4], leak: true, faults: true },
  ...{ tables: USE_CASES['picu-sepsis'].tables, format: 'parquet', layout: 'tables', personsAPart: 20 }
};

/** Makes all parts and puts pieces of one path together. @returns rows by path */
async function written(request: FilesRequest, below: string): Promise<Map<string, number>> {
  const files = new Map<string, { content: Blob[]; rows: number; ended: boolean }>();
  for (const part of partsOf(request).keys()) {
    for (const { path, content, rows, ends } of (await makeFiles(request, part)).pieces) {
      const file = files.get(path) ?? { content: [], rows: 0, ended: false };
      expect(file.ended, `${path} had ended`).toBe(false);
      files.set(path, { content: [...file.content, content], rows: file.rows + rows, ended: ends });
    }
  }
  for (const [path, { content, ended }] of files) {
    expect(ended, `${path} ends`).toBe(true);
    const to = join(folder, below, path);
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(to, Buffer.from(await new Blob(content).arrayBuffer()));
  }
  return new Map([...files].map(([path, { rows }]) => [path, rows]));
}

const rowsOf = async (sql: string) => (await duck.runAndReadAll(sql)).getRows();

/** A table as DuckDB writes its values as text, apart from decimals, which are compared as numbers. */
function textsOf(table: Table): (string | null)[][] {
  return Array.from({ length: table.rows }, (_, row) =>
    table.columns.map((column) => (isPresent(column, row) ? exactText(column, row) : null))
  );
}

/** The same of a file, number columns in the shortest form that JavaScript has. */
async function readBack(source: string): Promise<(string | null)[][]> {
  const types = (await rowsOf(`describe select * from ${source}`)).map(([, type]) => type);
  const rows = await rowsOf(`select columns(*)::varchar from ${source}`);
  return rows.map(
    (row) =>
      row.map((value, column) => (value !== null && types[column] === 'DOUBLE' ? String(Number(value)) : value)) as (
        string | null
      )[]
  );
}

const duckTypes = {
  float64: 'DOUBLE',
  int32: 'INTEGER',
  int64: 'BIGINT',
  text: 'VARCHAR',
  date: 'DATE',
  timestamp: 'TIMESTAMP'
};

describe('parts put together are the whole', () => {
  test('as Parquet: rows, ids above 2^53, times, types and units, read by DuckDB', async () => {
    const rows = await written(base, 'parquet');
    const whole = await simulate({ ...base } as Parameters<typeof simulate>[0]);
    for (const name of base.tables) {
      const table = whole.tables[name] as Table;
      const isFixed = rows.has(`${name}.parquet`);
      const source = `read_parquet('${join(folder, 'parquet', isFixed ? `${name}.parquet` : `${name}/*.parquet`)}')`;
      expect(await readBack(source), name).toEqual(textsOf(table));
      const types = (await rowsOf(`describe select * from ${source}`)).map(([column, type]) => [column, type]);
      expect(types, name).toEqual(
        table.columns.map((column) => [column.name, duckTypes[column.type as keyof typeof duckTypes]])
      );
      const counted = [...rows].filter(([path]) => path === `${name}.parquet` || path.startsWith(`${name}/`));
      expect(
        counted.reduce((sum, [, n]) => sum + n, 0),
        name
      ).toBe(table.rows);
      expect(counted.length, name).toBe(isFixed ? 1 : 3);
    }
    expect([...rows.keys()].filter((path) => !path.includes('/')).sort()).toEqual([
      'care_site.parquet',
      'cdm_source.parquet',
      'columns.csv',
      'concept.parquet'
    ]);
    const ids = await rowsOf(
      `select count(distinct person_id)::varchar, max(person_id) > 9007199254740993 from read_parquet('${join(folder, 'parquet', 'hours/*.parquet')}')`
    );
    expect(ids).toEqual([['45', true]]);
    const units = await rowsOf(
      `select decode(value) from parquet_kv_metadata('${join(folder, 'parquet', 'hours/part-0002.parquet')}') where decode(key) = 'unit:lactate'`
    );
    expect(units).toEqual([['mmol/L']]);
  });

  test('as CSV: one file a table, its names once', async () => {
    const request = { ...base, format: 'csv' as const, tables: ['hours', 'death', 'observation'] };
    await written(request, 'csv');
    const whole = await simulate({ ...request } as Parameters<typeof simulate>[0]);
    for (const name of request.tables) {
      const table = whole.tables[name] as Table;
      const types = Object.fromEntries(
        table.columns.map((column) => [column.name, duckTypes[column.type as keyof typeof duckTypes]])
      );
      const columns = JSON.stringify(types).replaceAll('"', "'");
      const source = `read_csv('${join(folder, 'csv', `${name}.csv`)}', header = true, columns = ${columns}, nullstr = '')`;
      expect(await readBack(source), name).toEqual(textsOf(table));
    }
    const described = await rowsOf(
      `select "column", type, unit from '${join(folder, 'csv', 'columns.csv')}' where "table" = 'hours'`
    );
    expect(described).toContainEqual(['lactate', 'float64', 'mmol/L']);
    expect(described).toContainEqual(['time', 'timestamp', null]);
  });

  test.each<[UseCase, string]>([
    ['cardiac-surgery', 'events'],
    ['haemophilia', 'doses']
  ])('%s', async (useCase, table) => {
    const request = { ...base, useCase, tables: [table], persons: 30, personsAPart: 11 };
    await written(request, useCase);
    const whole = await simulate({ ...request } as Parameters<typeof simulate>[0]);
    const source = `read_parquet('${join(folder, useCase, `${table}/*.parquet`)}')`;
    expect(await readBack(source)).toEqual(textsOf(whole.tables[table] as Table));
  });
});

test('one part is one file a table', async () => {
  const rows = await written({ ...base, persons: 5, hospitals: [1], tables: ['episodes'], personsAPart: 20 }, 'one');
  expect([...rows.keys()]).toEqual(['episodes.parquet', 'columns.csv']);
});

test('a table without rows is a file without rows', async () => {
  await written({ ...base, persons: 1, faults: false, tables: ['death'] }, 'empty');
  expect(await rowsOf(`select count(*)::varchar from '${join(folder, 'empty', 'death.parquet')}'`)).toEqual([['0']]);
});

test.each([
  [{ persons: 100_001 }, 0, 'simulate-persons-range'],
  [{ persons: 2.5 }, 0, 'simulate-persons-range'],
  [{ tables: [] }, 0, 'simulate-tables-none'],
  [{ tables: ['doses'] }, 0, 'simulate-table-unknown'],
  [{ useCase: 'haemophilia', layout: 'hackathon' }, 0, 'files-hackathon-use'],
  [{}, 3, 'files-part-none'],
  [{}, -1, 'files-part-none']
] as const)('%j, part %i is refused: %s', async (changed, part, code) => {
  await expect(makeFiles({ ...base, ...changed } as FilesRequest, part)).rejects.toMatchObject({ code });
});

test('Stop is heard while persons are made and while they are written', async () => {
  const stopped = new AbortController();
  stopped.abort();
  await expect(makeFiles(base, 0, { signal: stopped.signal })).rejects.toMatchObject({ code: 'stopped' });
  const later = new AbortController();
  const progress = ({ done, total }: { done?: number; total?: number }) => done === total && later.abort();
  await expect(makeFiles(base, 0, { signal: later.signal, progress })).rejects.toMatchObject({ code: 'stopped' });
});

test('a zip holds the files within their folder, the same bytes each time', async () => {
  const files = [
    { path: 'about.txt', content: new Blob([aboutFiles(base)]) },
    { path: 'hours/part-0001.parquet', content: new Blob(['not pressed']) }
  ];
  const zip = await packFiles('phems-sim', files);
  const entries = (await new ZipReader(new BlobReader(zip)).getEntries()) as FileEntry[];
  expect(entries.map(({ filename }) => filename)).toEqual(['phems-sim/about.txt', 'phems-sim/hours/part-0001.parquet']);
  expect(await entries[0]?.getData(new TextWriter())).toContain('no real patient');
  expect(await (await packFiles('phems-sim', files)).text()).toBe(await zip.text());
});
