import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { phoenixWindows } from '../index';
import { cellsOf, columnOf, sum } from '../testing/columns';

const file = resolve(process.env['PHEMS_DATA'] ?? '../shared/data', 'phems-proto/hours.csv');
const present = existsSync(file);
if (!present) console.warn(`SKIPPED: Phoenix by hour of the prototype sample needs ${file}`);

const MEASURED = [
  ...['spo2', 'fio2', 'pao2', 'map', 'lactate', 'gcs', 'platelets', 'inr', 'd_dimer', 'fibrinogen'],
  ...['imv', 'support', 'vasoactives']
];

// Expected: the oracle phems-proto.json, computed independently with numpy.
test.skipIf(!present)('Phoenix by hour of the prototype sample has the sums of the oracle', async () => {
  const [heading = '', ...lines] = readFileSync(file, 'utf8').trim().split('\n');
  const names = heading.trim().split(',');
  const rows = lines.map((line) => line.trim().split(','));
  const raw = (name: string) => rows.map((row) => row[names.indexOf(name)] ?? '');
  const numbers = (name: string, unit?: string) =>
    columnOf(
      raw(name).map((cell) => (cell === '' ? null : Number(cell))),
      unit
    );
  const keys = {
    person: { name: 'episode', type: 'int32', values: Int32Array.from(raw('episode'), Number) } as const,
    time: numbers('hour', 'h')
  };
  const variables = Object.fromEntries(MEASURED.map((name) => [name, numbers(name)]));
  const { table } = await phoenixWindows({ ...keys, variables }, { ...keys, age_months: numbers('age_months') });
  const total = cellsOf(table, 'total');
  expect(total.length).toBe(32_487);
  expect(sum(total)).toBe(10_224);
  const parts = ['respiratory', 'cardiovascular', 'coagulation', 'neurologic'];
  expect(parts.map((name) => sum(cellsOf(table, name)))).toEqual([5494, 3921, 809, 0]);
  expect(total.filter((points) => Number(points) >= 2).length).toBe(1923);
});
