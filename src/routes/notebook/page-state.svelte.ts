// What the notebook page remembers beside its document: selection, caret, panels, dialogs. One object, many small doors.
import { tick } from 'svelte';
import type { Place } from '$workers/shared/errors';
import type { Relation } from '$workers/data/contract';
import { ImportDialogState, readsFile, type NewCell } from '$lib/cells/import';
import { handOver, isNotebookFile } from '../handoff';
import { asWritten } from '$lib/cells/sql';
import { PageCommands } from './page-commands';
import { parsed } from './parsed';
import { insertAt, moveBy, newCell, setAttribute } from '$lib/notebook/edits';
import type { AnyKind, KindRegistry } from '$lib/notebook/kind';
import { isOff, type Cell, type CellKey } from '$lib/notebook/model';
import type { NotebookSession } from '$lib/notebook/session/session.svelte';
import type { Shelf } from '$lib/notebook/files/shelf.svelte';
import type { Engines } from '$lib/engines';
import type { GivenFile } from '$lib/ui/files/given-file';
import { toasts } from '$lib/ui/toasts.svelte';
import { page as words } from '$lib/messages/en/page';
import type { CellView } from './cell-view';
import { freeName } from './free-name';

export interface Caret {
  key: CellKey;
  place: Place;
}

interface Parts {
  flush: () => Promise<void>;
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
  private readonly flush: () => Promise<void>;
  selection = $state.raw<readonly CellKey[]>([]);
  editing = $state.raw<CellKey>();
  /** Where an editor is to put its caret. */
  caret = $state.raw<Caret>();
  renaming = $state.raw<CellKey>();
  /** Index that the person is choosing a kind for. */
  choosing = $state.raw<number>();
  dialog = $state.raw<ImportDialogState>();
  dropProblem = $state.raw<unknown>();
  /** Docked where there is room; on small screens it is a sheet that is called. */
  panelOpen = $state(!isSheet());
  #views = $state.raw<ReadonlyMap<CellKey, CellView>>(new Map());

  readonly current = $derived(this.selection.at(-1));

