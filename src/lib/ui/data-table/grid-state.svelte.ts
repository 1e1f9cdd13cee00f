import { untrack } from 'svelte';
import { fittedWidths } from './column-format';
import { ColumnFormats } from './column-formats';
import { columnPlaces } from './column-order';
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
import type { ViewState } from './view-state.svelte';
import {
  afterScroll,
  barOf,
  columnsSeen,
  edgesOf,
  laidOut,
  rowsSeen,
  showingRow,
  type RowScroll,
  type Span
} from './virtual-rows';

/** Cells that one copy may hold. */
export const mostCopied = 200_000;
/** Pinned columns leave at least this share of the room to the others. */
const roomForOthers = 0.4;

/**
 * Everything a grid knows: what is scrolled to, selected and read. The component only draws it. Columns are counted as
 * they are shown; `columnAt` leads back to the table's own.
 */
export class GridState {
  rowHeight = $state(28);
  headerHeight = $state(36);
  /** Room inside the scroller, px. */
  width = $state(0);
  height = $state(0);
  left = $state(0);
  selection = $state.raw<Selection>({ anchor: { row: 0, column: 0 }, focus: { row: 0, column: 0 } });
  #scroll = $state.raw<RowScroll>({ top: 0, bar: 0 });
  /** While it is scrolled aside: the columns that were seen at rest. */
  #rested = $state.raw<Span>();
  /** Counts the pages that came: rows are not reactive by themselves. */
  version = $state(0);

  constructor(
    private readonly sourceNow: () => TableSource,
    readonly view: ViewState
  ) {}

