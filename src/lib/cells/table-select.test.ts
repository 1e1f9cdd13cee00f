import { expect, test } from 'vitest';
import { openNodeDuck } from '$workers/data/duck-node';
import { rowsOf } from '$workers/data/test-cells';
import { selectOf } from './table-select';

const columns = [
  { name: 'n', type: 'int64', sqlType: 'BIGINT' },
  { name: 'it\'s "odd" ?', type: 'text', sqlType: 'VARCHAR' },
  { name: 'order', type: 'int32', sqlType: 'INTEGER' }
] as const;

test('a view is written as the SELECT that gives its rows', async () => {
  const sql = selectOf(
    { name: 'my table', columns },
    {
      filters: [
        { column: 'it\'s "odd" ?', kind: 'contains', text: "O'B?" },
        { column: 'order', kind: 'range', from: '1', to: '2' }
      ],
      orderBy: [{ column: 'order', descending: true }]
    }
  );
  const duck = await openNodeDuck();
  await duck.run(`create table "my table" (n bigint, "it's ""odd"" ?" varchar, "order" integer)`);
  await duck.run(`insert into "my table" values (1, 'o''b?', 1), (2, 'xO''B?x', 2), (3, 'o''b?', 3), (4, null, 1)`);
  expect(rowsOf(await duck.query(sql)).map(([n]) => n)).toEqual([2n, 1n]);
});
