/** What a key does in a presentation. */
export type SlideAction =
  | { do: 'next' | 'previous' | 'first' | 'last' | 'leave' | 'notes' | 'blank' | 'pointer' | 'fullscreen' }
  | { do: 'digit'; digit: string }
  | { do: 'jump' };

const always: Record<string, SlideAction> = {
  ArrowRight: { do: 'next' },
  PageDown: { do: 'next' },
  ' ': { do: 'next' },
  ArrowLeft: { do: 'previous' },
  PageUp: { do: 'previous' },
  Home: { do: 'first' },
  End: { do: 'last' },
  Escape: { do: 'leave' }
};
/** One letter or sign: off where the person switched such keys off. */
const single: Record<string, SlideAction> = {
  n: { do: 'notes' },
  b: { do: 'blank' },
  '.': { do: 'pointer' },
  f: { do: 'fullscreen' }
};

interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  isComposing: boolean;
}

/** @returns what to do, undefined for keys that are not ours */
export function slideAction(event: Pressed, { singleKeys }: { singleKeys: boolean }): SlideAction | undefined {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return undefined;
  if (event.key === ' ' && event.shiftKey) return { do: 'previous' };
  if (event.key in always) return always[event.key];
  if (event.key === 'Enter') return { do: 'jump' };
  if (!singleKeys) return undefined;
  return /^\d$/.test(event.key) ? { do: 'digit', digit: event.key } : single[event.key.toLowerCase()];
}

/** Fields and grids: they have all keys, and Esc leaves them. */
const fields = 'input, textarea, select, [role="menu"], [role="grid"], [role="slider"], [role="listbox"], .cm-editor';

/** The field or grid that somebody works in. */
export function fieldAt(target: Element | null): HTMLElement | undefined {
  return target?.closest<HTMLElement>(fields) ?? undefined;
}

/** Where a key has a meaning of its own: in fields all of them, on buttons what presses them. */
export function belongsElsewhere(target: Element | null, key: string): boolean {
  if (target?.closest('dialog')) return true;
  if (fieldAt(target)) return key !== 'Escape';
  if (target?.closest('svg[tabindex]')) return key.startsWith('Arrow');
  return (key === ' ' || key === 'Enter') && target?.closest('button, a[href], summary') != null;
}
