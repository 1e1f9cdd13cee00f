import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Table } from '../shared/table';
import type { DataEngine, Variable } from './contract';
import type { Duck } from './duck';
import { openNodeDuck } from './duck-node';
import { createDataEngine } from './engine';
import { rowsOf } from './test-cells';

let duck: Duck;
let engine: DataEngine;
beforeAll(async () => {
  duck = await openNodeDuck();
  ({ engine } = await createDataEngine(duck));
  await engine.insert('stays', stays);
});

const stays: Table = {
  rows: 3,
  columns: [
    { name: 'person_id', type: 'int64', values: BigInt64Array.of(1n, 2n, 9007199254740993n) },
    { name: 'lactate', type: 'float64', values: Float64Array.of(1.5, 4, 0.9), unit: 'mmol/L', label: 'Lactate' },
    { name: 'ward', type: 'text', values: Int32Array.of(0, 1, 0), dictionary: ["O'Hara 😀", 'B\nC'] }
  ]
};

const define = (sql: string, variables: Record<string, Variable> = {}, name = 'cell') =>
  engine.define({ name, sql, variables, inputs: ['stays'] });

describe('values of inputs are bound', () => {
  test.each<[sql: string, variables: Record<string, Variable>, rows: unknown[][]]>([
    ['select person_id from stays where lactate > ${least}', { least: 1.2 }, [[1n], [2n]]],
    ['select person_id from stays where ward = ${ward}', { ward: "O'Hara 😀" }, [[1n], [9007199254740993n]]],
    ['select person_id from stays where ward = ${ward}', { ward: 'B\nC' }, [[2n]]],
    ['select count(*) from stays where ward = ${ward}', { ward: "x' or 1=1 --" }, [[0n]]],
    ['select person_id from stays where person_id = ${id}', { id: 9007199254740993n }, [[9007199254740993n]]],
    ['select person_id from stays where person_id in ${ids}', { ids: [1, 7] }, [[1n]]],
    ['select person_id from stays where person_id in (${ids})', { ids: [2, 7] }, [[2n]]],
    ['select person_id from stays where ward not in ${wards}', { wards: ["O'Hara 😀"] }, [[2n]]],
    ['select person_id from stays where ward in ${wards}', { wards: [] }, []],
    ['select count(*) from stays where person_id not in ${ids}', { ids: [] }, [[3n]]],
    ['select ${range[1]} as low, ${range[2]} as high', { range: [5, 7.5] }, [[5, 7.5]]],
    ['select ${n + 1} * 2 as x', { n: 4 }, [[10]]],
    ['select ${flag} as a, ${nothing} as b', { flag: true, nothing: null }, [[true, null]]],
    ['select ${Max} as a, ${max} as b', { Max: 1, max: 2 }, [[1, 2]]],
    ['select person_id from stays order by person_id limit ${n}', { n: 1 }, [[1n]]],
    ["select date '2020-02-28' + ${days} as d", { days: 2 }, [[18322]]],
    ["select (timestamp '2020-01-01' > ${from}) as later", { from: '2019-12-31' }, [[true]]],
    ["select '${ward}' as text, ${ward} as value", { ward: 'x' }, [['${ward}', 'x']]]
  ])('%s', async (sql, variables, rows) => {
    expect(rowsOf((await define(sql, variables)).first)).toEqual(rows);
  });

  test('each cell keeps its own values when it is read later', async () => {
    await define('select person_id from stays where lactate > ${least}', { least: 2 }, 'high');
    await define('select person_id from stays where lactate > ${least}', { least: 1 }, 'more');
    expect(rowsOf(await engine.page({ name: 'high', offset: 0, limit: 9 }))).toEqual([[2n]]);
    expect(await engine.count('more')).toBe(2);
  });
});

