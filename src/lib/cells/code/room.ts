import type { CellKey } from '$lib/notebook/model';

/** Room for drawings where nobody can measure: that of a cell on a wide page. */
const usualWidth = 720;
/** What scrolls inside takes so much of the width; so small a change is none. */
const least = 24;

const measured = new Map<CellKey, number>();

/** What a cell shows was measured. Nothing where it has no room at all: it is folded away. */
export function takeRoom(key: CellKey, width: number): void {
  if (width > 0) measured.set(key, width);
}

/** Room for drawings of a cell, px. */
export function roomOf(key: CellKey): number {
  const known = measured.get(key);
  if (known !== undefined) return known;
  const frame = globalThis.document?.querySelector(`li.cell[data-key="${CSS.escape(key)}"] > .frame`);
  return Math.floor(frame?.getBoundingClientRect().width ?? 0) || usualWidth;
}

export const isOtherRoom = (width: number, other: number): boolean => width > 0 && Math.abs(width - other) >= least;
