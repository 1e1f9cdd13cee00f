import { describe, expect, test } from 'vitest';
import type { Relation } from '../shared/relation';
import type { Table } from '../shared/table';
import { ColumnTable } from './column-table';
import { heldBytes } from './held-bytes';
import { LazyTable } from './lazy-table';
import { tableFrom } from './table-from';
import { toVariable } from './variables';
import { vectorOf } from './vectors';

const bits = (...present: number[]) => Uint8Array.of(present.reduce((sum, one, at) => sum | (one << at), 0));

describe('values of columns', () => {
  test('numbers without gaps are the engine’s own memory', () => {
    const values = Float64Array.of(1, 2);
    expect(vectorOf({ name: 'a', type: 'float64', values }, 2)).toBe(values);
  });

  test('missing values, whole numbers beyond 2^53, days, times and decimals', () => {
    const of = (column: Parameters<typeof vectorOf>[0]) => [...(vectorOf(column, 2) as Iterable<unknown>)];
    const validity = bits(1, 0);
    expect(of({ name: 'a', type: 'int32', values: Int32Array.of(7, 0), validity })).toEqual([7, NaN]);
    expect(of({ name: 'a', type: 'int64', values: BigInt64Array.of(5n, -6n) })).toEqual([5, -6]);
    const beyond = 9007199254740993n;
    expect(of({ name: 'a', type: 'int64', values: BigInt64Array.of(beyond, 1n) })).toEqual([beyond, 1]);
    expect(of({ name: 'a', type: 'bool', values: Uint8Array.of(1, 0), validity })).toEqual([true, null]);
    expect(of({ name: 'a', type: 'text', values: Int32Array.of(1, 0), dictionary: ['x', 'y'] })).toEqual(['y', 'x']);
    expect(of({ name: 'a', type: 'date', values: Int32Array.of(0, 19782) })).toEqual([
      new Date('1970-01-01'),
      new Date('2024-02-29')
    ]);
    expect(of({ name: 'a', type: 'timestamp', values: BigInt64Array.of(1_500_000n, -1_000_000n) })).toEqual([
      new Date('1970-01-01T00:00:01.500Z'),
      new Date('1969-12-31T23:59:59Z')
    ]);
    expect(of({ name: 'a', type: 'decimal', scale: 2, values: BigInt64Array.of(12345n, -5n) })).toEqual([
      123.45, -0.05
    ]);
  });
});

const rows = [
  { ward: 'A', stay: 2, born: new Date('2020-01-01') },
  { ward: 'B', stay: null, born: null },
  { ward: 'A', stay: 5, born: new Date('2021-06-30T12:00:00Z') },
  { ward: null, stay: 1, born: new Date('2019-01-01') }
];

describe('a table in the sandbox', () => {
  test('rows go in and come out as they were', () => {
    const table = tableFrom(rows);
    expect(table.columns).toEqual(['ward', 'stay', 'born']);
    expect(table.rows()).toEqual(rows);
    expect([...table]).toEqual(rows);
    expect(table.column('stay')).toEqual(Float64Array.of(2, NaN, 5, 1));
    expect(tableFrom({ a: [1, 2], b: ['x', 'y'] }).rows()).toEqual([
      { a: 1, b: 'x' },
      { a: 2, b: 'y' }
    ]);
    expect(() => tableFrom({ a: [1], b: [] })).toThrow('equally long');
  });

  test('filter, derive, order, group', () => {
    const table = tableFrom(rows);
    expect(table.filter(({ ward }) => ward === 'A').column('stay')).toEqual(Float64Array.of(2, 5));
    expect(table.derive({ twice: ({ stay }) => (stay === null ? null : 2 * (stay as number)) }).row(1)).toMatchObject({
      stay: null,
      twice: null
    });
    expect(table.orderby('stay').rows({ columns: ['stay'] })).toEqual([1, 2, 5, null].map((stay) => ({ stay })));
    expect(table.orderby('stay', { descending: true }).row(0).stay).toBe(5);
    expect(table.orderby('stay', { descending: true }).row(3).stay).toBeNull();
    const groups = table.groupby('ward');
    expect(groups.count().rows()).toEqual([
      { ward: 'A', count: 2 },
      { ward: 'B', count: 1 },
      { ward: null, count: 1 }
    ]);
    expect(groups.rollup({ longest: (group) => Math.max(...(group.column('stay') as Float64Array)) }).row(0)).toEqual({
      ward: 'A',
      longest: 5
    });
    // A missing ward is not one called "null".
    expect(tableFrom([{ a: null }, { a: 'null' }]).groupby('a').groups).toHaveLength(2);
    expect(table.slice(1, 3).length).toBe(2);
    expect(() => table.column('wards')).toThrow('no column wards');
  });

  test('what does not change is shared, not copied', () => {
    const table = tableFrom({ a: Float64Array.of(1, 2, 3), b: ['x', 'y', 'z'] });
    expect(table.select('a').exact.columns[0]).toBe(table.exact.columns[0]);
  });
});

