import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Soon } from './soon';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('nothing before the time is over, then once, then whenever it is asked for', () => {
  const act = vi.fn();
  const soon = new Soon(150, act);
  soon.ask();
  soon.ask();
  vi.advanceTimersByTime(149);
  expect(act).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(act).toHaveBeenCalledTimes(1);
  soon.ask();
  expect(act).toHaveBeenCalledTimes(2);
});

test('what ended before is never done; what was not asked for, neither', () => {
  const act = vi.fn();
  const soon = new Soon(150, act);
  soon.ask();
  soon.end();
  new Soon(150, act);
  vi.advanceTimersByTime(1_000);
  expect(act).not.toHaveBeenCalled();
});