  readonly source = $derived.by(() => this.sourceNow());
  readonly cache = $derived.by(() => new PageCache(this.source, () => untrack(() => (this.version += 1))));
  readonly #sample = $derived.by(() => this.source.sample ?? this.source.first);
  readonly #columns = $derived.by(() => this.source.columns);
  readonly formats = $derived.by(() => new ColumnFormats(this.#columns, this.#sample));
  readonly #names = $derived.by(() => this.#columns.map(({ name }) => name));
  /** Which columns are shown, in what order. */
  readonly places = $derived.by(() => columnPlaces(this.#names, this.view));
  /** Columns that are shown. */
  readonly columns = $derived.by(() => this.places.shown.length);

  readonly rows = $derived.by(() => {
    void this.version;
    return this.cache.rows;
  });
  readonly #natural = $derived.by(() => this.formats.widths);
  readonly widths = $derived.by(() =>
    fittedWidths(
      this.places.shown.map((index) => {
        const set = this.view.widths.get(this.#names[index] ?? '');
        return set === undefined ? { width: this.#natural[index]?.width ?? 0 } : { width: set, fixed: true };
      }),
      this.width,
      this.width < 640 ? this.width * 0.4 : Infinity
    )
  );
  readonly edges = $derived(edgesOf(this.widths));
  readonly totalWidth = $derived(this.edges.at(-1) ?? 0);
  /** Columns that stay at the left: the pinned ones, else the first; fewer where they would fill the room. */
  readonly stuck = $derived.by(() => {
    let stuck = Math.max(1, this.places.pinned);
    while (stuck > 1 && (this.edges[stuck] ?? 0) > this.width * (1 - roomForOthers)) stuck -= 1;
    return Math.min(stuck, this.columns);
  });
  readonly stuckWidth = $derived(this.edges[this.stuck] ?? 0);
  readonly space = $derived({
    total: this.rows * this.rowHeight,
    view: Math.max(0, this.height - this.headerHeight)
  });
  readonly laidOut = $derived(laidOut(this.space));
  readonly top = $derived(this.#scroll.top);
  readonly shownRows = $derived(rowsSeen(this.top, this.rowHeight, this.rows, this.space));
  readonly shownColumns = $derived(columnsSeen(this.edges, this.left, this.width, this.stuck));
  readonly range = $derived(rangeOf(this.selection, this.rows));

  columnAt(position: number): number {
    return this.places.shown[position] ?? -1;
  }

  /** Where a column of the table is shown; −1 if it is hidden. */
  positionOf(name: string): number {
    const index = this.#names.indexOf(name);
    return this.places.shown.indexOf(index);
  }

  formatAt(position: number) {
    return this.formats.at(this.columnAt(position));
  }

  nameAt(position: number): string {
    return this.#names[this.columnAt(position)] ?? '';
  }

  /** Names of the columns shown, in their order. */
  get shownNames(): readonly string[] {
    return this.places.shown.map((index) => this.#names[index] ?? '');
  }

  isPinned(position: number): boolean {
    return position < this.places.pinned;
  }

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
    if (left !== this.left) this.#rested ??= this.shownColumns;
    this.left = left;
    if (bar === this.#scroll.bar) return undefined;
    this.#scroll = afterScroll(this.#scroll, bar, this.space);
    return this.#scroll.bar === bar ? undefined : this.#scroll.bar;
  }

  /** The bar was set; the browser may have rounded. */
  barIs(bar: number): void {
    this.#scroll = { top: this.#scroll.top, bar };
  }

  /** What costs the engine something waits in columns that fly past. */
  isCalm(position: number): boolean {
    const rested = this.#rested;
    return !rested || position < this.stuck || (position >= rested.from && position < rested.to);
  }

  /** Puts the bar where it belongs after small steps have drifted away from it. */
  settled(): number {
    this.#rested = undefined;
    return barOf(this.top, this.space);
  }

  /** Other rows stand here now: from the top, and nothing beyond their end is chosen. */
  begin(): void {
    const column = Math.min(this.selection.focus.column, Math.max(0, this.columns - 1));
    const row = Math.min(this.selection.focus.row, 0);
    this.selection = { anchor: { row, column }, focus: { row, column } };
    this.#scroll = { top: 0, bar: 0 };
  }

  select(position: CellPosition, { extend }: { extend: boolean }): void {
    this.selection = { anchor: extend ? this.selection.anchor : position, focus: position };
  }

  selectAll(): void {
    this.selection = { anchor: { row: 0, column: 0 }, focus: { row: this.rows - 1, column: this.columns - 1 } };
  }

  /**
   * Moves by a key.
   * @returns where the bars are to be set, or undefined if the key is not the grid's
   */
  pressed(key: PressedKey): { bar: number; left: number } | undefined {
    const pageRows = Math.max(1, Math.floor(this.space.view / this.rowHeight) - 1);
    const size = { rows: this.rows, columns: this.columns, pageRows, heading: true };
    const next = afterKey(this.selection, key, size);
    if (!next) return undefined;
    const moves = next.focus.row !== this.selection.focus.row || next.focus.column !== this.selection.focus.column;
    this.selection = next;
    // Selecting a whole row or all leaves the view where it is.
    return moves && key.key !== ' ' && key.key !== 'a' ? this.showFocus() : { bar: this.#scroll.bar, left: this.left };
  }

  showFocus(): { bar: number; left: number } {
    const { row, column } = this.selection.focus;
    const top = row < 0 ? this.top : showingRow(this.top, row, this.rowHeight, this.space);
    const bar = barOf(top, this.space);
    this.#scroll = { top, bar };
    if (column < this.stuck) return { bar, left: this.left };
    const [start = 0, end = 0] = [this.edges[column], this.edges[column + 1]];
    return { bar, left: Math.max(0, Math.min(start - this.stuckWidth, Math.max(this.left, end - this.width))) };
  }

  /** The selection where it is more than a cell or was chosen; else the whole table. */
  copyRange({ wholeIfOneCell }: { wholeIfOneCell: boolean }): CellRange {
    if (!wholeIfOneCell || cellCount(this.range) > 1) return this.range;
    return { top: 0, bottom: this.rows - 1, left: 0, right: this.columns - 1 };
  }

  /** What is at hand of a range; undefined while rows are missing. */
  copied(range: CellRange, { header }: { header: boolean }): CopiedCells | undefined {
    const columns = this.places.shown.slice(range.left, range.right + 1);
    const names = columns.map((index) => this.#names[index] ?? '');
    return copiedCells(range, { names, columns }, (row) => this.cache.placeOf(row), { header });
  }
}
