import { goto } from '$app/navigation';
import { resolve } from '$app/paths';
import { parseNotebook } from '$lib/notebook/format/parse';
import { insertAt } from '$lib/notebook/edits';
import type { Notebook } from '$lib/notebook/model';
import { placeBack } from '$lib/notebook/store/bin-place';
import { outOfTrash } from '$lib/notebook/store/trash';
import type { BinnedCell, KeptVersion, VersionReason } from '$lib/notebook/store/contract';
import { readFront } from '$lib/notebook/format/front';
import { openStore } from '$lib/notebook/store/open-store';
import { keeping as words } from '$lib/messages/keeping';
import { page as pageWords } from '$lib/messages/page';
import { storage } from '$lib/messages/storage';
import { keepingFailures } from '$lib/messages/en/keeping';
import { toasts } from '$lib/ui/toasts.svelte';
import { failures } from '$workers/shared/errors';
import { keptNotebook } from '../addresses';
import { shipped } from './open-address';
import type { OpenedNotebook } from './opened.svelte';
import { PageDisk } from './page-disk.svelte';
import type { PageState } from './page-state.svelte';
import type { SidePanelName } from './side-panels';

const fail = failures(keepingFailures);

/** What the present is compared with: a version, the sample it is a copy of, the linked file as somebody else left it. */
export type Shown = KeptVersion | 'original' | 'disk';

/** What keeps a notebook from being lost, on the page: versions, Bin, original, and the panel that shows them. */
export class PageKeeping {
  /** The panel at the right that is open. */
  side = $state.raw<SidePanelName>();
  problem = $state.raw<unknown>();
  /** What the panel compares with the present; undefined: it lists. */
  shown = $state.raw<Shown>();
  /** The dialog that makes room is open. */
  freeing = $state(false);
  /** The site ships another text than the one this is a copy of. */
  originalChanged = $state.raw(false);
  readonly disk: PageDisk;
  #puttingBack: Promise<void> = Promise.resolve();

  constructor(
    private readonly page: PageState,
    readonly opened: OpenedNotebook
  ) {
    this.disk = new PageDisk(this, page);
    void this.#lookAtOriginal();
  }

  get origin(): { path: string; hash: string } | undefined {
    return (this.opened.autosave?.kept ?? this.opened.first.kept).origin;
  }

  toggle(side: SidePanelName): void {
    this.side = this.side === side ? undefined : side;
  }

  /** Shows what changed since a version, or since the sample was copied. */
  compare(version: Shown): void {
    this.shown = version;
    this.side = 'versions';
  }

  /** Into the Trash, and back to the gallery. */
  async toTrash(): Promise<void> {
    await this.doing(async () => {
      await this.opened.autosave?.compact();
      const { kept } = this.opened.first;
      await this.opened.autosave?.note({ deleted: Date.now() });
      await goto(resolve('/'));
      const title = readFront(this.page.session.notebook.front).front.title ?? pageWords.untitled;
      toasts.show({
        text: storage.movedToTrash(title),
        action: { label: words.undo, run: () => void backFromTrash(kept.id) }
      });
    });
  }

  /** Out of the Trash, and open for editing. */
  async outOfTrash(): Promise<void> {
    await this.doing(async () => {
      await outOfTrash(this.opened.store, this.opened.first.kept.id);
      location.reload();
    });
  }

  /** Writes everything down now, and keeps a version of it. */
  async save(name?: string): Promise<void> {
    await this.doing(async () => {
      const { autosave, versions } = this.opened;
      if (!autosave || this.page.session.readOnly) return;
      await autosave.compact();
      await versions.keep(this.page.session.notebook, 'saved', name === undefined ? {} : { name });
    });
  }

  /** Back to a version; what was there before is a version, too, and undo goes back as well. */
  async restore(version: KeptVersion): Promise<void> {
    await this.doing(async () => {
      const notebook = await this.opened.versions.notebookOf(version.id);
      if (!notebook) throw fail('version-gone');
      await this.replace(notebook, 'before-restore');
      await this.opened.versions.keep(this.page.session.notebook, 'restored');
      this.told(words.restored);
    });
  }

