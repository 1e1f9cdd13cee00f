import { expect, test } from 'vitest';
import type { Column, Table } from '../../shared/table';
import { float64Column, textColumn } from '../columns';
import { staysByHospital } from './stays';

const read = (table: Table, name: string) => {
  const { values, validity } = table.columns.find((column) => column.name === name) as Column;
  return [...values].map((value, row) =>
    validity && !(((validity[row >> 3] as number) >> (row & 7)) & 1) ? null : Number(value)
  );
};
const days = (...values: number[]) => float64Column('picu_days', Float64Array.from(values), 'd');

// R 4.2.2: quantile(c(2.5, 4, 1, 7, 3.25, 30, 0.5), c(.25, .5, .75)) and quantile(c(1, 2, 10, 4), …), type 7.
test('median and quartiles by hospital equal R’s, missing and impossible ones apart', () => {
  const hospital = textColumn('unit', ['b', 'a', 'b', 'b', 'a', 'b', 'a', 'b', 'a', 'b', 'b', 'a', 'a', 'b']);
  const table = staysByHospital(hospital, days(2.5, 1, 4, 1, 2, 7, 10, 3.25, 4, 30, 0.5, NaN, -1, NaN));
  const of = (name: string) => read(table, name);
  expect([of('cases'), of('missing'), of('impossible')]).toEqual([
    [4, 7],
    [1, 1],
    [1, 0]
  ]);
  expect([of('lower_quartile'), of('median'), of('upper_quartile')]).toEqual([
    [1.75, 1.75],
    [3, 3.25],
    [5.5, 5.5]
  ]);
  expect(table.columns.find(({ name }) => name === 'median')?.unit).toBe('d');
});

test('a hospital without any length has no median, one case is its own, none has no row', () => {
  const table = staysByHospital(textColumn('unit', ['a', 'b', 'a']), days(NaN, 3, NaN));
  expect(read(table, 'median')).toEqual([null, 3]);
  expect(read(table, 'lower_quartile')).toEqual([null, 3]);
  expect(staysByHospital(textColumn('unit', []), days()).rows).toBe(0);
  expect(() => staysByHospital(textColumn('unit', ['a']), textColumn('stay', ['long']))).toThrowError(
    expect.objectContaining({ code: 'column-not-numeric' })
  );
});
