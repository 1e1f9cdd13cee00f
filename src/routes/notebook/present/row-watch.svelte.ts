import type { CellKey } from '$lib/notebook/model';
import type { PageState } from '../page-state.svelte';

/** What of a cell's output may be shown to an audience. Until that is known, nothing of it. */
export class RowWatch {
  /** Undefined while nobody knows. */
  individual = $state.raw<boolean>();
  /** How many rows its table has. */
  rows = $state.raw<number>();

  constructor(
    private readonly page: PageState,
    private readonly key: CellKey
  ) {}

  /** Looks again: the output is another. @returns ends the look */
  look(): () => void {
    const aborter = new AbortController();
    this.individual = undefined;
    void this.#look(aborter.signal);
    return () => aborter.abort();
  }

  async #look(signal: AbortSignal): Promise<void> {
    const { session, registry, engines } = this.page;
    const cell = session.cell(this.key);
    if (!cell) return;
    try {
      const { reportedOf } = await import('$lib/notebook/report');
      const reported = await reportedOf({ session, registry, engines, most: 1, signal }, cell);
      if (signal.aborted) return;
      const table = reported?.blocks.find((block) => block.type === 'table');
      this.rows = table?.of;
      // A kind that says nothing of itself is taken for one that shows rows.
      this.individual = reported?.individual ?? true;
    } catch {
      if (!signal.aborted) this.individual = true;
    }
  }
}
