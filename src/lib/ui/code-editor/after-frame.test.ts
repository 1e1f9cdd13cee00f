import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AfterFrame, tellAll } from './after-frame';

const frames = new Map<number, () => void>();
let last = 0;
const page = Object.assign(new EventTarget(), { hidden: false });

beforeEach(() => {
  vi.useFakeTimers();
  frames.clear();
  page.hidden = false;
  vi.stubGlobal('document', page);
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) => (frames.set(++last, frame), last));
  vi.stubGlobal('cancelAnimationFrame', (number: number) => frames.delete(number));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function nextFrame(): void {
  const due = [...frames.values()];
  frames.clear();
  for (const frame of due) frame();
}

test('what changed within a frame is told once, as it was last, and after the frame', () => {
  const later = new AfterFrame();
  const told: string[] = [];
  later.soon(() => told.push('a'));
  later.soon(() => told.push('ab'));
  nextFrame();
  expect(told).toEqual([]);
  vi.runAllTimers();
  expect(told).toEqual(['ab']);
  later.soon(() => told.push('abc'));
  nextFrame();
  vi.runAllTimers();
  expect(told).toEqual(['ab', 'abc']);
});

test('asked for, it is told at once and not again', () => {
  const later = new AfterFrame();
  const tell = vi.fn();
  later.now();
  later.soon(tell);
  expect(later.now()).toBe(true);
  expect(later.now()).toBe(false);
  nextFrame();
  vi.runAllTimers();
  expect(tell).toHaveBeenCalledTimes(1);
});

test('told between the frame and what follows it, it is not told again', () => {
  const later = new AfterFrame();
  const tell = vi.fn();
  later.soon(tell);
  nextFrame();
  later.now();
  vi.runAllTimers();
  expect(tell).toHaveBeenCalledTimes(1);
});

test('a page that is left or hidden is told of', () => {
  for (const [target, event] of [
    [window, 'pagehide'],
    [document, 'visibilitychange']
  ] as const) {
    const tell = vi.fn();
    new AfterFrame().soon(tell);
    target.dispatchEvent(new Event(event));
    expect(tell).toHaveBeenCalledTimes(1);
    target.dispatchEvent(new Event(event));
    expect(tell).toHaveBeenCalledTimes(1);
  }
});

test('a page without frames is told of after a tenth of a second', () => {
  const tell = vi.fn();
  new AfterFrame().soon(tell);
  vi.advanceTimersByTime(99);
  expect(tell).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(tell).toHaveBeenCalledTimes(1);
  nextFrame();
  vi.runAllTimers();
  expect(tell).toHaveBeenCalledTimes(1);
});

test('all that waits is told before a text is handed on', () => {
  const [one, other] = [vi.fn(), vi.fn()];
  new AfterFrame().soon(one);
  new AfterFrame().soon(other);
  tellAll();
  tellAll();
  expect(one).toHaveBeenCalledTimes(1);
  expect(other).toHaveBeenCalledTimes(1);
});

test('in a hidden page, which has no frames, nothing waits', () => {
  page.hidden = true;
  const tell = vi.fn();
  new AfterFrame().soon(tell);
  expect(tell).toHaveBeenCalledTimes(1);
});
