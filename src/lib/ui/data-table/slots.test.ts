import { expect, test } from 'vitest';
import { Slots } from './slots';

const slotsOf = (slots: Slots, from: number, to: number) => slots.of(from, to).map(({ slot }) => slot);

test('what stays in sight keeps its element, what comes takes a free one', () => {
  const slots = new Slots();
  expect(slotsOf(slots, 10, 15)).toEqual([0, 1, 2, 3, 4]);
  expect(slotsOf(slots, 12, 17)).toEqual([2, 3, 4, 0, 1]);
  expect(slotsOf(slots, 11, 16)).toEqual([1, 2, 3, 4, 0]);
});

test('a leap makes no element', () => {
  const slots = new Slots();
  slots.of(0, 4);
  expect(slotsOf(slots, 900, 904)).toEqual([0, 1, 2, 3]);
});

test('one more or one less in sight: no element is lent twice, none is made without need', () => {
  const slots = new Slots();
  for (const [from, to] of [
    [0, 6],
    [1, 6],
    [2, 8],
    [40, 45],
    [3, 9],
    [5, 5],
    [0, 6]
  ] as const) {
    const lent = slotsOf(slots, from, to);
    expect(new Set(lent).size).toBe(to - from);
    expect(Math.max(-1, ...lent)).toBeLessThan(6);
  }
});
