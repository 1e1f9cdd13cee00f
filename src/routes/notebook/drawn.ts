import { AppError } from '$workers/shared/errors';
import type { PageState } from './page-state.svelte';

const patienceMs = 15_000;

/** Waits until every chart that has a result stands on the page or says why not. One that does not come is an error. */
export async function drawn(page: PageState): Promise<void> {
  const end = performance.now() + patienceMs;
  for (;;) {
    const missing = page.session.notebook.cells.filter(
      (cell) => cell.kind === 'chart' && page.session.state(cell.key)?.result === 'fresh' && !standing(cell.key)
    );
    if (missing.length === 0) return;
    if (performance.now() > end) {
      for (const { key } of missing) {
        const error = new AppError(
          'chart-not-drawn',
          'This chart was computed but not drawn.',
          'Look at it in the page.'
        );
        page.session.failDrawing(key, error);
      }
      return;
    }
    // Not by frames: a hidden tab gets none.
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function standing(key: string): boolean {
  return document.querySelector(`[data-key="${CSS.escape(key)}"] .output :is(svg[role="img"], table)`) !== null;
}
