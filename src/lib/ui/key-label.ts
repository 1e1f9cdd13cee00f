/**
 * A shortcut as it is printed: `Mod-Shift-Enter` → `⌘ ⇧ Enter` on Apple, `Ctrl Shift Enter` elsewhere. A sequence is
 * written with spaces: `d d`.
 */
export function keyLabel(keys: string, apple = isApple()): string {
  return keys
    .split(' ')
    .map((chord) =>
      chord === '-'
        ? chord
        : chord
            .split(/-(?=.)/)
            .map((key) => named(key, apple))
            .join(' ')
    )
    .join(' ');
}

function named(key: string, apple: boolean): string {
  if (apple) return { Mod: '⌘', Shift: '⇧', Alt: '⌥', Ctrl: '⌃' }[key] ?? key;
  return key === 'Mod' ? 'Ctrl' : key;
}

export function isApple(): boolean {
  return typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);
}
