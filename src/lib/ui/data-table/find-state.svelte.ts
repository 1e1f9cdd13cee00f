import type { Progress } from '$workers/shared/job';
import type { TableView } from '$workers/shared/table-view';
import type { WholeTable } from './source';

interface Wanted {
  /** The row that has the focus. */
  from: number;
  backward: boolean;
  columns: readonly string[];
}

interface Counting {
  key: string;
  whole: WholeTable;
  control: AbortController;
}

/**
 * Looks for a text in all rows of the view, forwards and backwards. The nearest row is shown at once; in a long table
 * all that hold the text are counted behind it.
 */
export class FindState {
  open = $state(false);
  text = $state('');
  busy = $state(false);
  progress = $state.raw<Progress>();
  error = $state.raw<unknown>();
  /** Rows that hold the text, and which of them is shown, from 0; undefined before they were counted. */
  result = $state.raw<{ of: string; rows: number; place: number | undefined }>();
  /** The text and the row that were shown last. */
  #shown: { of: string; row: number } | undefined;
  #control: AbortController | undefined;
  #counting: Counting | undefined;

  close(): void {
    this.stop();
    this.open = false;
    this.result = undefined;
    this.#shown = undefined;
  }

  stop(): void {
    this.#control?.abort();
    this.#counting?.control.abort();
    this.#counting = undefined;
    this.busy = false;
  }

  /** @returns the row to show */
  async step(whole: WholeTable, view: TableView, wanted: Wanted): Promise<number | undefined> {
    const { text } = this;
    if (text === '') return undefined;
    const { from, backward, columns } = wanted;
    const key = JSON.stringify([text, view.orderBy, view.filters, columns]);
    this.#control?.abort();
    if (!this.#isCounting(whole, key)) this.#counting?.control.abort();
    const control = (this.#control = new AbortController());
    // The row in hand counts for a new text, not for the next hit of the same.
    const begin = this.#shown?.of === text ? from + (backward ? -1 : 1) : from;
    this.busy = true;
    this.error = undefined;
    this.progress = undefined;
    try {
      const found = await whole.find(view, { text, from: begin, backward, columns, nearest: true }, this.#job(control));
      if (control.signal.aborted) return undefined;
      this.#shown = { of: text, row: found.row ?? from };
      if (found.rows === undefined) void this.#count(whole, view, { key, text, columns });
      else this.result = { of: text, rows: found.rows, place: found.place };
      return found.row;
    } catch (error) {
      if (!control.signal.aborted) this.error = error;
      return undefined;
    } finally {
      if (this.#control === control) this.busy = this.#counting !== undefined;
    }
  }

  /** Counts on while somebody goes from row to row: what is counted is the same for all. */
  async #count(
    whole: WholeTable,
    view: TableView,
    { key, text, columns }: { key: string; text: string; columns: readonly string[] }
  ): Promise<void> {
    if (this.#isCounting(whole, key)) return;
    const counting = (this.#counting = { key, whole, control: new AbortController() });
    const { signal } = counting.control;
    try {
      const at = () => ({ text, from: this.#shown?.row ?? 0, backward: false, columns });
      await whole.find(view, at(), this.#job(counting.control));
      // Another row may be shown by now.
      const found = await whole.find(view, at(), { signal });
      if (!signal.aborted && found.rows !== undefined) this.result = { of: text, rows: found.rows, place: found.place };
    } catch (error) {
      if (!signal.aborted) this.error = error;
    } finally {
      if (this.#counting === counting) {
        this.#counting = undefined;
        this.busy = false;
      }
    }
  }

  #isCounting(whole: WholeTable, key: string): boolean {
    return this.#counting?.key === key && this.#counting.whole === whole && !this.#counting.control.signal.aborted;
  }

  #job({ signal }: AbortController) {
    return { signal, progress: (progress: Progress) => (this.progress = progress) };
  }
}
