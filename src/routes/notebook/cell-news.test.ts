import { describe, expect, test } from 'vitest';
import type { CellKey } from '$lib/notebook/model';
import { newsOf, type Moment, type Told } from './cell-news';

const at = (name: string, status: Moment['status'], startedAt?: number, more: Partial<Moment> = {}): Moment => ({
  key: name as CellKey,
  name,
  status,
  startedAt,
  facts: [],
  ...more
});

/** What is told at each of several moments, one after the other. */
function told(...steps: (readonly [now: number, ...moments: Moment[]])[]): string[] {
  let before: Told = new Map();
  return steps.map(([now, ...moments]) => {
    const { text, told } = newsOf(moments, before, now);
    before = told;
    return text;
  });
}

describe('what is told of cells', () => {
  test('a result is told with its size and time, once', () => {
    const done = at('hourly', 'fresh', 10, { facts: ['1,204 rows', '0.8 s'] });
    expect(told([0, at('hourly', 'none')], [20, done], [30, done])).toEqual([
      '',
      'hourly finished, 1,204 rows, 0.8 s.',
      ''
    ]);
  });

  test('a short run is told by its end alone, a long one when it is long', () => {
    expect(
      told(
        [0, at('a', 'stale', 1)],
        [100, at('a', 'running', 50)],
        [1200, at('a', 'running', 50)],
        [2200, at('a', 'running', 50)],
        [2300, at('a', 'fresh', 50)]
      )
    ).toEqual(['', '', 'a is running.', '', 'a finished.']);
  });

  test('a second run of the same result is news', () => {
    expect(told([0, at('a', 'fresh', 1)], [5, at('a', 'running', 4)], [9, at('a', 'fresh', 4)])).toEqual([
      '',
      '',
      'a finished.'
    ]);
  });

  test('an edit is told of the cell and of those that depend on it', () => {
    expect(told([0, at('a', 'fresh', 1), at('b', 'fresh', 1)], [5, at('a', 'edited', 1), at('b', 'stale', 1)])[1]).toBe(
      'a is edited, not run yet. b is stale.'
    );
  });

  test('text that is again what ran is told without a run', () => {
    expect(told([0, at('a', 'edited', 1)], [5, at('a', 'fresh', 1)])[1]).toBe('a is up to date.');
  });

  test('an error tells where and why, and who waits for it', () => {
    const failed = at('a', 'failed', 4, { line: 3, why: 'There is no column `age` here.' });
    expect(
      told([0, at('a', 'none'), at('b', 'none')], [5, failed, at('b', 'blocked', undefined, { blocker: 'a' })])[1]
    ).toBe('a stopped at line 3: There is no column `age` here. b waits for a.');
  });

  test('Stop is told with the time it took, or that nothing had begun', () => {
    expect(
      told(
        [0, at('a', 'running', 0), at('b', 'queued', 1)],
        [9, at('a', 'stopped', 0, { after: '12 s' }), at('b', 'stopped', 1, { after: '3 s' })]
      )
    ).toEqual(['', 'a stopped after 12 s. b stopped after 3 s.']);
    expect(told([0, at('b', 'fresh', 1)], [9, at('b', 'stopped', 1, { after: '3 s' })])[1]).toBe(
      'b stopped before it began.'
    );
  });

  test('from three on cells are counted, and five are named', () => {
    const cells = (status: Moment['status'], run?: number) =>
      ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => at(name, status, run));
    expect(told([0, ...cells('none')], [5, ...cells('fresh', 4)])[1]).toBe(
      '7 cells finished: a, b, c, d, e and 2 more.'
    );
  });

  test('an input is told by its own control, its error not', () => {
    const quiet = { quiet: true, why: 'Above the maximum.' };
    expect(told([0, at('age', 'none')], [5, at('age', 'fresh', 4, quiet)], [9, at('age', 'failed', 8, quiet)])).toEqual(
      ['', '', 'age stopped by an error: Above the maximum.']
    );
  });

  test('a cell that is new is found where the caret is, and told of from then on', () => {
    expect(told([0], [5, at('a', 'none')], [9, at('a', 'fresh', 6)])).toEqual(['', '', 'a finished.']);
  });
});
