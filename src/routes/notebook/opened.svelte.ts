import { fileName, saveFile } from '$lib/egress';
import { serializeNotebook } from '$lib/notebook/format/serialize';
import { readFront } from '$lib/notebook/format/front';
import { Autosave } from '$lib/notebook/store/autosave.svelte';
import type { NotebookStore } from '$lib/notebook/store/contract';
import { keepNew, type Opened } from '$lib/notebook/store/keep';
import type { Problem } from '$lib/notebook/format/problem';
import type { Notebook } from '$lib/notebook/model';
import { page as words } from '$lib/messages/page';

/** How a notebook is kept while it is open: saved as it changes, or only read, or nowhere. */
export class OpenedNotebook {
  readonly problems: readonly Problem[];
  readonly autosave: Autosave | undefined;
  readonly #unwatch: (() => void) | undefined;

  constructor(
    readonly first: Opened,
    readonly store: NotebookStore,
    private readonly kinds: readonly string[]
  ) {
    this.problems = first.problems;
    if (first.kept.damaged) return;
    this.autosave = new Autosave({ store, kept: first.kept, notebook: first.notebook, kinds });
    this.#unwatch = this.autosave.watch();
  }

  /** Whether it outlives this window. */
  get kept(): boolean {
    return this.store.refusal === undefined && this.autosave !== undefined;
  }

  get saving(): { state: 'saved' | 'saving' | 'failed'; at: number | undefined } {
    return { state: this.autosave?.state ?? 'saved', at: this.autosave?.savedAt };
  }

  /** The file as it stands, saved by the browser where it saves files. */
  download(notebook: Notebook = this.first.notebook): void {
    const title = readFront(notebook.front).front.title ?? words.untitled;
    const text = serializeNotebook(notebook, this.kinds);
    saveFile({ name: fileName(title, 'md'), content: new Blob([text], { type: 'text/markdown' }) });
  }

  /** A file that was not understood goes on as a copy of what was. @returns the copy's id */
  async saveCopy(): Promise<string> {
    const text = serializeNotebook(this.first.notebook, this.kinds);
    const copy = await keepNew(this.store, text, this.kinds, { trusted: this.first.kept.trusted });
    return copy.kept.id;
  }

  async close(): Promise<void> {
    this.#unwatch?.();
    await this.autosave?.compact();
  }
}
