import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Rest } from './rest';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** An answer that ends when it is told to. */
function answer() {
  let end: () => void = () => undefined;
  const promise = new Promise<void>((resolve) => (end = resolve));
  return { promise, end };
}

async function comeAfter(rest: Rest) {
  const begun = Date.now();
  let after: number | undefined;
  void rest.come().then(() => (after = Date.now() - begun));
  return { after: () => after };
}

test('comes a moment after it was asked for, if nothing is asked of the site', async () => {
  const { after } = await comeAfter(new Rest());
  await vi.advanceTimersByTimeAsync(399);
  expect(after()).toBeUndefined();
  await vi.advanceTimersByTimeAsync(1);
  expect(after()).toBe(400);
});

test('waits for what is being answered, and a moment more', async () => {
  const rest = new Rest();
  const one = answer();
  void rest.during(one.promise);
  const { after } = await comeAfter(rest);
  await vi.advanceTimersByTimeAsync(1000);
  one.end();
  await vi.advanceTimersByTimeAsync(399);
  expect(after()).toBeUndefined();
  await vi.advanceTimersByTimeAsync(400);
  expect(after()).toBeLessThanOrEqual(1800);
});

test('does not wait for ever, and an answer that fails is over, too', async () => {
  const rest = new Rest();
  void rest.during(answer().promise);
  const { after } = await comeAfter(rest);
  await vi.advanceTimersByTimeAsync(4000);
  expect(after()).toBe(4000);

  const other = new Rest();
  await expect(other.during(Promise.reject(new Error('no')))).rejects.toThrow('no');
  const second = await comeAfter(other);
  await vi.advanceTimersByTimeAsync(400);
  expect(second.after()).toBe(400);
});
