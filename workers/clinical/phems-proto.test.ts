import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import oracle from '../../tests/oracles/clinical/phems-proto.json';
import { minimise } from '../shared/optimise';
import type { Table } from '../shared/table';
import { phoenixWindows } from './scores';
import { auroc } from './picu/testing/ranking';
import { averagePrecision } from './utility';

const file = resolve(process.env['PHEMS_DATA'] ?? '../shared/data', 'phems-proto/hours.csv');
const present = existsSync(file);
if (!present) console.warn(`SKIPPED: the end-to-end checks of the prototype sample need ${file}`);

const [heading = '', ...lines] = present ? readFileSync(file, 'utf8').trim().split('\n') : [];
const names = heading.trim().split(',');
const cells = lines.map((line) => line.trim().split(','));
/** Missing is NaN. */
const column = (name: string) =>
  Float64Array.from(cells, (row) => {
    const text = row[names.indexOf(name)] ?? '';
    return text === '' ? NaN : Number(text);
  });
const tableOf = (columns: Readonly<Record<string, ArrayLike<number>>>): Table => ({
  rows: Object.values(columns)[0]?.length ?? 0,
  columns: Object.entries(columns).map(([name, values]) => ({
    name,
    type: 'float64',
    values: Float64Array.from(values)
  }))
});
const precisionOf = (score: ArrayLike<number>, label: ArrayLike<number>) =>
  averagePrecision(tableOf({ score, label }), { score: 'score', label: 'label' });

const [logistic, phoenix] = oracle.cases as [(typeof oracle.cases)[0], (typeof oracle.cases)[1]];
const close = (value: number, expected: number | undefined) => {
  const wanted = expected as number;
  expect(Math.abs(value - wanted) / Math.abs(wanted)).toBeLessThanOrEqual(oracle.tolerance.rel);
};

/** Each feature carried forward within its episode, and what stands before its first value. */
function features(): Float64Array[] {
  const months = column('age_months');
  const episode = column('episode');
  const raw: [name: string, first: number, of: (value: number, m: number) => number][] = [
    ['heart_rate', 1.05, (value, m) => value / (72 + 72 * Math.exp(-m / 55))],
    ['map', 1, (value, m) => value / (42 + 13 * Math.min(1, m / 12) + 1.5 * Math.max(0, m / 12 - 1))],
    ['temperature', 36.9, (value) => value],
    ['lactate', 0.1823215567939546, (value) => Math.log(value)],
    ['spo2', 97, (value) => value]
  ];
  return raw.map(([name, first, of]) => {
    const values = column(name);
    let last = first;
    return values.map((value, row) => {
      if (row === 0 || episode[row] !== episode[row - 1]) last = first;
      if (!Number.isNaN(value)) last = of(value, months[row] as number);
      return last;
    });
  });
}

