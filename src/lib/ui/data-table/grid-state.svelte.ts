import { columnFormat, fittedWidths } from './column-format';
import { copiedCells, type CopiedCells, type RowPlace } from './copy-cells';
import { PageCache } from './page-cache';
import {
  afterKey,
  cellCount,
  rangeOf,
  type CellPosition,
  type CellRange,
  type PressedKey,
  type Selection
} from './selection';
import type { TableSource } from './source';
import {
  afterScroll,
  barOf,
  columnsSeen,
  edgesOf,
  laidOut,
  rowsSeen,
  showingRow,
  type RowScroll
} from './virtual-rows';

/** Cells that one copy may hold. */
export const mostCopied = 200_000;

/** Everything a grid knows: what is scrolled to, selected and read. The component only draws it. */
export class GridState {
  readonly cache: PageCache;
  readonly formats;
  rowHeight = $state(28);
  headerHeight = $state(36);
  /** Room inside the scroller, px. */
  width = $state(0);
  height = $state(0);
  left = $state(0);
  selection = $state.raw<Selection>({ anchor: { row: 0, column: 0 }, focus: { row: 0, column: 0 } });
  #scroll = $state.raw<RowScroll>({ top: 0, bar: 0 });
  /** Counts the pages that came: rows are not reactive by themselves. */
  version = $state(0);

  constructor(readonly source: TableSource) {
    this.cache = new PageCache(source, () => (this.version += 1));
    const values = new Map(source.first.columns.map((column) => [column.name, column]));
    this.formats = source.columns.map((column) => columnFormat(column, values.get(column.name), source.first.rows));
  }

  readonly rows = $derived.by(() => {
    void this.version;
    return this.cache.rows;
  });
  readonly widths = $derived.by(() =>
    fittedWidths(this.formats, this.width, this.width < 640 ? this.width * 0.4 : Infinity)
  );
  readonly edges = $derived(edgesOf(this.widths));
  readonly totalWidth = $derived(this.edges.at(-1) ?? 0);
  readonly space = $derived({
    total: this.rows * this.rowHeight,
    view: Math.max(0, this.height - this.headerHeight)
  });
  readonly laidOut = $derived(laidOut(this.space));
  readonly top = $derived(this.#scroll.top);
  readonly shownRows = $derived(rowsSeen(this.top, this.rowHeight, this.rows, this.space));
  readonly shownColumns = $derived(columnsSeen(this.edges, this.left, this.width));
  readonly range = $derived(rangeOf(this.selection));

  /** Reads what is seen. Call when the view changes. */
  readSeen(): void {
    const { from, to } = this.shownRows;
    this.cache.want(from, to);
  }

  /** Where a row's values are, or why they are not. */
  rowAt(row: number): { place: RowPlace | undefined; failed: unknown } {
    void this.version;
    const place = this.cache.placeOf(row);
    return { place, failed: place ? undefined : this.cache.failureOf(row) };
  }

  /**
   * The scroller moved.
   * @returns where its bar is to be set, if it must be moved
   */
  scrolled(bar: number, left: number): number | undefined {
    this.left = left;
    if (bar === this.#scroll.bar) return undefined;
    this.#scroll = afterScroll(this.#scroll, bar, this.space);
    return this.#scroll.bar === bar ? undefined : this.#scroll.bar;
  }

  /** The bar was set; the browser may have rounded. */
  barIs(bar: number): void {
    this.#scroll = { top: this.#scroll.top, bar };
  }

  /** Puts the bar where it belongs after small steps have drifted away from it. */
  settled(): number {
    return barOf(this.top, this.space);
  }

  select(position: CellPosition, { extend }: { extend: boolean }): void {
    this.selection = { anchor: extend ? this.selection.anchor : position, focus: position };
  }

  /**
   * Moves by a key.
   * @returns where the bars are to be set, or undefined if the key is not the grid's
   */
  pressed(key: PressedKey): { bar: number; left: number } | undefined {
    const pageRows = Math.max(1, Math.floor(this.space.view / this.rowHeight) - 1);
    const next = afterKey(this.selection, key, { rows: this.rows, columns: this.formats.length, pageRows });
    if (!next) return undefined;
    const moves = next.focus.row !== this.selection.focus.row || next.focus.column !== this.selection.focus.column;
    this.selection = next;
    // Selecting a whole row or all leaves the view where it is.
    return moves && key.key !== ' ' && key.key !== 'a' ? this.#showFocus() : { bar: this.#scroll.bar, left: this.left };
  }

  #showFocus(): { bar: number; left: number } {
    const { row, column } = this.selection.focus;
    const top = showingRow(this.top, row, this.rowHeight, this.space);
    const bar = barOf(top, this.space);
    this.#scroll = { top, bar };
    if (column === 0) return { bar, left: this.left };
    const [first = 0, start = 0, end = 0] = [this.edges[1], this.edges[column], this.edges[column + 1]];
    return { bar, left: Math.max(0, Math.min(start - first, Math.max(this.left, end - this.width))) };
  }

  /** The selection where it is more than a cell or was chosen; else the whole table. */
  copyRange({ wholeIfOneCell }: { wholeIfOneCell: boolean }): CellRange {
    if (!wholeIfOneCell || cellCount(this.range) > 1) return this.range;
    return { top: 0, bottom: this.rows - 1, left: 0, right: this.formats.length - 1 };
  }

  /** What is at hand of a range; undefined while rows are missing. */
  copied(range: CellRange, { header }: { header: boolean }): CopiedCells | undefined {
    const names = this.formats.map((format) => format.name);
    return copiedCells(range, names, (row) => this.cache.placeOf(row), { header });
  }
}
