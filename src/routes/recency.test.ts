import { describe, expect, test } from 'vitest';
import { recency } from './recency';

describe('recency', () => {
  const now = new Date(2026, 10, 24, 14, 30).getTime();

  test.each([
    [new Date(2026, 10, 24, 0, 5), 'today, 00:05'],
    [new Date(2026, 10, 24, 14, 2), 'today, 14:02'],
    [new Date(2026, 10, 23, 23, 59), 'yesterday'],
    [new Date(2026, 10, 17, 9), '17 November'],
    [new Date(2025, 10, 17, 9), '17 November 2025']
  ])('%s reads %s', (then, words) => {
    expect(recency(then.getTime(), now)).toBe(words);
  });
});
