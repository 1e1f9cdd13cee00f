import type { Progress } from '$workers/shared/job';
import type { TableView } from '$workers/shared/table-view';
import type { TableSource } from './source';

const firstRows = 200;

/**
 * The source as it is filtered and sorted. What was shown stays until the new first rows are there, so that nothing
 * blinks; a newer wish takes the place of one that is still worked on.
 */
export class Arranged {
  #shown = $state.raw<{ of: TableSource; source: TableSource }>();
  busy = $state(false);
  progress = $state.raw<Progress>();
  error = $state.raw<unknown>();
  /** What is shown now. */
  view = $state.raw<TableView>({});
  #control: AbortController | undefined;

  /** Of an older source nothing is shown. */
  sourceFor(source: TableSource): TableSource {
    return this.#shown?.of === source ? this.#shown.source : source;
  }

  isPlain(): boolean {
    return !this.view.orderBy?.length && !this.view.filters?.length;
  }

  /** Call when the source or the wish changes. @returns that the wish is withdrawn */
  follow(source: TableSource, view: TableView, told: (rows: number) => void): () => void {
    const { whole } = source;
    this.error = undefined;
    if (!whole || (!view.orderBy?.length && !view.filters?.length)) {
      this.#shown = { of: source, source };
      this.view = {};
      this.busy = false;
      return () => undefined;
    }
    const control = (this.#control = new AbortController());
    const { signal } = control;
    this.busy = true;
    void (async () => {
      try {
        const rows = await whole.count(view, { signal });
        const first = await whole.page(view, 0, firstRows, { signal });
        if (signal.aborted) return;
        const page = (offset: number, limit: number) => whole.page(view, offset, limit);
        this.#shown = { of: source, source: { ...source, rows, first, page, sample: source.sample ?? source.first } };
        this.view = view;
        told(rows);
      } catch (error) {
        if (!signal.aborted) this.error = error;
      } finally {
        if (this.#control === control) this.busy = false;
      }
    })();
    return () => control.abort();
  }

  stop(): void {
    this.#control?.abort();
    this.busy = false;
  }
}
