// One table's behaviour: what keys, menus and pointers do. The components only call it.
import { tick } from 'svelte';
import { tableWords as words } from '$lib/messages/table';
import { worded } from '$lib/messages/worded';
import { exactText, isPresent } from '$workers/shared/exact-text';
import type { ColumnFilter, TableView } from '$workers/shared/table-view';
import { copyOut } from '../clipboard-way';
import type { MenuItem } from '../overlay/menu-items';
import { Arranged } from './arranged.svelte';
import { cellMenu, columnMenu } from './column-menu';
import { ExportState } from './export-state.svelte';
import { FindState } from './find-state.svelte';
import { GridActions } from './grid-actions.svelte';
import { GridState } from './grid-state.svelte';
import { HeaderDrag } from './header-drag.svelte';
import { cellCount } from './selection';
import type { ExportedView, FileFormat, TableSource } from './source';
import type { ViewState } from './view-state.svelte';

/** Above so many cells choosing all is asked. */
const askedFrom = 100_000;
const widthStep = 16;

export interface TableHost {
  source: () => TableSource;
  view: () => ViewState;
  /** Its name, for the ledger. */
  label: () => string | undefined;
  save: (() => ((exported: ExportedView) => boolean | Promise<boolean>) | undefined) | undefined;
}

/** A card beside a cell or a heading. */
export interface OpenCard {
  kind: 'filter' | 'value';
  position: number;
  row: number;
  anchor: Element;
}

export class TableControl {
  readonly view: ViewState;
  readonly arranged = new Arranged();
  readonly grid: GridState;
  readonly actions: GridActions;
  readonly find = new FindState();
  readonly exporting = new ExportState();
  readonly drag = new HeaderDrag();
  root = $state<HTMLElement>();
  scroller = $state<HTMLElement>();
  card = $state.raw<OpenCard>();
  menu = $state.raw<{ items: readonly MenuItem[]; label: string; box: DOMRect }>();
  asksAll = $state(false);
  /** For those who do not see the table change. */
  spoken = $state('');
  /** Set by the component: opens the menu that stands ready. */
  showMenu: (() => void) | undefined;
  /** Set by the component: shows the profile of a column, where there are profiles. */
  showProfile: ((column: string) => void) | undefined;

  constructor(private readonly host: TableHost) {
    this.view = host.view();
    this.grid = new GridState(() => this.arranged.sourceFor(host.source()), this.view);
    this.actions = new GridActions(this.grid, host.label);
  }

  get whole() {
    return this.host.source().whole;
  }

  get canArrange(): boolean {
    return this.whole !== undefined;
  }

  readonly asked = $derived.by<TableView>(() => this.view.asked(this.host.source().columns));

  /** What went wrong last, in the reader's language. */
  get failure(): string | undefined {
    const error = this.arranged.error ?? this.find.error ?? this.exporting.error;
    if (error === undefined) return undefined;
    return error instanceof Error ? worded(error).message : String(error);
  }

  /** Follows source and wish. @returns clean-up */
  follow(): () => void {
    const before = this.arranged.view;
    return this.arranged.follow(this.host.source(), this.asked, (rows) => {
      this.grid.begin();
      this.setBars({ bar: 0, left: this.grid.left });
      const [key] = this.arranged.view.orderBy ?? [];
      const sortedAnew = key && JSON.stringify(before.orderBy) !== JSON.stringify(this.arranged.view.orderBy);
      this.spoken = sortedAnew ? words.sorted(key.column, key.descending, rows) : words.arranged(rows);
      this.actions.notice = '';
    });
  }

  /** The wish is given up: what is shown is what is asked. */
  stopArranging(): void {
    this.arranged.stop();
    this.view.sort = this.arranged.view.orderBy ?? [];
    this.view.filters = this.arranged.view.filters ?? [];
  }

  setBars(to: { bar: number; left: number }): void {
    const { scroller } = this;
    if (!scroller) return;
    scroller.scrollTop = to.bar;
    scroller.scrollLeft = to.left;
    this.grid.barIs(scroller.scrollTop);
    this.grid.left = scroller.scrollLeft;
  }

  focus(): void {
    this.scroller?.focus({ preventScroll: true });
  }

  headClicked(position: number, add: boolean): void {
    if (this.drag.ended) {
      this.drag.ended = false;
      return;
    }
    this.grid.select({ row: -1, column: position }, { extend: false });
    this.sort(position, add);
  }

