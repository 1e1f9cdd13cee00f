import { describe, expect, test } from 'vitest';
import { columnPlaces } from './column-order';
import { ViewState } from './view-state.svelte';

const names = ['id', 'hour', 'lactate', 'ward'];
const shown = (view: ViewState, of = names) => columnPlaces(of, view).shown.map((index) => of[index]);

describe('sorting', () => {
  test('goes from none to ascending, descending and none', () => {
    const view = new ViewState();
    const states = [1, 2, 3].map(() => {
      view.sortBy('hour', { add: false });
      return view.sort;
    });
    expect(states).toEqual([[{ column: 'hour', descending: false }], [{ column: 'hour', descending: true }], []]);
  });

  test('takes further keys with Shift, and only one without', () => {
    const view = new ViewState();
    view.sortBy('hour', { add: false });
    view.sortBy('ward', { add: true });
    view.sortBy('ward', { add: true });
    expect(view.sort.map(({ column, descending }) => [column, descending])).toEqual([
      ['hour', false],
      ['ward', true]
    ]);
    view.sortBy('hour', { add: true });
    expect(view.sort[0]).toEqual({ column: 'hour', descending: true });
    view.sortBy('id', { add: false });
    expect(view.sort).toEqual([{ column: 'id', descending: false }]);
  });
});

test('a column has one filter, which keeps its place', () => {
  const view = new ViewState();
  view.setFilter({ column: 'hour', kind: 'missing' });
  view.setFilter({ column: 'ward', kind: 'present' });
  view.setFilter({ column: 'hour', kind: 'present' });
  expect(view.filters.map(({ column, kind }) => `${column} ${kind}`)).toEqual(['hour present', 'ward present']);
  view.removeFilter('hour');
  expect(view.filterOf('hour')).toBeUndefined();
});

test('only what the table still has is asked for, and comes back with its column', () => {
  const view = new ViewState();
  view.sortBy('lactate', { add: false });
  view.setFilter({ column: 'ward', kind: 'present' });
  expect(view.asked([{ name: 'ward' }])).toEqual({ orderBy: [], filters: [{ column: 'ward', kind: 'present' }] });
  expect(view.asked(names.map((name) => ({ name }))).orderBy).toHaveLength(1);
});

describe('columns', () => {
  test('stand as the table has them; pinned first, hidden not at all', () => {
    const view = new ViewState();
    expect(shown(view)).toEqual(names);
    view.togglePin('ward');
    view.hide('hour');
    expect(shown(view)).toEqual(['ward', 'id', 'lactate']);
    expect(columnPlaces(names, view).pinned).toBe(1);
    view.togglePin('ward');
    view.showAll();
    expect(shown(view)).toEqual(names);
  });

  test('are moved before another or to the end; new ones come last', () => {
    const view = new ViewState();
    view.move('ward', 'hour', names);
    expect(shown(view)).toEqual(['id', 'ward', 'hour', 'lactate']);
    view.move('id', undefined, names);
    expect(shown(view)).toEqual(['ward', 'hour', 'lactate', 'id']);
    expect(shown(view, ['new', ...names.slice(1)])).toEqual(['ward', 'hour', 'lactate', 'new']);
    expect(shown(view, names.slice(0, 2))).toEqual(['hour', 'id']);
  });

  test('pinned ones are moved among themselves', () => {
    const view = new ViewState();
    view.togglePin('id');
    view.togglePin('ward');
    view.move('ward', 'id', names);
    expect(shown(view)).toEqual(['ward', 'id', 'hour', 'lactate']);
    expect(view.order).toEqual([]);
  });

  test('are never narrower than a finger', () => {
    const view = new ViewState();
    view.resize('id', 10);
    expect(view.widths.get('id')).toBe(64);
    view.resize('id', undefined);
    expect(view.widths.has('id')).toBe(false);
  });
});
