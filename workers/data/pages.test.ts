import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { DataEngine, PageRequest } from './contract';
import { openNodeDuck } from './duck-node';
import { createDataEngine } from './engine';
import { rowsOf } from './test-cells';

let engine: DataEngine;
const count = 10_000;
beforeAll(async () => {
  ({ engine } = await createDataEngine(await openNodeDuck()));
  const sql = `select (range * 7919) % ${count} as id, case when range % 10 > 0 then range % 13 end as k, 'w' || range % 3 as w from range(${count})`;
  for (const name of ['plain', 'with rowid']) {
    const column = name === 'plain' ? '' : ', 5 - id % 5 as rowid';
    await engine.define({ name, sql: `select *${column} from (${sql})`, variables: {}, inputs: [] });
  }
});

const page = async (request: Omit<PageRequest, 'limit'> & { limit?: number }) =>
  rowsOf(await engine.page({ limit: 200, ...request }));

describe('pages of a view', () => {
  test('are cut from one table, in its order', async () => {
    const all = await page({ name: 'plain', offset: 0, limit: count });
    expect(all).toHaveLength(count);
    expect(await page({ name: 'plain', offset: 4321 })).toEqual(all.slice(4321, 4521));
    expect(await page({ name: 'plain', offset: count - 5 })).toEqual(all.slice(-5));
    expect(await page({ name: 'plain', offset: count })).toEqual([]);
    expect((await engine.relations()).find((one) => one.name === 'plain')).toMatchObject({
      kind: 'table',
      rows: count
    });
  });

  test('have only the columns asked for', async () => {
    const table = await engine.page({ name: 'plain', offset: 3, limit: 2, columns: ['w', 'id'] });
    expect(table.columns.map((column) => column.name)).toEqual(['w', 'id']);
  });

  test.each(['plain', 'with rowid'])(
    'of %s fit together in any order, equal rows in the order of the table',
    async (name) => {
      const all = await page({ name, offset: 0, limit: count });
      const key = (row: unknown[]) => row[1] as bigint | null;
      const sorted = all
        .map((row, at) => ({ row, at }))
        .sort((a, b) => {
          const [x, y] = [key(a.row), key(b.row)];
          if (x === y) return name === 'plain' ? a.at - b.at : Number(a.row[0] as bigint) - Number(b.row[0] as bigint);
          // Missing values come last, whichever way the rest runs.
          if (x === null) return 1;
          return y === null ? -1 : Number(y - x);
        })
        .map(({ row }) => row);
      const orderBy = [
        { column: 'k', descending: true },
        ...(name === 'plain' ? [] : [{ column: 'id', descending: false }])
      ];
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 0, max: count }), async (offset) => {
          expect(await page({ name, offset, orderBy })).toEqual(sorted.slice(offset, offset + 200));
        }),
        { numRuns: 25, seed: 3, examples: [[0], [1_800], [1_801], [2_000], [count - 1]] }
      );
    }
  );

  test("of another name for a table are that table's", async () => {
    await engine.define({ name: 'other', sql: 'select * from plain;', variables: {}, inputs: [] });
    expect(await page({ name: 'other', offset: 100 })).toEqual(await page({ name: 'plain', offset: 100 }));
    expect(await engine.count('other')).toBe(count);
    expect((await engine.materialise('other')).rows).toBe(count);
    expect((await engine.relations()).find((one) => one.name === 'other')?.kind).toBe('view');
  });

  test('an unknown name is an error that names it', async () => {
    await expect(page({ name: 'nobody', offset: 0 })).rejects.toMatchObject({
      code: 'relation-unknown',
      values: { name: 'nobody' }
    });
  });

  test('two pages asked at once make the table once', async () => {
    await engine.define({ name: 'once', sql: 'select random() as r from range(1000)', variables: {}, inputs: [] });
    await engine.define({ name: 'twice', sql: 'select r, hash(r) % 10 as h from once', variables: {}, inputs: [] });
    const [first, second] = await Promise.all([
      page({ name: 'twice', offset: 0 }),
      page({ name: 'twice', offset: 100 })
    ]);
    expect(first.slice(100)).toEqual(second.slice(0, 100));
  });
});

test('memory and functions are told', async () => {
  const memory = await engine.memory();
  expect(memory.usedBytes).toBeGreaterThan(0);
  expect(memory.wasmBytes).toBeGreaterThan(1e6);
  expect(memory.limitBytes).toBeGreaterThan(1e9);
  const names = (await engine.functions()).map((one) => one.name);
  expect(names).toEqual(expect.arrayContaining(['median', 'date_trunc', 'regexp_matches', 'unnest', 'range']));
  expect(new Set(names).size).toBe(names.length);
});