describe.skipIf(!present)('the prototype sample end to end', () => {
  test(logistic.name, () => {
    const expected = logistic.expected as Record<string, number> &
      Record<'means' | 'sds_population' | 'coef_intercept_first', number[]>;
    const episode = column('episode');
    const label = column('SepsisLabel');
    const rows = { train: [] as number[], test: [] as number[] };
    episode.forEach((one, row) => rows[one % 10 < 7 ? 'train' : 'test'].push(row));
    expect([rows.train.length, rows.test.length]).toEqual([expected['n_train'], expected['n_test']]);
    const standardised = features().map((values, at) => {
      const train = rows.train.map((row) => values[row] as number);
      const mean = train.reduce((sum, value) => sum + value, 0) / train.length;
      const sd = Math.sqrt(train.reduce((sum, value) => sum + (value - mean) ** 2, 0) / train.length);
      close(mean, expected.means[at]);
      close(sd, expected.sds_population[at]);
      return values.map((value) => (value - mean) / sd);
    });
    const width = standardised.length + 1;
    const at = (row: number, j: number) => (j === 0 ? 1 : ((standardised[j - 1] as Float64Array)[row] as number));
    const linear = (beta: Float64Array, row: number) => beta.reduce((sum, one, j) => sum + one * at(row, j), 0);
    const probability = (beta: Float64Array, row: number) => 1 / (1 + Math.exp(-linear(beta, row)));
    const penalty = (j: number) => (j === 0 ? 0 : 1);
    const fit = minimise(
      {
        value: (beta) =>
          rows.train.reduce((sum, row) => {
            const eta = linear(beta, row);
            return sum + Math.max(eta, 0) + Math.log1p(Math.exp(-Math.abs(eta))) - (label[row] as number) * eta;
          }, 0) + beta.reduce((sum, one, j) => sum + 0.5 * penalty(j) * one * one, 0),
        gradient: (beta) => {
          const gradient = beta.map((one, j) => penalty(j) * one);
          for (const row of rows.train) {
            const residual = probability(beta, row) - (label[row] as number);
            for (let j = 0; j < width; j++) gradient[j] = (gradient[j] as number) + residual * at(row, j);
          }
          return gradient;
        }
      },
      new Float64Array(width)
    );
    expected.coef_intercept_first.forEach((value, j) => close(fit.x[j] as number, value));
    const of = (part: 'train' | 'test') => ({
      score: rows[part].map((row) => probability(fit.x, row)),
      label: rows[part].map((row) => label[row] as number)
    });
    const train = of('train');
    const held = of('test');
    close(precisionOf(train.score, train.label).averagePrecision, expected['train_ap']);
    const precision = precisionOf(held.score, held.label);
    close(precision.averagePrecision, expected['test_ap']);
    close(precision.prevalence, expected['test_prevalence']);
    expect(precision.positives).toBe(expected['positives_test']);
    close(auroc(Float64Array.from(held.score), Float64Array.from(held.label)), expected['test_auroc']);
    const brier =
      held.score.reduce((sum, p, row) => sum + (p - (held.label[row] as number)) ** 2, 0) / held.score.length;
    close(brier, expected['test_brier']);
    const leak = column('iv_antibiotic_charted');
    const charted = rows.test.map((row) => leak[row] as number);
    close(precisionOf(charted, held.label).averagePrecision, expected['leak_column_ap_test']);
    close(auroc(Float64Array.from(charted), Float64Array.from(held.label)), expected['leak_column_auroc_test']);
  });

  test(phoenix.name, async () => {
    const expected = phoenix.expected as Record<string, number>;
    const inputs = [
      'spo2',
      'fio2',
      'pao2',
      'map',
      'lactate',
      'gcs',
      'platelets',
      'inr',
      'd_dimer',
      'fibrinogen',
      'imv',
      'support',
      'vasoactives'
    ];
    const bits = (values: Float64Array) => {
      const validity = new Uint8Array((values.length + 7) >> 3);
      values.forEach((value, row) => {
        if (!Number.isNaN(value)) validity[row >> 3] = (validity[row >> 3] as number) | (1 << (row & 7));
      });
      return validity;
    };
    const float = (name: string, unit?: string) => {
      const values = column(name);
      return { name, type: 'float64', values, validity: bits(values), ...(unit && { unit }) } as const;
    };
    const keys = {
      person: { name: 'episode', type: 'int32', values: Int32Array.from(column('episode')) } as const,
      time: float('hour', 'h')
    };
    const variables = Object.fromEntries(inputs.map((name) => [name, float(name)]));
    const { table } = await phoenixWindows({ ...keys, variables }, { ...keys, age_months: float('age_months') });
    const of = (name: string) => Array.from(table.columns.find((one) => one.name === name)?.values ?? [], Number);
    const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
    const total = of('total');
    expect(total.length).toBe(expected['hours']);
    expect(sum(total)).toBe(expected['sum_total']);
    expect(total.filter((points) => points >= 2).length).toBe(expected['hours_total_ge2']);
    const parts = ['respiratory', 'cardiovascular', 'coagulation', 'neurologic'].map((name) => sum(of(name)));
    expect(parts).toEqual(['resp', 'card', 'coag', 'neuro'].map((part) => expected[`sum_${part}`]));
    const label = column('SepsisLabel');
    close(precisionOf(total, label).averagePrecision, expected['ap_of_total']);
    close(auroc(Float64Array.from(total), label), expected['auroc_of_total']);
  });
});
