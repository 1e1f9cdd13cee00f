import { describe, expect, test } from 'vitest';
import { afterKey, cellCount, rangeOf, type PressedKey, type Selection } from './selection';

const size = { rows: 100, columns: 9, pageRows: 12 };
const at = (row: number, column: number): Selection => ({ anchor: { row, column }, focus: { row, column } });
const press = (key: string, held = ''): { key: string; mod: boolean; shift: boolean } => ({
  key,
  mod: held.includes('Mod'),
  shift: held.includes('Shift')
});

describe('a key', () => {
  test.each([
    ['ArrowDown', '', [5, 3], [6, 3]],
    ['ArrowUp', '', [0, 3], [0, 3]],
    ['ArrowRight', '', [5, 8], [5, 8]],
    ['Home', '', [5, 3], [5, 0]],
    ['End', '', [5, 3], [5, 8]],
    ['Home', 'Mod', [5, 3], [0, 0]],
    ['End', 'Mod', [5, 3], [99, 8]],
    ['PageDown', '', [5, 3], [17, 3]],
    ['PageDown', '', [95, 3], [99, 3]],
    ['PageUp', '', [5, 3], [0, 3]],
    ['ArrowDown', 'Mod', [5, 3], [99, 3]]
  ])('%s %s leads from %j to %j', (key, held, [row, column], [toRow, toColumn]) => {
    expect(afterKey(at(row!, column!), press(key, held), size)).toEqual(at(toRow!, toColumn!));
  });

  test('with Shift extends from where it began', () => {
    const first = afterKey(at(5, 3), press('ArrowDown', 'Shift'), size)!;
    const second = afterKey(first, press('ArrowRight', 'Shift'), size)!;
    expect(rangeOf(second)).toEqual({ top: 5, bottom: 6, left: 3, right: 4 });
    expect(cellCount(rangeOf(second))).toBe(4);
  });

  test('of space selects the row, Mod-A all', () => {
    expect(rangeOf(afterKey(at(5, 3), press(' '), size)!)).toEqual({ top: 5, bottom: 5, left: 0, right: 8 });
    expect(cellCount(rangeOf(afterKey(at(5, 3), press('a', 'Mod'), size)!))).toBe(900);
  });

  test('that the grid does not know is left to others', () => {
    expect(afterKey(at(0, 0), press('x'), size)).toBeUndefined();
    expect(afterKey(at(0, 0), press('ArrowDown'), { ...size, rows: 0 })).toBeUndefined();
  });
});

describe('with a heading', () => {
  const size = { rows: 10, columns: 5, pageRows: 3, heading: true };
  const at = (row: number, column: number): Selection => ({ anchor: { row, column }, focus: { row, column } });
  const press = (from: Selection, key: string, more: Partial<PressedKey> = {}) =>
    afterKey(from, { key, mod: false, shift: false, ...more }, size);

  test('it is reached from the first row and left again', () => {
    expect(press(at(0, 2), 'ArrowUp')?.focus).toEqual({ row: -1, column: 2 });
    expect(press(at(-1, 2), 'ArrowRight')?.focus).toEqual({ row: -1, column: 3 });
    expect(press(at(-1, 2), 'ArrowDown')?.focus).toEqual({ row: 0, column: 2 });
    expect(press(at(0, 2), 'ArrowUp', { shift: true })?.focus).toEqual({ row: 0, column: 2 });
  });

  test('its column is chosen whole', () => {
    expect(rangeOf(at(-1, 2), 10)).toEqual({ top: 0, bottom: 9, left: 2, right: 2 });
    const two = press(at(-1, 2), 'ArrowRight', { shift: true });
    expect(two && rangeOf(two, 10)).toEqual({ top: 0, bottom: 9, left: 2, right: 3 });
  });
});
