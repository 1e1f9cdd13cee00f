import type { Component } from 'svelte';

/** Groups of the palette, in the order in which they are shown. */
export const paletteGroups = ['recent', 'do', 'go', 'insert', 'tables', 'reference'] as const;
export type PaletteGroup = (typeof paletteGroups)[number];

/** Something that can be found by its name and done. */
export interface PaletteItem {
  /** Stays the same from visit to visit: by it the last ones are remembered. */
  id: string;
  group: PaletteGroup;
  label: string;
  /** The label is a name, set as code. */
  code?: boolean;
  /** Faint, at the right: where it is, what it is. */
  meta?: string;
  /** Its shortcut, as `Mod-Enter`. */
  keys?: string | undefined;
  icon?: Component<{ size?: number }> | undefined;
  /** Other words by which it is found. */
  words?: string;
  /** What Alt-Enter writes at the caret. */
  insert?: string;
  run: () => void;
}

/** A stretch of a label that was typed. */
export interface Span {
  from: number;
  to: number;
}

export interface Found {
  item: PaletteItem;
  score: number;
  spans: readonly Span[];
}
