import { describe, expect, test } from 'vitest';
import { findItems, inGroups } from './find-items';
import type { PaletteGroup, PaletteItem } from './palette-item';

const item = (group: PaletteGroup, label: string, more: Partial<PaletteItem> = {}): PaletteItem => ({
  id: `${group} ${label}`,
  group,
  label,
  run: () => undefined,
  ...more
});
const items = [
  item('do', 'Run everything'),
  item('do', 'Restart the data engine', { words: 'memory free' }),
  item('go', 'hourly', { meta: 'cell 3' }),
  item('go', 'lactateByAge'),
  item('tables', 'picu_hours.lactate', { meta: 'mmol/L' }),
  item('tables', 'heart_rate'),
  item('reference', 'Kirurgia ja äly')
];
const labels = (query: string) => findItems(items, query).map((found) => found.item.label);

describe('findItems', () => {
  test.each([
    ['hourly', ['hourly']],
    ['lactat', ['lactateByAge', 'picu_hours.lactate']],
    ['rate', ['heart_rate']],
    ['age', ['lactateByAge']],
    ['rest', ['Restart the data engine']],
    ['data restart', ['Restart the data engine']],
    ['memory', ['Restart the data engine']],
    ['aly', ['Kirurgia ja äly']],
    ['MMOL', ['picu_hours.lactate']],
    ['nothing at all', []]
  ])('%s', (query, expected) => {
    expect(labels(query)).toEqual(expected);
  });

  test.each([
    ['huorly', 'hourly'],
    ['lactait', 'lactateByAge'],
    ['restrat', 'Restart the data engine'],
    ['everithing', 'Run everything'],
    ['haert', 'heart_rate']
  ])('%s, a slip, finds %s', (query, expected) => {
    expect(labels(query)).toContain(expected);
  });

  test('a slip of a short word finds nothing: it would be another word', () => {
    expect(labels('rnu')).toEqual([]);
  });

  test('what was typed is marked, slips too', () => {
    const [first] = findItems(items, 'lact age');
    expect(first?.spans).toEqual([
      { from: 0, to: 4 },
      { from: 9, to: 12 }
    ]);
    expect(findItems(items, 'huorly')[0]?.spans).toEqual([{ from: 0, to: 6 }]);
    expect(findItems(items, 'äly')[0]?.spans).toEqual([{ from: 12, to: 15 }]);
  });

  test('without a query everything is there as it came', () => {
    expect(labels(' ')).toEqual(items.map(({ label }) => label));
  });
});

test('groups keep their order, each with its best', () => {
  const groups = inGroups(findItems(items, 'h'), 1);
  expect(groups.map(({ group, found }) => [group, found.length])).toEqual([
    ['do', 1],
    ['go', 1],
    ['tables', 1]
  ]);
});