  /** Back to the sample as the site ships it. */
  async reset(): Promise<void> {
    const { origin } = this;
    if (!origin) return;
    await this.doing(async () => {
      const { text, origin: now } = await shipped(origin.path);
      await this.replace(this.read(text), 'before-reset');
      await this.opened.autosave?.note({ origin: now });
      this.originalChanged = false;
      this.told(words.wasReset);
    });
  }

  /** Puts a notebook's file in the place of this one. */
  async bringIn(file: File): Promise<void> {
    await this.doing(async () => {
      const { notebook, problems } = parseNotebook(await file.text(), this.#kinds());
      if (problems.length > 0) throw fail('file-not-understood', { count: problems.length, file: file.name });
      await this.replace(notebook, 'before-replace');
      this.told(words.replaced(file.name));
    });
  }

  /** The person has seen that the original is another one now, and keeps the copy. */
  async keepCopy(): Promise<void> {
    const { origin } = this;
    if (!origin) return;
    this.originalChanged = false;
    await this.opened.autosave?.note({ origin: (await shipped(origin.path)).origin });
  }

  /** Puts a deleted cell back where it stood; one after the other, for each moves the places of those that wait. */
  putBack(binned: BinnedCell): Promise<void> {
    this.#puttingBack = this.#puttingBack.then(() => this.doing(() => this.#putBack(binned)));
    return this.#puttingBack;
  }

  async #putBack({ key, cell }: BinnedCell): Promise<void> {
    const { store, first } = this.opened;
    const { session } = this.page;
    const here = new Set(session.notebook.cells.map((one) => one.key));
    const waiting = (await store.binned(first.kept.id)).filter((one) => !here.has(one.key));
    if (!waiting.some((one) => one.key === key)) return;
    const { index, shifted } = placeBack(waiting, key, session.notebook.cells.length);
    if (shifted.length > 0) await store.changeBin(first.kept.id, { into: shifted, outOf: [] });
    session.apply({ ...insertAt(index, [{ key, ...cell }]), undo: 'now' });
    void this.page.goTo(key);
  }

  /** Goes on as a notebook of its own. */
  async saveCopy(): Promise<void> {
    await this.doing(async () => {
      const id = await this.opened.saveCopy(this.page.session.notebook);
      location.hash = new URL(keptNotebook(id), location.href).hash;
    });
  }

  /** The whole document by another, as one step of undo. Cells that are the same keep their results. */
  async replace(notebook: Notebook, reason: VersionReason): Promise<void> {
    const { session } = this.page;
    const before = session.notebook;
    await this.opened.versions.keep(before, reason);
    const { matchCells } = await import('$lib/notebook/versions/diff');
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
      ({ text }) => this.read(text),
      () => undefined
    );
  }

  async #lookAtOriginal(): Promise<void> {
    const { origin } = this;
    if (!origin || this.opened.readOnly) return;
    const now = await shipped(origin.path).catch(() => undefined);
    this.originalChanged = now !== undefined && now.origin.hash !== origin.hash;
  }

  /** A text in our format as a notebook. */
  read(text: string): Notebook {
    return parseNotebook(text, this.#kinds()).notebook;
  }

  #kinds(): string[] {
    return this.page.registry.kinds.map((kind) => kind.name);
  }

  told(text: string): void {
    this.page.offer(text);
  }

  async doing(act: () => Promise<void>): Promise<void> {
    this.problem = undefined;
    try {
      await act();
    } catch (error) {
      this.problem = error;
    }
  }
}

/** The page it was moved from is gone by now: with a store of its own, back to the notebook. */
async function backFromTrash(id: string): Promise<void> {
  const store = await openStore();
  await outOfTrash(store, id);
  store.close();
  await goto(keptNotebook(id));
}
