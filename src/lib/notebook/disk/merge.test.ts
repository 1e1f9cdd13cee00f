import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newCell } from '../edits';
import type { Notebook } from '../model';
import { mergedNotebook } from './merge';

/** `id:text` or prose for each cell; keys are new, as after reading a file. */
const notebook = (cells: readonly string[], front = 'title: A'): Notebook => ({
  front,
  cells: cells.map((one) => {
    const [, id, text = ''] = /^(?:(\w+):)?([^]*)$/.exec(one) ?? [];
    return newCell(id === undefined ? 'markdown' : 'sql', text, id);
  })
});
const written = ({ cells }: Notebook) => cells.map(({ id, text }) => (id === undefined ? text : `${id}:${text}`));

describe('mergedNotebook', () => {
  test.each<[string, string[], string[], string[], string[]]>([
    ['only I changed', ['a:1', 'b:2'], ['a:9', 'b:2'], ['a:1', 'b:2'], ['a:9', 'b:2']],
    ['only they changed', ['a:1', 'b:2'], ['a:1', 'b:2'], ['b:8', 'a:1'], ['b:8', 'a:1']],
    ['each another cell', ['a:1', 'b:2'], ['a:9', 'b:2'], ['a:1', 'b:8'], ['a:9', 'b:8']],
    ['both the same cell', ['a:1', 'b:2'], ['a:9', 'b:2'], ['a:8', 'b:2'], ['a:9', 'a_2:8', 'b:2']],
    ['both in the same way', ['a:1'], ['a:9', 'c:3'], ['a:9', 'c:3'], ['a:9', 'c:3']],
    ['they added, I edited', ['a:1', 'b:2'], ['a:9', 'b:2'], ['a:1', 'n:5', 'b:2'], ['a:9', 'n:5', 'b:2']],
    ['they removed what I left', ['a:1', 'b:2'], ['a:9', 'b:2'], ['a:1'], ['a:9']],
    ['they removed what I changed', ['a:1', 'b:2'], ['a:1', 'b:9'], ['a:1', 'x:0'], ['a:1', 'x:0', 'b:9']],
    ['I removed what they left', ['a:1', 'b:2'], ['b:2', 'c:3'], ['a:1', 'b:8'], ['b:8', 'c:3']],
    ['I removed what they changed', ['a:1', 'b:2'], ['b:2', 'c:3'], ['a:8', 'b:2'], ['a:8', 'b:2', 'c:3']]
  ])('%s', (_, base, mine, theirs, merged) => {
    expect(written(mergedNotebook(notebook(base), notebook(mine), notebook(theirs)))).toEqual(merged);
  });

  test('the title is theirs only where mine was left', () => {
    const cells = ['a:1'];
    const front = (base: string, mine: string, theirs: string) =>
      mergedNotebook(notebook(cells, base), notebook(['a:2'], mine), notebook(['b:1'], theirs)).front;
    expect([front('A', 'A', 'B'), front('A', 'C', 'B')]).toEqual(['B', 'C']);
  });

  test('whatever was changed: no text that one side wrote is lost, and no name stands twice', () => {
    const cell = fc.constantFrom<string>('a:1', 'a:2', 'b:1', 'b:2', 'c:1', 'prose one', 'prose two', 'other words');
    const some = fc.uniqueArray(cell, { maxLength: 6, selector: (one) => one.split(':')[0] });
    fc.assert(
      fc.property(some, some, some, (base, mine, theirs) => {
        const merged = mergedNotebook(notebook(base), notebook(mine), notebook(theirs));
        const texts = merged.cells.map(({ text }) => text);
        const wrote = (side: readonly string[]) =>
          side.filter((one) => !base.includes(one)).map((one) => one.replace(/^\w+:/, ''));
        for (const text of [...wrote(mine), ...wrote(theirs)]) expect(texts).toContain(text);
        const ids = merged.cells.flatMap(({ id }) => id ?? []);
        expect(new Set(ids).size).toBe(ids.length);
        expect(new Set(merged.cells.map(({ key }) => key)).size).toBe(merged.cells.length);
      }),
      { seed: 8, numRuns: 1000 }
    );
  });
});
