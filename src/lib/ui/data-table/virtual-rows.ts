/**
 * Scrolling over more rows than a browser can lay out: Chromium ends at 33 million px, Firefox at 18. Up to `tallest`
 * px the scroll bar is the truth. Above, the bar's way is compressed in the middle and true at both ends; small steps
 * (wheel, finger) move by what they say, only leaps (dragging the bar) go by the compressed way.
 */
export interface RowSpace {
  /** All rows together, px. */
  total: number;
  /** What is seen of them, px. */
  view: number;
}

export interface RowScroll {
  /** Where the view begins, in the space of the rows, px. */
  top: number;
  /** Where the scroll bar stands, px. */
  bar: number;
}

const tallest = 8_000_000;
/** This much at both ends is not compressed, so that the first and last rows can be reached by small steps. */
const edge = 100_000;

/** The height that is really laid out. */
export function laidOut(space: RowSpace): number {
  return Math.min(space.total, tallest);
}

const wayOfRows = (space: RowSpace) => Math.max(0, space.total - space.view);
const wayOfBar = (space: RowSpace) => Math.max(0, laidOut(space) - space.view);

/** Where the bar stands for a place in the rows. */
export function barOf(top: number, space: RowSpace): number {
  const rows = wayOfRows(space);
  const bar = wayOfBar(space);
  if (space.total <= tallest || top <= edge) return Math.min(top, bar);
  if (top >= rows - edge) return bar - (rows - top);
  return edge + ((top - edge) * (bar - 2 * edge)) / (rows - 2 * edge);
}

/** The place in the rows for where the bar stands: the way back of `barOf`. */
export function topOf(bar: number, space: RowSpace): number {
  const rows = wayOfRows(space);
  const way = wayOfBar(space);
  if (space.total <= tallest || bar <= edge) return Math.min(bar, rows);
  if (bar >= way - edge) return rows - (way - bar);
  return edge + ((bar - edge) * (rows - 2 * edge)) / (way - 2 * edge);
}

/** The scroll after the bar moved. `bar` of the answer may differ from the given one: then the bar is to be set. */
export function afterScroll(before: RowScroll, bar: number, space: RowSpace): RowScroll {
  if (space.total <= tallest) return { top: Math.min(bar, wayOfRows(space)), bar };
  const step = bar - before.bar;
  if (Math.abs(step) > space.view * 2) return { top: topOf(bar, space), bar };
  const top = Math.min(wayOfRows(space), Math.max(0, before.top + step));
  const atEnd = bar <= 0 || bar >= wayOfBar(space);
  return { top, bar: atEnd ? barOf(top, space) : bar };
}

/** The scroll that shows a row whole, moving as little as possible. */
export function showingRow(top: number, row: number, rowHeight: number, space: RowSpace): number {
  const start = row * rowHeight;
  const least = start + rowHeight - space.view;
  return Math.min(wayOfRows(space), Math.max(0, Math.min(start, Math.max(top, least))));
}

export interface Span {
  /** First shown. */
  from: number;
  /** One after the last shown. */
  to: number;
}

/** The rows to draw: those seen and a few more on both sides. */
export function rowsSeen(top: number, rowHeight: number, rows: number, space: RowSpace, more = 2): Span {
  const from = Math.max(0, Math.floor(top / rowHeight) - more);
  return { from, to: Math.min(rows, Math.ceil((top + space.view) / rowHeight) + more) };
}

/** Left edge of each column, and the right edge of the last. */
export function edgesOf(widths: readonly number[]): number[] {
  const edges = [0];
  for (const width of widths) edges.push((edges.at(-1) ?? 0) + width);
  return edges;
}

/** The columns to draw beside the `stuck` ones at the left, which always stand. */
export function columnsSeen(edges: readonly number[], left: number, view: number, stuck = 1): Span {
  const count = edges.length - 1;
  const first = edges[stuck] ?? edges.at(-1) ?? 0;
  const from = Math.max(stuck, firstAbove(edges, left + first) - 1);
  return { from: Math.min(from, count), to: Math.min(count, Math.max(from, firstAbove(edges, left + view))) };
}

/** Index of the first edge greater than a place. */
function firstAbove(edges: readonly number[], place: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edges[middle] ?? Infinity) > place) high = middle;
    else low = middle + 1;
  }
  return low;
}
