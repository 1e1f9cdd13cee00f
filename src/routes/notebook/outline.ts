import type { Cell, CellKey, Notebook } from '$lib/notebook/model';

export interface OutlineEntry {
  key: CellKey;
  label: string;
  /** Depth of the indent, from 0. */
  level: number;
  /** A name, set in the code face. */
  code: boolean;
  prose: boolean;
}

const headings = new WeakMap<Cell, Heading | 'none'>();

interface Heading {
  depth: number;
  text: string;
}

/** Headings of the prose and named cells, in order. One entry a heading; fenced code holds none. */
export function outlineOf(notebook: Notebook): OutlineEntry[] {
  let level = 0;
  return notebook.cells.flatMap((cell): OutlineEntry[] => {
    if (cell.kind !== 'markdown') {
      return cell.id === undefined ? [] : [{ key: cell.key, label: cell.id, level, code: true, prose: false }];
    }
    const heading = headingOf(cell);
    if (!heading) return [];
    level = Math.min(heading.depth, 3);
    return [{ key: cell.key, label: heading.text, level: Math.max(level - 1, 0), code: false, prose: true }];
  });
}

/**
 * What of an outline is as it was: entries that say the same, and the whole where all do. A key typed into a cell makes
 * it another cell, and nothing that hangs on its entry is to be looked at again.
 */
export function sameOutline(before: readonly OutlineEntry[], now: readonly OutlineEntry[]): readonly OutlineEntry[] {
  const known = new Map(before.map((entry) => [entry.key, entry]));
  const kept = now.map((entry) => {
    const one = known.get(entry.key);
    return one && isSame(one, entry) ? one : entry;
  });
  return kept.length === before.length && kept.every((entry, index) => entry === before[index]) ? before : kept;
}

/** Outlines of one notebook as it changes: what is as it was is the same object. */
export function steadyOutline(): (notebook: Notebook) => readonly OutlineEntry[] {
  let known: readonly OutlineEntry[] = [];
  return (notebook) => {
    known = sameOutline(known, outlineOf(notebook));
    return known;
  };
}

const isSame = (one: OutlineEntry, other: OutlineEntry): boolean =>
  one === other ||
  (one.label === other.label && one.level === other.level && one.code === other.code && one.prose === other.prose);

/** Whether the text itself says at its top level what the page is about. */
export const hasTopHeading = (notebook: Notebook): boolean =>
  notebook.cells.some((cell) => cell.kind === 'markdown' && headingOf(cell)?.depth === 1);

function headingOf(cell: Cell): Heading | undefined {
  const known = headings.get(cell) ?? firstHeading(cell.text) ?? 'none';
  headings.set(cell, known);
  return known === 'none' ? undefined : known;
}

function firstHeading(text: string): Heading | undefined {
  let fence: string | undefined;
  for (const line of text.split('\n')) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark && fence === undefined) fence = mark[0];
    else if (mark && mark[0] === fence) fence = undefined;
    const found = fence === undefined ? /^(#{1,6})\s+(.+?)\s*#*$/.exec(line) : null;
    if (found) return { depth: (found[1] as string).length, text: (found[2] as string).replace(/[*_`]/g, '') };
  }
  return undefined;
}
