import type { EditedCell, ImportDialogState, ImportSpec, NewCell } from '$lib/cells/import';
import { isCirce } from '$lib/cells/cohort/circe/is-circe';
import { readsFile } from '$lib/cells/import/reads-file';
import { asWritten } from '$lib/cells/sql/as-written';
import { insertAt, newCell } from '$lib/notebook/edits';
import type { AnyKind } from '$lib/notebook/kind';
import type { ShelfFile } from '$lib/notebook/files/shelf.svelte';
import type { Cell, CellKey } from '$lib/notebook/model';
import { pickFiles } from '$lib/ui/files/pick-files';
import type { SourceFile } from '$workers/data/contract';
import type { GivenFile } from '$lib/ui/files/given-file';
import { toasts } from '$lib/ui/toasts.svelte';
import { page as words } from '$lib/messages/page';
import { handOver, isNotebookFile } from '../handoff';
import type { PageState } from './page-state.svelte';
import { parsed } from './parsed';

/** Definitions of cohorts are smaller; what is larger is data. */
const largestDefinition = 20_000_000;

/** Files given to the notebook: the dialog that asks how to read them, what was read, and what is taken out again. */
export class PageFiles {
  dialog = $state.raw<ImportDialogState>();
  problem = $state.raw<unknown>();
  /** Files taken out in this sitting: undo brings them back with their cells. */
  #removed = new Map<string, GivenFile>();
  /** The cell whose choices the dialog changes. */
  #editedKey: CellKey | undefined;

  constructor(private readonly page: PageState) {}

  /** Files came in: they are kept for this notebook, and the dialog asks how to read them. */
  async take(given: readonly GivenFile[]): Promise<void> {
    const [first] = given;
    if (!first) return;
    if (given.length === 1 && isNotebookFile(first.path)) {
      // A notebook's file is opened, not read as data; this one stays as it is.
      this.problem = undefined;
      try {
        await handOver(given);
        location.hash = 'new';
      } catch (error) {
        this.problem = error;
      }
      return;
    }
    if (this.page.session.readOnly) return;
    this.problem = undefined;
    try {
      if (given.length === 1 && (await this.#takeCirce(first))) return;
      await this.page.files.add(given);
      this.page.session.filesChanged();
      await this.#ask(given.map(({ path, file }) => ({ path, file })));
    } catch (error) {
      this.problem = error;
    }
  }

  /** A cohort definition of ATLAS is no data: it becomes a cell. */
  async #takeCirce({ path, file }: GivenFile): Promise<boolean> {
    if (!/\.json$/i.test(path) || file.size > largestDefinition) return false;
    const text = await file.text();
    if (!isCirce(text)) return false;
    const { putCirce } = await import('./circe-cell');
    await putCirce(this.page, text);
    return true;
  }

  /** A file that is here already, read once more, as another table. */
  async readFile(path: string): Promise<void> {
    const source = await this.#source(path);
    if (source) await this.#ask([source]);
  }

  /** Opens the choices of an import cell, to read its file in another way. */
  async change(key: CellKey): Promise<void> {
    const cell = this.page.session.cell(key);
    const spec = cell && this.#specOf(cell);
    if (this.page.session.readOnly || !cell?.id || spec?.shape !== 'table') return;
    const source = await this.#source(spec.wanted.file);
    if (source) await this.#ask([source], { key, id: cell.id, wanted: spec.wanted });
  }

  /** Reads a changed file as the cells say, under its new fingerprint; a person is asked only where that cannot be. */
  async reimport(path: string): Promise<void> {
    for (const { key } of this.readersOf(path)) if (!(await this.#readAgain(key, path))) return;
    await this.page.files.accept(path);
  }

  /** @returns whether the file is read by then, or the cell that read it is gone */
  async #readAgain(key: CellKey, path: string): Promise<boolean> {
    const cell = this.page.session.cell(key);
    const spec = cell && this.#specOf(cell);
    if (!spec) return true;
    const source = await this.#source(path);
    if (!source) return false;
    if (spec.shape === 'table' && cell.id) {
      const dialog = await this.#dialogOf([source], { id: cell.id, wanted: spec.wanted });
      await dialog.look();
      const [again] = (await dialog.confirm()) ?? [];
      // A large file is looked at for a while: what the person wrote into the cell meanwhile holds.
      const now = this.page.session.cell(key);
      if (now?.text !== cell.text || now.id !== cell.id) return this.#readAgain(key, path);
      if (!again || dialog.current?.proposal?.misfits.rows) {
        void this.change(key);
        return false;
      }
      this.#write(key, again.text);
    }
    if (this.page.session.cell(key)) this.page.run(key);
    return true;
  }

  /** Files that are other than when they were given, and are read here. */
  get changed(): readonly ShelfFile[] {
    return this.page.files.list.filter(({ path, state }) => state === 'changed' && this.readersOf(path).length > 0);
  }

  async reimportAll(): Promise<void> {
    for (const { path } of this.changed) await this.reimport(path);
  }

  async keepOld(): Promise<void> {
    for (const { path } of this.changed) await this.page.files.accept(path);
  }

  /** A file that the browser no longer gives: the person chooses it again, and it takes the old one's place. */
  async giveAgain(path: string): Promise<void> {
    const [given] = await pickFiles();
    if (!given) return;
    await this.page.files.add([{ ...given, path }]);
    this.page.session.filesChanged();
  }

  /** The import cells that read a file, or something inside it. */
  readersOf(path: string): readonly Cell[] {
    return this.page.session.notebook.cells.filter(
      (cell) => cell.kind === 'import' && readsFile(this.#specOf(cell), path)
    );
  }

  #write(key: CellKey, text: string): void {
    this.page.session.apply({ type: 'edit', key, text, undo: 'now' }, { run: false });
  }

  #specOf(cell: Cell): ImportSpec | undefined {
    return parsed(this.page.registry.find('import') as AnyKind, cell) as ImportSpec | undefined;
  }

  async #source(path: string): Promise<SourceFile | undefined> {
    this.problem = undefined;
    try {
      for (let parts = path.split('/'); parts.length > 0; parts = parts.slice(0, -1)) {
        const source = await this.page.files.find(parts.join('/'));
        if (source) return source;
      }
    } catch (error) {
      this.problem = error;
    }
    return undefined;
  }

