import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placePopover } from './place-popover';

const view = { width: 1000, height: 600 };

test.each([
  // what, anchor, size, align, left, top
  ['below its anchor', [100, 100, 40, 30], [200, 150], 'start', 100, 134],
  ['above where below is too little room', [100, 500, 40, 30], [200, 150], 'start', 100, 346],
  ['with right edges together', [500, 100, 40, 30], [200, 150], 'end', 340, 134],
  ['with middles together', [500, 100, 40, 30], [200, 150], 'centre', 420, 134],
  ['inside the right edge of the window', [950, 100, 40, 30], [200, 150], 'start', 792, 134],
  ['inside the left edge of the window', [0, 100, 40, 30], [200, 150], 'end', 8, 134]
] as const)('stands %s', (_, [x, y, w, h], [width, height], align, left, top) => {
  const spot = placePopover({ left: x, top: y, width: w, height: h }, { width, height }, view, align);
  expect(spot).toMatchObject({ left, top });
});

test('never leaves the window, wherever its anchor is', () => {
  const position = fc.integer({ min: 0, max: 580 });
  fc.assert(
    fc.property(
      position,
      position,
      fc.integer({ min: 1, max: 900 }),
      fc.integer({ min: 1, max: 2000 }),
      (x, y, w, h) => {
        const spot = placePopover({ left: x, top: y, width: 20, height: 20 }, { width: w, height: h }, view);
        const height = Math.min(h, spot.maxHeight);
        return spot.left >= 0 && spot.left + w <= view.width && spot.top >= 0 && spot.top + height <= view.height;
      }
    ),
    { seed: 2 }
  );
});
