import type { Cell, Notebook } from '../model';
import { commonPlaces } from './common';
import { lineChanges, type LineChange } from './line-changes';

/** A cell in one or both of two notebooks. */
export interface CellChange {
  sort: 'added' | 'removed' | 'moved' | 'edited' | 'same';
  /** Stands elsewhere among its neighbours; an edited cell may be moved, too. */
  moved: boolean;
  before: Cell | undefined;
  after: Cell | undefined;
  /** Place in its notebook, from 1. */
  placeBefore: number | undefined;
  placeAfter: number | undefined;
  /** Of the text; empty where only the head differs. */
  lines: readonly LineChange[];
}

export interface NotebookDiff {
  /** In the order of the later notebook; removed cells where they stood. */
  cells: readonly CellChange[];
  front: readonly LineChange[];
  counts: Readonly<Record<'added' | 'removed' | 'moved' | 'edited', number>>;
}

const head = ({ kind, id, attributes }: Cell) =>
  JSON.stringify([kind, id ?? null, ...attributes.map(({ name, value }) => [name, value])]);

/** Compares two notebooks by cell, then by line. Keys count where both have them, else name and text. */
export function notebookDiff(before: Notebook, after: Notebook): NotebookDiff {
  const matched = matchCells(before.cells, after.cells);
  const still = inPlace(matched);
  const counts = { added: 0, removed: 0, moved: 0, edited: 0 };
  const byAfter = new Map(matched.map(([a, b]) => [b, a]));
  const gone = new Set(before.cells.keys());
  for (const [a] of matched) gone.delete(a);

  const cells: CellChange[] = [];
  const pushGone = (from: number, to: number) => {
    for (let place = from; place < to; place++) {
      if (!gone.has(place)) continue;
      gone.delete(place);
      counts.removed++;
      cells.push(change('removed', before.cells[place], undefined, place, undefined));
    }
  };
  let last = 0;
  for (const [place, cell] of after.cells.entries()) {
    const from = byAfter.get(place);
    if (from === undefined) {
      counts.added++;
      cells.push(change('added', undefined, cell, undefined, place));
      continue;
    }
    if (still.has(place)) {
      pushGone(last, from);
      last = from + 1;
    }
    const old = before.cells[from] as Cell;
    const edited = old.text !== cell.text || head(old) !== head(cell);
    const moved = !still.has(place);
    if (edited) counts.edited++;
    else if (moved) counts.moved++;
    const sort = edited ? 'edited' : moved ? 'moved' : 'same';
    cells.push({ ...change(sort, old, cell, from, place), moved });
  }
  pushGone(0, before.cells.length);
  return { cells, front: lineChanges(before.front, after.front), counts };
}

function change(
  sort: CellChange['sort'],
  before: Cell | undefined,
  after: Cell | undefined,
  placeBefore: number | undefined,
  placeAfter: number | undefined
): CellChange {
  const lines = sort === 'edited' ? lineChanges(before?.text ?? '', after?.text ?? '') : [];
  const place = (index: number | undefined) => (index === undefined ? undefined : index + 1);
  return { sort, moved: false, before, after, placeBefore: place(placeBefore), placeAfter: place(placeAfter), lines };
}

/** @returns pairs of places, in the order of `after` */
export function matchCells(before: readonly Cell[], after: readonly Cell[]): (readonly [number, number])[] {
  const free = { before: new Set(before.keys()), after: new Set(after.keys()) };
  const pairs: (readonly [number, number])[] = [];
  const pair = (a: number, b: number) => {
    free.before.delete(a);
    free.after.delete(b);
    pairs.push([a, b]);
  };
  const byMark = (mark: (cell: Cell) => string | undefined) => {
    const places = new Map<string, number[]>();
    for (const a of free.before) {
      const found = mark(before[a] as Cell);
      if (found !== undefined) places.set(found, [...(places.get(found) ?? []), a]);
    }
    for (const b of [...free.after]) {
      const found = mark(after[b] as Cell);
      const a = found === undefined ? undefined : places.get(found)?.shift();
      if (a !== undefined) pair(a, b);
    }
  };
  byMark((cell) => cell.key);
  byMark((cell) => (cell.id === undefined ? undefined : `${cell.kind} ${cell.id.toLowerCase()}`));
  byMark((cell) => cell.id?.toLowerCase());
  byMark((cell) => (cell.text.trim() === '' ? undefined : `${cell.kind}\n${cell.text}`));
  // What is left between two neighbours that belong together was probably rewritten there.
  for (const [a, b] of alike(before, after, free)) pair(a, b);
  return pairs.sort(([, a], [, b]) => a - b);
}

/** Unnamed cells of one kind that share a good part of their lines or words. */
function alike(
  before: readonly Cell[],
  after: readonly Cell[],
  free: { before: ReadonlySet<number>; after: ReadonlySet<number> }
): (readonly [number, number])[] {
  const found: { a: number; b: number; share: number }[] = [];
  const words = (text: string) => new Set(text.match(/[\p{L}\p{N}_]+/gu) ?? []);
  const olds = [...free.before].map((a) => ({ a, words: words((before[a] as Cell).text) }));
  for (const b of free.after) {
    const now = words((after[b] as Cell).text);
    for (const { a, words: old } of olds) {
      if (before[a]?.kind !== after[b]?.kind) continue;
      const both = [...now].filter((word) => old.has(word)).length;
      const share = both / Math.max(1, now.size + old.size - both);
      if (share >= 0.3) found.push({ a, b, share });
    }
  }
  const taken = { a: new Set<number>(), b: new Set<number>() };
  const distance = ({ a, b }: { a: number; b: number }) => Math.abs(a - b);
  return found
    .sort((x, y) => y.share - x.share || distance(x) - distance(y))
    .flatMap(({ a, b }) => {
      if (taken.a.has(a) || taken.b.has(b)) return [];
      taken.a.add(a);
      taken.b.add(b);
      return [[a, b] as const];
    });
}

/** Places of `after` that kept their order: the fewest possible count as moved. */
function inPlace(matched: readonly (readonly [number, number])[]): ReadonlySet<number> {
  const order = matched.map(([a]) => a);
  const pairs = commonPlaces(
    order,
    order.toSorted((a, b) => a - b)
  );
  return new Set(pairs.map(([at]) => (matched[at] as readonly [number, number])[1]));
}
