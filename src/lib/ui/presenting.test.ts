import { expect, test } from 'vitest';
import { Presenting } from './presenting.svelte';

test('a presentation begins with hidden rows, and forgets at its end that they were shown', () => {
  const presenting = new Presenting();
  expect(presenting.hidesRows).toBe(false);
  presenting.start();
  expect(presenting.hidesRows).toBe(true);
  presenting.rowsShown = true;
  expect(presenting.hidesRows).toBe(false);
  presenting.stop();
  expect(presenting.on).toBe(false);
  presenting.start();
  expect(presenting.hidesRows).toBe(true);
});
