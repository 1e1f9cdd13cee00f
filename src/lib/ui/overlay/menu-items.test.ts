import { expect, test } from 'vitest';
import { nextItem, typedItem, type MenuItem } from './menu-items';

const run = () => undefined;
const items: readonly MenuItem[] = [
  { label: 'Duplicate', run },
  { label: 'Fold code', run },
  'separator',
  { label: 'Turn off', run, disabled: true },
  { label: 'Delete', run }
];

test.each([
  [0, 1, 1],
  [1, 1, 4],
  [4, 1, 0],
  [0, -1, 4],
  [4, -1, 1],
  [-1, 1, 0]
] as const)('from item %i a step of %i goes to item %i', (from, step, to) => {
  expect(nextItem(items, from, step)).toBe(to);
});

test.each([
  [-1, 'd', 0],
  [0, 'd', 4],
  [4, 'd', 0],
  [0, 'dd', 4],
  [0, 'del', 4],
  [4, 'del', 4],
  [0, 'x', undefined],
  [0, 't', undefined]
])('from item %i, typing %s goes to item %s', (from, typed, to) => {
  expect(typedItem(items, from, typed)).toBe(to);
});

test('a menu of nothing to choose stays where it is', () => {
  expect(nextItem(['separator'], 0, 1)).toBe(0);
});
