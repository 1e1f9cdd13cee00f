import { expect, test } from 'vitest';
import { keyLabel } from './key-label';

test.each([
  ['Mod-Shift-Enter', 'Ctrl Shift Enter', '⌘ ⇧ ↵'],
  ['d d', 'd d', 'd d'],
  ['Shift-m', 'Shift M', '⇧ M'],
  ['Alt-ArrowUp', 'Alt ↑', '⌥ ↑'],
  ['Mod-_', 'Ctrl Shift −', '⌘ ⇧ −'],
  ['Escape Escape', 'Esc Esc', 'Esc Esc'],
  ['Mod--', 'Ctrl -', '⌘ -'],
  ['Mod-k', 'Ctrl K', '⌘ K'],
  ['s', 's', 's']
])('%s reads %s and %s', (keys, other, apple) => {
  expect([keyLabel(keys, false), keyLabel(keys, true)]).toEqual([other, apple]);
});
