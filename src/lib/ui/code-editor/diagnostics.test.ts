import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leastChange, offsetOf, spanOf } from './diagnostics';

const text = 'select lactat\nfrom hourly\n';

test.each([
  [1, 1, 0],
  [1, 8, 7],
  [2, 6, 19],
  [2, 99, 25],
  [3, 1, 26],
  [99, 1, 26],
  [0, 0, 0]
])('line %i, column %i is character %i', (line, column, offset) => expect(offsetOf(text, line, column)).toBe(offset));

test.each([
  [{ line: 1, column: 8 }, 'lactat'],
  [{ line: 1, column: 8, endColumn: 10 }, 'la'],
  [{ line: 1, column: 1, endLine: 2, endColumn: 5 }, 'select lactat\nfrom'],
  [{ line: 2, column: 12 }, 'y'],
  [{ line: 3, column: 1 }, '']
])('%j underlines %j', (place, underlined) => {
  const { from, to } = spanOf(text, { ...place, message: 'x' });
  expect(text.slice(from, to)).toBe(underlined);
});

test('the least change makes the one text the other', () => {
  const short = fc.string({ unit: fc.constantFrom('a', 'b', '\n'), maxLength: 12 });
  fc.assert(
    fc.property(short, short, (before, after) => {
      const change = leastChange(before, after);
      if (!change) return before === after;
      return before.slice(0, change.from) + change.insert + before.slice(change.to) === after;
    }),
    { seed: 12 }
  );
});
