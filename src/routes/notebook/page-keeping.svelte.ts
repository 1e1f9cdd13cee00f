import { goto } from '$app/navigation';
import { resolve } from '$app/paths';
import { parseNotebook } from '$lib/notebook/format/parse';
import { insertAt } from '$lib/notebook/edits';
import type { Cell, Notebook } from '$lib/notebook/model';
import type { BinnedCell, KeptVersion, VersionReason } from '$lib/notebook/store/contract';
import { matchCells } from '$lib/notebook/versions/diff';
import { keeping as words } from '$lib/messages/keeping';
import { keepingFailures } from '$lib/messages/en/keeping';
import { toasts } from '$lib/ui/toasts.svelte';
import { failures } from '$workers/shared/errors';
import { keptNotebook } from '../addresses';
import { shipped } from './open-address';
import type { OpenedNotebook } from './opened.svelte';
import type { PageState } from './page-state.svelte';
import type { SidePanelName } from './side-panels';

const fail = failures(keepingFailures);

/** What keeps a notebook from being lost, on the page: versions, Bin, original, and the panel that shows them. */
export class PageKeeping {
  /** The panel at the right that is open. */
  side = $state.raw<SidePanelName>();
  problem = $state.raw<unknown>();
  /** What the panel compares with the present; undefined: it lists. */
  shown = $state.raw<KeptVersion | 'original'>();
  /** The dialog that makes room is open. */
  freeing = $state(false);
  /** The site ships another text than the one this is a copy of. */
  originalChanged = $state.raw(false);

  constructor(
    private readonly page: PageState,
    readonly opened: OpenedNotebook
  ) {
    void this.#lookAtOriginal();
  }

  get origin(): { path: string; hash: string } | undefined {
    return (this.opened.autosave?.kept ?? this.opened.first.kept).origin;
  }

  toggle(side: SidePanelName): void {
    this.side = this.side === side ? undefined : side;
  }

  /** Shows what changed since a version, or since the sample was copied. */
  compare(version: KeptVersion | 'original'): void {
    this.shown = version;
    this.side = 'versions';
  }

  /** Into the Trash, and back to the gallery. */
  async toTrash(): Promise<void> {
    await this.#doing(async () => {
      await this.opened.autosave?.compact();
      await this.opened.autosave?.note({ deleted: Date.now() });
      await goto(resolve('/'));
    });
  }

  /** Out of the Trash, and open for editing. */
  async outOfTrash(): Promise<void> {
    await this.#doing(async () => {
      await this.opened.store.note(this.opened.first.kept.id, { deleted: undefined });
      location.reload();
    });
  }

  /** Writes everything down now, and keeps a version of it. */
  async save(name?: string): Promise<void> {
    await this.#doing(async () => {
      const { autosave, versions } = this.opened;
      if (!autosave || this.page.session.readOnly) return;
      await autosave.compact();
      await versions.keep(this.page.session.notebook, 'saved', name === undefined ? {} : { name });
    });
  }

  /** Back to a version; what was there before is a version, too, and undo goes back as well. */
  async restore(version: KeptVersion): Promise<void> {
    await this.#doing(async () => {
      const notebook = await this.opened.versions.notebookOf(version.id);
      if (!notebook) throw fail('version-gone');
      await this.replace(notebook, 'before-restore');
      await this.opened.versions.keep(this.page.session.notebook, 'restored');
      this.#told(words.restored);
    });
  }

  /** Back to the sample as the site ships it. */
  async reset(): Promise<void> {
    const { origin } = this;
    if (!origin) return;
    await this.#doing(async () => {
      const { text, origin: now } = await shipped(origin.path);
      await this.replace(this.#read(text), 'before-reset');
      await this.opened.autosave?.note({ origin: now });
      this.originalChanged = false;
      this.#told(words.wasReset);
    });
  }

  /** Puts a notebook's file in the place of this one. */
  async bringIn(file: File): Promise<void> {
    await this.#doing(async () => {
      const { notebook, problems } = parseNotebook(await file.text(), this.#kinds());
      if (problems.length > 0) throw fail('file-not-understood', { count: problems.length, file: file.name });
      await this.replace(notebook, 'before-replace');
      this.#told(words.replaced(file.name));
    });
  }

  /** The person has seen that the original is another one now, and keeps the copy. */
  async keepCopy(): Promise<void> {
    const { origin } = this;
    if (!origin) return;
    this.originalChanged = false;
    await this.opened.autosave?.note({ origin: (await shipped(origin.path)).origin });
  }

  /** Puts a deleted cell back where it stood. */
  putBack({ key, index, cell }: BinnedCell): void {
    const { cells } = this.page.session.notebook;
    const back: Cell = { key, ...cell };
    this.page.session.apply({ ...insertAt(Math.min(index, cells.length), [back]), undo: 'now' });
    void this.page.goTo(key);
  }

  /** Goes on as a notebook of its own. */
  async saveCopy(): Promise<void> {
    await this.#doing(async () => {
      const id = await this.opened.saveCopy(this.page.session.notebook);
      location.hash = new URL(keptNotebook(id), location.href).hash;
    });
  }

  /** The whole document by another, as one step of undo. Cells that are the same keep their results. */
  async replace(notebook: Notebook, reason: VersionReason): Promise<void> {
    const { session } = this.page;
    const before = session.notebook;
    await this.opened.versions.keep(before, reason);
    const pairs = new Map(matchCells(before.cells, notebook.cells).map(([a, b]) => [b, before.cells[a]]));
    const cells = notebook.cells.map((cell, place) => ({ ...cell, key: pairs.get(place)?.key ?? cell.key }));
    this.page.editing = undefined;
    session.apply({ type: 'replace', notebook: { front: notebook.front, cells }, undo: 'now' });
  }

  /** The sample's text as it is shipped now; undefined where it is no longer. */
  async original(): Promise<Notebook | undefined> {
    const { origin } = this;
    if (!origin) return undefined;
    return shipped(origin.path).then(
      ({ text }) => this.#read(text),
      () => undefined
    );
  }

  async #lookAtOriginal(): Promise<void> {
    const { origin } = this;
    if (!origin || this.opened.readOnly) return;
    const now = await shipped(origin.path).catch(() => undefined);
    this.originalChanged = now !== undefined && now.origin.hash !== origin.hash;
  }

  #read(text: string): Notebook {
    return parseNotebook(text, this.#kinds()).notebook;
  }

  #kinds(): string[] {
    return this.page.registry.kinds.map((kind) => kind.name);
  }

  #told(text: string): void {
    toasts.show({ text, action: { label: words.undo, run: () => this.page.undo() } });
  }

  async #doing(act: () => Promise<void>): Promise<void> {
    this.problem = undefined;
    try {
      await act();
    } catch (error) {
      this.problem = error;
    }
  }
}
