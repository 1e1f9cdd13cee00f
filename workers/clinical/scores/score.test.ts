import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Column } from '../../shared/table';
import { SCORES, score } from './index';
import { scorers } from './score';
import { cellsOf, columnOf } from './testing/columns';

describe('what is missing or impossible is said', () => {
  test('an impossible value scores nothing and is never clamped', async () => {
    const { table, summary } = await score('phoenix-8', {
      lactate: columnOf([51, 50, -1, null]),
      gcs: columnOf([2, 3, 10.5, 16]),
      glucose: columnOf([4, 5, 2001, 100])
    });
    expect(cellsOf(table, 'total')).toEqual([0, 3, 0, 0]);
    expect(cellsOf(table, 'rejected')).toEqual(['lactate, gcs, glucose', '', 'lactate, gcs, glucose', 'gcs']);
    expect(summary.find(({ name }) => name === 'lactate')).toEqual({
      name: 'lactate',
      given: true,
      missing: 3,
      rejected: 2
    });
    expect(summary.find(({ name }) => name === 'inr')).toEqual({ name: 'inr', given: false, missing: 4, rejected: 0 });
  });

  test('sources are not missing where the input they feed is there', async () => {
    const { table } = await score('phoenix', {
      age_months: columnOf([30, 30, 30, 30]),
      spo2: columnOf([90, 98, null, 90]),
      fio2: columnOf([0.5, 0.5, 0.5, null]),
      pf_ratio: columnOf([300, 300, 300, 300]),
      sbp: columnOf([90, 90, null, 50]),
      dbp: columnOf([60, 60, 60, 50])
    });
    const missing = cellsOf(table, 'missing').map((names) => String(names).split(', '));
    expect(missing.map((names) => names.includes('sf_ratio'))).toEqual([false, false, true, true]);
    expect(missing.map((names) => names.includes('map'))).toEqual([false, false, true, true]);
    expect(missing.flat().some((name) => ['spo2', 'fio2', 'sbp', 'dbp', 'pao2', 'milrinone'].includes(name))).toBe(
      false
    );
    expect(cellsOf(table, 'rejected')).toEqual(['', '', '', 'sbp, dbp']);
  });

  test('a mean pressure outside its own pair is rejected, and the pair counts', async () => {
    const { table } = await score('phoenix', {
      age_months: columnOf([30, 30]),
      map: columnOf([95, 60]),
      sbp: columnOf([50, 90]),
      dbp: columnOf([25, 50])
    });
    expect(cellsOf(table, 'cardiovascular')).toEqual([1, 0]); // (50 + 50)/3 = 33.3
    expect(cellsOf(table, 'rejected')).toEqual(['map', '']);
  });

  test('NaN is missing, infinity is impossible', async () => {
    const column: Column = { name: 'x', type: 'float64', values: Float64Array.of(NaN, Infinity, -Infinity) };
    const { table } = await score('phoenix', { lactate: column, epinephrine: column });
    expect(cellsOf(table, 'rejected')).toEqual(['', 'epinephrine, lactate', 'epinephrine, lactate']);
    expect(cellsOf(table, 'total')).toEqual([0, 0, 0]);
  });

  test('more inputs than a word of marks has bits are kept apart', async () => {
    const first = await score('phoenix-8', {
      age_months: columnOf([-1]),
      alt: columnOf([-1]),
      bilirubin: columnOf([1])
    });
    expect(cellsOf(first.table, 'rejected')).toEqual(['age_months, alt']);
    expect(String(cellsOf(first.table, 'missing')[0]).split(', ')).toContain('alt');
    expect(Math.max(...SCORES.map(({ inputs }) => inputs.length))).toBeLessThanOrEqual(53);
  });
});

