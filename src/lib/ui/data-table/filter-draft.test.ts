import { describe, expect, test } from 'vitest';
import type { ColumnFilter } from '$workers/shared/table-view';
import { chipText, draftOf, filterFrom, filterSortOf, type FilterDraft, type FilterSort } from './filter-draft';

const draft = (more: Partial<FilterDraft>): FilterDraft => ({ mode: 'range', from: '', to: '', text: '', ...more });

test.each([
  ['BIGINT', 'number'],
  ['DECIMAL(10,2)', 'number'],
  ['DATE', 'date'],
  ['TIMESTAMP', 'date'],
  ['BOOLEAN', 'bool'],
  ['VARCHAR', 'text'],
  ['INTEGER[]', 'text'],
  ['TIMESTAMP WITH TIME ZONE', 'text']
])('%s is filtered as %s', (sqlType, sort) => expect(filterSortOf({ name: 'x', type: 'text', sqlType })).toBe(sort));

describe('a draft begins', () => {
  test.each<[FilterSort, { text: string; missing: boolean }, Partial<FilterDraft>]>([
    ['number', { text: '2.5', missing: false }, { mode: 'range', from: '2.5', to: '2.5' }],
    ['text', { text: 'a', missing: false }, { mode: 'values', text: 'a' }],
    ['bool', { text: 'false', missing: false }, { mode: 'values', text: 'false' }],
    ['date', { text: '', missing: true }, { mode: 'missing' }]
  ])('for %s with what the cell holds', (sort, value, expected) =>
    expect(draftOf(sort, undefined, value)).toMatchObject(expected)
  );

  test('with the filter there is', () => {
    const filter: ColumnFilter = { column: 'x', kind: 'range', from: '1' };
    expect(draftOf('number', filter, { text: '7', missing: false })).toMatchObject({ from: '1', to: '' });
  });
});

describe('a draft means', () => {
  test.each<[FilterSort, Partial<FilterDraft>, object]>([
    ['number', { from: ' -1.5 ', to: '2e3' }, { kind: 'range', from: '-1.5', to: '2e3' }],
    ['number', { from: '−4' }, { kind: 'range', from: '-4' }],
    ['date', { to: '2024-02-29' }, { kind: 'range', to: '2024-02-29' }],
    ['date', { from: '2024-02-29 10:30' }, { kind: 'range', from: '2024-02-29 10:30' }],
    ['text', { mode: 'contains', text: '%_' }, { kind: 'contains', text: '%_' }],
    ['text', { mode: 'values', text: '' }, { kind: 'values', values: [''] }],
    ['text', { mode: 'missing' }, { kind: 'missing' }]
  ])('%s %j', (sort, given, expected) =>
    expect(filterFrom('x', sort, draft(given))).toEqual({ filter: { column: 'x', ...expected } })
  );

  test.each<[FilterSort, Partial<FilterDraft>]>([
    ['number', { from: '1,5' }],
    ['number', { from: 'many' }],
    ['date', { to: '2023-02-29' }],
    ['date', { to: '29.2.2024' }],
    ['number', {}],
    ['text', { mode: 'contains' }]
  ])('nothing: %s %j', (sort, given) => expect(filterFrom('x', sort, draft(given))).toHaveProperty('error'));
});

test.each<[ColumnFilter, string]>([
  [{ column: 'x', kind: 'range', from: '1', to: '2' }, 'x 1 to 2'],
  [{ column: 'x', kind: 'range', from: '1', to: '2', below: true }, '1 ≤ x < 2'],
  [{ column: 'x', kind: 'range', from: '1', to: '1' }, 'x is 1'],
  [{ column: 'x', kind: 'range', to: '2' }, 'x ≤ 2'],
  [{ column: 'x', kind: 'values', values: ['a', ''] }, 'x is a, “”'],
  [{ column: 'x', kind: 'contains', text: 'ab' }, 'x contains “ab”'],
  [{ column: 'x', kind: 'missing' }, 'x missing']
])('%j is said as %s', (filter, said) => expect(chipText(filter)).toBe(said));
