import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newCell } from '../edits';
import type { Notebook } from '../model';
import { commonPlaces } from './common';
import { notebookDiff } from './diff';
import { lineChanges, wordChanges } from './line-changes';

/** `id:text` or `text` for each cell; keys are new, as after reading a file. */
const notebook = (...cells: string[]): Notebook => ({
  front: '',
  cells: cells.map((one) => {
    const [, id, text = ''] = /^(?:(\w+):)?([^]*)$/.exec(one) ?? [];
    return newCell(id === undefined ? 'markdown' : 'sql', text, id);
  })
});

const said = (before: Notebook, after: Notebook) =>
  notebookDiff(before, after).cells.map(
    ({ sort, moved, before: a, after: b }) =>
      `${sort}${moved && sort !== 'moved' ? '+moved' : ''} ${(b ?? a)?.id ?? (b ?? a)?.text}`
  );

describe('commonPlaces', () => {
  test('is a longest common subsequence, rising in both, of any two sequences', () => {
    const letters = fc.array(fc.constantFrom(...'abc'), { maxLength: 14 });
    fc.assert(
      fc.property(letters, letters, (a, b) => {
        const pairs = commonPlaces(a, b);
        expect(pairs.every(([x, y]) => a[x] === b[y])).toBe(true);
        expect(pairs.every(([x, y], at) => at === 0 || (x > pairs[at - 1]![0] && y > pairs[at - 1]![1]))).toBe(true);
        expect(pairs.length).toBe(longest(a, b));
      })
    );
  });

  test('two long texts that share nothing are given up in good time, but for their ends', () => {
    const a = ['same', ...Array.from({ length: 20_000 }, (_, at) => `a${at}`), 'end'];
    const b = ['same', ...Array.from({ length: 20_000 }, (_, at) => `b${at}`), 'end'];
    expect(commonPlaces(a, b)).toEqual([
      [0, 0],
      [20_001, 20_001]
    ]);
  });
});

/** By the table of all beginnings: slow and plain. */
function longest(a: readonly string[], b: readonly string[]): number {
  const row = new Array<number>(b.length + 1).fill(0);
  for (const x of a) {
    let diagonal = 0;
    for (const [at, y] of b.entries()) {
      const above = row[at + 1]!;
      row[at + 1] = x === y ? diagonal + 1 : Math.max(above, row[at]!);
      diagonal = above;
    }
  }
  return row.at(-1)!;
}

describe('notebookDiff', () => {
  test.each<[string, Notebook, Notebook, string[]]>([
    ['nothing', notebook('a', 'x:1'), notebook('a', 'x:1'), ['same a', 'same x']],
    ['added', notebook('a'), notebook('a', 'x:1'), ['same a', 'added x']],
    ['removed, where it stood', notebook('a', 'x:1', 'b'), notebook('a', 'b'), ['same a', 'removed x', 'same b']],
    ['edited by its name', notebook('x:1', 'y:2'), notebook('x:3', 'y:2'), ['edited x', 'same y']],
    [
      'moved, the fewest',
      notebook('a', 'b', 'c', 'd'),
      notebook('d', 'a', 'b', 'c'),
      ['moved d', 'same a', 'same b', 'same c']
    ],
    ['moved and edited', notebook('x:1', 'a', 'b'), notebook('a', 'b', 'x:2'), ['same a', 'same b', 'edited+moved x']],
    ['renamed', notebook('x:select 1 from ward'), notebook('y:select 1 from ward'), ['edited y']],
    [
      'rewritten prose',
      notebook('we count children'),
      notebook('we count all children'),
      ['edited we count all children']
    ],
    ['everything else', notebook('one'), notebook('two'), ['added two', 'removed one']],
    ['from nothing', notebook(), notebook('a'), ['added a']],
    ['of double texts each once', notebook('a', 'a'), notebook('a'), ['same a', 'removed a']]
  ])('%s', (_name, before, after, expected) => expect(said(before, after)).toEqual(expected));

  test('each cell of both notebooks is told exactly once', () => {
    const cell = fc.constantFrom('a', 'b', 'x:1', 'x:2', 'y:1', 'longer text of words', 'longer text with words');
    const some = fc.array(cell, { maxLength: 8 }).map((cells) => notebook(...cells));
    fc.assert(
      fc.property(some, some, (before, after) => {
        const { cells, counts } = notebookDiff(before, after);
        expect(cells.flatMap(({ after }) => after ?? [])).toEqual(after.cells);
        expect(new Set(cells.flatMap(({ before }) => before ?? []))).toEqual(new Set(before.cells));
        expect(cells.length).toBe(after.cells.length + counts.removed);
        expect(before.cells.length - counts.removed + counts.added).toBe(after.cells.length);
      })
    );
  });

  test('front matter is compared by line', () => {
    const { front } = notebookDiff(
      { front: 'title: A\nformat: 1', cells: [] },
      { front: 'title: B\nformat: 1', cells: [] }
    );
    expect(front.map(({ sort, pieces }) => `${sort} ${pieces.map(({ text }) => text).join('')}`)).toEqual([
      'removed title: A',
      'added title: B',
      'same format: 1'
    ]);
  });
});

describe('lineChanges', () => {
  test('both texts can be read from it, whatever they are', () => {
    const text = fc.array(fc.constantFrom('select 1', 'select 2', 'from a', '', 'where x > 3'), { maxLength: 8 });
    const joined = (lines: ReturnType<typeof lineChanges>, without: string) =>
      lines.filter(({ sort }) => sort !== without).map(({ pieces }) => pieces.map((one) => one.text).join(''));
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [before, after] = [a.join('\n'), b.join('\n')];
        if (before === after) return void expect(lineChanges(before, after)).toEqual([]);
        const lines = lineChanges(before, after);
        expect(joined(lines, 'added').join('\n')).toBe(before);
        expect(joined(lines, 'removed').join('\n')).toBe(after);
      })
    );
  });

  test('words that changed in a line are marked, and only they', () => {
    const marked = (pieces: readonly { text: string; changed: boolean }[]) =>
      pieces.map(({ text, changed }) => (changed ? `[${text}]` : text)).join('');
    const found = wordChanges('where age_months < 12', 'where age_months < 60');
    expect([marked(found!.before), marked(found!.after)]).toEqual([
      'where age_months < [12]',
      'where age_months < [60]'
    ]);
    expect(wordChanges('select 1', 'drop everything now')).toBeUndefined();
  });
});
