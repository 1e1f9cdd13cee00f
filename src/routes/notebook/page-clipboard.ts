import type { Command } from '$lib/notebook/commands/command';
import { textAsCells } from '$lib/notebook/commands/clipboard';
import { isCirce } from '$lib/cells/cohort/circe/is-circe';
import { insertAt } from '$lib/notebook/edits';
import { copyOut } from '$lib/ui/clipboard-way';
import type { PageState } from './page-state.svelte';

/** Cells to and from the clipboard, as Markdown. */
export class PageClipboard {
  /** What was copied here last: reading the clipboard itself may ask for a permission. */
  #copied = '';
  /** The browser's own event at hand: it may write and read without asking. */
  #event: ClipboardEvent | undefined;

  constructor(private readonly page: PageState) {}

  /** Runs a command while the browser's event is at hand. */
  during(event: ClipboardEvent, command: Command, run: (command: Command) => void): void {
    this.#event = event;
    run(command);
    this.#event = undefined;
  }

  copy(text: string): void {
    this.#copied = text;
    void copyOut({ text, notebookCells: Math.max(1, this.page.selection.length) }, this.#event);
  }

  paste(): void {
    const text = this.#event?.clipboardData?.getData('text/plain');
    void this.#put(text ?? this.#copied);
  }

  async #put(text: string): Promise<void> {
    const { page } = this;
    if (text.trim() === '' || page.session.readOnly) return;
    if (isCirce(text)) return this.#putCirce(text);
    const { cells } = page.session.notebook;
    const last = cells.findLastIndex(({ key }) => page.selection.includes(key));
    const pasted = textAsCells(text, page.registry.kinds, page.cells.taken());
    page.session.apply({ ...insertAt(last < 0 ? cells.length : last + 1, pasted), undo: 'now' });
    await page.goToAll(pasted.map(({ key }) => key));
  }

  async #putCirce(text: string): Promise<void> {
    const { putCirce } = await import('./circe-cell');
    await putCirce(this.page, text).catch((error: unknown) => (this.page.data.problem = error));
  }
}
