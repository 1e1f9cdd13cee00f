import { describe, expect, test } from 'vitest';
import { applyEdit } from './change';
import { cellsOf } from './fakes';
import { findText, replaceText, stepHit } from './find';

const notebook = { front: 'title: rate', cells: cellsOf('sql a: select rate, Rate\nmarkdown: no\nsql b: from rates') };
const hits = (query: string, options = {}) =>
  findText(notebook, query, options).map(({ key, from, to, nth }) => [key, from, to, nth]);

describe('findText', () => {
  test.each([
    [
      'rate',
      {},
      [
        ['sql-a', 7, 11, 0],
        ['sql-a', 13, 17, 1],
        ['sql-b', 5, 9, 0]
      ]
    ],
    ['Rate', { exact: true }, [['sql-a', 13, 17, 0]]],
    ['.', {}, []],
    ['', {}, []]
  ])('%s with %o', (query, options, expected) => {
    expect(hits(query, options)).toEqual(expected);
  });

  test('what is found can be replaced, all or one, and taken back as one change', () => {
    const all = findText(notebook, 'rate');
    const { notebook: after, inverse } = applyEdit(notebook, replaceText(notebook, all, 'frequency'));
    expect(after.cells.map(({ text }) => text)).toEqual(['select frequency, frequency', 'no', 'from frequencys']);
    expect(applyEdit(after, inverse).notebook).toEqual(notebook);
    const one = applyEdit(notebook, replaceText(notebook, all.slice(1, 2), ''));
    expect(one.notebook.cells[0]?.text).toBe('select rate, ');
  });

  test.each([
    [3, 2, 1, 0],
    [3, 0, -1, 2],
    [3, -1, 1, 0],
    [0, 0, 1, -1]
  ] as const)('of %i, from %i by %i comes %i', (count, from, step, to) => {
    expect(stepHit(count, from, step)).toBe(to);
  });
});