  async #dialogOf(sources: readonly SourceFile[], edited?: EditedCell): Promise<ImportDialogState> {
    const [{ ImportDialogState }] = await Promise.all([
      import('$lib/cells/import'),
      this.page.registry.ready?.(['import'])
    ]);
    return new ImportDialogState(sources, this.page.engines.data, this.page.cells.taken(), edited);
  }

  async #ask(sources: readonly SourceFile[], edited?: EditedCell & { key: CellKey }): Promise<void> {
    const dialog = await this.#dialogOf(sources, edited);
    this.dialog?.close();
    this.#editedKey = edited?.key;
    this.dialog = dialog;
    await this.dialog.look();
  }

  closeDialog(): void {
    this.dialog?.close();
    this.dialog = undefined;
  }

  /** Puts in the cells that read what was confirmed, runs them, and asks a first question of the first table. */
  read(imports: readonly NewCell[], firstTable: string | undefined): void {
    this.closeDialog();
    const edited = this.#editedKey && this.page.session.cell(this.#editedKey);
    if (edited) {
      this.#write(edited.key, imports[0]?.text ?? edited.text);
      this.page.run(edited.key);
      return void this.page.goTo(edited.key);
    }
    const { cells } = this.page.session.notebook;
    const added = imports.map(({ kind, id, text }) => newCell(kind, text, id));
    const empty = cells.every(
      (cell) => cell.kind === 'import' || cell.text.trim() === '' || cell.text.startsWith('# ')
    );
    if (empty && firstTable)
      added.push(newCell('sql', `select *\nfrom ${asWritten(firstTable)}`, this.page.cells.free('first_look')));
    this.page.session.apply({ ...insertAt(cells.length, added), undo: 'now' }, { run: false });
    this.page.session.run(
      added.map((cell) => cell.key),
      { byHand: true }
    );
    const last = added.at(-1);
    if (last) void this.page.goTo(last.key);
  }

  /** Takes a file out of the notebook, and the cells that read it. */
  async removeFile(path: string): Promise<void> {
    if (this.page.session.readOnly) return;
    const reading = this.readersOf(path);
    for (const given of await this.page.files.remove([path])) this.#removed.set(path, given);
    if (reading.length > 0)
      this.page.session.apply({ type: 'delete', keys: reading.map(({ key }) => key), undo: 'now' });
    this.page.session.filesChanged();
    if (reading.length > 0) return this.page.offer(words.removedFile(path));
    const run = () => void this.#restore([path]);
    toasts.show({ text: words.removedFile(path), action: { label: words.undo, run } });
  }

  /** Import cells that came back by undo read their files again, which may have gone with them. */
  async cellsReturned(before: ReadonlySet<CellKey>): Promise<void> {
    const returned = this.page.session.notebook.cells.filter(({ key, kind }) => kind === 'import' && !before.has(key));
    const specs = returned.map((cell) => ({ key: cell.key, spec: this.#specOf(cell) }));
    const needed = [...this.#removed.keys()].filter((path) => specs.some(({ spec }) => readsFile(spec, path)));
    if (needed.length > 0) await this.#restore(needed);
    const ready = this.page.files.list.filter(({ state }) => state === 'ready').map(({ path }) => path);
    const keys = specs.filter(({ spec }) => ready.some((path) => readsFile(spec, path))).map(({ key }) => key);
    if (keys.length > 0) this.page.session.run(keys, { byHand: true });
  }

  async #restore(paths: readonly string[]): Promise<void> {
    await this.page.files.add(paths.flatMap((path) => this.#removed.get(path) ?? []));
    for (const path of paths) this.#removed.delete(path);
    this.page.session.filesChanged();
  }
}
