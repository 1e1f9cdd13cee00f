import type { Component } from 'svelte';

/** A thing to do. `meta` and `keys` stand at the right. */
export interface MenuAction {
  label: string;
  run: () => void;
  icon?: Component<{ size?: number }>;
  keys?: string;
  meta?: string;
  disabled?: boolean;
  /** One of several that is in force. */
  checked?: boolean;
}

export type MenuItem = MenuAction | 'separator';

/** What a menu holds, or a way to fetch it when somebody turns to the menu. */
export type MenuItems = readonly MenuItem[] | (() => Promise<readonly MenuItem[]>);

/** Where the arrows go next among the items that can be chosen: round at the ends. */
export function nextItem(items: readonly MenuItem[], from: number, step: 1 | -1): number {
  const count = items.length;
  for (let tried = 1; tried <= count; tried += 1) {
    const index = (((from + step * tried) % count) + count) % count;
    if (canBeChosen(items[index])) return index;
  }
  return from;
}

export function canBeChosen(item: MenuItem | undefined): item is MenuAction {
  return item !== undefined && item !== 'separator' && !item.disabled;
}

/** The next item whose label begins with what was typed, after the current one. */
export function typedItem(items: readonly MenuItem[], from: number, typed: string): number | undefined {
  const start = typed.toLowerCase();
  // One letter again and again walks through all that begin with it; more letters may stay where they are.
  const first = new Set(start).size === 1 ? 1 : 0;
  const prefix = first === 1 ? start.slice(0, 1) : start;
  for (let offset = first; offset < items.length + first; offset += 1) {
    const index = (from + offset + items.length) % items.length;
    const item = items[index];
    if (canBeChosen(item) && item.label.toLowerCase().startsWith(prefix)) return index;
  }
  return undefined;
}
