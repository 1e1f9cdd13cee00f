import { beforeAll, expect } from 'vitest';
import type { DataRoom } from '../../data';
import type { Table } from '../../shared/table';
import * as door from '../hourly';
import type { GridPlan } from '../hourly';
import { fillHours } from '../index';
import { openRoom } from '../quality/node-engine';
import { badInput, BIG, cannot, cellsOf, column, gives, NEXT, refused, tableOf, type Given } from './matrix';

const { fillGrid, hourlyGrid } = door;

const HOUR = 3_600_000_000;
const lactate = {
  name: 'lactate',
  label: 'Lactate',
  unit: 'mmol/L',
  aggregate: 'mean',
  carryHours: 6,
  low: 0.1,
  high: 30
} as const;
const plan: GridPlan = {
  layout: 'long',
  variables: [lactate],
  rules: [{ code: '1', unit: undefined, variable: 0, add: 0, multiply: 1, divide: 1 }],
  ages: true
};
const staysOf = (...persons: bigint[]) => ({
  person: column('person', 'int64', persons),
  id: column('id', 'int64', persons),
  start: new Float64Array(persons.length),
  end: new Float64Array(persons.length).fill(2 * HOUR),
  hours: new Int32Array(persons.length).fill(2)
});
type Row = readonly [person: bigint, at: number, value: number];
const rowsOf = (rows: readonly Row[]) =>
  tableOf(
    column(
      'person',
      'int64',
      rows.map(([one]) => one)
    ),
    column(
      'at',
      'float64',
      rows.map(([, at]) => at)
    ),
    column(
      'code',
      'int32',
      rows.map(() => 1)
    ),
    column(
      'value',
      'float64',
      rows.map(([, , value]) => value)
    )
  );
const fill = (given: Given, persons: bigint[], ...rows: readonly Row[]) =>
  fillGrid(plan, given({ stays: staysOf(...persons), rows: rowsOf(rows) }));

let room: DataRoom;
let made = 0;
beforeAll(async () => {
  room = await openRoom();
});

type Value = readonly [person: bigint | null, time: string | null, value: string | null, unit: string | null];
const text = (value: string | null) => (value === null ? 'NULL' : `'${value}'`);

/** The grid of some measurements of lactate, with one stay a person of the first three hours of 2024 unless told. */
async function grid(values: readonly Value[], { stays, map }: { stays?: string; map?: string } = {}) {
  const number = ++made;
  const insert = async (name: string, sql: string) => room.insert(name, await room.query(sql));
  const rows = values.map(
    ([person, time, value, unit]) =>
      `(${person ?? 'NULL'}::BIGINT, 'lactate', ${text(time)}::TIMESTAMP, ${text(value)}::DOUBLE, ${text(unit)}::VARCHAR)`
  );
  const columns = 'v(person_id, variable, time, value, unit)';
  await insert(
    `values_${number}`,
    values.length === 0
      ? `SELECT * FROM (VALUES (1::BIGINT, 'lactate', NULL::TIMESTAMP, 1.0::DOUBLE, ''::VARCHAR)) ${columns} LIMIT 0`
      : `SELECT * FROM (VALUES ${rows.join(', ')}) ${columns}`
  );
  if (stays !== undefined) {
    await insert(`stays_${number}`, `SELECT * FROM (VALUES ${stays}) v(person_id, stay_id, admitted, discharged)`);
  }
  if (map !== undefined) {
    await insert(`map_${number}`, `SELECT * FROM (VALUES ${map}) v(name, variable, unit, factor)`);
  }
  const relations = await room.relations();
  const find = (name: string) => relations.find((one) => one.name === `${name}_${number}`)!;
  const parts: Table[] = [];
  const report = await hourlyGrid(
    {
      from: find('values'),
      ...(stays !== undefined && { stays: find('stays') }),
      ...(map !== undefined && { map: find('map') })
    },
    { aggregate: { [map === undefined ? 'lactate' : 'own']: 'mean' } },
    {
      query: (sql) => room.query(sql),
      fill: fillHours,
      keep: async (part) => void parts.push(part)
    }
  );
  return { report, parts, table: parts[0]! };
}
const stay = (person: bigint, from = '2024-01-01 00:00', to = '2024-01-01 02:00') =>
  `(${person}::BIGINT, ${person}::BIGINT, '${from}'::TIMESTAMP, '${to}'::TIMESTAMP)`;

