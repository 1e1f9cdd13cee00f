import { describe, expect, test } from 'vitest';
import { comingOn, meantFor } from './coming';

type Page = Parameters<typeof comingOn>[0];
const nothing = { querySelector: () => null } as unknown as ParentNode;
const something = { querySelector: () => ({}) } as unknown as ParentNode;

function pageWith(asked: Partial<Page>) {
  const added: [string, number][] = [];
  const page: Page = {
    finding: false,
    findTyped: '',
    choosing: undefined,
    renaming: undefined,
    helping: false,
    exchange: { dialog: undefined },
    registry: { kinds: [{ name: 'markdown', letter: 'm' }, { name: 'hourly' }] },
    cells: { insert: (kind, at) => void added.push([kind, at]) },
    focusActive: () => Promise.resolve(),
    ...asked
  };
  const press = (key: string, more: Partial<KeyboardEvent> = {}) => {
    const coming = comingOn(page, nothing);
    const event = { key, preventDefault: () => {}, ...more } as KeyboardEvent;
    return coming !== undefined && meantFor(coming, page, event);
  };
  return { page, press, added };
}

describe('keys while what they are meant for is on its way', () => {
  test('where nothing was asked for, or it stands there, they are the page’s', () => {
    expect(comingOn(pageWith({}).page, nothing)).toBeUndefined();
    expect(comingOn(pageWith({ finding: true }).page, something)).toBeUndefined();
    expect(comingOn(pageWith({ helping: true }).page, something)).toBeUndefined();
    expect(comingOn(pageWith({ choosing: 0 }).page, something)).toBeUndefined();
  });

  test('letters are the text that is to be found; a key with Ctrl is the browser’s', () => {
    const { page, press } = pageWith({ finding: true });
    expect([press('d'), press('d'), press('x'), press('Backspace'), press('Enter')]).toEqual(Array(5).fill(true));
    expect(page.findTyped).toBe('dd');
    expect(press('z', { ctrlKey: true })).toBe(false);
    press('Escape');
    expect(page.finding).toBe(false);
  });

  test('the letter of a kind puts it in at once; another waits for the dialog', () => {
    const { page, press, added } = pageWith({ choosing: 3 });
    expect([press('x'), page.choosing]).toEqual([true, 3]);
    expect([press('m'), page.choosing, added]).toEqual([true, undefined, [['markdown', 3]]]);
    expect(press('d')).toBe(false);
  });

  test('a dialog is called off by Esc before it came', () => {
    for (const asked of [{ renaming: 'key' as never }, { helping: true }, { exchange: { dialog: 'print' as const } }]) {
      const { page, press } = pageWith(asked);
      expect([press('d'), press('Escape')]).toEqual([true, true]);
      expect(comingOn(page, nothing)).toBeUndefined();
    }
  });
});
