// What the notebook page remembers beside its document: selection, caret, panels, dialogs. One object, many small doors.
import { tick } from 'svelte';
import type { Place } from '$workers/shared/errors';
import { keeping as words } from '$lib/messages/keeping';
import { PageCells } from './page-cells';
import { PageCommands } from './page-commands';
import { PageExchange } from './exchange/page-exchange.svelte';
import { PageFiles } from './page-files.svelte';
import { PageFolds } from './page-folds';
import { PagePresenting } from './present/page-presenting.svelte';
import { PageTrust } from './trust/page-trust.svelte';
import { PageKeeping } from './page-keeping.svelte';
import type { OpenedNotebook } from './opened.svelte';
import type { AnyKind, KindRegistry } from '$lib/notebook/kind';
import { isOff, type Cell, type CellKey } from '$lib/notebook/model';
import type { NotebookSession } from '$lib/notebook/session/session.svelte';
import type { Shelf } from '$lib/notebook/files/shelf.svelte';
import type { Engines } from '$lib/engines';
import type { Edit } from '$lib/notebook/change';
import type { PageArea } from '$lib/notebook/commands/command';
import type { EditorMemory } from '$lib/ui/code-editor/editor-options';
import type { KeyAhead } from '$lib/ui/code-editor/typed-ahead';
import { goToArea } from '$lib/ui/regions';
import { toasts, type ToastMessage } from '$lib/ui/toasts.svelte';
import type { CellView } from './cell-view';
import type { SidePanelName } from './side-panels';
import { undoWords } from './undo-words';

export interface Caret {
  key: CellKey;
  /** A place of the text, or an offset in it. */
  place: Place | { offset: number };
}

/** The editor that somebody works in. */
export interface LiveEditor {
  caret(): number | undefined;
  word(): string;
  insert(text: string): Promise<void>;
}

interface Parts {
  opened: OpenedNotebook;
  session: NotebookSession;
  registry: KindRegistry;
  engines: Engines;
  files: Shelf;
}

/** Whether panels lie over the notebook instead of beside it. */
const isSheet = (): boolean => !matchMedia('(min-width: 900px)').matches;

export class PageState {
  readonly session: NotebookSession;
  readonly registry: KindRegistry;
  readonly engines: Engines;
  readonly files: Shelf;
  readonly commands: PageCommands;
  readonly cells: PageCells;
  readonly data: PageFiles;
  readonly keeping: PageKeeping;
  readonly exchange: PageExchange;
  readonly trust: PageTrust;
  readonly folds: PageFolds;
  readonly presenting: PagePresenting;
  selection = $state.raw<readonly CellKey[]>([]);
  /** The selected cell that has the focus. */
  active = $state.raw<CellKey>();
  /** Where a selection of several began. */
  #anchor: CellKey | undefined;
  /** Of the cell that is edited. */
  editor: LiveEditor | undefined;
  editing = $state.raw<CellKey>();
  /** When the caret was last taken out of a text. */
  leftEditorAt = -Infinity;
  /** Where an editor is to put its caret. */
  caret = $state.raw<Caret>();
  /** What an editor is to write at its caret. */
  insertion = $state.raw<{ key: CellKey; text: string }>();
  /** The cell whose form is to take the focus once it is there. */
  formWanted = $state.raw<CellKey>();
  renaming = $state.raw<CellKey>();
  /** Index that the person is choosing a kind for. */
  choosing = $state.raw<number>();
  /** Docked where there is room; on small screens it is a sheet that is called. */
  panelOpen = $state(!isSheet());
  /** Undo of each cell's text, while no editor of it is on the page. */
  #editors = new Map<CellKey, EditorMemory>();
  /** What the palette begins with, while it is open. */
  palette = $state.raw<string>();
  /** Something was typed for it before it stood there. */
  paletteTyped = false;
  /** What was pressed after that: Enter of who types faster than it comes. */
  paletteKeys: KeyAhead[] = [];
  finding = $state(false);
  /** What was typed for the bar that finds before it stood there. */
  findTyped = '';
  /** Shown whole although its code is folded: something was found in it. */
  revealed = $state.raw<CellKey>();
  helping = $state(false);
  #views = $state.raw<ReadonlyMap<CellKey, CellView>>(new Map());
  /** What the toast on show offers to take back, and how many steps there were then. */
  #offer: { message: ToastMessage; steps: number } | undefined;

