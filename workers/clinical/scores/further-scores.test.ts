import { describe, expect, test } from 'vitest';
import type { Table } from '../../shared/table';
import { score } from './index';
import { cellsOf, columnOf } from './testing/columns';
import { lmsScore } from './z-score';

// Expected values were worked by hand from the reference (§5.1); these scores have no oracle and say "unverified".

describe('paediatric SIRS', () => {
  test.each([
    // age months, temperature, heart rate, respiratory rate, leukocytes, criteria, SIRS
    [48, 38.5, 140, 22, 15.5, 0, 0],
    [48, 38.6, 141, 22, 15.5, 2, 1],
    [48, 35.9, 140, 23, 15.5, 2, 1],
    [48, 36, 141, 23, 15.5, 2, 0], // neither temperature nor leukocytes
    [48, 37, 100, 23, 5.9, 2, 1],
    [48, 37, 60, 22, 6, 0, 0], // no lower limit of the heart rate from 2 years
    [6 / 30.4375, 37, 99, 51, 19.6, 2, 0], // first week: leukocytes up to 34
    [7 / 30.4375, 37, 99, 51, 19.6, 3, 1],
    [1, 37, 89, 35, 17.5, 2, 0],
    [18, 37, 90, 34, 17.6, 1, 0], // 1 to under 2 years with the band before
    [24, 37, 141, 23, 15.6, 3, 1],
    [155.9, 37, 131, 18, 4.5, 1, 0],
    [156, 37, 111, 15, 11.1, 3, 1],
    [216, 39, 200, 60, 30, 1, 0],
    [null, 39, 200, 60, 30, 1, 0]
  ])('%s months: %d °C, %d, %d, %d', async (age, temperature, heart, breaths, cells, total, isSirs) => {
    const { table, remarks } = await score('sirs', {
      age_months: columnOf([age]),
      temperature: columnOf([temperature]),
      heart_rate: columnOf([heart]),
      respiratory_rate: columnOf([breaths]),
      wbc: columnOf([cells])
    });
    expect([cellsOf(table, 'total')[0], cellsOf(table, 'sirs')[0]]).toEqual([total, isSirs]);
    expect(remarks.map(({ code }) => code)).toContain('unverified');
  });

  test('an age in days and a temperature in °F are converted', async () => {
    const { table } = await score('sirs', {
      age_months: columnOf([7, 6], 'days'),
      temperature: columnOf([101.4, 101.2], '°F'), // 38.56 and 38.44 °C
      wbc: columnOf([20, 20])
    });
    expect(cellsOf(table, 'temperature')).toEqual([1, 0]);
    expect(cellsOf(table, 'leukocytes')).toEqual([1, 0]);
  });
});

describe('vasoactive-inotropic score', () => {
  const rates = {
    dopamine: columnOf([5, null, 0]),
    dobutamine: columnOf([2.5, null, 0]),
    epinephrine: columnOf([0.05, 0.1, 0]),
    norepinephrine: columnOf([0.02, null, 0]),
    milrinone: columnOf([0.5, null, 0])
  };

  test('is the weighted sum of the rates', async () => {
    const { table } = await score('vis', { ...rates, vasopressin: columnOf([0.0005, null, 0]) });
    // 5 + 2.5 + 5 + 2 + 5 + 5 = 24.5; 100 · 0.1 = 10
    expect(cellsOf(table, 'total')).toEqual([24.5, 10, 0]);
    expect(cellsOf(table, 'missing')).toEqual(['', 'dopamine, dobutamine, norepinephrine, milrinone, vasopressin', '']);
  });

  test('converts mU/kg/min, refuses U/h, and rejects a rate a thousand times too large', async () => {
    const converted = await score('vis', { vasopressin: columnOf([0.5], 'mU/kg/min') });
    expect(cellsOf(converted.table, 'total')).toEqual([5]);
    await expect(score('vis', { vasopressin: columnOf([2], 'U/h') })).rejects.toMatchObject({
      code: 'score-unit-unknown',
      values: { input: 'vasopressin', unit: 'U/h', known: 'U/kg/min, mU/kg/min, U/kg/h, mU/kg/h' }
    });
    const wrong = await score('vis', { vasopressin: columnOf([0.5]) });
    expect(cellsOf(wrong.table, 'rejected')).toEqual(['vasopressin']);
    expect(cellsOf(wrong.table, 'total')).toEqual([0]);
  });
});

