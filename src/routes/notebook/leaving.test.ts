import { expect, test } from 'vitest';
import { Leaving } from './leaving.svelte';

test('who leaves a notebook that is saved is not asked; else it waits for the answer', () => {
  const went: string[] = [];
  let unsaved = false;
  const leaving = new Leaving(() => unsaved);
  const goOn = (to: string) => () => void (leaving.holds(goOn(to)) || went.push(to));
  expect(leaving.holds(goOn('a'))).toBe(false);
  unsaved = true;
  expect([leaving.holds(goOn('b')), leaving.asks]).toEqual([true, true]);
  leaving.stay();
  leaving.leave();
  expect([went, leaving.asks]).toEqual([[], false]);
  leaving.holds(goOn('c'));
  leaving.leave();
  expect([went, leaving.asks]).toEqual([['c'], false]);
  expect(leaving.holds(goOn('d'))).toBe(true);
});
