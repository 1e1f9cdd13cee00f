import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Column } from '../../../shared/table';
import { creatinineBaselines, score } from '../index';
import { cellsOf, columnOf } from '../testing/columns';

const persons = (...ids: number[]): Column => ({ name: 'person', type: 'int32', values: Int32Array.from(ids) });

async function baselines(ids: number[], hours: number[], values: (number | null)[], unit?: string) {
  const found = await creatinineBaselines({
    person: persons(...ids),
    time: columnOf(hours, 'h'),
    creatinine: columnOf(values, unit)
  });
  const table = { rows: ids.length, columns: [found.creatinine_48h, found.baseline] };
  return { found, recent: cellsOf(table, 'creatinine_48h'), week: cellsOf(table, 'baseline') };
}

test('48 hours and 7 days ago still count, later does not, and the same time is not before', async () => {
  const { recent, week } = await baselines([1, 1, 1, 1, 1], [0, 0, 48, 168, 169], [0.4, 0.3, 0.9, 0.8, null]);
  expect(recent).toEqual([null, null, 0.3, null, 0.8]);
  expect(week).toEqual([null, null, 0.3, 0.3, 0.8]);
});

test('an empty course, one row, impossible values and values in µmol/L', async () => {
  expect((await baselines([], [], [])).week).toEqual([]);
  expect((await baselines([1], [0], [0.5])).week).toEqual([null]);
  expect((await baselines([1, 1, 1], [0, 1, 2], [-1, 0, 0.5])).week).toEqual([null, null, null]);
  expect((await baselines([1, 1], [0, 1], [88.42, 100], 'µmol/L')).week).toEqual([null, 1]);
});

test('the least value before equals that of a search through all rows', async () => {
  const row = fc.record({
    person: fc.integer({ min: 1, max: 3 }),
    hour: fc.integer({ min: 0, max: 400 }),
    value: fc.option(fc.integer({ min: 1, max: 40 }))
  });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 60 }), async (rows) => {
      const { recent, week } = await baselines(
        rows.map(({ person }) => person),
        rows.map(({ hour }) => hour),
        rows.map(({ value }) => value)
      );
      const least = (at: (typeof rows)[number], span: number) => {
        const before = rows.filter(
          ({ person, hour, value }) =>
            person === at.person && value !== null && hour < at.hour && at.hour - hour <= span
        );
        return before.length > 0 ? Math.min(...before.map(({ value }) => value ?? NaN)) : null;
      };
      expect(recent).toEqual(rows.map((one) => least(one, 48)));
      expect(week).toEqual(rows.map((one) => least(one, 168)));
    })
  );
});

test('stages follow from a course', async () => {
  const values = [0.5, 0.5, 0.8, 1.1, 1.6, 0.5];
  const { found } = await baselines([1, 1, 1, 1, 1, 2], [0, 24, 48, 72, 96, 0], values);
  const { table } = await score('kdigo', { creatinine: columnOf(values), ...found });
  expect(cellsOf(table, 'stage')).toEqual([null, 0, 1, 2, 3, null]);
});