  sort(position: number, add: boolean): void {
    const name = this.grid.nameAt(position);
    if (this.canArrange && name) this.view.sortBy(name, { add });
  }

  resize(position: number, by: number): void {
    this.view.resize(this.grid.nameAt(position), (this.grid.widths[position] ?? 0) + by * widthStep);
  }

  /** As wide as the widest of what is drawn and of the first rows. */
  fit(position: number): void {
    const name = this.grid.nameAt(position);
    const drawn = [...(this.scroller?.querySelectorAll<HTMLElement>(`[data-column="${position}"]`) ?? [])];
    const head = this.scroller?.querySelector<HTMLElement>(`[data-header="${position}"] .line`);
    const widest = Math.max(
      this.grid.formatAt(position)?.width ?? 0,
      ...drawn.map((cell) => cell.scrollWidth + 2),
      (head?.scrollWidth ?? 0) + 26
    );
    this.view.resize(name, widest);
  }

  /** Puts a column where another stands: before it when it comes from the right, behind it from the left. */
  moveColumn(from: number, to: number): void {
    const names = this.grid.shownNames;
    const [name, target] = [names[from], names[to]];
    if (name === undefined || target === undefined) return;
    const all = this.host.source().columns.map((column) => column.name);
    const pinned = this.view.pinned.includes(name);
    if (pinned !== this.view.pinned.includes(target)) return;
    const before = to < from ? target : names[to + 1];
    this.view.move(
      name,
      before !== undefined && this.view.pinned.includes(before) === pinned ? before : undefined,
      all
    );
    const row = this.grid.selection.focus.row;
    this.grid.select({ row, column: to }, { extend: false });
    this.setBars(this.grid.showFocus());
  }

  openMenu(position: number, anchor: Element): void {
    this.grid.select({ row: -1, column: position }, { extend: false });
    const label = words.menu(this.grid.nameAt(position));
    void this.#openMenu(columnMenu(this, position), label, anchor.getBoundingClientRect());
  }

  openContextOfColumn(position: number): void {
    this.grid.select({ row: -1, column: position }, { extend: false });
    this.openContext();
  }

  /** Menu of the cell or heading that has the focus; at a place of the pointer where there is one. */
  openContext(at?: { x: number; y: number }): void {
    const { row, column } = this.grid.selection.focus;
    const items = row < 0 ? columnMenu(this, column) : cellMenu(this, row, column);
    const box = at ? new DOMRect(at.x, at.y, 0, 0) : this.focusElement()?.getBoundingClientRect();
    if (box) void this.#openMenu(items, words.menu(this.grid.nameAt(column)), box);
  }

