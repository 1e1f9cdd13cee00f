import { describe, expect, test } from 'vitest';
import { numberEntry, stepped } from './number-entry';

describe('numberEntry', () => {
  test.each([
    ['', undefined],
    [' 0.5 ', 0.5],
    ['.5', 0.5],
    ['5.', 5],
    ['-3', -3],
    ['−3', -3],
    ['1e3', 1000]
  ])('%j is %s', (text, value) => expect(numberEntry(text)).toEqual({ value }));

  test.each(['0,5', '1,204', '1 204', 'abc', '1e999', '0x10', '--1', '.'])('%j is refused', (text) => {
    expect(numberEntry(text).error).toMatch(/number/);
  });

  test.each([
    ['0', { min: 1 }, /at least 1/],
    ['101', { max: 100 }, /at most 100/],
    ['1.5', { whole: true }, /whole/]
  ])('%s outside %j says which limit', (text, limits, error) => expect(numberEntry(text, limits).error).toMatch(error));
});

test.each([
  [0.1, 2, 0.1, {}, 0.3],
  [99, 5, 1, { max: 100 }, 100],
  [1, -5, 1, { min: 0 }, 0],
  [1e-7, 1, 1e-7, {}, 2e-7]
])('%d and %d steps of %d is %s', (value, steps, step, limits, result) => {
  expect(stepped(value, steps, step, limits)).toBe(result);
});
