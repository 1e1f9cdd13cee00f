import { describe, expect, test } from 'vitest';
import type { Quantity } from './definition';
import { acceptedUnits, conversion } from './units';

function converted(quantity: Quantity, value: number, from: string, to: string): number | undefined {
  const found = conversion(quantity, from, to);
  return found && ((value + found.add) * found.multiply) / found.divide;
}

describe('units are converted by the printed factors', () => {
  test.each<[Quantity, number, string, string, number]>([
    ['creatinine', 88.42, 'µmol/L', 'mg/dL', 1],
    ['creatinine', 1, 'mg/dl', 'umol/L', 88.42],
    ['bilirubin', 171, 'µmol/L', 'mg/dL', 10],
    ['lactate', 9.01, 'mg/dL', 'mmol/L', 1],
    ['glucose', 10, 'mmol/L', 'mg/dL', 180.16],
    ['pressure', 10, 'kPa', 'mmHg', 75.0062],
    ['pressure', 60, 'mm[Hg]', 'mmHg', 60],
    ['oxygen fraction', 40, '%', 'fraction', 0.4],
    ['saturation', 0.97, 'fraction', '%', 97],
    ['fibrinogen', 1.5, 'g/L', 'mg/dL', 150],
    ['d-dimer', 500, 'ng/mL{FEU}', 'mg/L FEU', 0.5],
    ['cells', 500, 'cells/mm³', '10³/µL', 0.5],
    ['cells', 150, '10*3/uL', '10³/µL', 150],
    ['cells', 150, 'K/µL', '10³/µL', 150],
    ['temperature', 98.6, '°F', '°C', 37],
    ['age', 7, 'days', 'months', 7 / 30.4375],
    ['age', 1, 'week', 'months', 7 / 30.4375],
    ['age', 2, 'years', 'months', 24],
    ['dose by weight', 6, 'µg/kg/h', 'µg/kg/min', 0.1],
    ['dose by weight', 0.6, 'mg/kg/h', 'mcg/kg/min', 10],
    ['dose by weight', 50, 'ng/kg/min', 'µg/kg/min', 0.05],
    ['units by weight', 0.5, 'mU/kg/min', 'U/kg/min', 0.0005],
    ['units by weight', 0.03, 'U/kg/h', 'U/kg/min', 0.0005]
  ])('%s: %d %s in %s', (quantity, value, from, to, expected) => {
    expect(converted(quantity, value, from, to)).toBeCloseTo(expected, 12);
  });

  test('the same unit leaves every bit', () => {
    expect(converted('creatinine', 0.1 + 0.2, 'mg/dL', 'MG/DL')).toBe(0.1 + 0.2);
  });

  test('what is not a unit of the quantity is not converted', () => {
    expect(conversion('lactate', 'mmHg', 'mmol/L')).toBeUndefined();
    expect(conversion('d-dimer', 'ng/mL DDU', 'mg/L FEU')).toBeUndefined();
  });

  test('the rubric’s unit is named first', () => {
    expect(acceptedUnits('creatinine', 'µmol/L')).toEqual(['µmol/L', 'mg/dL']);
  });
});
