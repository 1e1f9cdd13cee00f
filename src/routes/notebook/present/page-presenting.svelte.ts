import { tick } from 'svelte';
import type { CellKey } from '$lib/notebook/model';
import { presenting } from '$lib/ui/presenting.svelte';
import { toasts } from '$lib/ui/toasts.svelte';
import type { PageState } from '../page-state.svelte';

/** The notebook before an audience, on the page: begun at a cell, ended at one. */
export class PagePresenting {
  /** The cell that was selected when it began. */
  from = $state.raw<CellKey>();

  constructor(private readonly page: PageState) {}

  get on(): boolean {
    return presenting.on;
  }

  start(): void {
    const { page } = this;
    this.from = page.current;
    page.editing = undefined;
    toasts.dismiss();
    presenting.start();
  }

  /** Back to the notebook, at a cell. */
  async stop(at: CellKey | undefined): Promise<void> {
    presenting.stop();
    await tick();
    const key = at && this.page.session.cell(at) ? at : this.from;
    if (key) await this.page.goTo(key);
  }
}
