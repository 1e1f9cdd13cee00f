import { tick } from 'svelte';
import type { CellKey } from '$lib/notebook/model';
import { presenting } from '$lib/ui/presenting.svelte';
import { settings } from '$lib/ui/settings.svelte';
import { toasts } from '$lib/ui/toasts.svelte';
import type { PageState } from '../page-state.svelte';
import { slideAction } from './slide-keys';

/** The notebook before an audience, on the page: begun at a cell, ended at one. */
export class PagePresenting {
  /** The cell that was selected when it began. */
  from = $state.raw<CellKey>();
  /** What the slides do with a key, once they are there. */
  #press: ((event: KeyboardEvent) => void) | undefined;
  /** Pressed while they were on their way. */
  #ahead: KeyboardEvent[] = [];

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

  /** The slides are there: they get every key, those pressed before first. @returns what ends it */
  attend(press: (event: KeyboardEvent) => void): () => void {
    this.#press = press;
    // Pressed again: what kept them has prevented what they would have done.
    for (const event of this.#ahead.splice(0)) if (this.on) press(new KeyboardEvent(event.type, event));
    return () => {
      this.#press = undefined;
      this.#ahead = [];
    };
  }

  press(event: KeyboardEvent): void {
    if (this.#press) return this.#press(event);
    if (!slideAction(event, { singleKeys: settings.singleKeys })) return;
    event.preventDefault();
    this.#ahead.push(event);
  }

  /** Back to the notebook, at a cell. */
  async stop(at: CellKey | undefined): Promise<void> {
    presenting.stop();
    await tick();
    const key = at && this.page.session.cell(at) ? at : this.from;
    if (key) await this.page.goTo(key);
  }
}
