import { describe, expect, test } from 'vitest';
import { score } from './index';
import { cellsOf, columnOf } from './testing/columns';

// Expected points were written by hand from the printed rubric (Sanchez-Pinto et al., JAMA 2024), not computed.

async function points(inputs: Record<string, number>, component: string): Promise<unknown> {
  const columns = Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, columnOf([value])]));
  return cellsOf((await score('phoenix-8', columns)).table, component)[0];
}

describe.each([
  // age in months, [just under, at, just over] the limit of 2 points, then of 1 point
  [0, [16.9, 17, 17.1], [30.9, 31, 31.1]],
  [0.999, [16.9, 17, 17.1], [30.9, 31, 31.1]],
  [1, [24.9, 25, 25.1], [38.9, 39, 39.1]],
  [11.999, [24.9, 25, 25.1], [38.9, 39, 39.1]],
  [12, [30.9, 31, 31.1], [43.9, 44, 44.1]],
  [23.999, [30.9, 31, 31.1], [43.9, 44, 44.1]],
  [24, [31.9, 32, 32.1], [44.9, 45, 45.1]],
  [59.999, [31.9, 32, 32.1], [44.9, 45, 45.1]],
  [60, [35.9, 36, 36.1], [48.9, 49, 49.1]],
  [143.999, [35.9, 36, 36.1], [48.9, 49, 49.1]],
  [144, [37.9, 38, 38.1], [51.9, 52, 52.1]],
  [216, [37.9, 38, 38.1], [51.9, 52, 52.1]]
] as const)('mean arterial pressure at %d months', (age, two, one) => {
  test.each([
    [two[0], 2],
    [two[1], 1],
    [two[2], 1],
    [one[0], 1],
    [one[1], 0],
    [one[2], 0]
  ])('%d mmHg gives %i', async (map, expected) => {
    expect(await points({ age_months: age, map }, 'cardiovascular')).toBe(expected);
  });
});

test.each([
  // age, creatinine, points
  [0.5, 0.79, 0],
  [0.5, 0.8, 1],
  [1, 0.29, 0],
  [1, 0.3, 1],
  [12, 0.39, 0],
  [12, 0.4, 1],
  [24, 0.59, 0],
  [24, 0.6, 1],
  [60, 0.69, 0],
  [60, 0.7, 1],
  [144, 0.99, 0],
  [144, 1.0, 1],
  [216, 1.0, 1],
  [216.1, 5, 0]
])('creatinine at %d months: %d mg/dL gives %i', async (age, creatinine, expected) => {
  expect(await points({ age_months: age, creatinine }, 'renal')).toBe(expected);
});

test.each([
  // imv, support, pf, points
  [0, 0, 50, 0],
  [0, 1, 400, 0],
  [0, 1, 399.9, 1],
  [0, 1, 99, 1],
  [1, 0, 400, 0],
  [1, 0, 399.9, 1],
  [1, 0, 200, 1],
  [1, 0, 199.9, 2],
  [1, 0, 100, 2],
  [1, 0, 99.9, 3]
])('ventilation %i, support %i, PaO2/FiO2 %d gives %i', async (imv, support, ratio, expected) => {
  expect(await points({ imv, other_respiratory_support: support, pf_ratio: ratio }, 'respiratory')).toBe(expected);
});

test.each([
  // spo2, fio2, imv, points: the ratio counts up to 97 % only
  [97, 0.3322, 0, 1], // 291.99
  [73, 0.25, 0, 0], // 292
  [72.9, 0.25, 0, 1],
  [55, 0.25, 1, 1], // 220
  [54.9, 0.25, 1, 2],
  [74, 0.5, 1, 2], // 148
  [73.9, 0.5, 1, 3],
  [97, 1, 1, 3], // 97
  [97.1, 1, 1, 0],
  [98, 1, 1, 0],
  [90, 0.21, 0, 0] // room air is no support
])('SpO2 %d %%, FiO2 %d, ventilation %i gives %i', async (spo2, fio2, imv, expected) => {
  expect(await points({ spo2, fio2, imv }, 'respiratory')).toBe(expected);
});

