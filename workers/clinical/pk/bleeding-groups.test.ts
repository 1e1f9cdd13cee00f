import { expect, test } from 'vitest';
import type { Table } from '../../shared/table';
import { bleedingGroups } from './bleeding-groups';

const persons = (ids: bigint[], bleeds: number[], years: number[], groups?: string[]): Table => {
  const dictionary = [...new Set(groups)];
  return {
    rows: ids.length,
    columns: [
      { name: 'person_id', type: 'int64', values: BigInt64Array.from(ids) },
      { name: 'bleeds', type: 'int32', values: Int32Array.from(bleeds) },
      { name: 'years', type: 'float64', values: Float64Array.from(years) },
      ...(groups
        ? [
            {
              name: 'group',
              type: 'text' as const,
              dictionary,
              values: Int32Array.from(groups, (g) => dictionary.indexOf(g))
            }
          ]
        : [])
    ]
  };
};

test('groups stand side by side, ids as they are', () => {
  const big = 9007199254740993n;
  const { groups, persons: rows } = bleedingGroups(persons([big, 2n, 3n], [0, 4, 2], [1, 2, 2], ['b', 'a', 'b']));
  expect(
    groups.map(({ name, persons: n, bleeds, years, rate, bleedFree }) => [name, n, bleeds, years, rate, bleedFree])
  ).toEqual([
    ['b', 2, 2, 3, 2 / 3, 1],
    ['a', 1, 4, 2, 2, 0]
  ]);
  expect([...rows.columns[0]!.values]).toEqual([big, 3n, 2n]);
});

test('without groups all are one', () => {
  expect(bleedingGroups(persons([1n], [0], [1])).groups).toMatchObject([{ name: '', persons: 1, rate: 0, lower: 0 }]);
});

test('a person may have time in two groups, but twice in one is refused', () => {
  expect(bleedingGroups(persons([1n, 1n], [0, 3], [1, 1], ['with', 'without'])).groups).toHaveLength(2);
  expect(() => bleedingGroups(persons([1n, 1n], [0, 3], [1, 1], ['with', 'with']))).toThrowError(
    expect.objectContaining({ code: 'bleeds-person-repeated' })
  );
});

test.each([
  ['bleeds that cannot be', [1n, 2n, 3n], [1, 1, -1], [1, 1, 1], 'bleeds-impossible'],
  ['no time at risk', [1n, 2n, 3n], [1, 1, 1], [1, 1, 0], 'bleeds-years-impossible'],
  ['a person twice', [1n, 2n, 1n], [1, 1, 1], [1, 1, 1], 'bleeds-person-repeated']
])('%s are told with the row of the table, not of its group', (_, ids, bleeds, years, code) => {
  expect(() => bleedingGroups(persons(ids, bleeds, years, ['with', 'without', 'with']))).toThrowError(
    expect.objectContaining({ code, values: { row: 3 } })
  );
});

test('nobody has no rate', () => {
  expect(() => bleedingGroups(persons([], [], []))).toThrowError(expect.objectContaining({ code: 'bleeds-none' }));
});
