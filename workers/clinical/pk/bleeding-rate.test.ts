import { describe, expect, test } from 'vitest';
import type { Column, Table } from '../../shared/table';
import { bleedingRates } from './index';

const table = (ids: readonly bigint[], bleeds: readonly number[], years: readonly number[], unit?: string): Table => ({
  rows: ids.length,
  columns: [
    { name: 'person_id', type: 'int64', values: BigInt64Array.from(ids) },
    { name: 'bleeds', type: 'int32', values: Int32Array.from(bleeds) },
    { name: 'years', type: 'float64', values: Float64Array.from(years), ...(unit !== undefined && { unit }) }
  ]
});
const values = (found: Table, name: string) => [...(found.columns.find((c) => c.name === name)?.values ?? [])];
/** A table with one column taken out or put in place of another. */
const withColumn = (base: Table, name: string, column?: Column): Table => ({
  ...base,
  columns: base.columns.flatMap((found) => (found.name === name ? (column ? [column] : []) : [found]))
});

describe('annualised bleeding rates', () => {
  const big = 9_007_199_254_740_993n;
  const { persons, group } = bleedingRates(table([big, big + 1n, 3n], [0, 10, 2], [1, 2, 0.5]));

  test('are bleeds over years, each with exact limits', () => {
    expect(values(persons, 'rate')).toEqual([0, 5, 4]);
    expect(values(persons, 'lower')[0]).toBe(0);
    expect(values(persons, 'upper')[0]).toBeCloseTo(3.688879454113936, 12);
    expect(values(persons, 'lower')[1]).toBeCloseTo(4.795389 / 2, 6);
    expect(values(persons, 'upper')[1]).toBeCloseTo(18.390356 / 2, 6);
  });

  test('keep ids beyond 2^53', () => {
    expect(values(persons, 'person_id')).toEqual([big, big + 1n, 3n]);
  });

  test('of the group are those of all bleeds in all years', () => {
    expect(group).toMatchObject({ persons: 3, bleeds: 12, years: 3.5, rate: 12 / 3.5, method: 'exact Poisson' });
    expect(group.lower).toBeCloseTo(6.200575 / 3.5, 6);
    expect(group.upper).toBeCloseTo(20.961585 / 3.5, 6);
    // (0 − 24/7)²/(24/7) + (10 − 48/7)²/(48/7) + (2 − 12/7)²/(12/7), over 2.
    expect(group.dispersion).toBeCloseTo((24 / 7 + (22 / 7) ** 2 / (48 / 7) + (2 / 7) ** 2 / (12 / 7)) / 2, 12);
  });

  test('of one person, or without a bleed, have no dispersion', () => {
    expect(bleedingRates(table([1n], [3], [1])).group.dispersion).toBeUndefined();
    expect(bleedingRates(table([1n, 2n], [0, 0], [1, 1])).group).toMatchObject({
      rate: 0,
      lower: 0,
      dispersion: undefined
    });
  });

  test('take years in other units where they are declared', () => {
    expect(values(bleedingRates(table([1n], [3], [6], 'months')).persons, 'rate')[0]).toBeCloseTo(6, 12);
  });

  test('of the group may be estimated by another method', () => {
    const given = bleedingRates(table([1n, 2n], [1, 2], [1, 1]), {
      group: (bleeds, years, level) => ({ rate: bleeds.length, lower: years.length, upper: level, method: 'own' })
    });
    expect(given.group).toMatchObject({ rate: 2, lower: 2, upper: 0.95, method: 'own', bleeds: 3 });
  });
});

describe('what has no rate is refused, with its row', () => {
  const two = table([1n, 2n], [1, 2], [1, 1]);
  test.each<[string, Table, string, number | undefined]>([
    ['nobody', table([], [], []), 'bleeds-none', undefined],
    ['no time at risk', table([1n, 2n], [1, 0], [1, 0]), 'bleeds-years-impossible', 2],
    ['negative time', table([1n], [1], [-1]), 'bleeds-years-impossible', 1],
    ['negative bleeds', table([1n, 2n], [1, -1], [1, 1]), 'bleeds-impossible', 2],
    [
      'half a bleed',
      withColumn(two, 'bleeds', { name: 'bleeds', type: 'float64', values: Float64Array.of(1, 0.5) }),
      'bleeds-impossible',
      2
    ],
    ['a person twice', table([1n, 1n], [1, 2], [1, 1]), 'bleeds-person-repeated', 2],
    [
      'missing bleeds',
      withColumn(two, 'bleeds', {
        name: 'bleeds',
        type: 'int32',
        values: Int32Array.of(1, 2),
        validity: Uint8Array.of(1)
      }),
      'pk-value-missing',
      2
    ],
    ['missing years', table([1n], [1], [NaN]), 'pk-value-missing', 1],
    ['no column of years', withColumn(two, 'years'), 'pk-column-missing', undefined],
    ['years in miles', table([1n], [1], [1], 'miles'), 'pk-column-unit', undefined],
    [
      'ids that were rounded',
      withColumn(two, 'person_id', { name: 'person_id', type: 'float64', values: Float64Array.of(1, 2) }),
      'pk-column-type',
      undefined
    ]
  ])('%s', (_, given, code, row) => {
    expect(() => bleedingRates(given)).toThrowError(
      expect.objectContaining({
        code,
        ...(row !== undefined && { values: expect.objectContaining({ row }) as unknown })
      })
    );
  });
});
