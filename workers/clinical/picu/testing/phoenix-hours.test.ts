import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { phoenixByHour } from './phoenix-hours';
import { auroc, averagePrecision } from './ranking';

const file = resolve(process.env.PHEMS_DATA ?? '../shared/data', 'phems-proto/hours.csv');
const present = existsSync(file);
if (!present) console.warn(`SKIPPED: the check of the Phoenix sums needs ${file}`);

// Expected: the oracle phems-proto.json, computed independently with numpy and scikit-learn 1.9.1.
test.skipIf(!present)('Phoenix by hour and both rankings equal the oracle of the prototype sample', () => {
  const [heading = '', ...lines] = readFileSync(file, 'utf8').trim().split('\n');
  const rows = lines.map((line) => line.split(','));
  const column = (name: string) => {
    const position = heading.split(',').indexOf(name);
    return Float64Array.from(rows, (row) => (row[position] === '' ? NaN : Number(row[position])));
  };
  const total = phoenixByHour(column);
  const label = column('SepsisLabel');
  expect(total.length).toBe(32487);
  expect(total.reduce((sum, points) => sum + points, 0)).toBe(10224);
  expect(total.filter((points) => points >= 2).length).toBe(1923);
  expect(averagePrecision(total, label)).toBeCloseTo(0.06091880350505254, 9);
  expect(auroc(total, label)).toBeCloseTo(0.6974657790010264, 9);
});
