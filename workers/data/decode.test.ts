import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Column, ColumnType, Table } from '../shared/table';
import type { DataEngine } from './contract';
import type { Duck } from './duck';
import { openNodeDuck } from './duck-node';
import { createDataEngine } from './engine';
import { rowsOf, valueAt } from './test-cells';

let duck: Duck;
let engine: DataEngine;
beforeAll(async () => {
  duck = await openNodeDuck();
  ({ engine } = await createDataEngine(duck));
});

describe("one value of each of DuckDB's types", () => {
  test.each<[sql: string, type: ColumnType, value: unknown, sqlType?: string]>([
    ['(-128)::TINYINT', 'int32', -128, 'TINYINT'],
    ['255::UTINYINT', 'int32', 255, 'UTINYINT'],
    ['(-32768)::SMALLINT', 'int32', -32768, 'SMALLINT'],
    ['65535::USMALLINT', 'int32', 65535, 'USMALLINT'],
    ['(-2147483648)::INTEGER', 'int32', -2147483648],
    ['4294967295::UINTEGER', 'int64', 4294967295n, 'UINTEGER'],
    ['9007199254740993', 'int64', 9007199254740993n],
    ['(-9223372036854775808)::BIGINT', 'int64', -9223372036854775808n],
    ['18446744073709551615::UBIGINT', 'text', '18446744073709551615', 'UBIGINT'],
    ['sum(9223372036854775807) over ()', 'text', '9223372036854775807', 'HUGEINT'],
    [
      '(-170141183460469231731687303715884105728)::HUGEINT',
      'text',
      '-170141183460469231731687303715884105728',
      'HUGEINT'
    ],
    [
      '340282366920938463463374607431768211455::UHUGEINT',
      'text',
      '340282366920938463463374607431768211455',
      'UHUGEINT'
    ],
    ['0.1::FLOAT', 'float64', Math.fround(0.1), 'FLOAT'],
    ['0.1::DOUBLE', 'float64', 0.1],
    ["'nan'::DOUBLE", 'float64', NaN],
    ["'-inf'::DOUBLE", 'float64', -Infinity],
    ['1.5::DECIMAL(4,2)', 'decimal', 150n, 'DECIMAL(4,2)'],
    ['(-1.234)::DECIMAL(9,3)', 'decimal', -1234n, 'DECIMAL(9,3)'],
    ['(-9999999999999999.99)::DECIMAL(18,2)', 'decimal', -999999999999999999n, 'DECIMAL(18,2)'],
    ['12345678901234567890.123::DECIMAL(38,3)', 'text', '12345678901234567890.123', 'DECIMAL(38,3)'],
    ['true', 'bool', true],
    ["date '1960-01-02'", 'date', -3652],
    ["date '2100-02-28'", 'date', 47540],
    ["timestamp '1960-01-02 03:04:05.123456'", 'timestamp', -315521754876544n],
    ["timestamp_s '1960-01-02 03:04:05'", 'timestamp', -315521755000000n, 'TIMESTAMP_S'],
    ["timestamp_ms '1960-01-02 03:04:05.123'", 'timestamp', -315521754877000n, 'TIMESTAMP_MS'],
    ["timestamp_ns '2020-01-02 03:04:05.123456789'", 'text', '2020-01-02 03:04:05.123456789', 'TIMESTAMP_NS'],
    ["timestamptz '2020-01-02 03:04:05.5+02'", 'text', '2020-01-02 01:04:05.5+00', 'TIMESTAMP WITH TIME ZONE'],
    ["time '03:04:05.000006'", 'text', '03:04:05.000006', 'TIME'],
    ["'03:04:05+02'::TIMETZ", 'text', '03:04:05+02', 'TIME WITH TIME ZONE'],
    ["interval '1 year 2 days 3 seconds'", 'text', '1 year 2 days 00:00:03', 'INTERVAL'],
    ["'4ac7a9e9-607c-4c8a-84f3-843f0191e3fd'::UUID", 'text', '4ac7a9e9-607c-4c8a-84f3-843f0191e3fd', 'UUID'],
    ["'b'::ENUM('a', 'b')", 'text', 'b', "ENUM('a', 'b')"],
    ["'\\xAA\\x00b'::BLOB", 'text', '\\xAA\\x00b', 'BLOB'],
    ["'101'::BIT", 'text', '101', 'BIT'],
    ["''", 'text', ''],
    ["'a' || chr(0) || '😀é'", 'text', 'a\0😀é'],
    ['NULL', 'int32', null],
    ['[1, NULL, 3]', 'text', '[1,null,3]', 'INTEGER[]'],
    ['[9007199254740993]', 'text', '[9007199254740993]', 'BIGINT[]'],
    ["[0.1::FLOAT, 'nan'::FLOAT]", 'text', `[${Math.fround(0.1)},"NaN"]`, 'FLOAT[]'],
    ['[1, 2]::INTEGER[2]', 'text', '[1,2]', 'INTEGER[2]'],
    ['[]::VARCHAR[]', 'text', '[]', 'VARCHAR[]'],
    [
      "{'a': 1.50::DECIMAL(5,2), 'b': date '2020-01-02', 'c \"x\"': ['q\"']}",
      'text',
      '{"a":1.50,"b":"2020-01-02","c \\"x\\"":["q\\""]}',
      'STRUCT(a DECIMAL(5,2), b DATE, "c ""x""" VARCHAR[])'
    ],
    [
      "map {'k': 170141183460469231731687303715884105727::HUGEINT}",
      'text',
      '{"k":170141183460469231731687303715884105727}',
      'MAP(VARCHAR, HUGEINT)'
    ],
    ["[interval '1 day']", 'text', '["1 day"]', 'INTERVAL[]'],
    ['union_value(num := 2)', 'text', '2', 'UNION(num INTEGER)']
  ])('%s', async (sql, type, value, sqlType) => {
    const table = await duck.query(`SELECT ${sql} AS x UNION ALL SELECT NULL`);
    const column = table.columns[0]!;
    expect({ type: column.type, sqlType: column.sqlType }).toEqual({ type, sqlType });
    // The first row of the union has the value; the second is missing.
    expect(rowsOf(table)).toEqual([[value], [null]]);
  });

  test('columns of one name stay apart', async () => {
    const table = await duck.query('SELECT 1 AS a, 2 AS a, 3 AS "A"');
    expect(new Set(table.columns.map((column) => column.name.toLowerCase())).size).toBe(3);
    expect(rowsOf(table)).toEqual([[1, 2, 3]]);
  });
});