  readonly current = $derived(this.active ?? this.selection.at(-1));

  constructor({ session, registry, engines, files, opened }: Parts) {
    this.session = session;
    this.registry = registry;
    this.engines = engines;
    this.files = files;
    this.cells = new PageCells(this);
    this.data = new PageFiles(this);
    this.keeping = new PageKeeping(this, opened);
    this.exchange = new PageExchange(this);
    this.trust = new PageTrust(this);
    this.folds = new PageFolds(this);
    this.presenting = new PagePresenting(this);
    this.commands = new PageCommands(this);
  }

  isSelected(key: CellKey): boolean {
    return this.selection.includes(key);
  }

  /** One cell, unless it is the active one of several. */
  select(key: CellKey | undefined): void {
    if (key !== undefined && this.active === key && this.selection.includes(key)) return;
    this.#selectOnly(key);
  }

  /** A click on a cell: it alone, or with Shift all from where the selection began. */
  point(key: CellKey, { extend }: { extend: boolean }): void {
    if (extend && this.active !== undefined) this.extendTo(key);
    else if (this.selection.length !== 1 || this.active !== key) this.#selectOnly(key);
  }

  #selectOnly(key: CellKey | undefined): void {
    this.selection = key === undefined ? [] : [key];
    this.active = key;
    this.#anchor = key;
    if (this.editing !== undefined && this.editing !== key) this.editing = undefined;
  }

  /** Selects several cells; the focus is on the last. */
  async goToAll(keys: readonly CellKey[]): Promise<void> {
    const last = keys.at(-1);
    if (last === undefined) return this.select(undefined);
    this.selection = keys;
    this.active = last;
    this.#anchor = keys[0];
    if (this.editing !== last) this.editing = undefined;
    await this.#focus(last);
  }

  /** Selects from where the selection began to this cell. */
  extendTo(key: CellKey): void {
    const keys = this.session.notebook.cells.map((cell) => cell.key);
    const ends = [keys.indexOf(this.#anchor ?? key), keys.indexOf(key)];
    if (ends.includes(-1)) return this.select(key);
    this.selection = keys.slice(Math.min(...ends), Math.max(...ends) + 1);
    this.active = key;
    this.editing = undefined;
    void this.#focus(key);
  }

  async goTo(key: CellKey): Promise<void> {
    if (isSheet()) this.panelOpen = false;
    this.select(key);
    await this.#focus(key);
  }

  /** The focus goes (back) to the active cell; the page moves only as far as it must. */
  async focusActive(): Promise<void> {
    if (this.active !== undefined) await this.#focus(this.active);
  }

  async #focus(key: CellKey): Promise<void> {
    await tick();
    const frame = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"] .frame`);
    frame?.focus({ preventScroll: true });
    frame?.scrollIntoView({ block: 'nearest' });
  }

  goToPlace(key: CellKey, place: Place | undefined): void {
    this.edit(key);
    if (place?.line !== undefined) this.caret = { key, place };
  }

  edit(key: CellKey): void {
    this.select(key);
    if (this.session.readOnly) return;
    const cell = this.session.cell(key);
    const kind = cell && this.registry.find(cell.kind);
    this.folds.unfold(key, 'editor');
    if (kind?.language === 'yaml' && this.viewOf(cell as Cell, kind) === 'folded') this.setView(key, 'text');
    this.editing = key;
  }

  /** Back from the editor to the cell. */
  async leave(): Promise<void> {
    const key = this.editing ?? this.active;
    this.editing = undefined;
    this.session.sealUndo();
    this.leftEditorAt = performance.now();
    if (key) await this.goTo(key);
  }

  /** Cells with a form show it until they have a result; then they fold it away unless the person opened it. */
  viewOf(cell: Cell, kind: AnyKind | undefined): CellView {
    if (!kind || kind.language !== 'yaml') return 'folded';
    const chosen = this.#views.get(cell.key);
    if (chosen) return chosen;
    const life = this.session.state(cell.key);
    if (life?.outputAt !== undefined || isOff(cell)) return 'folded';
    // Who opens a finished notebook waits for its results, not among long settings.
    if (kind.Form) return life !== undefined && life.run !== 'idle' ? 'folded' : 'form';
    // What the import dialog wrote can be long; nobody reads it while the file is read.
    return life?.run === 'idle' || this.editing === cell.key ? 'text' : 'folded';
  }

  setView(key: CellKey, view: CellView): void {
    this.#views = new Map([...this.#views, [key, view]]);
    if (view !== 'text' && this.editing === key) this.editing = undefined;
  }

  openPalette(query = ''): void {
    this.palette = query;
    this.paletteTyped = false;
    this.paletteKeys = [];
  }

  /** Opens a panel and puts the focus there. */
  async openArea(area: PageArea): Promise<void> {
    if (area === 'data' || area === 'outline') this.panelOpen = true;
    // A panel that opens takes the focus by itself.
    else if (this.keeping.side !== area) return void (this.keeping.side = area as SidePanelName);
    await tick();
    goToArea(area);
  }

  run(key: CellKey): void {
    this.session.run([key], { byHand: true });
  }

  editorMemory(key: CellKey): EditorMemory {
    const memory = this.#editors.get(key) ?? { state: undefined };
    this.#editors.set(key, memory);
    return memory;
  }

  /** The caret is in an editor of the cell: by a click or by Tab. */
  editorFocused(key: CellKey): void {
    this.select(key);
    if (!this.session.readOnly) this.editing = key;
  }

  /** Writes everything down now, and keeps a version of it. */
  save(): Promise<void> {
    return this.keeping.save();
  }

  undo(): void {
    const before = new Set(this.session.notebook.cells.map(({ key }) => key));
    if (this.#step('undone', () => this.session.undo())) void this.data.cellsReturned(before);
  }

  /** Says what was done last, and offers to take it back: as long as nothing else is done, which Undo would meet. */
  offer(
    text: string,
    { label, run }: { label: string; run: () => void } = { label: words.undo, run: () => this.undo() }
  ) {
    this.#offer = { message: { text, action: { label, run } }, steps: this.session.steps };
    toasts.show(this.#offer.message);
  }

  /** To be called when there are other steps than before. */
  endOffer(steps: number): void {
    if (!this.#offer || this.#offer.steps === steps) return;
    if (toasts.current === this.#offer.message) toasts.dismiss();
    this.#offer = undefined;
  }

  redo(): void {
    this.#step('redone', () => this.session.redo());
  }

  /** Says what a step back or forth changed, and offers to take that back. */
  #step(way: 'undone' | 'redone', step: () => Edit | undefined): boolean {
    const before = this.session.notebook;
    const at = before.cells.findIndex(({ key }) => key === this.active);
    const edit = step();
    if (!edit) return false;
    const text = undoWords({ way, edit, before, after: this.session.notebook });
    this.offer(text, way === 'undone' ? { label: words.redo, run: () => this.redo() } : undefined);
    this.#selectAfter(at);
    return true;
  }

  /** What is gone by a step is selected no more; then what stands in its place is. */
  #selectAfter(at: number): void {
    const { cells } = this.session.notebook;
    const here = new Set(cells.map(({ key }) => key));
    if (this.active !== undefined && here.has(this.active)) {
      this.selection = this.selection.filter((key) => here.has(key));
      return;
    }
    const next = cells[Math.min(Math.max(at, 0), cells.length - 1)];
    if (next) void this.goTo(next.key);
    else this.select(undefined);
  }
}
