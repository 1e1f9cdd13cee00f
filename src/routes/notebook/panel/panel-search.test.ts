import { describe, expect, test } from 'vitest';
import type { Relation } from '$workers/data/contract';
import type { CellKey } from '$lib/notebook/model';
import { searchPanel, type PanelLists } from './panel-search';

const table = (name: string, ...columns: string[]): Relation => ({
  name,
  kind: 'table',
  rows: 3,
  columns: columns.map((column) => ({ name: column, type: 'float64', sqlType: 'DOUBLE' }))
});
const lists: PanelLists = {
  files: [{ path: 'ward/Labs.csv', state: 'ready', sizeBytes: 10, modified: 0 }],
  tables: [table('labs', 'person_id', 'lactate'), table('stays', 'person_id', 'days')],
  outline: [{ key: 'k1' as CellKey, label: 'Lactate by age', level: 0, code: false, prose: true }]
};

describe('the search of the panel', () => {
  test('an empty one finds all, with nothing opened', () => {
    const hits = searchPanel(lists, '  ');
    expect([hits.files, hits.tables, hits.outline]).toEqual([lists.files, lists.tables, lists.outline]);
    expect(hits.columns.size).toBe(0);
  });

  test('finds files, tables by their own name or a column, and cells, in any case', () => {
    expect(searchPanel(lists, 'LABS').files).toHaveLength(1);
    const hits = searchPanel(lists, 'lactate');
    expect(hits.tables.map(({ name }) => name)).toEqual(['labs']);
    expect([...(hits.columns.get('labs') ?? [])]).toEqual(['lactate']);
    expect(hits.outline).toHaveLength(1);
    expect(hits.files).toEqual([]);
  });

  test('without a hit it names what is written much alike', () => {
    expect(searchPanel(lists, 'lactat_')).toMatchObject({ tables: [], near: ['lactate'] });
    expect(searchPanel(lists, 'zzzz').near).toEqual([]);
  });
});