test('a large result keeps its order and its missing values over batches that end anywhere', async () => {
  const table = await duck.query(
    `SELECT range AS id, CASE WHEN range % 3 > 0 THEN range END AS some, 'p' || (range % 50) AS word
     FROM range(300000) WHERE hash(range) % 5 > 0`
  );
  const [id, some, word] = table.columns as [Column, Column, Column];
  let last = -1n;
  for (let row = 0; row < table.rows; row++) {
    const value = id.values[row] as bigint;
    if (value <= last) throw new Error(`Row ${row} is out of order.`);
    last = value;
    if (valueAt(some, row) !== (value % 3n > 0n ? value : null)) throw new Error(`Row ${row}: some`);
    if (valueAt(word, row) !== `p${value % 50n}`) throw new Error(`Row ${row}: word`);
  }
  expect(table.rows).toBeGreaterThan(230_000);
  expect(word.type === 'text' && word.dictionary.length).toBe(50);
});

describe('what is inserted comes back', () => {
  const int64 = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
  const decimal = fc.bigInt({ min: -(10n ** 18n) + 1n, max: 10n ** 18n - 1n });
  const double = fc.oneof(fc.double(), fc.constantFrom(NaN, Infinity, -Infinity, -0, 5e-324, 2 ** 53 + 2));
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('', ' ', '\0', 'NA', 'a\0b', '😀', 'é\n"\'', '\uFEFFx')
  );
  const int32 = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
  const day = fc.integer({ min: -700_000, max: 700_000 });
  const rows = fc.array(
    fc.tuple(
      ...[int32, int64, double, fc.boolean(), text, day, int64, decimal].map((value) =>
        fc.option(value as fc.Arbitrary<unknown>)
      )
    ),
    { maxLength: 70 }
  );

  test('every type, with missing values in any place', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (given) => {
        await engine.insert('t', tableOf(given));
        const back = await engine.page({ name: 't', offset: 0, limit: 1000 });
        expect(back.columns.map((column) => column.type)).toEqual(tableOf(given).columns.map((column) => column.type));
        expect(rowsOf(back)).toEqual(given);
      }),
      { numRuns: 60, seed: 7 }
    );
  });

  function tableOf(given: unknown[][]): Table {
    const column = (at: number, type: string, values: object, more: object = {}): Column =>
      ({
        name: `c ${at}"`,
        type,
        values,
        validity: validityOf(given.map((row) => row[at] !== null)),
        ...more
      }) as Column;
    const typed = (at: number, zero: unknown) => given.map((row) => row[at] ?? zero) as never;
    const dictionary = [...new Set(given.map((row) => row[4] as string | null))].map((word) => word ?? '');
    return {
      rows: given.length,
      columns: [
        column(0, 'int32', Int32Array.from(typed(0, 0))),
        column(1, 'int64', BigInt64Array.from(typed(1, 0n))),
        column(2, 'float64', Float64Array.from(typed(2, 0))),
        column(
          3,
          'bool',
          Uint8Array.from(given, (row) => (row[3] ? 1 : 0))
        ),
        column(
          4,
          'text',
          Int32Array.from(given, (row) => dictionary.indexOf((row[4] as string | null) ?? '')),
          { dictionary }
        ),
        column(5, 'date', Int32Array.from(typed(5, 0))),
        column(6, 'timestamp', BigInt64Array.from(typed(6, 0n))),
        column(7, 'decimal', BigInt64Array.from(typed(7, 0n)), { scale: 4 })
      ]
    };
  }

  test('types that our table only mentions are given back', async () => {
    const table = await duck.query(
      `SELECT 170141183460469231731687303715884105727::HUGEINT AS h, uuid() AS u, interval '1 day' AS i, 1::TINYINT AS s,
              0.1::FLOAT AS f, 1.25::DECIMAL(6,2) AS d, time '03:04:05' AS t`
    );
    const relation = await engine.insert('typed', table);
    expect(relation.columns.map((column) => column.sqlType)).toEqual([
      'HUGEINT',
      'UUID',
      'INTERVAL',
      'TINYINT',
      'FLOAT',
      'DECIMAL(6,2)',
      'TIME'
    ]);
    expect(rowsOf(await engine.page({ name: 'typed', offset: 0, limit: 1 }))).toEqual(rowsOf(table));
  });

  test('a table of several parts is whole', async () => {
    const count = 300_001;
    const values = Float64Array.from({ length: count }, (_, row) => row / 7);
    await engine.insert('parts', { rows: count, columns: [{ name: 'x', type: 'float64', values }] });
    const [sum] = rowsOf(await engine.query('SELECT count(*) AS n, sum(x * 7)::BIGINT AS s FROM parts'));
    expect(sum).toEqual([300_001n, (300_000n * 300_001n) / 2n]);
  });

  test.each([
    ['table-without-columns', { rows: 0, columns: [] }],
    [
      'table-column-twice',
      {
        rows: 0,
        columns: [
          { name: 'a', type: 'bool', values: new Uint8Array() },
          { name: 'A', type: 'bool', values: new Uint8Array() }
        ]
      }
    ],
    ['table-uneven', { rows: 2, columns: [{ name: 'a', type: 'bool', values: new Uint8Array(1) }] }]
  ] as [string, Table][])('%s leaves what was there', async (code, table) => {
    await engine.insert('kept', { rows: 1, columns: [{ name: 'a', type: 'int32', values: Int32Array.of(5) }] });
    await expect(engine.insert('kept', table)).rejects.toMatchObject({ code });
    expect(rowsOf(await engine.query('FROM kept'))).toEqual([[5]]);
  });
});

function validityOf(present: readonly boolean[]): Uint8Array {
  const bits = new Uint8Array((present.length + 7) >> 3);
  present.forEach((isPresent, row) => {
    if (isPresent) bits[row >> 3]! |= 1 << (row & 7);
  });
  return bits;
}
