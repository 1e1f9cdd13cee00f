import { expect, test } from 'vitest';
import { slideAction } from './slide-keys';

const pressed = (key: string, more = {}) => ({
  ...{ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false },
  ...more
});
const on = { singleKeys: true };

test.each([
  ['ArrowRight', 'next'],
  [' ', 'next'],
  ['PageDown', 'next'],
  ['ArrowLeft', 'previous'],
  ['PageUp', 'previous'],
  ['Home', 'first'],
  ['End', 'last'],
  ['n', 'notes'],
  ['N', 'notes'],
  ['b', 'blank'],
  ['.', 'pointer'],
  ['f', 'fullscreen'],
  ['7', 'digit'],
  ['Enter', 'jump'],
  ['Escape', 'leave'],
  ['x', undefined]
])('%j: %s', (key, does) => expect(slideAction(pressed(key), on)?.do).toBe(does));

test('keys of the browser and of the system stay theirs, and letters can be switched off', () => {
  for (const modifier of ['ctrlKey', 'metaKey', 'altKey'])
    expect(slideAction(pressed('ArrowRight', { [modifier]: true }), on)).toBeUndefined();
  expect(slideAction(pressed('n', { isComposing: true }), on)).toBeUndefined();
  expect(slideAction(pressed(' ', { shiftKey: true }), on)).toEqual({ do: 'previous' });
  const off = { singleKeys: false };
  expect(['n', 'b', '.', 'f', '3'].map((key) => slideAction(pressed(key), off))).toEqual(Array(5).fill(undefined));
  expect(slideAction(pressed('ArrowRight'), off)).toEqual({ do: 'next' });
});
