import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { whenIdle } from './soon';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a few at a time, in the order asked for, until all is done', () => {
  const done: number[] = [];
  for (let n = 0; n < 10; n++) whenIdle(() => done.push(n));
  expect(done).toEqual([]);
  vi.advanceTimersToNextTimer();
  expect(done).toEqual([0, 1, 2, 3]);
  vi.runAllTimers();
  expect(done).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test('what was called off is not done; what comes later is', () => {
  const done: string[] = [];
  const off = whenIdle(() => done.push('off'));
  off();
  vi.runAllTimers();
  whenIdle(() => done.push('on'));
  vi.runAllTimers();
  expect(done).toEqual(['on']);
});

test('one may ask for more while it is done', () => {
  const done: string[] = [];
  whenIdle(() => {
    done.push('first');
    whenIdle(() => done.push('second'));
  });
  vi.runAllTimers();
  expect(done).toEqual(['first', 'second']);
});
