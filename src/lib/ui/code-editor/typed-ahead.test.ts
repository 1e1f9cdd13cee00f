import { describe, expect, test } from 'vitest';
import { TypedAhead, type KeyAhead } from './typed-ahead';

const press = (key: string, held: Partial<KeyAhead> = {}): KeyAhead => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held
});
const names = (keys: readonly KeyAhead[]) => keys.map(({ key }) => key);

describe('keys pressed before an editor is there', () => {
  test('text, movements and the key that runs are kept in their order, and given once', () => {
    const ahead = new TypedAhead<KeyAhead>();
    const all = [
      press('End', { ctrlKey: true }),
      press('a', { ctrlKey: true }),
      press('/', { ctrlKey: true }),
      press('k', { metaKey: true }),
      press('d'),
      press('Backspace'),
      press('ä'),
      press('Enter', { ctrlKey: true })
    ];
    expect(all.map((key) => ahead.keep(key))).toEqual([true, true, true, true, true, true, true, true]);
    expect(names(ahead.take())).toEqual(['End', 'a', '/', 'k', 'd', 'Backspace', 'ä', 'Enter']);
    expect(ahead.take()).toEqual([]);
  });

  test('Tab, Esc, keys of the browser and what the browser does with Ctrl or ⌘ are not its own', () => {
    const ahead = new TypedAhead<KeyAhead>();
    const others = [
      press('Tab'),
      press('Escape'),
      press('F5'),
      press('Shift'),
      press('c', { ctrlKey: true }),
      press('+', { ctrlKey: true }),
      press('r', { metaKey: true })
    ];
    expect(others.map((key) => ahead.keep(key))).toEqual(others.map(() => false));
    expect(ahead.take()).toEqual([]);
  });

  test('a sign that needs AltGr is text', () => {
    const ahead = new TypedAhead<KeyAhead>();
    expect(ahead.keep(press('{', { altKey: true }))).toBe(true);
  });
});