  async #openMenu(items: readonly MenuItem[], label: string, box: DOMRect): Promise<void> {
    // Relative to the table: some ancestor holds what is fixed.
    const room = this.root?.getBoundingClientRect();
    this.menu = {
      items,
      label,
      box: new DOMRect(box.x - (room?.x ?? 0), box.y - (room?.y ?? 0), box.width, box.height)
    };
    await tick();
    this.showMenu?.();
  }

  focusElement(): Element | undefined {
    const { row, column } = this.grid.selection.focus;
    const selector = row < 0 ? `[data-header="${column}"]` : `[data-row="${row}"] [data-column="${column}"]`;
    return this.scroller?.querySelector(selector) ?? undefined;
  }

  openCard(kind: OpenCard['kind'], position?: number): void {
    const { row, column } = this.grid.selection.focus;
    const anchor =
      position === undefined ? this.focusElement() : this.scroller?.querySelector(`[data-header="${position}"]`);
    if (kind === 'filter' && !this.canArrange) return;
    const beside = anchor ?? this.scroller;
    if (beside)
      this.card = { kind, position: position ?? column, row: position === undefined ? row : -1, anchor: beside };
  }

  closeCard(): void {
    if (!this.card) return;
    this.card = undefined;
    this.focus();
  }

  /** The exact value of a cell, if its row is read. */
  valueAt(row: number, position: number): { text: string; missing: boolean } | undefined {
    const { place } = this.grid.rowAt(row);
    const values = place?.columns[this.grid.columnAt(position)];
    if (!place || !values) return undefined;
    return { text: exactText(values, place.index), missing: !isPresent(values, place.index) };
  }

  filterByValue(row: number, position: number): void {
    const value = this.valueAt(row, position);
    const column = this.grid.nameAt(position);
    if (!value || !this.canArrange) return;
    const filter: ColumnFilter = value.missing
      ? { column, kind: 'missing' }
      : { column, kind: 'values', values: [value.text] };
    this.view.setFilter(filter);
  }

  async copyValue(row: number, position: number): Promise<void> {
    const value = this.valueAt(row, position);
    if (value && (await copyOut({ text: value.text, cells: 1, rows: 1 })))
      this.actions.notice = words.chip.is(this.grid.nameAt(position), '✓');
  }

  chooseAll(): void {
    const cells = this.grid.rows * this.grid.columns;
    if (cells > askedFrom && !this.asksAll) this.asksAll = true;
    else {
      this.asksAll = false;
      this.grid.selectAll();
    }
  }

  async findStep(backward: boolean): Promise<void> {
    const { whole, grid } = this;
    if (!whole) return;
    const from = Math.max(0, grid.selection.focus.row);
    const row = await this.find.step(whole, this.arranged.view, { from, backward, columns: grid.shownNames });
    if (row === undefined) return;
    // The column is found among the values of the row, once they are there.
    await grid.cache.read(row, row + 1).catch(() => undefined);
    const text = this.find.text.toLowerCase();
    const hit = grid.shownNames.findIndex((_, at) => this.valueAt(row, at)?.text.toLowerCase().includes(text));
    grid.select({ row, column: Math.max(0, hit) }, { extend: false });
    this.setBars(grid.showFocus());
  }

  async export(format: FileFormat, forMachines = false): Promise<void> {
    const { whole, grid } = this;
    const save = this.host.save?.();
    if (!whole || !save) return;
    const rows = grid.rows;
    // What was said of another file is no news of this one.
    this.actions.notice = '';
    const { view } = this.arranged;
    const columns = grid.shownNames;
    const content = await this.exporting.write(whole, view, { format, columns, forMachines });
    if (!content) return;
    try {
      const left = await save({ content, format, view, columns, forMachines, rows });
      if (left) this.actions.notice = words.exported(rows);
    } catch (error) {
      this.exporting.error = error;
    }
  }

  /** Numbers among the chosen cells, for the status bar. */
  async summary(signal: AbortSignal): Promise<{ n: number; sum: string; mean: number } | undefined> {
    const { grid, whole } = this;
    const { top, bottom, left, right } = grid.range;
    if (!whole || cellCount(grid.range) < 2) return undefined;
    const cells = { from: top, to: bottom + 1, columns: grid.shownNames.slice(left, right + 1) };
    return whole.summarise(this.arranged.view, cells, { signal });
  }

  /** @returns whether the key was the table's */
  pressed(event: KeyboardEvent): boolean {
    const { grid } = this;
    const mod = event.ctrlKey || event.metaKey;
    const { row, column } = grid.selection.focus;
    const aside = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    if (event.altKey) {
      if (aside === 0) return false;
      if (event.shiftKey) this.moveColumn(column, column + aside);
      else this.resize(column, aside);
      return true;
    }
    if (mod && event.key.toLowerCase() === 'a') {
      this.chooseAll();
      return true;
    }
    if (mod && event.shiftKey && event.key.toLowerCase() === 'c') {
      void this.actions.copy({ header: true, wholeIfOneCell: false });
      return true;
    }
    if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      this.openContext();
      return true;
    }
    if (!mod && event.key === 'Enter') {
      if (row < 0) this.sort(column, event.shiftKey);
      else this.openCard('value');
      return true;
    }
    if (
      !mod &&
      !event.altKey &&
      ['s', 'S', 'f', 'm', '/'].includes(event.key) &&
      (this.canArrange || event.key === 'm')
    ) {
      if (event.key === 'm') this.openContext();
      else if (event.key === 'f') this.openCard('filter');
      else if (event.key === '/') this.find.open = true;
      else this.sort(column, event.shiftKey);
      return true;
    }
    if (!mod && event.key === 'p' && this.showProfile) {
      this.showProfile(grid.nameAt(column));
      return true;
    }
    if (event.key === 'Escape' && this.asksAll) {
      this.asksAll = false;
      return true;
    }
    const to = grid.pressed({ key: event.key, mod, shift: event.shiftKey });
    if (!to) return false;
    this.setBars(to);
    return true;
  }
}