test.each<[string, number, string, number]>([
  ['lactate', 4.99, 'cardiovascular', 0],
  ['lactate', 5, 'cardiovascular', 1],
  ['lactate', 5.01, 'cardiovascular', 1],
  ['lactate', 10.99, 'cardiovascular', 1],
  ['lactate', 11, 'cardiovascular', 2],
  ['lactate', 11.01, 'cardiovascular', 2],
  ['vasoactives', 0, 'cardiovascular', 0],
  ['vasoactives', 1, 'cardiovascular', 1],
  ['vasoactives', 2, 'cardiovascular', 2],
  ['vasoactives', 3, 'cardiovascular', 2],
  ['milrinone', 0.5, 'cardiovascular', 1],
  ['milrinone', 0, 'cardiovascular', 0],
  ['platelets', 99.9, 'coagulation', 1],
  ['platelets', 100, 'coagulation', 0],
  ['platelets', 100.1, 'coagulation', 0],
  ['inr', 1.29, 'coagulation', 0],
  ['inr', 1.3, 'coagulation', 0],
  ['inr', 1.31, 'coagulation', 1],
  ['d_dimer', 1.99, 'coagulation', 0],
  ['d_dimer', 2, 'coagulation', 0],
  ['d_dimer', 2.01, 'coagulation', 1],
  ['fibrinogen', 99.9, 'coagulation', 1],
  ['fibrinogen', 100, 'coagulation', 0],
  ['fibrinogen', 100.1, 'coagulation', 0],
  ['gcs', 9, 'neurologic', 1],
  ['gcs', 10, 'neurologic', 1],
  ['gcs', 11, 'neurologic', 0],
  ['fixed_pupils', 1, 'neurologic', 2],
  ['fixed_pupils', 0, 'neurologic', 0],
  ['glucose', 49.9, 'endocrine', 1],
  ['glucose', 50, 'endocrine', 0],
  ['glucose', 50.1, 'endocrine', 0],
  ['glucose', 149.9, 'endocrine', 0],
  ['glucose', 150, 'endocrine', 0],
  ['glucose', 150.1, 'endocrine', 1],
  ['anc', 0.49, 'immunologic', 1],
  ['anc', 0.5, 'immunologic', 0],
  ['anc', 0.51, 'immunologic', 0],
  ['alc', 0.99, 'immunologic', 1],
  ['alc', 1, 'immunologic', 0],
  ['alc', 1.01, 'immunologic', 0],
  ['bilirubin', 3.99, 'hepatic', 0],
  ['bilirubin', 4, 'hepatic', 1],
  ['bilirubin', 4.01, 'hepatic', 1],
  ['alt', 101.9, 'hepatic', 0],
  ['alt', 102, 'hepatic', 0],
  ['alt', 102.1, 'hepatic', 1]
])('%s %d: %s %i', async (input, value, component, expected) => {
  expect(await points({ [input]: value }, component)).toBe(expected);
});

describe('what the total is called', () => {
  test.each([
    // suspected infection, gcs, lactate, sepsis, shock, label
    [null, 15, 1, 0, 0, 'below the threshold'],
    [null, 10, 5, null, null, 'organ dysfunction, infection not established'],
    [1, 10, 1, 0, 0, 'below the threshold'],
    [1, 10, 5, 1, 1, 'septic shock'],
    [null, 3, 1, 0, 0, 'below the threshold'],
    [0, 10, 5, 0, 0, 'organ dysfunction, infection not suspected']
  ])('infection %s, GCS %i, lactate %i', async (suspected, gcs, lactate, sepsis, shock, label) => {
    const { table, remarks } = await score('phoenix', {
      suspected_infection: columnOf([suspected]),
      gcs: columnOf([gcs]),
      lactate: columnOf([lactate])
    });
    expect(['sepsis', 'shock', 'label'].map((name) => cellsOf(table, name)[0])).toEqual([sepsis, shock, label]);
    expect(remarks.some(({ code }) => code === 'infection-not-established')).toBe(suspected === null);
  });

  test('sepsis without cardiovascular points is no shock', async () => {
    const { table } = await score('phoenix', {
      suspected_infection: columnOf(['yes']),
      fixed_pupils: columnOf(['both-fixed'])
    });
    expect(['total', 'sepsis', 'shock', 'label'].map((name) => cellsOf(table, name)[0])).toEqual([2, 1, 0, 'sepsis']);
  });
});
