import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Column, Table } from '../../shared/table';
import { fillGrid, type GridPlan } from '.';
import type { Stays } from './plan';

const minute = 60e6;
const hour = 60 * minute;
const person = 9007199254740993n;

type Row = [time: number, value: number, code?: number, unit?: string | null, of?: bigint];

const lactate = {
  name: 'lactate',
  label: 'Lactate',
  unit: 'mmol/L',
  aggregate: 'last',
  carryHours: 6,
  low: 0.1,
  high: 30
} as const;
const rule = { code: '1', unit: undefined, variable: 0, add: 0, multiply: 1, divide: 1 };
const plain: GridPlan = { layout: 'long', variables: [lactate], rules: [rule], ages: true };

function staysOf(...all: [start: number, hours: number, of?: bigint][]): Stays {
  return {
    person: { name: 'person', type: 'int64', values: BigInt64Array.from(all, ([, , of]) => of ?? person) },
    id: { name: 'id', type: 'int64', values: BigInt64Array.from(all, (_, at) => BigInt(at + 1)) },
    start: Float64Array.from(all, ([start]) => start),
    end: Float64Array.from(all, ([start, hours]) => start + hours * hour),
    hours: Int32Array.from(all, ([, hours]) => Math.ceil(hours))
  };
}

function rowsOf(rows: readonly Row[], withUnits = false): Table {
  const dictionary = [...new Set(rows.map(([, , , unit]) => unit ?? ''))];
  const columns: Column[] = [
    { name: 'person', type: 'int64', values: BigInt64Array.from(rows, ([, , , , of]) => of ?? person) },
    { name: 'at', type: 'float64', values: Float64Array.from(rows, ([time]) => time) },
    { name: 'code', type: 'int32', values: Int32Array.from(rows, ([, , code]) => code ?? 1) },
    { name: 'value', type: 'float64', values: Float64Array.from(rows, ([, value]) => value) }
  ];
  if (!withUnits) return { rows: rows.length, columns };
  const validity = new Uint8Array((rows.length + 7) >> 3);
  rows.forEach(([, , , unit], row) => {
    if (unit != null) validity[row >> 3] = (validity[row >> 3] as number) | (1 << (row & 7));
  });
  const values = Int32Array.from(rows, ([, , , unit]) => dictionary.indexOf(unit ?? ''));
  return { rows: rows.length, columns: [...columns, { name: 'unit', type: 'text', values, dictionary, validity }] };
}

function valuesOf(table: Table, name: string): (number | bigint | null)[] {
  const column = table.columns.find((one) => one.name === name) as Column;
  return Array.from(column.values as Float64Array, (value, row) =>
    column.validity && !(((column.validity[row >> 3] as number) >> (row & 7)) & 1) ? null : value
  );
}

const fill = (rows: readonly Row[], plan: GridPlan = plain, stays = staysOf([0, 8])) =>
  fillGrid(plan, { stays, rows: rowsOf(rows) });

describe('the hours of a stay', () => {
  test('are its started hours from admission, whatever the clock says', () => {
    const { table } = fill([[100.5 * hour, 2]], plain, staysOf([100 * hour + 20 * minute, 1.5]));
    expect(valuesOf(table, 'hour')).toEqual([0, 1]);
    expect(valuesOf(table, 'time')).toEqual([BigInt(100 * hour + 20 * minute), BigInt(101 * hour + 20 * minute)]);
    expect(valuesOf(table, 'person_id')).toEqual([person, person]);
    expect(valuesOf(table, 'lactate')).toEqual([2, 2]);
  });

  test.each([
    ['at admission', 0, [1, 1, 1]],
    ['a microsecond before the next hour', hour - 1, [1, 1, 1]],
    ['on the hour', hour, [null, 1, 1]],
    ['a microsecond before the end', 3 * hour - 1, [null, null, 1]],
    ['at the end: outside', 3 * hour, [null, null, null]],
    ['before admission: outside', -1, [null, null, null]]
  ])('a value %s', (_, time, expected) => {
    const { table, counts } = fill([[time, 1]], plain, staysOf([0, 3]));
    expect(valuesOf(table, 'lactate')).toEqual(expected);
    expect(counts[0]?.used).toBe(expected.some((one) => one !== null) ? 1 : 0);
  });

  test('of overlapping stays: a row belongs to the one that began last and has not ended', () => {
    const rows: Row[] = [0, 1, 2, 3].map((at) => [at * hour, at + 1]);
    const { table, counts } = fill(
      rows,
      { ...plain, variables: [{ ...lactate, carryHours: 0 }] },
      staysOf([0, 4], [hour, 2])
    );
    expect(valuesOf(table, 'lactate')).toEqual([1, null, null, 4, 2, 3]);
    expect(counts[0]).toEqual({ used: 4, impossible: 0, measured: 4, known: 4 });
  });

  test('of two persons beyond 2^53 stay apart', () => {
    const stays = staysOf([0, 1, person], [0, 1, person + 1n]);
    const rows: Row[] = [
      [0, 1, 1, null, person + 1n],
      [0, 2, 1, null, person],
      [0, 3, 1, null, person - 1n]
    ];
    expect(valuesOf(fill(rows, plain, stays).table, 'lactate')).toEqual([2, 1]);
  });
});