  constructor({ session, registry, engines, files, flush }: Parts) {
    this.flush = flush;
    this.session = session;
    this.registry = registry;
    this.engines = engines;
    this.files = files;
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
    if (kind.Form) return 'form';
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

  /** The caret is in an editor of the cell: by a click or by Tab. */
  editorFocused(key: CellKey): void {
    this.select(key);
    this.editing = key;
  }

  /** Writes everything down now. */
  async save(): Promise<void> {
    await this.flush();
  }

  /** Puts a new cell in and, if asked, the caret into it. */
  insert(kindName: string, at: number, { edit = true }: { edit?: boolean } = {}): CellKey | undefined {
    const kind = this.registry.find(kindName);
    if (!kind) return undefined;
    const id = kind.name === 'markdown' ? undefined : freeName(kind.name, this.#taken());
    const cell = newCell(kind.name, kind.template, id);
    this.session.apply({ ...insertAt(at, [cell]), undo: 'now' }, { run: false });
    if (edit && kind.language !== 'yaml') {
      this.edit(cell.key);
      // A template ends where one goes on writing.
      const lines = cell.text.split('\n');
      this.caret = { key: cell.key, place: { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 } };
    } else void this.goTo(cell.key);
    return cell.key;
  }

  insertBeside(key: CellKey | undefined, kindName: string, side: 'above' | 'below'): void {
    const { cells } = this.session.notebook;
    const index = key === undefined ? cells.length - 1 : cells.findIndex((cell) => cell.key === key);
    this.insert(kindName, side === 'above' ? Math.max(index, 0) : index + 1);
  }

  /** Asks which kind of cell is to stand below the selected one. */
  chooseBelow(): void {
    const { cells } = this.session.notebook;
    const index = cells.findIndex((cell) => cell.key === this.current);
    this.choosing = index < 0 ? cells.length : index + 1;
  }

  async remove(keys: readonly CellKey[]): Promise<void> {
    const { cells } = this.session.notebook;
    const index = cells.findIndex((cell) => keys.includes(cell.key));
    const name = cells[index]?.id;
    const waiting = [...this.session.graph.dependants(keys)].filter((key) => !keys.includes(key)).length;
    this.editing = undefined;
    this.session.apply({ type: 'delete', keys, undo: 'now' });
    toasts.show({
      text: words.deletedCell(name === undefined ? words.aCell : `\`${name}\``, waiting),
      action: { label: words.undo, run: () => this.session.undo() }
    });
    const rest = this.session.notebook.cells;
    const next = rest[Math.min(index, rest.length - 1)];
    if (next) await this.goTo(next.key);
    else this.select(undefined);
  }

  duplicate(key: CellKey): void {
    const index = this.session.notebook.cells.findIndex((cell) => cell.key === key);
    const cell = this.session.notebook.cells[index];
    if (!cell) return;
    const id = cell.id === undefined ? undefined : freeName(cell.id, this.#taken());
    const copy = newCell(cell.kind, cell.text, id, cell.attributes);
    this.session.apply({ ...insertAt(index + 1, [copy]), undo: 'now' });
    void this.goTo(copy.key);
  }

  move(keys: readonly CellKey[], steps: number): void {
    this.session.apply({ ...moveBy(this.session.notebook, keys, steps), undo: 'now' });
    if (this.current) void this.goTo(this.current);
  }

  turn(cell: Cell): void {
    this.session.apply({ ...setAttribute(cell, 'off', isOff(cell) ? undefined : 'true'), undo: 'now' });
  }

  /** Files came in: they are kept for this notebook, and the dialog asks how to read them. */
  async take(given: readonly GivenFile[]): Promise<void> {
    const [first] = given;
    if (!first) return;
    if (given.length === 1 && isNotebookFile(first.path)) {
      // A notebook's file is opened, not read as data; this one stays as it is.
      handOver(given);
      location.hash = 'new';
      return;
    }
    this.dropProblem = undefined;
    try {
      await this.files.add(given);
      this.session.filesChanged();
      const sources = given.map(({ path, file }) => ({ path, file }));
      this.dialog?.close();
      this.dialog = new ImportDialogState(sources, this.engines.data, this.#taken());
      await this.dialog.look();
    } catch (error) {
      this.dropProblem = error;
    }
  }

  closeDialog(): void {
    this.dialog?.close();
    this.dialog = undefined;
  }

  /** Puts in the cells that read what was confirmed, runs them, and asks a first question of the first table. */
  read(imports: readonly NewCell[], firstTable: string | undefined): void {
    this.closeDialog();
    const { cells } = this.session.notebook;
    const added = imports.map(({ kind, id, text }) => newCell(kind, text, id));
    const empty = cells.every(
      (cell) => cell.kind === 'import' || cell.text.trim() === '' || cell.text.startsWith('# ')
    );
    if (empty && firstTable)
      added.push(newCell('sql', `select *\nfrom ${asWritten(firstTable)}`, freeName('first_look', this.#taken())));
    this.session.apply({ ...insertAt(cells.length, added), undo: 'now' }, { run: false });
    this.session.run(
      added.map((cell) => cell.key),
      { byHand: true }
    );
    const last = added.at(-1);
    if (last) void this.goTo(last.key);
  }

  /** A new query of a table, run at once. */
  query(table: string): void {
    this.#append(newCell('sql', `select *\nfrom ${asWritten(table)}`, freeName('sql', this.#taken())));
  }

  /** A new chart of a table, its form open. */
  chart({ name, columns }: Relation): void {
    const [x = '', y = ''] = columns
      .filter(({ type }) => type !== 'text' && type !== 'bool')
      .map((column) => column.name);
    this.#append(newCell('chart', `from: ${name}\nmark: dot\nx: ${x}\ny: ${y}`, freeName('chart', this.#taken())));
  }

  /** Takes away the cell that makes a table (what reads it then waits); undo brings it back. */
  removeTable(name: string): void {
    const key = this.session.names.find((known) => known.name.toLowerCase() === name.toLowerCase())?.key;
    if (key) void this.remove([key]);
  }

  /** Takes a file out of the notebook, and the cells that read it. */
  async removeFile(path: string): Promise<void> {
    const reading = this.session.notebook.cells.filter(
      (cell) => cell.kind === 'import' && readsFile(parsed(this.registry.find('import') as AnyKind, cell), path)
    );
    const source = await this.files.find(path);
    await this.files.remove([path]);
    if (reading.length > 0) this.session.apply({ type: 'delete', keys: reading.map(({ key }) => key), undo: 'now' });
    this.session.filesChanged();
    toasts.show({
      text: words.removedFile(path),
      action: {
        label: words.undo,
        run: () => {
          if (reading.length > 0) this.session.undo();
          void this.files.add(source ? [source] : []).then(() => {
            this.session.filesChanged();
            this.session.run(
              reading.map(({ key }) => key),
              { byHand: true }
            );
          });
        }
      }
    });
  }

  #append(cell: Cell): void {
    const { cells } = this.session.notebook;
    const at = this.current === undefined ? cells.length : cells.findIndex(({ key }) => key === this.current) + 1;
    this.session.apply({ ...insertAt(at, [cell]), undo: 'now' });
    this.run(cell.key);
    void this.goTo(cell.key);
  }

  undo(): void {
    if (this.session.undo()) toasts.dismiss();
  }

  #taken(): string[] {
    return [
      ...this.session.names.map(({ name }) => name),
      ...this.session.notebook.cells.flatMap(({ id }) => id ?? [])
    ];
  }
}
