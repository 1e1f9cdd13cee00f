import { fileName, letOut } from '$lib/egress';
import { serializeNotebook } from '$lib/notebook/format/serialize';
import { readFront } from '$lib/notebook/format/front';
import { Autosave } from '$lib/notebook/store/autosave.svelte';
import type { NotebookStore } from '$lib/notebook/store/contract';
import { keepNew, type Opened } from '$lib/notebook/store/keep';
import { lasting } from '$lib/notebook/store/lasting.svelte';
import type { Tenancy } from '$lib/notebook/store/tenancy.svelte';
import type { Edit } from '$lib/notebook/change';
import { reasonBefore } from '$lib/notebook/versions/reason-before';
import type { Versions } from '$lib/notebook/versions/versions.svelte';
import type { DiskLink } from '$lib/notebook/disk';
import type { Problem } from '$lib/notebook/format/problem';
import type { CellKey, Notebook } from '$lib/notebook/model';
import type { Keeper } from '$lib/notebook/session/options';
import { page as words } from '$lib/messages/page';

/** Why a notebook can only be read. */
export type ReadOnly = 'damaged' | 'elsewhere' | 'trashed' | 'original';

interface Parts {
  first: Opened;
  store: NotebookStore;
  kinds: readonly string[];
  versions: Versions;
  /** Absent where no other tab can have it: the store is this window's own. */
  tenancy?: Tenancy | undefined;
  /** The sample as the site ships it. */
  original?: boolean;
}

/** How a notebook is kept while it is open: saved as it changes, or only read, or nowhere. */
export class OpenedNotebook implements Keeper {
  readonly problems: readonly Problem[];
  readonly autosave: Autosave | undefined;
  readonly store: NotebookStore;
  readonly versions: Versions;
  readonly tenancy: Tenancy | undefined;
  readonly first: Opened;
  /** Changes that came with the Bin: what it holds is to be read again. */
  binTurn = $state.raw(0);
  #follower: DiskLink | undefined;
  #taken = $state.raw(false);
  /** Changed since it was last saved as a file. */
  #touched = $state.raw(false);
  readonly #original: boolean;
  readonly #kinds: readonly string[];
  readonly #unwatch: (() => void) | undefined;

  readonly readOnly: ReadOnly | undefined = $derived.by(() => {
    if (this.first.kept.damaged) return 'damaged';
    if (this.#original) return 'original';
    if (this.first.kept.deleted !== undefined) return 'trashed';
    return this.#taken || this.tenancy?.owns === false ? 'elsewhere' : undefined;
  });

  constructor({ first, store, kinds, versions, tenancy, original = false }: Parts) {
    this.first = first;
    this.store = store;
    this.versions = versions;
    this.tenancy = tenancy;
    this.problems = first.problems;
    this.#kinds = kinds;
    this.#original = original;
    if (this.readOnly) return;
    const { kept, notebook } = first;
    this.autosave = new Autosave({ store, kept, notebook, kinds, ontaken: () => (this.#taken = true) });
    this.#unwatch = this.autosave.watch();
  }

  /** Whether it outlives this window. */
  get kept(): boolean {
    return this.store.refusal === undefined && this.autosave !== undefined;
  }

  /** The last changes could not be kept; where there is no store they live as long as the window. */
  get isUnsaved(): boolean {
    return this.autosave?.state === 'failed' && this.readOnly === undefined && this.#touched;
  }

  /** Changes lie in this window alone, and nobody has saved them as a file since. */
  get endangered(): boolean {
    if (!this.autosave || this.readOnly === 'original') return false;
    return (this.autosave.state === 'failed' || this.store.refusal !== undefined) && this.#touched;
  }

  get saving(): { state: 'saved' | 'saving' | 'failed'; at: number | undefined } {
    return { state: this.autosave?.state ?? 'saved', at: this.autosave?.savedAt };
  }

  changed(notebook: Notebook, texts: readonly CellKey[] | undefined): void {
    this.#touched = true;
    this.autosave?.changed(notebook, texts);
    this.#follower?.changed();
    if (!texts) this.binTurn++;
    // The browser may ask the person: only once there is something to keep.
    if (this.kept) lasting.ask();
  }

  changing(before: Notebook, change: Edit): void {
    const reason = this.autosave && reasonBefore(change);
    if (reason) this.versions.keep(before, reason).catch(() => {});
  }

  /** A file on disk goes along with each change. */
  follow(link: DiskLink): void {
    this.#follower?.end();
    this.#follower = link;
  }

  ran(notebook: Notebook, how: { byHand: boolean }): void {
    if (this.autosave && !this.readOnly) this.versions.ran(notebook, how);
  }

  /** The file as it stands, by the gate. A damaged one as it came. */
  async download(notebook: Notebook = this.first.notebook): Promise<void> {
    const { damaged, id } = this.first.kept;
    const title = readFront(notebook.front).front.title ?? words.untitled;
    const asItCame = damaged ? (await this.store.read(id))?.text : undefined;
    const text = asItCame ?? serializeNotebook(notebook, this.#kinds);
    const name = fileName(title, 'md');
    const left = await letOut({
      kind: 'notebook',
      name,
      content: new Blob([text], { type: 'text/markdown' }),
      what: (await import('$lib/messages/egress')).gate.kinds.notebook(title, 'Markdown'),
      notebook: title,
      texts: [{ name, text }]
    });
    if (left) this.#touched = false;
  }

  /** Goes on as a copy: of a file that was not understood what was, of one that another tab has what is shown. */
  async saveCopy(notebook: Notebook = this.first.notebook): Promise<string> {
    const text = serializeNotebook(notebook, this.#kinds);
    const copy = await keepNew(this.store, text, this.#kinds, { trusted: this.first.kept.trusted });
    return copy.kept.id;
  }

  /** Another tab asked for the notebook: everything is written down, then nothing more. */
  async handOver(notebook: Notebook): Promise<void> {
    const { autosave } = this;
    if (!autosave) return;
    await autosave.compact();
    if (autosave.state !== 'failed') await this.versions.keep(notebook, 'before-take-over').catch(() => {});
    autosave.end();
    this.#follower?.end();
  }

  async close(): Promise<void> {
    this.#unwatch?.();
    await this.autosave?.compact();
    await this.#follower?.flush();
    this.#follower?.end();
    this.autosave?.end();
  }
}
