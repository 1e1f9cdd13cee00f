import { describe, expect, test } from 'vitest';
import type { ColumnProfile } from '$workers/shared/profile';
import { conditionOf } from '$workers/shared/table-filter';
import { barFilter } from './bar-filter';

const day = 86_400_000_000;
const at = (iso: string) => Date.parse(`${iso}Z`) * 1000;

function profile(kind: ColumnProfile['kind'], sqlType: string, edges: readonly number[]): ColumnProfile {
  const bins = edges.slice(1).map((to, index) => ({ from: edges[index]!, to, n: 1, kept: undefined }));
  return {
    name: 'x',
    sqlType,
    kind,
    unit: undefined,
    rows: 9,
    missing: { n: 0, kept: undefined },
    kept: undefined,
    notFinite: 0,
    distinct: undefined,
    least: undefined,
    greatest: undefined,
    step: undefined,
    shape: { of: 'bins', bins },
    flags: []
  };
}

describe('the filter of a bar', () => {
  test.each([
    ['whole numbers', profile('whole', 'BIGINT', [-0.5, 2.5, 5.5, 8.5]), 1, { from: '3', to: '6', below: true }],
    [
      'tenths',
      profile('number', 'DOUBLE', [36.65, 36.85, 37.05, 37.25]),
      1,
      { from: '36.85', to: '37.05', below: true }
    ],
    ['the first', profile('number', 'DOUBLE', [0.1, 0.2, 0.3]), 0, { to: '0.2', below: true }],
    ['the last', profile('number', 'DOUBLE', [0.1, 0.2, 0.3]), 1, { from: '0.2' }],
    [
      'days',
      profile('time', 'DATE', [
        at('2024-02-27T12:00:00'),
        at('2024-02-29T12:00:00'),
        at('2024-03-02T12:00:00'),
        at('2024-03-04T12:00:00')
      ]),
      1,
      { from: '2024-03-01', to: '2024-03-03', below: true }
    ],
    [
      'times',
      profile('time', 'TIMESTAMP', [
        0,
        at('2024-02-27T12:30:00'),
        at('2024-02-28T12:30:00.5'),
        at('2025-01-01T00:00:00') + day
      ]),
      1,
      { from: '2024-02-27 12:30:00', to: '2024-02-28 12:30:00.5', below: true }
    ]
  ])('of %s', (_, of, index, range) => {
    const filter = barFilter(of, index);
    expect(filter).toEqual({ column: 'x', kind: 'range', ...range });
    expect(conditionOf(filter!, '"x"', of.sqlType).parameters.length).toBeGreaterThan(0);
  });

  test('of the only bin keeps every row with a value', () => {
    expect(barFilter(profile('number', 'DOUBLE', [0, 1]), 0)).toEqual({ column: 'x', kind: 'present' });
  });

  test('of a value is that value; of values not shown, of those that were cut and of the others there is none', () => {
    const values = (texts: (string | undefined)[]): ColumnProfile => ({
      ...profile('category', 'VARCHAR', []),
      shape: { of: 'values', values: texts.map((text) => ({ text, n: 1, kept: undefined })), others: undefined }
    });
    expect(barFilter(values(['a', 'b']), 1)).toEqual({ column: 'x', kind: 'values', values: ['b'] });
    expect(barFilter(values([undefined]), 0)).toBeUndefined();
    expect(barFilter(values(['a'.repeat(200)]), 0)).toBeUndefined();
    expect(barFilter(values(['a']), 1)).toBeUndefined();
  });
});
