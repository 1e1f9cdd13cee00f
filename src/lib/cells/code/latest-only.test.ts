import { expect, test } from 'vitest';
import { LatestOnly } from './latest-only';

test('of values given while one is on its way only the last follows', async () => {
  const sent: number[] = [];
  const done: (() => void)[] = [];
  const latest = new LatestOnly<number>((value) => {
    sent.push(value);
    return new Promise((resolve) => done.push(resolve));
  });
  for (const value of [1, 2, 3, 4]) latest.give(value);
  expect(sent).toEqual([1]);
  done.shift()?.();
  await Promise.resolve();
  await Promise.resolve();
  expect(sent).toEqual([1, 4]);
  done.shift()?.();
  await new Promise((resolve) => setTimeout(resolve));
  latest.give(5);
  expect(sent).toEqual([1, 4, 5]);
});

test('a failure does not stop those after it', async () => {
  const sent: number[] = [];
  const latest = new LatestOnly<number>((value) => {
    sent.push(value);
    return Promise.reject(new Error('gone'));
  });
  latest.give(1);
  latest.give(2);
  await new Promise((resolve) => setTimeout(resolve));
  expect(sent).toEqual([1, 2]);
});
