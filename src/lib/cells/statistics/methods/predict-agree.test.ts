import { describe, expect, test } from 'vitest';
import { analyse } from '$workers/statistics';
import { float64Column, textColumn } from '$workers/statistics/columns';
import { drawingOf } from '../figures';
import { sentenceOf } from '../sentences';
import { expectToldWhole } from '../testing/told-whole';
import { agree } from './agree';
import { predict } from './predict';

const rows = 60;
const numbers = (of: (row: number) => number) => Float64Array.from({ length: rows }, (_, row) => of(row));
const drawn = (row: number, salt: number) => ((row * 7919 + salt * 104729) % 97) / 97;
const grades = ['mild', 'moderate', 'severe'];
const rater = (salt: number) =>
  textColumn(
    `rater${salt}`,
    Array.from({ length: rows }, (_, row) => grades[Math.floor((drawn(row, 9) * 2 + drawn(row, salt)) % 3)] as string)
  );
const columns: Readonly<Record<string, Float64Array>> = {
  died: numbers((row) => Number(drawn(row, 1) < 0.2 + 0.5 * drawn(row, 2))),
  risk: numbers((row) => 0.1 + 0.7 * drawn(row, 2)),
  other: numbers((row) => 0.1 + 0.7 * drawn(row, 3)),
  person: numbers((row) => Math.floor(row / 2)),
  a: numbers((row) => 50 + 20 * drawn(row, 4) + 3 * drawn(row, 5)),
  b: numbers((row) => 50 + 20 * drawn(row, 4) + 3 * drawn(row, 6))
};
const table = {
  rows,
  columns: [
    ...Object.entries(columns).map(([name, values]) => float64Column(name, values)),
    rater(1),
    rater(2),
    rater(3)
  ]
};
const predicted = { outcome: 'died', resamples: 40, person: 'person' };
const requests: Readonly<Record<string, readonly Record<string, unknown>[]>> = {
  roc: [
    { ...predicted, score: 'risk', second: 'other' },
    { outcome: 'died', score: 'risk' }
  ],
  'precision-recall': [{ ...predicted, score: 'risk' }],
  calibration: [{ outcome: 'died', risk: 'risk', person: 'person' }],
  'decision-curve': [{ outcome: 'died', risk: 'risk', second: 'other' }],
  classification: [{ outcome: 'died', score: 'risk', threshold: 0.4 }],
  performance: [{ ...predicted, risk: 'risk', ici: true }],
  kappa: [
    { raters: ['rater1', 'rater2'], weights: 'linear', order: ['mild', 'moderate', 'severe'] },
    { raters: ['rater1', 'rater2', 'rater3'] }
  ],
  'bland-altman': [
    { first: 'a', second: 'b', person: 'person' },
    { first: 'a', second: 'b' }
  ],
  intraclass: [{ raters: ['a', 'b'] }],
  concordance: [{ first: 'a', second: 'b' }]
};
const asked = [...predict, ...agree].flatMap((form) =>
  (requests[form.name] ?? [{}]).map((request) => [`${form.name} ${JSON.stringify(request)}`, form, request] as const)
);

test.each(asked)('%s makes the tables that its cell names, and is said and drawn whole', async (_, form, request) => {
  const found = await analyse(form.name, table, request);
  expect(found.more.map((one) => one.name)).toEqual(form.tables);
  expect(new Set(found.estimates.map(({ name }) => name)).size).toBe(found.estimates.length);
  expect(expectToldWhole(found)).toMatch(/^[A-Za-z].*\.$/);
});

describe('single persons', () => {
  test.each(['bland-altman', 'intraclass', 'concordance'])(
    'are marked as such in %s, and have no table where they are hidden',
    async (name) => {
      const { figures } = await analyse(name, table, requests[name]?.[0] ?? {});
      for (const figure of figures) {
        expect(figure.individual).toBe(true);
        expect(drawingOf(figure, { hides: true }).table).toBeUndefined();
        expect(drawingOf(figure, { hides: false }).table?.rows).toBeGreaterThan(0);
      }
    }
  );
});

test('sentences tell shares in per cent and whose measurement is higher', () => {
  const youden = { code: 'youden', values: { score: 'risk', threshold: 0.175, sensitivity: 0.9, specificity: 0.5 } };
  expect(sentenceOf(youden).replaceAll('\u00a0', ' ')).toBe(
    'From 0.175 on, Youden’s threshold, risk has a sensitivity of 90 % and a specificity of 50 % in these data.'
  );
  const lower = { code: 'agreement-first-lower', values: { measure: 'bias', first: 'a', second: 'b', estimate: -2.1, lower: -3, upper: -1.2, level: 0.95 } }; // prettier-ignore
  expect(sentenceOf(lower).replaceAll('\u00a0', ' ')).toBe(
    'a is on average lower than b: a minus b, −2.10 (95 % CI −3.00 to −1.20).'
  );
});
