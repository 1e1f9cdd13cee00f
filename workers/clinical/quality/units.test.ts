import { describe, expect, test } from 'vitest';
import { plausibleOf } from '../../shared/plausible';
import { DEFAULT_MAP, resolveUnit } from './units';

describe('units of measurements', () => {
  test('every variable of PHEMS-sim has a range in its own unit', () => {
    for (const { conceptId, variable, unit = '' } of DEFAULT_MAP) {
      const resolved = resolveUnit(BigInt(conceptId), unit, DEFAULT_MAP);
      expect(resolved, variable).toMatchObject({ variable, factor: 1, low: plausibleOf(variable, undefined)?.low });
      expect(resolved?.high, variable).toBeGreaterThan(resolved?.low ?? Infinity);
    }
  });

  test.each([
    // variable, unit as written, factor into the unit of the plausibility table
    ['creatinine', 'µmol/L', 1 / 88.42],
    ['creatinine', 'umol/l', 1 / 88.42],
    ['bilirubin', 'μmol/L', 1 / 17.1],
    ['lactate', 'mg/dL', 1 / 9.01],
    ['glucose', 'mmol/L', 18.016],
    ['pao2', 'kPa', 7.50062],
    ['fio2', '%', 0.01],
    ['fibrinogen', 'g/L', 100],
    ['d_dimer', 'ng/mL FEU', 0.001],
    ['weight', 'g', 0.001],
    ['sbp', 'mm Hg', 1],
    ['heart_rate', 'bpm', 1],
    ['gcs', 'points', 1],
    ['sbp', '', 1],
    ['sbp', 'cm[H2O]', undefined]
  ])('%s in "%s"', (variable, unit, factor) => {
    expect(resolveUnit(1n, unit, [{ conceptId: 1, variable, unit: 'its own' }])?.factor).toBe(factor);
  });

  test.each(['[degF]', '°F', 'degF', 'F'])('%s has a range, but no factor', (unit) => {
    const map = [{ conceptId: 1, variable: 'temperature', unit: 'Cel' }];
    expect(resolveUnit(1n, unit, map)).toMatchObject({ factor: undefined, low: 77, high: 110 });
  });

  test('the map goes first, one of its entries without a unit last', () => {
    const map = [
      { conceptId: 1, variable: 'glucose', unit: 'mmol/L', factor: 18 },
      { conceptId: 1, variable: 'glucose', factor: 2 }
    ];
    const factors = ['MMOL/L', 'mg/dL', 'strange', ''].map((unit) => resolveUnit(1n, unit, map)?.factor);
    expect(factors).toEqual([18, 1, 2, 18]);
    expect(resolveUnit(2n, 'mg/dL', map)).toBeUndefined();
  });

  test('a variable that no table knows has no range', () => {
    const map = [{ conceptId: 9007199254740993n, variable: 'ferritin', unit: 'ug/L' }];
    expect(resolveUnit(9007199254740993n, 'ug/L', map)).toMatchObject({ known: 'ferritin', factor: 1, low: undefined });
  });
});
