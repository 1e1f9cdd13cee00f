import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyChange, applyEdit, type Edit, type NotebookChange } from './change';
import { insertAt, moveBy, newCell, setAttribute } from './edits';
import { History } from './history';
import type { Notebook } from './model';

const notebook = (...texts: string[]): Notebook => ({
  front: '',
  cells: texts.map((text) => newCell('markdown', text))
});
const texts = (of: Notebook) => of.cells.map((cell) => cell.text).join('');
const keys = (of: Notebook, ...indexes: number[]) => indexes.map((index) => of.cells[index]!.key);

describe('applyEdit', () => {
  const start = notebook('a', 'b', 'c', 'd');
  test.each<[string, Edit, string]>([
    ['insert', insertAt(1, [newCell('sql', 'x'), newCell('sql', 'y')]), 'axybcd'],
    ['insert at the end', insertAt(4, [newCell('sql', 'x')]), 'abcdx'],
    ['delete scattered cells', { type: 'delete', keys: keys(start, 2, 0) }, 'bd'],
    ['move up', moveBy(start, keys(start, 2), -1), 'acbd'],
    ['move two apart down together', moveBy(start, keys(start, 0, 2), 1), 'bacd'],
    ['move beyond the edge stays', moveBy(start, keys(start, 3), 5), 'abcd'],
    ['edit', { type: 'edit', key: keys(start, 1)[0]!, text: 'B\r\nB' }, 'aB\nBcd']
  ])('%s, and back', (_name, edit, expected) => {
    const done = applyEdit(start, edit);
    expect(texts(done.notebook)).toBe(expected);
    expect(applyEdit(done.notebook, done.inverse).notebook).toEqual(start);
  });

  test('a change that changes nothing gives the same notebook', () => {
    const [key] = keys(start, 0);
    for (const edit of [
      { type: 'edit', key: key!, text: 'a' },
      { type: 'set-id', key: key!, id: '' },
      { type: 'front', front: '' },
      moveBy(start, keys(start, 3), 5),
      moveBy(start, keys(start, 0, 1), -1),
      { type: 'set-attributes', key: key!, attributes: [] }
    ] as const satisfies readonly Edit[]) {
      expect(applyEdit(start, edit).notebook).toBe(start);
    }
  });

  test('what a file cannot hold is refused', () => {
    expect(() => applyEdit(start, { type: 'front', front: 'a: 1\n---\nb' })).toThrowError(/three dashes/);
    expect(() => applyEdit(start, setAttribute(start.cells[0]!, 'a b', 'x'))).toThrowError(/key of a cell/);
  });

  test('setAttribute keeps the place and drops doubles', () => {
    const cell = newCell('sql', '', undefined, [
      { name: 'a', value: '1' },
      { name: 'off', value: 'x' },
      { name: 'a', value: '2' }
    ]);
    expect(setAttribute(cell, 'a', '3')).toMatchObject({ attributes: [{ name: 'off' }, { name: 'a', value: '3' }] });
    expect(setAttribute(cell, 'off', undefined)).toMatchObject({ attributes: [{ value: '1' }, { value: '2' }] });
    expect(setAttribute(cell, 'run', 'ask')).toMatchObject({ attributes: [{}, {}, {}, { name: 'run', value: 'ask' }] });
  });
});

type Pick = { what: number; a: number; b: number; undo: NotebookChange['undo']; coalesce: boolean };
const pick: fc.Arbitrary<Pick> = fc.record({
  what: fc.nat(7),
  a: fc.nat(50),
  b: fc.nat(50),
  undo: fc.constantFrom('now', 'now', 'now', 'with-next'),
  coalesce: fc.boolean()
});

function edit(now: Notebook, { what, a, b }: Pick): Edit {
  const { length } = now.cells;
  if (length === 0 || what === 0) return insertAt(a % (length + 1), [newCell('sql', `n${b}`)]);
  const cell = now.cells[a % length]!;
  const other = now.cells[b % length]!;
  const both = cell === other ? [cell.key] : [cell.key, other.key];
  if (what === 1) return { type: 'delete', keys: both };
  if (what === 2) return moveBy(now, both, (b % 5) - 2);
  if (what === 3) return { type: 'set-id', key: cell.key, id: b % 3 ? `id${b}` : undefined };
  if (what === 4) return { type: 'set-kind', key: cell.key, kind: b % 2 ? 'sql' : 'chart' };
  if (what === 5) return setAttribute(cell, 'off', b % 2 ? 'true' : undefined);
  if (what === 6) return { type: 'front', front: `title: ${b}` };
  return { type: 'edit', key: cell.key, text: `text ${b}` };
}

describe('History', () => {
  test('undo all gives the first notebook, redo all the last, in 10,000 random sequences', () => {
    fc.assert(
      fc.property(fc.array(pick, { maxLength: 30 }), (picks) => {
        const first = notebook('a', 'b', 'c');
        const history = new History();
        let now = first;
        for (const one of picks) {
          const change = {
            ...edit(now, one),
            undo: one.undo,
            ...(one.coalesce ? { coalesce: 'g' } : {})
          } as NotebookChange;
          const done = applyChange(now, change);
          history.record(change, done.inverse);
          now = done.notebook;
        }
        const last = now;
        for (let step = history.undo(now); step; step = history.undo(now)) now = step.notebook;
        expect(now).toEqual(first);
        for (let step = history.redo(now); step; step = history.redo(now)) now = step.notebook;
        expect(now).toEqual(last);
      }),
      { seed: 4, numRuns: 10_000 }
    );
  });

  test('a gesture is one step until it is sealed', () => {
    const history = new History();
    let now = notebook('0');
    const { key } = now.cells[0]!;
    const slide = (text: string) => {
      const change: NotebookChange = { type: 'edit', key, text, undo: 'now', coalesce: 'slider' };
      const done = applyChange(now, change);
      history.record(change, done.inverse);
      now = done.notebook;
    };
    slide('1');
    slide('2');
    history.seal();
    slide('3');
    now = history.undo(now)!.notebook;
    expect(texts(now)).toBe('2');
    now = history.undo(now)!.notebook;
    expect(texts(now)).toBe('0');
    expect(history.canUndo).toBe(false);
  });

  test('text typed after a recorded change comes back with redo', () => {
    const history = new History();
    const first = notebook('a');
    const { key } = first.cells[0]!;
    const form: NotebookChange = { type: 'edit', key, text: 'b', undo: 'now' };
    const formed = applyChange(first, form);
    history.record(form, formed.inverse);
    const typed = applyChange(formed.notebook, { type: 'edit', key, text: 'typed', undo: 'never' }).notebook;
    const back = history.undo(typed)!.notebook;
    expect(texts(back)).toBe('a');
    expect(texts(history.redo(back)!.notebook)).toBe('typed');
  });
});
