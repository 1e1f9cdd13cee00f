import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Column, TextColumn } from '../../shared/table';
import { phoenixWindows, score } from '../scores';
import { fillGrid, HOURLY_VARIABLES, type GridPlan } from '.';

const hour = 3_600_000_000;
const stay = 60;
const names = ['lactate', 'map', 'platelets', 'inr', 'gcs'] as const;
const values = { lactate: [1, 6, 12], map: [20, 40, 60], platelets: [50, 200], inr: [1, 2], gcs: [8, 15] };
const variables = names.map((name) => {
  const known = HOURLY_VARIABLES.find((one) => one.name === name);
  if (!known) throw new RangeError(name);
  const { label, unit, carryHours } = known;
  return { name, label, unit, carryHours, aggregate: 'last' as const, low: 0, high: 1000 };
});
const rules = names.map((code, variable) => ({ code, unit: undefined, variable, add: 0, multiply: 1, divide: 1 }));
const plan: GridPlan = { layout: 'long', variables, rules, ages: false };

const observation = fc.constantFrom(...names).chain((name) =>
  fc.record({
    name: fc.constant(name),
    at: fc.integer({ min: 0, max: stay - 1 }),
    value: fc.constantFrom(...values[name])
  })
);

const floats = (name: string, of: readonly number[], unit?: string): Column => ({
  name,
  type: 'float64',
  values: Float64Array.from(of),
  ...(unit !== undefined && { unit })
});
const persons = (rows: number): Column => ({ name: 'person', type: 'int64', values: new BigInt64Array(rows).fill(7n) });

test('values measured on the hour give the points that Phoenix finds in its own look-back windows', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(observation, { minLength: 1, maxLength: 60 }), async (seen) => {
      const code: TextColumn = {
        name: 'code',
        type: 'text',
        values: Int32Array.from(seen, ({ name }) => names.indexOf(name)),
        dictionary: names
      };
      const value = floats(
        'value',
        seen.map((one) => one.value)
      );
      const rows = {
        rows: seen.length,
        columns: [
          persons(seen.length),
          floats(
            'at',
            seen.map(({ at }) => at * hour)
          ),
          code,
          value
        ]
      };
      const { table } = fillGrid(plan, {
        rows,
        stays: {
          person: persons(1),
          id: persons(1),
          start: Float64Array.of(0),
          end: Float64Array.of(stay * hour),
          hours: Int32Array.of(stay)
        }
      });
      const inputs = Object.fromEntries(
        names.map((name) => [name, table.columns.find((one) => one.name === name) as Column])
      );
      const age = floats('age_months', new Array<number>(stay).fill(30), 'months');
      const onGrid = await score('phoenix', { ...inputs, age_months: age });
      const inWindows = await phoenixWindows(
        {
          person: persons(seen.length),
          time: floats(
            'time',
            seen.map(({ at }) => at),
            'h'
          ),
          variable: code,
          value
        },
        {
          person: persons(stay),
          time: floats(
            'time',
            Array.from({ length: stay }, (_, at) => at),
            'h'
          ),
          age_months: age
        }
      );
      for (const part of ['cardiovascular', 'coagulation', 'neurologic', 'total']) {
        const of = (columns: readonly Column[]) =>
          Array.from(columns.find((one) => one.name === part)?.values ?? [], Number);
        expect(of(onGrid.table.columns), part).toEqual(of(inWindows.table.columns));
        expect(of(onGrid.table.columns)).toHaveLength(stay);
      }
    }),
    { numRuns: 40 }
  );
});