describe('units', () => {
  test('each column has its own, by declaration of the column or of the caller', async () => {
    const { table, remarks } = await score(
      'phoenix-8',
      {
        age_months: columnOf([5, 5], 'years'),
        creatinine: columnOf([61.9, 61.8], 'µmol/L'), // 0.70007 and 0.69894 mg/dL
        bilirubin: columnOf([68.4, 68.3], 'umol/l'), // 4 and 3.994 mg/dL
        lactate: columnOf([45.05, 45], 'mg/dL'), // 5 and 4.994 mmol/L
        glucose: columnOf([8.4, 8.3]), // 151.3 and 149.5 mg/dL
        map: columnOf([6.5, 6.6], 'kPa'), // 48.75 and 49.5 mmHg
        anc: columnOf([499, 500], 'cells/µL'),
        fibrinogen: columnOf([0.99, 1], 'g/L'),
        d_dimer: columnOf([2001, 2000], 'ng/mL FEU'),
        platelets: columnOf([99, 100], '10*9/L')
      },
      { units: { glucose: 'mmol/L' } }
    );
    const parts = ['cardiovascular', 'coagulation', 'endocrine', 'immunologic', 'renal', 'hepatic'];
    expect(parts.map((name) => cellsOf(table, name)[0])).toEqual([2, 2, 1, 1, 1, 1]);
    expect(parts.map((name) => cellsOf(table, name)[1])).toEqual([0, 0, 0, 0, 0, 0]);
    expect(remarks.some(({ code }) => code === 'unit-assumed')).toBe(false);
  });

  test('an undeclared unit is said to be taken as the rubric’s, an undeclared FiO2 above 1 as percent', async () => {
    const { table, remarks } = await score('phoenix', {
      lactate: columnOf([6, 6, 6]),
      spo2: columnOf([90, 90, 90], '%'),
      fio2: columnOf([40, 0.4, 15]),
      imv: columnOf([1, 1, 1])
    });
    expect(cellsOf(table, 'respiratory')).toEqual([1, 1, 0]); // 225
    expect(cellsOf(table, 'rejected')).toEqual(['', '', 'fio2']);
    expect(remarks.find(({ code }) => code === 'unit-assumed')?.values).toEqual({
      inputs: 'lactate, fio2',
      units: 'mmol/L, fraction'
    });
    expect(remarks.find(({ code }) => code === 'percent-assumed')?.values).toEqual({ input: 'fio2', values: 2 });
  });

  test('an undeclared SpO2 up to 1 is a fraction, a declared one is not', async () => {
    const given = { spo2: columnOf([0.97, 0.98, 97, 0]), fio2: columnOf([0.4, 0.4, 0.4, 0.4], 'fraction') };
    const imv = columnOf([1, 1, 1, 1]);
    const { table, remarks } = await score('phoenix', { ...given, imv });
    // 242, none, 242, 0
    expect(cellsOf(table, 'respiratory')).toEqual([1, 0, 1, 3]);
    expect(remarks.find(({ code }) => code === 'fraction-assumed')?.values).toEqual({ input: 'spo2', values: 2 });
    const declared = await score('phoenix', { ...given, imv }, { units: { spo2: '%' } });
    expect(declared.remarks.some(({ code }) => code === 'fraction-assumed')).toBe(false);
  });

  test('a declared fraction of 40 is impossible', async () => {
    const { table } = await score('phoenix', { fio2: columnOf([40], 'fraction') });
    expect(cellsOf(table, 'rejected')).toEqual(['fio2']);
  });

  test('a unit for an input that the score does not have is a slip', async () => {
    const units = { lactat: 'mg/dL' };
    await expect(score('phoenix', { lactate: columnOf([1]) }, { units })).rejects.toMatchObject({
      hint: 'Did you mean lactate?'
    });
  });

  test('a unit that is not known is refused by naming those that are', async () => {
    await expect(score('phoenix', { lactate: columnOf([1], 'furlong') })).rejects.toMatchObject({
      code: 'score-unit-unknown',
      hint: 'Known units are: mmol/L, mg/dL.'
    });
  });
});

