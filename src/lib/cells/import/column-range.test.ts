import { expect, test } from 'vitest';
import { pageAround } from './column-range';

test.each([
  ['few columns are one page', 0, 40, { from: 0, to: 40, pages: 1 }],
  ['none are one empty page', 0, 0, { from: 0, to: 0, pages: 1 }],
  ['a hundred are one page', 99, 100, { from: 0, to: 100, pages: 1 }],
  ['the last page may be short', 100, 101, { from: 100, to: 101, pages: 2 }],
  ['a column is on its page', 4321, 5000, { from: 4300, to: 4400, pages: 50 }],
  ['one that is gone leads to the last page', 4321, 250, { from: 200, to: 250, pages: 3 }]
])('%s', (_, column, count, range) => {
  expect(pageAround(column, count)).toEqual(range);
});
