import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Table } from '../../shared/table';
import { averagePrecision } from './index';

function scored(score: readonly number[], label: readonly number[], validity?: Uint8Array): Table {
  return {
    rows: score.length,
    columns: [
      { name: 'score', type: 'float64', values: Float64Array.from(score), ...(validity && { validity }) },
      { name: 'label', type: 'int32', values: Int32Array.from(label) }
    ]
  };
}
const of = (table: Table) => averagePrecision(table, { score: 'score', label: 'label' });

// scikit-learn 1.2.1: average_precision_score
test.each([
  [[0.1, 0.4, 0.35, 0.8, 0.2, 0.7], [0, 0, 1, 1, 0, 1], 0.9166666666666665],
  [[0.3, 0.3, 0.3, 0.7, 0.3, 0.7, 0.1, 0.9], [0, 1, 0, 1, 1, 0, 0, 1], 0.7023809523809523],
  [[0.5, 0.5, 0.5, 0.5], [0, 0, 0, 1], 0.25],
  [[0.1, 0.2, 0.8, 0.9], [0, 0, 1, 1], 1]
])('scores %j of labels %j: %d', (score, label, expected) => {
  const got = of(scored(score, label));
  expect(got.averagePrecision).toBeCloseTo(expected, 12);
  expect(got.prevalence).toBe(label.filter((one) => one === 1).length / label.length);
});

test('a constant score gives the prevalence, whatever the labels', () => {
  const labels = fc.array(fc.constantFrom(0, 1), { minLength: 1 }).filter((label) => label.includes(1));
  fc.assert(
    fc.property(labels, (label) => {
      const got = of(
        scored(
          label.map(() => 0.3),
          label
        )
      );
      expect(got.averagePrecision).toBe(got.prevalence);
    })
  );
});

describe('rows', () => {
  test('without a score are left out and counted; NaN is none, infinity is the highest', () => {
    const got = of(scored([9, NaN, Infinity, 1], [1, 1, 1, 0], Uint8Array.of(0b1110)));
    expect(got).toEqual({
      averagePrecision: 1,
      prevalence: 0.5,
      rows: 2,
      positives: 1,
      dropped: { missingScore: 2, missingLabel: 0 }
    });
  });

  test.each([
    [[], []],
    [
      [0.1, 0.2],
      [0, 0]
    ]
  ])('none positive: %j', (score, label) => {
    expect(() => of(scored(score, label))).toThrow(expect.objectContaining({ code: 'auprc-no-positive' }) as Error);
  });

  test('a decimal score is read with its scale', () => {
    const table = scored([0, 0], [1, 0]);
    const decimal = { name: 'score', type: 'decimal', values: BigInt64Array.of(51n, 5n), scale: 2 } as const;
    expect(of({ ...table, columns: [decimal, table.columns[1]!] }).averagePrecision).toBe(1);
  });
});
