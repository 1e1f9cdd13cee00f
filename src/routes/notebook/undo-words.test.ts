import { expect, test } from 'vitest';
import type { Edit } from '$lib/notebook/change';
import { applyEdit } from '$lib/notebook/change';
import { insertAt, moveBy, newCell, setAttribute, setTitle } from '$lib/notebook/edits';
import type { Notebook } from '$lib/notebook/model';
import { undoWords } from './undo-words';

const [a, b, prose] = [newCell('sql', '1', 'a'), newCell('sql', '2', 'b'), newCell('markdown', 'prose')];
const start: Notebook = { front: 'title: A', cells: [a, b, prose] };

test.each<[Edit, string]>([
  [insertAt(1, [newCell('sql', '', 'new')]), '`new` added.'],
  [insertAt(1, [newCell('markdown', 'x')]), 'a cell added.'],
  [{ type: 'delete', keys: [a.key] }, '`a` deleted.'],
  [{ type: 'delete', keys: [a.key, b.key] }, '2 cells deleted.'],
  [moveBy(start, [a.key], 1), '`a` moved.'],
  [{ type: 'edit', key: a.key, text: 'x' }, 'text of `a` changed.'],
  [{ type: 'edit', key: prose.key, text: 'x' }, 'text of a cell changed.'],
  [{ type: 'set-kind', key: a.key, kind: 'chart' }, 'kind of `a` changed.'],
  [setAttribute(a, 'off', 'true'), 'settings of `a` changed.'],
  [setTitle(start, 'B'), 'title and front matter changed.'],
  [{ type: 'replace', notebook: { front: '', cells: [] } }, 'the whole notebook replaced.'],
  [
    {
      type: 'several',
      edits: [a, b].map(({ key }) => ({ type: 'set-kind', key, kind: 'chart' }))
    },
    'kind of 2 cells changed.'
  ],
  [
    {
      type: 'several',
      edits: [
        { type: 'edit', key: a.key, text: 'x' },
        { type: 'delete', keys: [b.key] }
      ]
    },
    'several changes of 2 cells.'
  ]
])('%o', (edit, said) => {
  const done = applyEdit(start, edit);
  const undone = applyEdit(done.notebook, done.inverse);
  const states = { before: done.notebook, after: undone.notebook };
  expect(undoWords({ way: 'undone', edit: done.inverse, ...states })).toBe(`Undone: ${said}`);
  expect(undoWords({ way: 'redone', edit: undone.inverse, before: start, after: done.notebook })).toBe(
    `Redone: ${said}`
  );
});

test('a cell that was renamed is called by the name it has now', () => {
  const done = applyEdit(start, { type: 'set-id', key: a.key, id: 'z' });
  const undone = applyEdit(done.notebook, done.inverse);
  const told = { way: 'undone', edit: done.inverse, before: done.notebook, after: undone.notebook } as const;
  expect(undoWords(told)).toBe('Undone: `a` renamed.');
});
