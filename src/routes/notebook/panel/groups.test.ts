import { expect, test } from 'vitest';
import { groupsOf } from './groups';

test('a list in parts of 25, in its order; the last may be shorter', () => {
  const list = Array.from({ length: 60 }, (_, n) => n);
  const groups = groupsOf(list);
  expect(groups.map((group) => group.length)).toEqual([25, 25, 10]);
  expect(groups.flat()).toEqual(list);
  expect(groupsOf([])).toEqual([]);
});
