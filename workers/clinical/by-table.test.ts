import { describe, expect, test } from 'vitest';
import type { Table } from '../shared/table';
import { byTable } from './by-table';

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
    ['score', [], 'clinical-call'],
    ['score', ['phoenix', 7], 'clinical-call'],
    ['score', ['fenix', hours], 'score-unknown'],
    ['score', ['phoenix', hours, { columns: { map: 'men' } }], 'clinical-no-column'],
    ['pathways', [hours, { case: 'ward', activity: 'ward', time: 'when' }], 'pathway-column-unknown'],
    ['averagePrecision', [hours, {}], undefined],
    ['bleedingRates', [hours], 'pk-column-missing'],
    ['adherence', [null, null, null], 'clinical-call']
  ])('%s of %j: %s', async (method, args, code) => {
    const failing = byTable(method, args);
    await expect(failing).rejects.toMatchObject({ name: 'AppError', ...(code !== undefined && { code }) });
  });
});