describe('KDIGO creatinine stage', () => {
  test.each([
    // creatinine, least of 48 h, baseline, dialysis, eGFR, age, stage
    [0.5, 0.5, 0.5, null, null, null, 0],
    [0.74, null, 0.5, null, null, null, 0],
    [0.75, null, 0.5, null, null, null, 1],
    [0.99, null, 0.5, null, null, null, 1],
    [1.0, null, 0.5, null, null, null, 2],
    [1.49, null, 0.5, null, null, null, 2],
    [1.5, null, 0.5, null, null, null, 3],
    [1.2, 0.9, 0.9, null, null, null, 1], // a rise of 0.3 that binary fractions make smaller
    [1.19, 0.9, 0.9, null, null, null, 0],
    [4.0, null, 3.9, null, null, null, 0], // 4.0 alone is no injury
    [4.0, 3.7, 3.7, null, null, null, 3],
    [0.9, 0.3, null, null, null, null, 3], // the last 48 h lie within the 7 days
    [0.9, null, null, null, null, null, null],
    [null, null, 0.5, null, null, null, null],
    [0.9, null, null, 1, null, null, 3],
    [0.9, null, null, 0, 34, 60, 3],
    [0.9, null, 0.9, 0, 35, 60, 0],
    [0.9, null, 0.9, 0, 34, 216, 0]
  ])('%s, %s, %s, dialysis %s, eGFR %s at %s: %s', async (value, recent, baseline, dialysis, egfr, age, stage) => {
    const { table } = await score('kdigo', {
      creatinine: columnOf([value]),
      creatinine_48h: columnOf([recent]),
      baseline: columnOf([baseline]),
      dialysis: columnOf([dialysis]),
      egfr: columnOf([egfr]),
      age_months: columnOf([age])
    });
    expect(cellsOf(table, 'stage')).toEqual([stage]);
  });

  test('rows without a creatinine are told apart from those without a baseline', async () => {
    const { remarks } = await score('kdigo', {
      creatinine: columnOf([null, null, 0.9, 0.9, null]),
      baseline: columnOf([0.5, null, null, 0.5, null]),
      dialysis: columnOf([0, 0, 0, 0, 1])
    });
    const rows = (wanted: string) => remarks.find(({ code }) => code === wanted)?.values.rows;
    expect([rows('creatinine-none'), rows('baseline-none')]).toEqual([2, 1]);
  });
});

describe('LMS z-score', () => {
  const lms: Table = {
    rows: 6,
    columns: [
      { ...columnOf(['weight', 'weight', 'weight', 'weight', 'other', 'weight']), name: 'variable' },
      { ...columnOf(['male', 'male', 'F', 'F', 'F', 'F']), name: 'sex' },
      { ...columnOf([0, 12, 0, 12, 0, 24]), name: 'age' },
      { ...columnOf([1, 1, 0, 0, 1, -1]), name: 'L' },
      { ...columnOf([4, 10, 3, 9, 1, 12]), name: 'M' },
      { ...columnOf([0.1, 0.1, 0.2, 0.2, 1, 0.1]), name: 'S' }
    ]
  };
  const options = { lms: { table: lms, variable: 'weight' } };

  test('follows the formula, on the straight line between ages', async () => {
    const { table, remarks } = await score(
      'z-score',
      {
        value: columnOf([4.4, 7, 3 * Math.E, 9, 13.2, 5, 5, 5, 0]),
        age_months: columnOf([0, 6, 0, 12, 24, 13, null, 6, 6]),
        sex: columnOf(['male', 'M', 'female', 'f', 'girl', 'male', 'male', null, 'male'])
      },
      options
    );
    const z = cellsOf(table, 'z');
    // 4.4/4 − 1 over 0.1; the median; ln e over 0.2; the median; (1.1^−1 − 1)/(−0.1)
    const expected = [1, 0, 5, 0, 0.9090909090909091];
    expected.forEach((value, row) => expect(z[row]).toBeCloseTo(value, 12));
    expect(z.slice(5)).toEqual([null, null, null, null]);
    expect(cellsOf(table, 'rejected')[8]).toBe('value');
    expect(remarks.find(({ code }) => code === 'age-outside')?.values).toMatchObject({ rows: 1, from: 0, to: 24 });
  });

  test('a power next to 0 keeps its digits', () => {
    const exact = Math.log(1.3) / 0.12;
    expect(lmsScore(1.3, 0, 1, 0.12)).toBeCloseTo(exact, 13);
    expect(lmsScore(1.3, 1e-12, 1, 0.12)).toBeCloseTo(exact, 10);
    for (const power of [0.0039, 0.0037]) {
      expect(lmsScore(1.3, power, 1, 0.12)).toBeCloseTo((1.3 ** power - 1) / (power * 0.12), 11);
    }
  });

  test.each([
    [{}, 'score-lms-none'],
    [{ lms: { table: lms, variable: 'height' } }, 'score-lms-variable'],
    [{ lms: { table: { rows: 0, columns: [] }, variable: 'weight' } }, 'score-lms-column'],
    [
      {
        lms: {
          table: {
            rows: 6,
            columns: lms.columns.map((column) =>
              column.name === 'M' ? { ...columnOf([0, 0, 0, 0, 0, 0]), name: 'M' } : column
            )
          },
          variable: 'weight'
        }
      },
      'score-lms-values'
    ],
    [
      {
        lms: {
          table: {
            rows: 6,
            columns: lms.columns.map((column) =>
              column.name === 'age' ? { ...columnOf([0, 0, 0, 0, 0, 0]), name: 'age' } : column
            )
          },
          variable: 'weight'
        }
      },
      'score-lms-twice'
    ]
  ])('a reference table that does not fit is refused: %#', async (given, code) => {
    await expect(score('z-score', { value: columnOf([1]) }, given)).rejects.toMatchObject({ code });
  });
});
