import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Announcer } from './announcer.svelte';

let announcer: Announcer;
beforeEach(() => {
  vi.useFakeTimers();
  announcer = new Announcer(() => Date.now());
});
afterEach(() => {
  vi.useRealTimers();
});

test('what comes together is one message', () => {
  announcer.say('Deleted `twin`.');
  announcer.say('2 cells wait.');
  announcer.say('2 cells wait.');
  vi.advanceTimersByTime(250);
  expect(announcer.said).toEqual({ text: 'Deleted twin. 2 cells wait.', number: 1 });
});

test('the next message comes a second after the last', () => {
  announcer.say('one.');
  vi.advanceTimersByTime(250);
  announcer.say('two.');
  vi.advanceTimersByTime(400);
  announcer.say('three.');
  vi.advanceTimersByTime(599);
  expect(announcer.said.text).toBe('one.');
  vi.advanceTimersByTime(1);
  expect(announcer.said).toEqual({ text: 'two. three.', number: 2 });
});

test('the same sentence later is a message of its own', () => {
  announcer.say('one.');
  vi.advanceTimersByTime(250);
  announcer.say('one.');
  vi.advanceTimersByTime(1000);
  expect(announcer.said).toEqual({ text: 'one.', number: 2 });
});

test('what has nothing to tell any more keeps silent, and holds nobody up', () => {
  announcer.say(() => undefined);
  vi.advanceTimersByTime(250);
  expect(announcer.said.number).toBe(0);
  announcer.say('now.');
  vi.advanceTimersByTime(250);
  expect(announcer.said.text).toBe('now.');
});
