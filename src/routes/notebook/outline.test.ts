import { expect, test } from 'vitest';
import type { Cell, CellKey } from '$lib/notebook/model';
import { hasTopHeading, outlineOf, sameOutline } from './outline';

const cell = (kind: string, text: string, id?: string): Cell => ({
  key: `${kind}${id}${text}` as CellKey,
  kind,
  id,
  attributes: [],
  text
});

test('headings lead, named cells follow below them, and code in a fence is no heading', () => {
  const entries = outlineOf({
    front: '',
    cells: [
      cell('markdown', '# *First* look\n\ntext'),
      cell('sql', 'select 1', 'hourly'),
      cell('chart', 'from: hourly'),
      cell('markdown', '```\n# no\n```\n## Second ##'),
      cell('markdown', 'nothing to list')
    ]
  });
  expect(entries.map(({ label, level, code }) => [label, level, code])).toEqual([
    ['First look', 0, false],
    ['hourly', 1, true],
    ['Second', 1, false]
  ]);
});

test('a notebook is headed by its text only where a heading of the first level stands in it', () => {
  const headed = (...cells: Cell[]) => hasTopHeading({ front: '', cells });
  expect(headed(cell('sql', '# no prose'), cell('markdown', '```\n# no\n```\n## Second'))).toBe(false);
  expect(headed(cell('markdown', 'text'), cell('markdown', 'text\n\n# First'))).toBe(true);
});

test('an outline stays the same object while nothing in it is another, and else keeps the entries that are as they were', () => {
  const of = (text: string, id: string) =>
    outlineOf({
      front: '',
      cells: [
        { ...cell('markdown', '# First'), key: 'a' as CellKey },
        { ...cell('sql', text, id), key: 'b' as CellKey }
      ]
    });
  const first = of('select 1', 'hourly');
  expect(sameOutline(first, of('select 12', 'hourly'))).toBe(first);
  const renamed = sameOutline(first, of('select 12', 'daily'));
  expect(renamed).not.toBe(first);
  expect(renamed[0]).toBe(first[0]);
  expect(renamed[1]).toMatchObject({ key: 'b', label: 'daily' });
  expect(sameOutline(first, first.slice(0, 1))).toHaveLength(1);
});