describe('a failure names its place in the cell', () => {
  beforeEach(async () => {
    await define('select 1 as good');
  });

  test.each<[sql: string, code: string, line: number | undefined, column: number | undefined, values?: object]>([
    ['', 'sql-empty', undefined, undefined],
    [' ; ', 'sql-empty', undefined, undefined],
    ['select person_id,, lactate from stays', 'sql-syntax', 1, 18, { word: ',' }],
    ['select 1 +', 'sql-syntax', 1, 11],
    ["select 'abc", 'sql-quote-open', 1, 8],
    ['select (1', 'sql-bracket', 1, 8],
    ['select 1) as x, (select 2', 'sql-bracket', 1, 9],
    ['select\n  lactat\nfrom stays', 'sql-no-column', 2, 3, { name: 'lactat', near: 'lactate' }],
    ["select '😀é', lactat from stays", 'sql-no-column', 1, 15, { near: 'lactate' }],
    ['select ${n}, lactat from stays', 'sql-no-column', 1, 14, { near: 'lactate' }],
    ['select s.lactat from stays s', 'sql-no-column', 1, 8, { near: 'lactate' }],
    ['select *\nfrom stay', 'sql-no-table', 2, 6, { name: 'stay', near: 'stays' }],
    ['select meadian(lactate) from stays', 'sql-no-function', 1, 8, { near: 'median' }],
    ['select ${missing} from stays', 'sql-no-value', 1, 8, { name: 'missing' }],
    ['select ${} from stays', 'sql-no-value', 1, 8],
    ['drop table stays', 'sql-not-a-select', 1, 1, { word: 'drop' }],
    ["copy stays to 'x.csv'", 'sql-not-a-select', 1, 1],
    ['select 1; drop table stays', 'sql-several', 1, 9],
    ['pivot stays on ward using sum(lactate)', 'sql-pivot', undefined, undefined],
    ['select * from cell', 'sql-itself', 1, 15],
    ['select ward, lactate from stays group by ward', 'sql-group', 1, 14, { name: 'lactate' }],
    ['select person_id from stays a join stays b using (ward)', 'sql-ambiguous', undefined, undefined],
    ["select lactate > date '2020-01-01' from stays", 'sql-compare', 1, 16, { left: 'DOUBLE', right: 'DATE' }],
    ['select sum(ward) from stays', 'sql-arguments', 1, 8, { name: 'sum', types: 'VARCHAR' }],
    ['select ward::integer from stays', 'sql-conversion', 1, 12, { type: 'INTEGER' }],
    ['select person_id = ${list} from stays', 'sql-list', undefined, undefined],
    ['select lactate::date from stays', 'sql-cast', 1, 15, { from: 'DOUBLE', to: 'DATE' }],
    ["from read_text('/etc/passwd')", 'sql-forbidden', 1, 6],
    ["from 'https://example.org/x.csv'", 'sql-forbidden', undefined, undefined],
    ["select error('x')", 'sql-failed', undefined, undefined]
  ])('%s', async (sql, code, line, column, values = {}) => {
    const error = await define(sql, { n: 1, list: [1] }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'AppError', code, values });
    if (line !== undefined) expect(error).toMatchObject({ place: { line, column } });
    // What was there before still is.
    expect(rowsOf(await engine.page({ name: 'cell', offset: 0, limit: 1 }))).toEqual([[1]]);
  });
});

