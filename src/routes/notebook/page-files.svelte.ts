import { ImportDialogState, readsFile, type NewCell } from '$lib/cells/import';
import { asWritten } from '$lib/cells/sql';
import { insertAt, newCell } from '$lib/notebook/edits';
import type { AnyKind } from '$lib/notebook/kind';
import type { GivenFile } from '$lib/ui/files/given-file';
import { toasts } from '$lib/ui/toasts.svelte';
import { page as words } from '$lib/messages/page';
import { handOver, isNotebookFile } from '../handoff';
import type { PageState } from './page-state.svelte';
import { parsed } from './parsed';

/** Files given to the notebook: the dialog that asks how to read them, what was read, and what is taken out again. */
export class PageFiles {
  dialog = $state.raw<ImportDialogState>();
  problem = $state.raw<unknown>();
  /** Files taken out in this sitting: undo brings them back with their cells. */
  #removed = new Map<string, GivenFile>();

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
      await this.page.files.add(given);
      this.page.session.filesChanged();
      const sources = given.map(({ path, file }) => ({ path, file }));
      this.dialog?.close();
      this.dialog = new ImportDialogState(sources, this.page.engines.data, this.page.cells.taken());
      await this.dialog.look();
    } catch (error) {
      this.problem = error;
    }
  }

  closeDialog(): void {
    this.dialog?.close();
    this.dialog = undefined;
  }

  /** Puts in the cells that read what was confirmed, runs them, and asks a first question of the first table. */
  read(imports: readonly NewCell[], firstTable: string | undefined): void {
    this.closeDialog();
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
    const reading = this.page.session.notebook.cells.filter(
      (cell) => cell.kind === 'import' && readsFile(parsed(this.page.registry.find('import') as AnyKind, cell), path)
    );
    for (const given of await this.page.files.remove([path])) this.#removed.set(path, given);
    if (reading.length > 0)
      this.page.session.apply({ type: 'delete', keys: reading.map(({ key }) => key), undo: 'now' });
    this.page.session.filesChanged();
    const run = reading.length > 0 ? () => this.page.undo() : () => void this.#restore([path]);
    toasts.show({ text: words.removedFile(path), action: { label: words.undo, run } });
  }

  /** A cell that came back by undo needs the file that went with it. */
  async cellsReturned(): Promise<void> {
    const kind = this.page.registry.find('import');
    if (!kind || this.#removed.size === 0) return;
    const specs = this.page.session.notebook.cells
      .filter((cell) => cell.kind === 'import')
      .map((cell) => ({ key: cell.key, spec: parsed(kind, cell) }));
    const needed = [...this.#removed.keys()].filter((path) => specs.some(({ spec }) => readsFile(spec, path)));
    if (needed.length === 0) return;
    await this.#restore(needed);
    this.page.session.run(
      specs.filter(({ spec }) => needed.some((path) => readsFile(spec, path))).map(({ key }) => key),
      { byHand: true }
    );
  }

  async #restore(paths: readonly string[]): Promise<void> {
    await this.page.files.add(paths.flatMap((path) => this.#removed.get(path) ?? []));
    for (const path of paths) this.#removed.delete(path);
    this.page.session.filesChanged();
  }
}
