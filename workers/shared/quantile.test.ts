import { expect, test } from 'vitest';
import { quantileOf } from './quantile';

// R 4.2.2: quantile(x, p, type = 7)
test.each([
  [[7], 0.3, 7],
  [[1, 2], 0.5, 1.5],
  [[1, 2, 4, 8], 0, 1],
  [[1, 2, 4, 8], 0.25, 1.75],
  [[1, 2, 4, 8], 0.9, 6.8],
  [[1, 2, 4, 8], 1, 8],
  [[0, Infinity, Infinity], 0.75, Infinity]
])('of %j at %d', (sorted, p, expected) => {
  expect(quantileOf(sorted, p)).toBeCloseTo(expected, 12);
  expect(quantileOf(Float64Array.from(sorted), p)).toBe(quantileOf(sorted, p));
});

test('of nothing there is none', () => {
  expect(quantileOf([], 0.5)).toBeNaN();
});
