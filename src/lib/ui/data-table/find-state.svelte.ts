import type { Progress } from '$workers/shared/job';
import type { TableView } from '$workers/shared/table-view';
import type { WholeTable } from './source';

/** Looks for a text in all rows of the view, forwards and backwards. */
export class FindState {
  open = $state(false);
  text = $state('');
  busy = $state(false);
  progress = $state.raw<Progress>();
  error = $state.raw<unknown>();
  /** Rows that hold the text, and which of them is shown, from 0; undefined before anybody asked. */
  result = $state.raw<{ of: string; rows: number; place: number | undefined }>();
  #control: AbortController | undefined;

  close(): void {
    this.stop();
    this.open = false;
    this.result = undefined;
  }

  stop(): void {
    this.#control?.abort();
    this.busy = false;
  }

  /**
   * @param from the row that has the focus
   * @returns the row to show
   */
  async step(
    whole: WholeTable,
    view: TableView,
    { from, backward, columns }: { from: number; backward: boolean; columns: readonly string[] }
  ): Promise<number | undefined> {
    const { text } = this;
    if (text === '') return undefined;
    this.#control?.abort();
    const control = (this.#control = new AbortController());
    // The row in hand counts for a new text, not for the next hit of the same.
    const same = this.result?.of === text && this.result.place !== undefined;
    const begin = same ? from + (backward ? -1 : 1) : from;
    this.busy = true;
    this.error = undefined;
    this.progress = undefined;
    try {
      const found = await whole.find(
        view,
        { text, from: begin, backward, columns },
        { signal: control.signal, progress: (progress) => (this.progress = progress) }
      );
      if (control.signal.aborted) return undefined;
      this.result = { of: text, rows: found.rows, place: found.place };
      return found.row;
    } catch (error) {
      if (!control.signal.aborted) this.error = error;
      return undefined;
    } finally {
      if (this.#control === control) this.busy = false;
    }
  }
}
