import { describe, expect, test } from 'vitest';
import type { Table } from '../shared/table';
import { byTable } from './by-table';
import type { ScoredCourse } from './scores';

const float = (name: string, ...values: number[]) => ({
  name,
  type: 'float64' as const,
  values: Float64Array.from(values)
});
const text = (name: string, ...values: string[]) => {
  const dictionary = [...new Set(values)];
  return { name, type: 'text' as const, dictionary, values: Int32Array.from(values, (one) => dictionary.indexOf(one)) };
};
const hours: Table = {
  rows: 2,
  columns: [float('age_months', 30, 30), float('platelets', 99, 100), float('mean', 31, 45), text('ward', 'a', 'b')]
};

describe('functions over whole tables', () => {
  test('score takes inputs by their own names, others as told, and leaves other columns alone', async () => {
    const totals = async (options: object) => {
      const { table } = (await byTable('score', ['phoenix', hours, options])) as { table: Table };
      return [...(table.columns.find(({ name }) => name === 'total')?.values ?? [])];
    };
    expect(await totals({})).toEqual([1, 0]);
    expect(await totals({ columns: { age_months: 'age_months', map: 'mean' } })).toEqual([2, 0]);
  });

  test('score takes columns by the names that a score cell knows', async () => {
    const breathing: Table = {
      rows: 1,
      columns: [float('Resp_Rate', 60), float('age_mo', 30), float('support', 1), float('pf', 350), float('vent', 0)]
    };
    const of = async (name: string, column: string) => {
      const { table } = (await byTable('score', [name, breathing])) as { table: Table };
      return Number(table.columns.find((one) => one.name === column)?.values[0]);
    };
    expect(await of('sirs', 'respiratory_rate')).toBe(1);
    expect(await of('phoenix', 'respiratory')).toBe(1);
  });

  test('windows, baselines and onsets over whole tables', async () => {
    const course: Table = {
      rows: 3,
      columns: [
        text('child', 'a', 'a', 'b'),
        { ...float('hour', 0, 3, 3), unit: 'h' },
        { ...float('lactate', 12, 0, 0), validity: Uint8Array.of(1), unit: 'mmol/L' },
        float('creatinine', 0.5, 1, 1),
        float('infected', 0, 1, 1)
      ]
    };
    const keys = { person: 'child', time: 'hour' };
    const of = (table: Table, name: string) => [...(table.columns.find((one) => one.name === name)?.values ?? [])];
    const columns = { lactate: 'lactate', suspected_infection: 'infected' };
    const asked = { columns, onset: { before: 1 } };
    const found = (await byTable('phoenixWindows', [course, keys, asked])) as ScoredCourse;
    expect(of(found.table, 'total')).toEqual([2, 2, 0]);
    expect(of(found.table, 'sepsis_label')).toEqual([0, 1, 0]);
    expect(found.onset?.counts).toMatchObject({ stays: 2, sepsis: 1 });
    const long = { variable: 'what', value: 'value', at: course };
    const observed: Table = {
      rows: 1,
      columns: [text('child', 'b'), { ...float('hour', 1), unit: 'h' }, text('what', 'lactate'), float('value', 6)]
    };
    const other = (await byTable('phoenixWindows', [observed, keys, { long, columns: {} }])) as ScoredCourse;
    expect(of(other.table, 'total')).toEqual([0, 0, 1]);
    const made = (await byTable('creatinineBaselines', [course, { ...keys, creatinine: 'creatinine' }])) as Table;
    expect(of(made, 'baseline')).toEqual([0, 0.5, 0]);
    const totals: Table = { rows: 3, columns: [...course.columns, float('total', 1, 2, 2)] };
    const named = { ...keys, total: 'total', suspected_infection: 'infected' };
    const onset = (await byTable('sepsisOnset', [totals, named, { before: 0 }])) as { table: Table; labels: Table };
    expect(of(onset.table, 'sepsis_onset')).toEqual([3, 3]);
    expect(of(onset.labels, 'sepsis_label')).toEqual([0, 1, 1]);
  });

  test('pathways and conformance read an event log', async () => {
    const events: Table = {
      rows: 4,
      columns: [
        text('id', 'x', 'x', 'y', 'y'),
        text('what', 'A', 'B', 'A', 'C'),
        { ...float('t', 0, 0, 0, 0), type: 'timestamp', values: BigInt64Array.of(0n, 60_000_000n, 0n, 120_000_000n) }
      ]
    };
    const names = { case: 'id', activity: 'what', time: 't' };
    const { counts } = (await byTable('pathways', [events, names])) as { counts: object };
    expect(counts).toMatchObject({ cases: 2, events: 4, activities: 3, edges: 2 });
    const { fit } = (await byTable('conformance', [events, names, 'A > B'])) as { fit: object };
    expect(fit).toBeDefined();
  });

  test.each([
    ['toString', [], 'clinical-call'],
    ['score', [], 'call-argument'],
    ['score', ['phoenix', 7], 'call-argument'],
    ['score', ['phoenix', { rows: 1, columns: [null] }], 'clinical-call'],
    ['score', ['phoenix', hours, { colums: {} }], 'call-key'],
    ['score', ['fenix', hours], 'score-unknown'],
    ['score', ['phoenix', hours, { columns: { map: 'men' } }], 'clinical-no-column'],
    ['phoenixWindows', [hours], 'call-argument'],
    ['phoenixWindows', [hours, { person: 'ward', time: 'mean' }], 'clinical-time-unit'],
    ['phoenixWindows', [hours, { person: 'ward', time: 'when' }], 'clinical-no-column'],
    ['phoenixWindows', [hours, { person: 'ward', time: 'mean' }, { score: 'psofa', timeUnit: 'h' }], 'windows-score'],
    [
      'creatinineBaselines',
      [hours, { person: 'mean', time: 'mean', creatinine: 'mean' }, { timeUnit: 'h' }],
      'windows-person-type'
    ],
    ['sepsisOnset', [hours, { person: 'ward', time: 'mean', total: 'ward' }, { timeUnit: 'h' }], 'score-input-type'],
    ['pathways', [hours, { case: 'ward', activity: 'ward', time: 'when' }], 'pathway-column-unknown'],
    ['averagePrecision', [hours, {}], 'call-argument'],
    ['pkStudy', [{ model: { name: 'x' }, person: {} }], 'call-argument'],
    ['bleedingRates', [hours], 'pk-column-missing'],
    ['adherence', [null, null, null], 'call-argument']
  ])('%s of %j: %s', async (method, args, code) => {
    const failing = byTable(method, args);
    await expect(failing).rejects.toMatchObject({ name: 'AppError', code });
  });
});