describe('a table of another cell', () => {
  const relation: Relation = {
    name: 'hourly',
    kind: 'table',
    rows: 3,
    columns: [
      { name: 'x', type: 'float64', sqlType: 'DOUBLE', unit: 'mmol/L' },
      { name: 'g', type: 'text', sqlType: 'VARCHAR' }
    ]
  };
  const whole: Table = tableFrom({ x: Float64Array.of(1, 2, 3), g: ['a', 'b', 'a'] }).exact;
  const open = () => {
    const asked: (readonly string[])[] = [];
    const table = new LazyTable(relation, (_, names, range) => {
      asked.push(names);
      const columns = names.map((name) => whole.columns.find((column) => column.name === name)!);
      const part = new ColumnTable({ rows: whole.rows, columns });
      return Promise.resolve((range ? part.slice(range.from, range.from + range.limit) : part).exact);
    });
    return { table, asked };
  };

  test('only columns that are awaited come, and each once', async () => {
    const { table, asked } = open();
    expect(table.columns).toEqual(['x', 'g']);
    expect(await table.count()).toBe(3);
    expect(asked).toEqual([]);
    expect(await table.column('x')).toBe(whole.columns[0]?.values);
    expect(await table.column('x')).toBe(whole.columns[0]?.values);
    expect((await table.load()).row(2)).toEqual({ x: 3, g: 'a' });
    expect(asked).toEqual([['x'], ['g']]);
    expect(await table.rows({ limit: 2, columns: ['g'] })).toEqual([{ g: 'a' }, { g: 'b' }]);
    const walked = [];
    for await (const row of table) walked.push(row.x);
    expect(walked).toEqual([1, 2, 3]);
    await expect(table.column('y')).rejects.toThrow('hourly has no column y');
  });
});

test('memory that values hold', () => {
  const values = new Float64Array(1000);
  expect(heldBytes([values])).toBe(8000);
  expect(heldBytes([values, { again: values }])).toBe(8008);
  expect(heldBytes(['abc', new Map([['k', 'vv']])])).toBe(6 + 2 + 4 + 16);
  // A thousand rows stand for a million.
  const many = Array.from({ length: 1_000_000 }, () => ({ x: 'ab' }));
  expect(heldBytes([many])).toBe(1_000_000 * (8 + 8 + 4));
  const ring: unknown[] = [];
  ring.push(ring);
  expect(heldBytes([ring])).toBe(8);
});

test('what SQL can be given', () => {
  expect([1, 'x', true, 2n, null].map(toVariable)).toEqual([1, 'x', true, 2n, null]);
  expect(toVariable(NaN)).toBeNull();
  expect(toVariable(new Date('2024-02-29T12:30:00Z'))).toBe('2024-02-29 12:30:00.000');
  expect(toVariable(Float64Array.of(1, 2))).toEqual([1, 2]);
  expect(toVariable(['a', 'b'])).toEqual(['a', 'b']);
  expect([{}, [1, 'x'], () => 1, undefined, [[1]]].map(toVariable)).toEqual(Array(5).fill(undefined));
});