describe('a definition', () => {
  test.each([
    'with a as (select 1 as x) select * from a',
    'from stays',
    'from stays select ward limit 1;',
    'values (1), (2)',
    'summarize stays',
    'describe stays',
    "pivot stays on ward in ('x', 'y') using sum(lactate)",
    'unpivot stays on lactate into name kind value amount',
    'select 1 -- the end',
    'select 1 /* the end; */',
    'select * exclude (ward) from stays',
    "select columns(c -> c like 'l%') from stays",
    'select person_id, lag(lactate) over (order by person_id) from stays qualify row_number() over () < 3',
    'select 1 union all by name select 2',
    'with recursive t as (select 1 as n union all select n + 1 from t where n < 5) from t'
  ])('%s is a table again when it is read later', async (sql) => {
    const { first, relation } = await define(sql);
    const page = await engine.page({ name: 'cell', offset: 0, limit: 200 });
    expect(rowsOf(page)).toEqual(rowsOf(first));
    expect(relation.columns.length).toBe(first.columns.length);
  });

  test('carries units and labels to columns of the same name', async () => {
    const { first, relation } = await define(
      'select lactate, lactate * 2 as twice, person_id as "LACTATE_ID" from stays'
    );
    expect(first.columns[0]).toMatchObject({ unit: 'mmol/L', label: 'Lactate' });
    expect(relation.columns[0]).toMatchObject({ unit: 'mmol/L', label: 'Lactate', sqlType: 'DOUBLE' });
    expect(relation.columns[1]).not.toHaveProperty('unit');
    const [page] = (await engine.page({ name: 'cell', offset: 0, limit: 1 })).columns;
    expect(page).toMatchObject({ unit: 'mmol/L' });
  });

  test('shows 200 rows at once and counts when asked', async () => {
    const { first, relation } = await define('select range as n from range(1000)');
    expect(first.rows).toBe(200);
    expect(relation.rows).toBeUndefined();
    expect(await engine.count('cell')).toBe(1000);
    expect((await define('select range as n from range(200)')).relation.rows).toBe(200);
  });

  test('with random numbers runs once', async () => {
    const { first } = await define('select random() as r from range(500)');
    const again = await engine.page({ name: 'cell', offset: 0, limit: 200 });
    expect(rowsOf(again)).toEqual(rowsOf(first));
  });

  test('of a cell is seen by cells that read it, also after both changed', async () => {
    await define('select 1 as a', {}, 'base');
    await define('select a + 1 as b from base', {}, 'above');
    await engine.materialise('base');
    await define('select 5 as a', {}, 'BASE');
    await define('select a + 1 as b from base', {}, 'above');
    expect(rowsOf(await engine.page({ name: 'above', offset: 0, limit: 1 }))).toEqual([[6]]);
    expect((await engine.relations()).filter((one) => one.name.toLowerCase() === 'base')).toHaveLength(1);
  });

  test('whose table got other columns says that it is outdated', async () => {
    await define('select 1 as a', {}, 'base');
    await define('select * from base', {}, 'alias');
    await define('select a from base', {}, 'above');
    await define("select 'x' as a, 2 as b", {}, 'base');
    for (const name of ['alias', 'above']) {
      await expect(engine.page({ name, offset: 0, limit: 1 })).rejects.toMatchObject({ code: 'sql-outdated' });
    }
  });

  test('is forgotten with what it held', async () => {
    await define('select range as n from range(1000)', {}, 'gone "x"');
    await engine.materialise('gone "x"');
    await engine.remove(['GONE "X"', 'never there']);
    await expect(engine.count('gone "x"')).rejects.toMatchObject({ code: 'relation-unknown' });
    const left = await engine.query("SELECT count(*) AS n FROM duckdb_tables() WHERE table_name ILIKE 'gone%'");
    expect(rowsOf(left)).toEqual([[0n]]);
  });

  test('takes the place of a table, and a table of a definition', async () => {
    await engine.insert('double', stays);
    await define('select 2 as a', {}, 'Double');
    expect(rowsOf(await engine.query('from double'))).toEqual([[2]]);
    await engine.insert('double', stays);
    expect(await engine.count('double')).toBe(3);
  });
});

describe('Stop', () => {
  test('ends a cross join of millions by millions, and the engine answers the next query', async () => {
    const controller = new AbortController();
    const sql = 'select count(*) as n from range(3000000) a, range(3000000) b where (a.range * b.range) % 7 = 3';
    setTimeout(() => controller.abort(), 100);
    const started = performance.now();
    await expect(
      engine.define({ name: 'cross', sql, variables: {}, inputs: [] }, { signal: controller.signal })
    ).rejects.toMatchObject({ code: 'stopped' });
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(rowsOf(await engine.query('select 1 as x'))).toEqual([[1]]);
  });

  test('ends a call that still waits for its turn', async () => {
    const controller = new AbortController();
    const busy = engine.query(
      'select count(*) as n from range(5000) a, range(10000) b where (a.range * b.range) % 7 = 3'
    );
    const waiting = engine.query('select 1', [], { signal: controller.signal });
    controller.abort();
    await expect(waiting).rejects.toMatchObject({ code: 'stopped' });
    await busy;
  });
});
