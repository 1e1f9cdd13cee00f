import { newCellKey } from '../cell-key';
import { freeName } from '../free-name';
import type { Cell, Notebook } from '../model';
import { matchCells } from '../versions/diff';

/** A cell of the merged notebook, and where it stands in theirs. */
interface Placed {
  cell: Cell;
  theirs: number | undefined;
}

const isSame = (a: Cell, b: Cell) =>
  a.kind === b.kind &&
  a.id === b.id &&
  a.text === b.text &&
  JSON.stringify(a.attributes) === JSON.stringify(b.attributes);

/**
 * Both sides of a notebook that was changed in two places. What one side changed, added or removed is taken from it; a
 * cell that both changed stands twice, mine first, and theirs has a name of its own.
 * @param base as it was when both were the same
 */
export function mergedNotebook(base: Notebook, mine: Notebook, theirs: Notebook): Notebook {
  if (equal(base, mine)) return theirs;
  if (equal(base, theirs)) return mine;
  const toMine = new Map(matchCells(base.cells, mine.cells));
  const toTheirs = new Map(matchCells(base.cells, theirs.cells));
  const fromMine = new Map([...toMine].map(([b, m]) => [m, b]));
  const used = new Set<number>();
  const twice: number[] = [];
  const out: Placed[] = [];
  for (const [place, cell] of mine.cells.entries()) {
    const b = fromMine.get(place);
    const t = b === undefined ? twin(cell, theirs, toTheirs, used) : toTheirs.get(b);
    const before = b === undefined ? undefined : base.cells[b];
    const other = t === undefined ? undefined : theirs.cells[t];
    if (t !== undefined) used.add(t);
    // Theirs took it out, and I left it as it was.
    if (before && !other && isSame(before, cell)) continue;
    const theyChanged = before && other && !isSame(before, other);
    if (!theyChanged || isSame(cell, other)) out.push({ cell, theirs: t });
    else if (isSame(before, cell)) out.push({ cell: { ...other, key: cell.key }, theirs: t });
    else {
      out.push({ cell, theirs: undefined });
      if (t !== undefined) twice.push(t);
    }
  }
  const removedByMe = new Set(
    [...toTheirs]
      .flatMap(([b, t]) => (toMine.has(b) ? [] : [[b, t] as const]))
      .flatMap(([b, t]) => (isSame(base.cells[b] as Cell, theirs.cells[t] as Cell) ? [t] : []))
  );
  for (const [place, cell] of theirs.cells.entries()) {
    if (removedByMe.has(place) || (used.has(place) && !twice.includes(place))) continue;
    const after = out.findLastIndex((one) => one.theirs !== undefined && one.theirs < place);
    const beside = twice.includes(place) ? mineOf(place) : after;
    out.splice(Math.max(after, beside) + 1, 0, { cell: { ...cell, key: newCellKey() }, theirs: place });
  }
  const cells = unambiguous(
    out.map(({ cell }) => cell),
    new Set(mine.cells)
  );
  return { front: mine.front === base.front ? theirs.front : mine.front, cells };

  /** Where my side of a cell stands that both changed. */
  function mineOf(place: number): number {
    const b = [...toTheirs].find(([, t]) => t === place)?.[0];
    const m = b === undefined ? undefined : toMine.get(b);
    return out.findIndex(({ cell }) => m !== undefined && cell.key === mine.cells[m]?.key);
  }
}

/** What came from them gives way: a name that is taken becomes a free one, a cell that is here already goes. */
function unambiguous(cells: readonly Cell[], mine: ReadonlySet<Cell>): Cell[] {
  const stays = cells.filter((cell) => mine.has(cell));
  const taken = stays.flatMap(({ id }) => id ?? []);
  return cells.flatMap((cell) => {
    if (mine.has(cell) || cell.id === undefined) return [cell];
    if (stays.some((one) => isSame(one, cell))) return [];
    const id = freeName(cell.id, taken);
    taken.push(id);
    return [{ ...cell, id }];
  });
}

/** The same cell, added on both sides. */
function twin(
  cell: Cell,
  theirs: Notebook,
  toTheirs: ReadonlyMap<number, number>,
  used: ReadonlySet<number>
): number | undefined {
  const known = new Set(toTheirs.values());
  const found = theirs.cells.findIndex((one, place) => !known.has(place) && !used.has(place) && isSame(one, cell));
  return found < 0 ? undefined : found;
}

function equal(a: Notebook, b: Notebook): boolean {
  return (
    a.front === b.front &&
    a.cells.length === b.cells.length &&
    a.cells.every((cell, place) => isSame(cell, b.cells[place] as Cell))
  );
}
