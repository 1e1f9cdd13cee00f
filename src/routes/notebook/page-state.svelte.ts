// What the notebook page remembers beside its document: selection, caret, panels, dialogs. One object, many small doors.
import { tick } from 'svelte';
import type { Place } from '$workers/shared/errors';
import { keeping as words } from '$lib/messages/keeping';
import type { Edit } from '$lib/notebook/change';
import { PageCells } from './page-cells';
import { PageCommands } from './page-commands';
import { PageExchange } from './exchange/page-exchange.svelte';
import { PageFiles } from './page-files.svelte';
import { PageKeeping } from './page-keeping.svelte';
import type { OpenedNotebook } from './opened.svelte';
import type { AnyKind, KindRegistry } from '$lib/notebook/kind';
import { isOff, type Cell, type CellKey } from '$lib/notebook/model';
import type { NotebookSession } from '$lib/notebook/session/session.svelte';
import type { Shelf } from '$lib/notebook/files/shelf.svelte';
import type { Engines } from '$lib/engines';
import type { EditorMemory } from '$lib/ui/code-editor/editor-options';
import { toasts } from '$lib/ui/toasts.svelte';
import type { CellView } from './cell-view';
import { undoWords } from './undo-words';

export interface Caret {
  key: CellKey;
  place: Place;
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
  selection = $state.raw<readonly CellKey[]>([]);
  editing = $state.raw<CellKey>();
  /** Where an editor is to put its caret. */
  caret = $state.raw<Caret>();
  renaming = $state.raw<CellKey>();
  /** Index that the person is choosing a kind for. */
  choosing = $state.raw<number>();
  /** Docked where there is room; on small screens it is a sheet that is called. */
  panelOpen = $state(!isSheet());
  /** Undo of each cell's text, while no editor of it is on the page. */
  #editors = new Map<CellKey, EditorMemory>();
  #views = $state.raw<ReadonlyMap<CellKey, CellView>>(new Map());

  readonly current = $derived(this.selection.at(-1));

  constructor({ session, registry, engines, files, opened }: Parts) {
    this.session = session;
    this.registry = registry;
    this.engines = engines;
    this.files = files;
    this.cells = new PageCells(this);
    this.data = new PageFiles(this);
    this.keeping = new PageKeeping(this, opened);
    this.exchange = new PageExchange(this);
    this.commands = new PageCommands(this);
  }

  isSelected(key: CellKey): boolean {
    return this.selection.includes(key);
  }

  select(key: CellKey | undefined): void {
    if (key !== undefined && this.selection.at(-1) === key) return;
    this.selection = key === undefined ? [] : [key];
    if (this.editing !== undefined && this.editing !== key) this.editing = undefined;
  }

  /** Selects several cells; the focus is on the last. */
  async goToAll(keys: readonly CellKey[]): Promise<void> {
    const last = keys.at(-1);
    if (last === undefined) return this.select(undefined);
    await this.goTo(last);
    this.selection = keys;
  }

  async goTo(key: CellKey): Promise<void> {
    if (isSheet()) this.panelOpen = false;
    this.select(key);
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
    if (kind?.language === 'yaml' && this.viewOf(cell as Cell, kind) === 'folded') this.setView(key, 'text');
    this.editing = key;
  }

  /** Back from the editor to the cell. */
  async leave(): Promise<void> {
    const key = this.editing;
    this.editing = undefined;
    this.session.sealUndo();
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
    if (kind.Form) return kind.resultTab && life?.run !== undefined && life.run !== 'idle' ? 'folded' : 'form';
    // What the import dialog wrote can be long; nobody reads it while the file is read.
    return life?.run === 'idle' || this.editing === cell.key ? 'text' : 'folded';
  }

  setView(key: CellKey, view: CellView): void {
    this.#views = new Map([...this.#views, [key, view]]);
    if (view !== 'text' && this.editing === key) this.editing = undefined;
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
    if (this.#step('undone', () => this.session.undo())) void this.data.cellsReturned();
  }

  redo(): void {
    this.#step('redone', () => this.session.redo());
  }

  /** Says what a step back or forth changed, and offers to take that back. */
  #step(way: 'undone' | 'redone', step: () => Edit | undefined): boolean {
    const before = this.session.notebook;
    const edit = step();
    if (!edit) return false;
    const text = undoWords({ way, edit, before, after: this.session.notebook });
    const back =
      way === 'undone' ? { label: words.redo, run: () => this.redo() } : { label: words.undo, run: () => this.undo() };
    toasts.show({ text, action: back });
    return true;
  }
}
