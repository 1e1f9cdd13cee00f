import { beforeEach, expect, test } from 'vitest';
import type { Table } from '../shared/table';
import type { DataEngine } from './contract';
import { openNodeDuck } from './duck-node';
import { createDataEngine } from './engine';
import { rowsOf } from './test-cells';

const rows = 300_000;
let engine: DataEngine;
beforeEach(async () => {
  ({ engine } = await createDataEngine(await openNodeDuck()));
  await define('ward', `select (9007199254740993 + i)::bigint as id, i % 7 as bed from range(${rows}) t(i)`);
});

const define = (name: string, sql: string) => engine.define({ name, sql, variables: {}, inputs: [] });
const points: Table = {
  rows,
  columns: [
    {
      name: 'points',
      label: 'Points',
      unit: '1',
      type: 'int32',
      values: Int32Array.from({ length: rows }, (_, i) => i % 5)
    },
    {
      name: 'said',
      type: 'text',
      dictionary: ['low', 'high'],
      values: Int32Array.from({ length: rows }, (_, i) => i % 2)
    }
  ]
};
const wrong = async () =>
  rowsOf(
    await engine.query(
      "select count(*) from scored where points <> (id - 9007199254740993) % 5 or said <> if((id - 9007199254740993) % 2 = 0, 'low', 'high')"
    )
  )[0]![0];

test('columns stand beside the rows that they are of, in queries and on pages', async () => {
  const relation = await engine.widen('scored', 'ward', points);
  expect(relation).toMatchObject({ name: 'scored', kind: 'view', rows });
  expect(relation.columns.map(({ name, label }) => [name, label])).toEqual([
    ['id', undefined],
    ['bed', undefined],
    ['points', 'Points'],
    ['said', undefined]
  ]);
  expect(await wrong()).toBe(0n);
  const page = await engine.page({ name: 'scored', offset: rows - 2, limit: 2 });
  expect(rowsOf(page)).toEqual([
    [9007199254740993n + BigInt(rows - 2), BigInt((rows - 2) % 7), (rows - 2) % 5, 'low'],
    [9007199254740993n + BigInt(rows - 1), BigInt((rows - 1) % 7), (rows - 1) % 5, 'high']
  ]);
  // Looked at, it is a table of its own: the rows beneath may go.
  await engine.remove(['ward']);
  expect(await wrong()).toBe(0n);
});

test('once the rows are replaced, the view is outdated and never stands beside others', async () => {
  await engine.widen('scored', 'ward', points);
  await define('ward', 'select 1::bigint as id, 2 as bed');
  await expect(engine.page({ name: 'scored', offset: 0, limit: 1 })).rejects.toMatchObject({
    code: 'relation-outdated'
  });
  await expect(engine.query('select * from scored')).rejects.toThrow();
  await expect(engine.widen('again', 'scored', points)).rejects.toMatchObject({ code: 'relation-outdated' });
  // And can be made anew, by anybody.
  await define('scored', 'select 3 as n');
  expect(rowsOf(await engine.query('select * from scored'))).toEqual([[3]]);
});

test('made again it takes its own place, and what was beside is gone', async () => {
  await engine.widen('scored', 'ward', points);
  await engine.widen('SCORED', 'ward', { ...points, columns: [points.columns[0]!] });
  const left = await engine.query(
    "select count(*) from information_schema.tables where table_name like 'phems_inserting_%'"
  );
  expect(rowsOf(left)).toEqual([[1n]]);
  await engine.remove(['scored']);
  const gone = await engine.query(
    "select count(*) from information_schema.tables where table_name like 'phems_inserting_%' or table_name = 'scored'"
  );
  expect(rowsOf(gone)).toEqual([[0n]]);
});

test('other lengths, names that are there and a table that is not are refused and change nothing', async () => {
  await engine.widen('scored', 'ward', points);
  const short: Table = { rows: 1, columns: [{ name: 'p', type: 'int32', values: Int32Array.of(1) }] };
  await expect(engine.widen('scored', 'ward', short)).rejects.toMatchObject({ code: 'table-uneven' });
  const twice: Table = { rows, columns: [{ ...points.columns[0]!, name: 'BED' }] };
  await expect(engine.widen('scored', 'ward', twice)).rejects.toMatchObject({ code: 'table-column-twice' });
  await expect(engine.widen('scored', 'nobody', points)).rejects.toMatchObject({ code: 'relation-unknown' });
  expect(await wrong()).toBe(0n);
});

test('another name of the table serves as well, and text with gaps arrives as it is', async () => {
  await define('same', 'select * from ward');
  const values = Int32Array.from({ length: rows }, (_, i) => i % 3);
  const validity = new Uint8Array(rows / 8).map((_, byte) =>
    [...'01234567'].reduce((bits, bit) => bits | (((byte * 8 + +bit) % 3 === 1 ? 0 : 1) << +bit), 0)
  );
  const text: Table = {
    rows,
    columns: [{ name: 'word', type: 'text', dictionary: ['', 'two', 'ä, "€"'], values, validity }]
  };
  await engine.widen('worded', 'same', text);
  const read = await engine.query('select word, count(*)::integer from worded group by 1 order by 1 nulls first');
  expect(rowsOf(read)).toEqual([
    [null, 100_000],
    ['', 100_000],
    ['ä, "€"', 100_000]
  ]);
});