badInput('hourly', door, {
  fillGrid: {
    empty: gives(
      'no stay, no row',
      (given) => fill(given, []),
      ({ table, counts }) => expect([table.rows, counts[0]?.used]).toEqual([0, 0])
    ),
    'one row': gives(
      'one value, carried forward',
      (given) => fill(given, [1n], [1n, 0, 2]),
      ({ table }) => expect(cellsOf(table, 'lactate')).toEqual([2, 2])
    ),
    'all missing': gives(
      'hours without a value',
      (given) => fill(given, [1n], [1n, 0, NaN], [1n, NaN, 2]),
      ({ table }) => expect(cellsOf(table, 'lactate')).toEqual([undefined, undefined])
    ),
    'impossible values': gives(
      'counted as impossible, and treated as missing',
      (given) => fill(given, [1n], [1n, 0, 1e308], [1n, 1, -1], [1n, 2, Infinity]),
      ({ table, counts }) =>
        expect([cellsOf(table, 'lactate'), counts[0]?.impossible]).toEqual([[undefined, undefined], 3])
    ),
    'mixed units': cannot('units have become rules of the plan before: hourlyGrid reads them'),
    'ids beyond 2^53': gives(
      'values of neighbouring persons stay apart',
      (given) => fill(given, [BIG, NEXT], [NEXT, 0, 3], [BIG, 0, 2]),
      ({ table }) => {
        expect(cellsOf(table, 'person_id')).toEqual([BIG, BIG, NEXT, NEXT]);
        expect(cellsOf(table, 'lactate')).toEqual([2, 2, 3, 3]);
      }
    ),
    'duplicate times': gives(
      'values of one time are one mean',
      (given) => fill(given, [1n], [1n, 0, 2], [1n, 0, 4]),
      ({ table }) => expect(cellsOf(table, 'lactate')).toEqual([3, 3])
    )
  },
  hourlyGrid: {
    empty: refused('hourly-no-variables', () => grid([], { stays: stay(1n) })),
    'one row': gives(
      'one hour of one person',
      () => grid([[1n, '2024-01-01 00:10', '2', 'mmol/L']]),
      ({ table, report }) => expect([cellsOf(table, 'lactate'), report.hours]).toEqual([[2], 1])
    ),
    'all missing': gives(
      'rows without person, time or value are counted: timeless, valueless',
      () =>
        grid(
          [
            [null, '2024-01-01', '2', 'mmol/L'],
            [1n, null, '2', 'mmol/L'],
            [1n, '2024-01-01', null, 'mmol/L']
          ],
          { stays: stay(1n) }
        ),
      ({ table, report }) => {
        expect(cellsOf(table, 'lactate')).toEqual([undefined, undefined]);
        expect(report.variables[0]).toMatchObject({ rows: 3, used: 0, timeless: 2, valueless: 1 });
      }
    ),
    'impossible values': gives(
      'counted as impossible or timeless; of a variable of one’s own without limits too; reversed stays are counted',
      async () => {
        const values: Value[] = [
          [1n, '2024-01-01 00:10', 'NaN', 'mmol/L'],
          [1n, '2024-01-01 00:10', 'Infinity', 'mmol/L'],
          [1n, '2024-01-01 00:10', '-1', 'mmol/L'],
          [1n, 'infinity', '2', 'mmol/L']
        ];
        const known = await grid(values, { stays: `${stay(1n)}, ${stay(2n, '2024-01-02', '2024-01-01')}` });
        const own = await grid(
          [...values, [1n, '2024-01-01 00:20', '1e308', 'mmol/L'], [1n, '2024-01-01 00:20', '1.7e308', 'mmol/L']],
          { stays: stay(1n), map: `('lactate', 'own', NULL::VARCHAR, 10.0::DOUBLE)` }
        );
        return { known, own };
      },
      ({ known, own }) => {
        expect(known.report.variables[0]).toMatchObject({ rows: 4, used: 0, impossible: 3, timeless: 1 });
        expect(known.report.stays).toMatchObject({ used: 1, reversed: 1 });
        expect(own.report.variables[0]).toMatchObject({ rows: 6, used: 1, impossible: 4, timeless: 1 });
      }
    ),
    'mixed units': gives(
      'each row in its own unit; an unknown or missing one is counted: unitUnknown',
      () =>
        grid(
          [
            [1n, '2024-01-01 00:10', '18.02', 'mg/dL'],
            [1n, '2024-01-01 01:10', '4', 'mmol/L'],
            [1n, '2024-01-01 01:10', '9', 'furlong'],
            [1n, '2024-01-01 01:10', '9', null]
          ],
          { stays: stay(1n) }
        ),
      ({ table, report }) => {
        expect(cellsOf(table, 'lactate')).toEqual([expect.closeTo(2, 12), 4]);
        expect(report.variables[0]).toMatchObject({ used: 2, unitUnknown: 2 });
      }
    ),
    'ids beyond 2^53': gives(
      'values of neighbouring persons stay apart',
      () =>
        grid(
          [
            [NEXT, '2024-01-01 00:10', '3', 'mmol/L'],
            [BIG, '2024-01-01 00:10', '2', 'mmol/L']
          ],
          { stays: `${stay(NEXT)}, ${stay(BIG)}` }
        ),
      ({ table }) => {
        expect(cellsOf(table, 'person_id')).toEqual([BIG, BIG, NEXT, NEXT]);
        expect(cellsOf(table, 'lactate')).toEqual([2, 2, 3, 3]);
      }
    ),
    'duplicate times': gives(
      'values of one time are one mean; stays that overlap are counted',
      () =>
        grid(
          [
            [1n, '2024-01-01 00:10', '2', 'mmol/L'],
            [1n, '2024-01-01 00:10', '4', 'mmol/L']
          ],
          { stays: `${stay(1n)}, ${stay(1n)}` }
        ),
      ({ table, report }) => {
        expect(cellsOf(table, 'lactate').filter((one) => one !== undefined)).toEqual([3, 3]);
        expect(report.stays.overlapping).toBe(1);
      }
    )
  }
});
