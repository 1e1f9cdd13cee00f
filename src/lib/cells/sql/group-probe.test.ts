import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Relation } from '$workers/data/contract';
import type { ReportGiven } from '$lib/notebook/report/contract';
import type { Cell } from '$lib/notebook/model';
import { openCells, type NodeCells } from '../node-context';
import { withGroupSize } from './group-probe';
import { report } from './report';
import { parseSql, runSql, type SqlOutput, type SqlSpec } from './run';

let cells: NodeCells;
const relations = new Map<string, Relation>();

beforeAll(async () => {
  cells = await openCells();
  // 30 persons of 4 hours each; ward A has 20 of them, B has 9, C has 1. Ages 0 to 2.
  const hours =
    "select p as person_id, h as hour, case when p < 20 then 'A' when p < 29 then 'B' else 'C' end as ward, " +
    'p % 3 as age, (p * 7 + h) % 11 as lactate from range(30) a(p), range(4) b(h)';
  relations.set('hours', await cells.table('hours', hours));
  relations.set(
    'wards',
    await cells.table('wards', "select * from (values ('A', 'north'), ('B', 'south')) w(ward, side)")
  );
});
afterAll(() => cells.data.remove(['hours', 'wards']));

async function reported(sql: string, holdsRows = true) {
  const cell = { key: 'k9', id: 'q', kind: 'sql', attributes: [], text: sql } as unknown as Cell;
  const spec: SqlSpec = parseSql(sql, cell);
  const inputs = Object.fromEntries(
    [...relations].map(([name, relation]) => [name, { type: 'table' as const, relation }])
  );
  const { output } = await runSql(spec, cells.context(inputs, 'q'));
  const { engines, signal } = cells.context();
  const given: ReportGiven<SqlSpec, SqlOutput> = {
    ...{ spec, output, cell, engines, signal, most: 100 },
    holdsRows: async () => holdsRows,
    relation: (name) => relations.get(name),
    value: () => undefined
  };
  return report(given);
}

describe('whether a result shows individual rows', () => {
  test.each([
    // Counted by hand: persons of the smallest group.
    ['select age, count(*) as n from hours group by age', false, 10],
    ['select age, avg(lactate) as lactate from hours group by all order by age', false, 10],
    ['select avg(lactate) as mean, count(*) from hours', false, 30],
    ['select count(*) filter (where age is distinct from 1) as n from hours', false, 30],
    ['with few as (select * from hours where person_id < 20) select hour, max(lactate) from few group by 1', false, 20],
    [
      "select extract('year' from date '2020-01-01') as y, count(*) from hours group by y having count(*) > 1",
      false,
      30
    ],
    [
      "select h.ward, count(*) from hours h join wards w on w.ward = h.ward where h.ward = 'A' group by h.ward",
      false,
      20
    ],
    ['select * from (select age, count(*) n from hours group by age)', false, 10],
    ["select 'a' as w, count(*) as n from hours union all select 'b', avg(age) from hours where age > 9", false, 30],
    ['unpivot (select avg(lactate) as a, avg(age) as b from hours) on a, b into name what value mean', false, 30],
    ['with g as (select hour, avg(lactate) as m from hours group by hour) select max(m) over () from g', false, 30]
  ])('%s: no', async (sql, individual, smallest) => {
    const got = await reported(sql);
    expect(got).toMatchObject({ individual, note: `smallest group: ${smallest} persons`, aggregates: ['q'] });
  });

  test.each([
    ['select * from hours'],
    ['select person_id, avg(lactate) from hours group by person_id'],
    ['select ward, avg(lactate) from hours group by ward'], // C is one child, B nine.
    ['select list(lactate) from hours'],
    ["select string_agg(ward, ',') from hours"],
    ['select distinct ward from hours'],
    ['select age, count(*) over () from hours'],
    ['select age, count(*) from hours group by age union all select hour, 1 from hours'],
    ["select 'few' as w, count(*) from hours where ward = 'C' union all select 'all', count(*) from hours"],
    ['select age from hours union select hour from hours'],
    ['select 1 union all select count(*) from hours'],
    ['from hours'],
    ['select * from (select ward, count(*) n from hours group by ward)'],
    ['select * from (select age, count(*) n from hours group by age), hours'],
    ['select * from (select distinct age from hours)'],
    ['select 1 as one from hours']
  ])('%s: yes', async (sql) => {
    const got = await reported(sql);
    expect(got.individual).toBe(true);
    expect(got.aggregates).toBeUndefined();
  });

  test('a query over aggregates, or over nothing, shows none', async () => {
    expect((await reported('select * from hours', false)).individual).toBe(false);
    expect((await reported('select range as n from range(500)')).individual).toBe(false);
  });

  test('tables are cut, and say how long they are', async () => {
    const { blocks } = await reported('select * from hours');
    expect(blocks).toMatchObject([{ type: 'table', of: 120, table: { rows: 100 } }]);
  });

  test('the probe leaves nothing behind', async () => {
    await reported('select age, count(*) as n from hours group by age');
    const names = (await cells.data.relations()).map(({ name }) => name);
    expect(names.filter((name) => name.startsWith('probe'))).toEqual([]);
  });
});

test.each([
  ['select a from t', 'select a , count(*) as phems_group_size\nfrom t'],
  ['select a -- from\nfrom t group by a', 'select a -- from\n, count(*) as phems_group_size\nfrom t group by a'],
  ['select a, (select b from u) from t', 'select a, (select b from u) , count(*) as phems_group_size\nfrom t'],
  ['select a is distinct from b from t', 'select a is distinct from b , count(*) as phems_group_size\nfrom t'],
  ['select 1', undefined],
  ['from t', undefined],
  ['from t select a', undefined]
])('%j', (sql, expected) => expect(withGroupSize(sql, undefined)).toBe(expected));