describe('carrying forward', () => {
  test('goes on as long as no more than the limit has passed when an hour begins', () => {
    const at = (time: number) => valuesOf(fill([[time, 2]], plain, staysOf([0, 9])).table, 'lactate');
    expect(at(0)).toEqual([2, 2, 2, 2, 2, 2, 2, null, null]);
    expect(at(minute)).toEqual([2, 2, 2, 2, 2, 2, 2, null, null]);
    expect(at(59 * minute)).toEqual([2, 2, 2, 2, 2, 2, 2, null, null]);
    const short = { ...plain, variables: [{ ...lactate, carryHours: 1.5 }] };
    expect(valuesOf(fill([[30 * minute, 2]], short).table, 'lactate').slice(0, 4)).toEqual([2, 2, 2, null]);
    expect(valuesOf(fill([[29.5 * minute, 2]], short).table, 'lactate').slice(0, 4)).toEqual([2, 2, 2, null]);
    expect(valuesOf(fill([[29 * minute, 2]], short).table, 'lactate').slice(0, 4)).toEqual([2, 2, null, null]);
  });

  test('0 hours: a value holds in its own hour only', () => {
    const own = { ...plain, variables: [{ ...lactate, carryHours: 0 }] };
    expect(valuesOf(fill([[59.5 * minute, 2]], own).table, 'lactate').slice(0, 2)).toEqual([2, null]);
  });

  test('tells how old a value is when its hour begins', () => {
    const { table } = fill([
      [30 * minute, 2],
      [2 * hour, 3]
    ]);
    expect(valuesOf(table, 'lactate_age_h').slice(0, 5)).toEqual([0, 0.5, 0, 1, 2]);
  });

  test('never into the next stay', () => {
    const { table } = fill([[0, 2]], plain, staysOf([0, 1], [hour, 2]));
    expect(valuesOf(table, 'lactate')).toEqual([2, null, null]);
  });
});

describe('several values in an hour', () => {
  const rows: Row[] = [
    [20, 4],
    [10, 9],
    [20, 2],
    [30, 3],
    [5, 6],
    [5, 7]
  ].map(([at, value]) => [(at as number) * minute, value as number]);
  test.each([
    ['last', 3],
    ['first', 7],
    ['min', 2],
    ['max', 9],
    ['mean', 31 / 6],
    ['count', 6]
  ] as const)('%s', (aggregate, expected) => {
    const { table } = fill(rows, { ...plain, variables: [{ ...lactate, aggregate }] });
    expect(valuesOf(table, 'lactate').slice(0, 2)).toEqual([expected, aggregate === 'count' ? 0 : expected]);
  });

  test('of the same time: the later row wins', () => {
    expect(
      valuesOf(
        fill([
          [0, 5],
          [0, 4]
        ]).table,
        'lactate'
      )[0]
    ).toBe(4);
    expect(
      valuesOf(
        fill([
          [0, 4],
          [0, 5]
        ]).table,
        'lactate'
      )[0]
    ).toBe(5);
  });
});

describe('values', () => {
  test('that cannot be are missing, and counted', () => {
    const { table, counts } = fill([
      [0, 5],
      [1, 0],
      [2, 31],
      [3, NaN],
      [4, Infinity]
    ]);
    expect(valuesOf(table, 'lactate')[0]).toBe(5);
    expect(counts[0]).toMatchObject({ used: 1, impossible: 4 });
  });

  test('are read by their unit; of one without a rule nothing is taken', () => {
    const rules = [
      { ...rule, unit: 'mmol/L' },
      { ...rule, unit: 'mg/dL', divide: 9.01 }
    ];
    const rows: Row[] = [
      [0, 1, 1, 'mmol/L'],
      [hour, 18.02, 1, 'mg/dL'],
      [2 * hour, 3, 1, 'pounds'],
      [3 * hour, 4, 1, null]
    ];
    const { table } = fillGrid(
      { ...plain, rules, variables: [{ ...lactate, carryHours: 0 }] },
      { stays: staysOf([0, 4]), rows: rowsOf(rows, true) }
    );
    expect(valuesOf(table, 'lactate')).toEqual([1, 2, null, null]);
  });

  test('of no rows: every hour is there and nothing is known', () => {
    const { table, counts } = fill([]);
    expect(table.rows).toBe(8);
    expect(valuesOf(table, 'lactate')).toEqual(new Array(8).fill(null));
    expect(counts).toEqual([{ used: 0, impossible: 0, measured: 0, known: 0 }]);
  });
});

test('the newest value in the look-back of each hour, as found by looking at every row', () => {
  const one = fc.record({ at: fc.integer({ min: -60, max: 700 }), value: fc.integer({ min: 1, max: 30 }) });
  fc.assert(
    fc.property(fc.array(one, { maxLength: 30 }), fc.integer({ min: 0, max: 300 }), (values, limit) => {
      const plan = { ...plain, variables: [{ ...lactate, carryHours: limit / 60 }] };
      const rows = values.map(({ at, value }): Row => [at * minute, value]);
      const expected = Array.from({ length: 8 }, (_, at) => {
        const inside = values.filter((row) => row.at >= 0 && row.at < (at + 1) * 60);
        const newest = Math.max(-Infinity, ...inside.map((row) => row.at));
        const found = inside.findLast((row) => row.at === newest);
        return found && (newest >= at * 60 || at * 60 - newest <= limit) ? found.value : null;
      });
      expect(valuesOf(fill(rows, plan).table, 'lactate')).toEqual(expected);
    })
  );
});
