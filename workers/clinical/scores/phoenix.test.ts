import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import oracle from '../../../tests/oracles/clinical/phoenix.json';
import { score } from './index';
import { cellsOf, columnOf, sum } from './testing/columns';
import { columnsOf, listOf, type OracleCase } from './testing/oracle';

const cases = oracle.cases as unknown as OracleCase[];

// Expected: phoenix 1.1.3, the authors' package.
describe('Phoenix and Phoenix-8 equal the authors’ package', () => {
  test.each(cases.filter(({ input }) => !('file' in input)))('$name', async ({ input, expected }) => {
    // The package takes an infection for granted.
    const rows = Math.max(...Object.values(input).map((values) => listOf(values).length));
    const suspected_infection = columnOf(Array<number>(rows).fill(1));
    const { table } = await score('phoenix-8', { ...columnsOf(input), suspected_infection });
    const four = await score('phoenix', {
      suspected_infection,
      ...columnsOf(Object.fromEntries(Object.entries(input).filter(([name]) => !EIGHT.includes(name)))),
      ...(Object.keys(input).every((name) => EIGHT.includes(name)) && {
        age_months: columnOf(table.rows === 1 ? [1] : Array<number>(table.rows).fill(1))
      })
    });
    for (const [name, points] of Object.entries(expected)) {
      expect(cellsOf(table, name), name).toEqual(listOf(points));
      if (four.table.columns.some((column) => column.name === name)) {
        expect(cellsOf(four.table, name), name).toEqual(listOf(points));
      }
    }
  });
});

const EIGHT = ['glucose', 'anc', 'alc', 'creatinine', 'bilirubin', 'alt'];

const file = resolve(process.env['PHEMS_DATA'] ?? '../shared/data', 'phoenix/sepsis.csv');
const present = existsSync(file);
if (!present) console.warn(`SKIPPED: the authors' 20 rows need ${file}`);

describe.skipIf(!present)('the authors’ 20 rows', () => {
  const [heading = '', ...lines] = present ? readFileSync(file, 'utf8').trim().replaceAll('"', '').split('\n') : [];
  const rows = lines.map((line) => line.trim().split(','));
  const raw = (name: string) => rows.map((row) => row[heading.split(',').indexOf(name)] ?? '');
  const numbers = (name: string) => columnOf(raw(name).map((cell) => (cell === '' ? null : Number(cell))));
  const shared = {
    age_months: numbers('age'),
    suspected_infection: columnOf(rows.map(() => 1)),
    imv: numbers('vent'),
    gcs: numbers('gcs_total'),
    fixed_pupils: columnOf(raw('pupil'))
  };
  const same = [
    ...[
      'fio2',
      'pao2',
      'lactate',
      'dobutamine',
      'dopamine',
      'epinephrine',
      'milrinone',
      'norepinephrine',
      'vasopressin'
    ],
    ...['sbp', 'dbp', 'platelets', 'inr', 'd_dimer', 'fibrinogen', ...EIGHT]
  ];
  const inputs = { ...shared, ...Object.fromEntries(same.map((name) => [name, numbers(name)])) };

  test(`give 90, 15, 14 and 110 from raw columns, and every point of the oracle: ${cases[0]?.name}`, async () => {
    const { table, summary } = await score('phoenix-8', { ...inputs, spo2: numbers('spo2') });
    const { sums, ...expected } = cases[0]?.expected as { sums: Record<string, number> } & Record<string, number[]>;
    for (const [name, points] of Object.entries(expected)) expect(cellsOf(table, name), name).toEqual(points);
    for (const [name, points] of Object.entries(sums)) expect(sum(cellsOf(table, name)), name).toBe(points);
    expect(['total', 'sepsis', 'shock', 'total8'].map((name) => sum(cellsOf(table, name)))).toEqual([90, 15, 14, 110]);
    expect(summary.every(({ rejected }) => rejected === 0)).toBe(true);
  });

  test(`give 93 and 113 without looking at SpO2, and a remark says it was not checked: ${cases[1]?.name}`, async () => {
    const [spo2, fio2] = [raw('spo2'), raw('fio2')];
    const unmasked = spo2.map((saturation, row) =>
      saturation === '' || fio2[row] === '' ? null : Number(saturation) / Number(fio2[row])
    );
    const { table, remarks } = await score('phoenix-8', { ...inputs, sf_ratio: columnOf(unmasked) });
    const wrong = (cases[1]?.expected as { sums: Record<string, number> }).sums;
    for (const [name, points] of Object.entries(wrong)) expect(sum(cellsOf(table, name)), name).toBe(points);
    expect(remarks.map(({ code }) => code)).toContain('saturation-not-seen');
  });

  test('give the right sums where that ratio comes with SpO2', async () => {
    const [spo2, fio2] = [raw('spo2'), raw('fio2')];
    const unmasked = spo2.map((saturation, row) =>
      saturation === '' || fio2[row] === '' ? null : Number(saturation) / Number(fio2[row])
    );
    const { table } = await score('phoenix', {
      ...Object.fromEntries(Object.entries(inputs).filter(([name]) => !EIGHT.includes(name))),
      sf_ratio: columnOf(unmasked),
      spo2: numbers('spo2')
    });
    expect(sum(cellsOf(table, 'total'))).toBe(90);
  });
});
