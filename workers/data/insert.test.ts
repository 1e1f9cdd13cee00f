import { expect, test } from 'vitest';
import type { Table } from '../shared/table';
import { createDataEngine } from './engine';
import { openNodeDuck } from './duck-node';

const table = (first: number): Table => ({
  rows: 3,
  columns: [{ name: 'n', type: 'int32', values: Int32Array.of(first, first + 1, first + 2) }]
});

test('tables that arrive at once do not get into each other’s way', async () => {
  const { engine } = await createDataEngine(await openNodeDuck());
  const names = Array.from({ length: 8 }, (_, n) => `t${n}`);
  await Promise.all(names.map((name, n) => engine.insert(name, table(10 * n))));
  for (const [n, name] of names.entries()) {
    const read = await engine.query(`select min(n) as least, count(*) as "rows" from ${name}`);
    expect([...(read.columns[0]!.values as Int32Array)]).toEqual([10 * n]);
  }
});

test('texts that are all missing, without a word in their dictionary', async () => {
  const { engine } = await createDataEngine(await openNodeDuck());
  const none = {
    name: 'none',
    type: 'text',
    values: new Int32Array(2),
    dictionary: [],
    validity: new Uint8Array(1)
  } as const;
  await engine.insert('t', { rows: 2, columns: [none] });
  const [left] = (await engine.query('select count(*) as n, count("none") as there from t')).columns;
  expect(left?.values[0]).toBe(2n);
});