describe('bad input', () => {
  test('an empty table gives an empty result', async () => {
    for (const { name } of SCORES.filter((one) => one.name !== 'z-score')) {
      const { table, summary } = await score(name, {
        [SCORES.find((one) => one.name === name)!.inputs[0]!.name]: columnOf([])
      });
      expect(table.rows).toBe(0);
      expect(table.columns.every(({ values }) => values.length === 0)).toBe(true);
      expect(summary.every(({ missing, rejected }) => missing === 0 && rejected === 0)).toBe(true);
    }
  });

  test('one row of nothing is 0 points, all missing', async () => {
    const { table } = await score('phoenix', {}, { rows: 1 });
    expect(cellsOf(table, 'total')).toEqual([0]);
    expect(cellsOf(table, 'missing')[0]).toMatch(/^age_months, suspected_infection, pf_ratio, sf_ratio, imv/);
  });

  test.each<[string, Record<string, Column>, string]>([
    ['phoenix', { lactate: columnOf(['high']) }, 'score-input-type'],
    ['phoenix', { lactate: { name: 'd', type: 'date', values: Int32Array.of(1) } }, 'score-input-type'],
    ['phoenix', { lactate: { name: 'b', type: 'bool', values: Uint8Array.of(1) } }, 'score-input-type'],
    ['pim3', { risk: columnOf([1]) }, 'score-input-type'],
    ['phoenix', { lactat: columnOf([1]) }, 'score-input-unknown'],
    ['phoenix', { lactate: columnOf([1]), gcs: columnOf([1, 2]) }, 'score-rows-differ'],
    ['phoenix', {}, 'score-inputs-none'],
    ['apache', { lactate: columnOf([1]) }, 'score-unknown']
  ])('%s is refused: %#', async (name, inputs, code) => {
    await expect(score(name, inputs)).rejects.toMatchObject({ name: 'AppError', code });
  });

  test('int32, int64, decimal and bool are read as numbers, words as flags and choices', async () => {
    const { table } = await score('phoenix', {
      lactate: { name: 'a', type: 'decimal', scale: 2, values: BigInt64Array.of(500n, 499n) },
      gcs: { name: 'b', type: 'int64', values: BigInt64Array.of(10n, 9007199254740993n) },
      milrinone: { name: 'c', type: 'bool', values: Uint8Array.of(1, 0) },
      dopamine: columnOf(['running', 'stopped']),
      platelets: { name: 'e', type: 'int32', values: Int32Array.of(100, 100) },
      fixed_pupils: { name: 'd', type: 'bool', values: Uint8Array.of(0, 1) },
      imv: columnOf(['Yes ', 'perhaps'])
    });
    expect(cellsOf(table, 'total')).toEqual([4, 2]);
    expect(cellsOf(table, 'rejected')).toEqual(['', 'imv, gcs']);
  });
});

test('the list of definitions is that of the scores, and every name is its own', () => {
  expect(scorers.map(({ definition }) => definition)).toEqual(SCORES);
  for (const { name, inputs, components, outputs } of [...SCORES]) {
    const columns = [...components, ...outputs].map((output) => output.name);
    expect(new Set(columns).size, name).toBe(columns.length);
    expect(new Set(inputs.map((input) => input.name)).size, name).toBe(inputs.length);
    const known = inputs.map((input) => input.name);
    expect(
      inputs.flatMap(({ feeds }) => feeds ?? []).every((fed) => known.includes(fed)),
      name
    ).toBe(true);
  }
});

test('rows do not know of each other, and no result is NaN or infinite', async () => {
  const cell = fc.oneof(fc.constant(null), fc.double({ min: -10, max: 400, noNaN: true }));
  for (const { name, inputs, components, outputs } of SCORES.filter((one) => one.name !== 'z-score')) {
    const numeric = inputs.filter(({ kind }) => kind !== 'choice');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(...numeric.map(() => cell)), { minLength: 2, maxLength: 12 }),
        async (rows) => {
          const run = async (some: typeof rows) =>
            (
              await score(
                name,
                Object.fromEntries(
                  numeric.map((input, at) => [input.name, columnOf(some.map((row) => row[at] ?? null))])
                )
              )
            ).table;
          const whole = await run(rows);
          const last = await run(rows.slice(-1));
          for (const output of [...components, ...outputs]) {
            const cells = cellsOf(whole, output.name);
            expect(cells.at(-1)).toEqual(cellsOf(last, output.name)[0]);
            expect(cells.every((one) => one === null || typeof one === 'string' || Number.isFinite(one))).toBe(true);
            if (output.max !== undefined) expect(Math.max(...cells.map(Number))).toBeLessThanOrEqual(output.max);
          }
        }
      ),
      { numRuns: 15 }
    );
  }
});

describe('long jobs', () => {
  const many: Column = { name: 'x', type: 'float64', values: new Float64Array(300_000).fill(6) };

  test('stop when they are told to', async () => {
    const controller = new AbortController();
    controller.abort();
    await expect(score('phoenix', { lactate: many }, {}, { signal: controller.signal })).rejects.toMatchObject({
      code: 'stopped'
    });
  });

  test('say how far they are, and that they are done', async () => {
    const seen: number[] = [];
    await score('phoenix', { lactate: many }, {}, { progress: ({ done }) => seen.push(done ?? -1) });
    expect(seen[0]).toBe(0);
    expect(seen.at(-1)).toBe(300_000);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  });
});
