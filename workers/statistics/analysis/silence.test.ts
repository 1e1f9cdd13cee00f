import { describe, expect, test } from 'vitest';
import type { Table } from '../../shared/table';
import { column, type Cell } from '../testing/cells';
import { analyse } from './analyse';

const rows = Array.from({ length: 60 }, (_, row) => row);
const cells = (of: (row: number) => Cell) => rows.map(of);
const numbers: Record<string, Cell[]> = {
  y: cells((row) => (row % 7) + row / 50),
  hospital: cells((row) => 1 + (row % 5)),
  age: cells((row) => (row * 7) % 61),
  yes: cells((row) => row % 2),
  days: cells((row) => 1 + ((row * 11) % 29)),
  died: cells((row) => Number(row % 3 > 0)),
  none: cells(() => 0),
  person: cells((row) => row >> 1)
};
const table: Table = {
  rows: rows.length,
  columns: [
    ...Object.entries(numbers).map(([name, values]) => column(name, 'float64', values)),
    column('how', 'text', cells((row) => (row % 3 ? 'dead' : 'home'))) // prettier-ignore
  ]
};
const codes = (all: readonly { code: string }[]) => all.map(({ code }) => code);
const followed = { time: 'days', event: 'died' };
const ended = { time: 'days', event: 'how', cause: 'dead' };

describe('nothing goes wrong in silence', () => {
  test('columns that may be codes are told, unless they stand in factor() or have a unit', async () => {
    const told = async (formula: string, columns = table) =>
      (await analyse('linear', columns, { outcome: 'y', formula })).remarks.filter(({ code }) => code === 'model-codes-as-numbers'); // prettier-ignore
    expect(await told('hospital + age + yes')).toEqual([{ code: 'model-codes-as-numbers', values: { columns: 'hospital' } }]); // prettier-ignore
    expect(await told('factor(hospital) + age')).toEqual([]);
    const measured = { ...table, columns: table.columns.map((one) => ({ ...one, unit: 'mmol/L' })) };
    expect(await told('hospital', measured)).toEqual([]);
    expect(codes((await analyse('cox', table, { ...followed, formula: 'hospital' })).remarks)).toContain('model-codes-as-numbers'); // prettier-ignore
  });

  test.each([
    ['cox', followed],
    ['fine-gray', { ...ended, censored: 'lost' }]
  ])('%s has no offset, and points at mistakes where they are written', async (method, request) => {
    const run = (formula: string) => analyse(method, table, { ...request, formula });
    await expect(run('yes + offset(age)')).rejects.toMatchObject({ code: 'formula-offset', place: { column: 14 } });
    await expect(run('yes + aeg')).rejects.toMatchObject({ code: 'formula-column', place: { column: 7 } });
  });

  test('a word for censored that no row has means nobody, unless it is nearly one that is there', async () => {
    const of = (censored: string) => analyse('cumulative-incidence', table, { ...ended, censored });
    const found = await of('lost');
    expect(codes(found.remarks)).toContain('competing-nobody-censored');
    expect(found.n).toBe(60);
    await expect(of('hone')).rejects.toMatchObject({ code: 'event-absent' });
  });

  test('a time below 0 is not taken from the others', async () => {
    const late = { ...table, columns: [...table.columns, column('time', 'float64', cells((row) => (row === 3 ? -2 : 9)))] }; // prettier-ignore
    const request = { events: 'died', time: 'time' };
    await expect(analyse('incidence-rates', late, request)).rejects.toMatchObject({ code: 'epidemiology-row' });
    await expect(analyse('standardise', late, { ...request, strata: 'how' })).rejects.toMatchObject({ code: 'epidemiology-row' }); // prettier-ignore
  });

  test('risks of 0 expect nobody: there is no ratio to the expected', async () => {
    const { estimates, remarks } = await analyse('calibration', table, { outcome: 'died', risk: 'none' });
    expect(estimates.every(({ estimate }) => Number.isFinite(estimate))).toBe(true);
    expect(codes(remarks)).toContain('prediction-none-expected');
  });

  test('scores that are all the same have an area without an interval, also of persons with several rows', async () => {
    const found = await analyse('roc', table, { outcome: 'died', score: 'none', person: 'person', resamples: 40 });
    expect(found.estimates[0]).toMatchObject({ estimate: 0.5, se: null, lower: null });
    expect(codes(found.remarks)).toContain('prediction-no-spread');
    const calls = await analyse('classification', table, { outcome: 'died', score: 'none', threshold: 1 });
    expect(calls.estimates.find(({ name }) => name === 'LR−')).toMatchObject({ estimate: 0, se: null, lower: null });
  });
});
