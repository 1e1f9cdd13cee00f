import { expect, test } from 'vitest';
import { shareWords } from './share-words';

test.each([
  [0, 10, undefined],
  [0, 0, undefined],
  [1, 1000, '< 1\u00a0%'],
  [1, 9, '11\u00a0%'],
  [999, 1000, '99\u00a0%'],
  [10, 10, '100\u00a0%']
])('%i of %i missing is %s', (part, whole, words) => {
  expect(shareWords(part, whole)).toBe(words);
});
