import { codeOf, type CodeCell } from '$lib/notebook/trust/code';
import type { NotebookDiff } from '$lib/notebook/versions/diff';
import type { PageState } from '../page-state.svelte';

/** Code that was allowed before, beside what has come now. */
export interface Compared {
  at: number;
  diff: NotebookDiff;
}

/** Code of a notebook that came from elsewhere: it waits for one informed click. */
export class PageTrust {
  open = $state(false);
  readonly #page: PageState;

  constructor(page: PageState) {
    this.#page = page;
  }

  /** What would run. Empty where nothing waits for consent. */
  readonly waiting: readonly CodeCell[] = $derived.by(() => {
    const { session, registry } = this.#page;
    if (session.trusted || session.readOnly) return [];
    return codeOf(session.notebook, registry).filter(({ kind }) => registry.find(kind));
  });

  /** The code that was allowed last under this title; undefined where there is none. */
  async before(): Promise<Compared | undefined> {
    const { session, keeping, registry } = this.#page;
    const [{ notebookDiff }, { codeCellsOf, codeNotebook, trustedBefore }] = await Promise.all([
      import('$lib/notebook/versions/diff'),
      import('$lib/notebook/trust')
    ]);
    const known = await trustedBefore(keeping.opened.store, session.notebook);
    if (!known) return undefined;
    const before = codeNotebook(codeCellsOf(known.code));
    return { at: known.at, diff: notebookDiff(before, codeNotebook(codeOf(session.notebook, registry))) };
  }

  /** The person read it: it runs from now on, and the same code from elsewhere needs not be read again. */
  async allow(): Promise<void> {
    const { session, keeping, registry } = this.#page;
    const { opened } = keeping;
    this.open = false;
    const { allowed } = await import('$lib/notebook/trust');
    const entry = allowed(session.notebook, registry);
    session.allowCode();
    await Promise.all([opened.autosave?.note({ trusted: true }), opened.store.trustCode(entry)]);
  }
}
