import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { afterScroll, barOf, columnsSeen, edgesOf, laidOut, rowsSeen, showingRow, topOf } from './virtual-rows';

const rowHeight = 28;
const view = 336;
const small = { total: 1000 * rowHeight, view };
const huge = { total: 10_000_000 * rowHeight, view };

describe('scrolling', () => {
  test('of a few rows goes by the bar', () => {
    expect(laidOut(small)).toBe(small.total);
    expect(afterScroll({ top: 0, bar: 0 }, 500, small)).toEqual({ top: 500, bar: 500 });
  });

  test('of ten million rows stays far below what a browser can lay out', () => {
    expect(laidOut(huge)).toBeLessThan(17_000_000);
  });

  test('by small steps moves by just these steps', () => {
    const start = { top: topOf(4_000_000, huge), bar: 4_000_000 };
    const after = afterScroll(start, 4_000_100, huge);
    expect(after.top - start.top).toBe(100);
  });

  test('by a leap of the bar goes to its share of the rows, to both ends exactly', () => {
    const way = laidOut(huge) - view;
    expect(afterScroll({ top: 0, bar: 0 }, way, huge).top).toBe(huge.total - view);
    expect(afterScroll({ top: 5e7, bar: 3e6 }, 0, huge).top).toBe(0);
    const half = afterScroll({ top: 0, bar: 0 }, way / 2, huge).top;
    expect(half / huge.total).toBeCloseTo(0.5, 3);
  });

  test('never sticks at an end of the bar while rows are left', () => {
    // The bar is at its end although rows are left: it is set back.
    const after = afterScroll({ top: 5000, bar: 50 }, 0, huge);
    expect(after.top).toBe(4950);
    expect(after.bar).toBe(4950);
  });

  test('reaches the first row by small steps from anywhere near', () => {
    let scroll = { top: topOf(3000, huge), bar: 3000 };
    for (let step = 0; step < 100; step += 1) scroll = afterScroll(scroll, Math.max(0, scroll.bar - 100), huge);
    expect(scroll.top).toBe(0);
  });

  test('the way of the bar and the way of the rows belong together, in order', () => {
    const place = fc.double({ min: 0, max: huge.total - view, noNaN: true });
    fc.assert(
      fc.property(place, place, (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        return Math.abs(topOf(barOf(a, huge), huge) - a) < 0.01 && barOf(low, huge) <= barOf(high, huge) + 1e-6;
      }),
      { seed: 8 }
    );
  });
});

test.each([
  [0, 0, 0],
  [0, 11, 0],
  [0, 12, 28],
  [280, 3, 84],
  [0, 999, small.total - view]
])('from %i px, row %i is shown at %i px', (top, row, after) => {
  expect(showingRow(top, row, rowHeight, small)).toBe(after);
});

test('every row can be shown', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9_999_999 }), (row) => {
      const top = showingRow(0, row, rowHeight, huge);
      const { from, to } = rowsSeen(top, rowHeight, 10_000_000, huge, 0);
      return from <= row && row < to;
    }),
    { seed: 9 }
  );
});

describe('columns', () => {
  const edges = edgesOf([100, 50, 50, 50, 50, 50]);
  test.each([
    // scrolled by, room, drawn
    [0, 200, { from: 1, to: 4 }],
    [60, 200, { from: 2, to: 5 }],
    [150, 200, { from: 4, to: 6 }],
    [0, 1000, { from: 1, to: 6 }]
  ])('scrolled by %i in %i px', (left, room, span) => expect(columnsSeen(edges, left, room)).toEqual(span));

  test('one column alone has none beside it', () => {
    expect(columnsSeen(edgesOf([100]), 0, 200)).toEqual({ from: 1, to: 1 });
  });

  test('of five thousand columns only those seen are drawn, and no seen one is left out', () => {
    const many = edgesOf(Array.from({ length: 5000 }, (_, column) => 64 + (column % 7) * 20));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: (many.at(-1) ?? 0) - 1000 }), (left) => {
        const { from, to } = columnsSeen(many, left, 1000);
        const first = many[1] ?? 0;
        for (let column = 1; column < 5000; column += 1) {
          const seen = (many[column + 1] ?? 0) > left + first && (many[column] ?? 0) < left + 1000;
          if (seen && (column < from || column >= to)) return false;
        }
        return to - from < 20;
      }),
      { seed: 10, numRuns: 50 }
    );
  });
});
