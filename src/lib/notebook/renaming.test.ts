import { expect, test } from 'vitest';
import { registry } from '$lib/cells';
import { applyEdit } from './change';
import { newCell } from './edits';
import { Analyses } from './graph/analysis';
import { Graph } from './graph/graph';
import { renameCell, renamedColumns, usesOfCell, usesOfColumn } from './renaming';

const cells = [
  newCell('sql', 'select 1 as n', 'hourly'),
  newCell('sql', 'select hourly.n from Hourly where n < ${most}', 'low'),
  newCell('chart', 'from: hourly\nmark: dot\nx: n\ny: n', 'picture'),
  newCell('input', 'type: range\nmin: 0\nmax: 9\nvalue: 3', 'most'),
  newCell('markdown', 'See `hourly`, not hourly.\n\n```\n`hourly`\n```'),
  newCell('sql', "select 'hourly' as word", 'apart')
];
const notebook = { front: '', cells };
// The code of most kinds comes when it is needed.
await registry.ready?.();

const graph = new Graph(notebook, new Analyses(registry));
const keys = cells.map(({ key }) => key);

test('a renamed cell takes along queries, charts and prose, and one step takes all back', () => {
  const uses = usesOfCell(graph, keys[0]!, 'by_hour');
  expect(uses.keys).toEqual([keys[1], keys[2], keys[4]]);
  const { notebook: after, inverse } = applyEdit(notebook, renameCell(keys[0]!, 'by_hour', uses));
  expect(after.cells.map(({ id, text }) => [id, text])).toEqual([
    ['by_hour', 'select 1 as n'],
    ['low', 'select by_hour.n from by_hour where n < ${most}'],
    ['picture', 'from: by_hour\nmark: dot\nx: n\ny: n'],
    ['most', cells[3]!.text],
    [undefined, 'See `by_hour`, not hourly.\n\n```\n`hourly`\n```'],
    ['apart', "select 'hourly' as word"]
  ]);
  expect(applyEdit(after, inverse).notebook).toEqual(notebook);
});

test('a renamed input takes along the queries that use its value', () => {
  const uses = usesOfCell(graph, keys[3]!, 'top');
  expect(uses.edits).toEqual([{ type: 'edit', key: keys[1], text: 'select hourly.n from Hourly where n < ${top}' }]);
  expect(renameCell(keys[3]!, 'top', undefined)).toEqual({
    type: 'several',
    edits: [{ type: 'set-id', key: keys[3], id: 'top' }]
  });
});

test('a renamed column changes in the cells that read its table', () => {
  const uses = usesOfColumn(graph, { table: 'hourly', from: 'n', to: 'count' }, () => false);
  expect(uses.edits.map((edit) => edit.type === 'edit' && edit.text)).toEqual([
    'select hourly.count from Hourly where count < ${most}',
    'from: hourly\nmark: dot\nx: count\ny: count'
  ]);
});

test.each([
  [['a', 'b'], ['a', 'c'], [{ from: 'b', to: 'c' }]],
  [['a', 'b'], ['b', 'a'], []],
  [['a', 'b'], ['a', 'b', 'c'], []],
  [['a', 'b'], ['a', 'b'], []]
])('columns %s and then %s', (before, now, expected) => {
  expect(renamedColumns(before, now)).toEqual(expected);
});
