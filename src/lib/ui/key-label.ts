/**
 * A shortcut as it is printed: `Mod-Shift-Enter` → `⌘ ⇧ Enter` on Apple, `Ctrl Shift Enter` elsewhere. A sequence is
 * written with spaces: `d d`. A letter beside another key is a capital, as it is printed on the key.
 */
export function keyLabel(keys: string, apple = isApple()): string {
  return keys
    .split(' ')
    .map((chord) =>
      chord === '-'
        ? chord
        : chord
            .split(/-(?=.)/)
            .map((key, index) => named(index > 0 && key.length === 1 ? key.toUpperCase() : key, apple))
            .join(' ')
    )
    .join(' ');
}

const onApple: Record<string, string> = { Mod: '⌘', Shift: '⇧', Alt: '⌥', Ctrl: '⌃', Enter: '↵' };
const elsewhere: Record<string, string> = { Mod: 'Ctrl' };
const onBoth: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc'
};

function named(key: string, apple: boolean): string {
  // Shift and − type it: people look for the keys, not for the sign.
  if (key === '_') return `${named('Shift', apple)} −`;
  return (apple ? onApple : elsewhere)[key] ?? onBoth[key] ?? key;
}

export function isApple(): boolean {
  return typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);
}
