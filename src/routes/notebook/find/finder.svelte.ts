import { tick } from 'svelte';
import { findText, replaceText, stepHit, type TextHit } from '$lib/notebook/find';
import { markRanges, rangesOf, unmarkRanges } from '$lib/ui/highlight-text';
import type { PageState } from '../page-state.svelte';

/** What is looked for in the notebook, and where one is. */
export class Finder {
  query = $state('');
  by = $state('');
  exact = $state(false);
  /** Index of the hit one looks at. */
  at = $state(-1);
  readonly hits: readonly TextHit[] = $derived.by(() =>
    findText(this.page.session.notebook, this.query, { exact: this.exact })
  );

  constructor(private readonly page: PageState) {}

  /** The first hit from the selected cell on. */
  async begin(): Promise<void> {
    const order = this.page.session.notebook.cells.map(({ key }) => key);
    const from = order.indexOf(this.page.active ?? order[0] ?? ('' as never));
    this.at = this.hits.findIndex(({ key }) => order.indexOf(key) >= from);
    if (this.at < 0 && this.hits.length > 0) this.at = 0;
    await this.#show();
  }

  async step(step: 1 | -1): Promise<void> {
    this.at = stepHit(this.hits.length, this.at, step);
    await this.#show();
  }

  async replace(): Promise<void> {
    const hit = this.hits[this.at];
    if (!hit) return this.begin();
    this.page.session.apply({ ...replaceText(this.page.session.notebook, [hit], this.by), undo: 'now' });
    // What follows has moved up into its place.
    this.at = this.hits.length === 0 ? -1 : Math.min(this.at, this.hits.length - 1);
    await this.#show();
  }

  replaceAll(): void {
    if (this.hits.length === 0) return;
    this.page.session.apply({ ...replaceText(this.page.session.notebook, this.hits, this.by), undo: 'now' });
    this.at = -1;
    unmarkRanges();
  }

  close(): void {
    unmarkRanges();
    this.page.revealed = undefined;
  }

  /** Brings the hit to the eye: its cell unfolded and on the screen, the words marked. The focus stays in the field. */
  async #show(): Promise<void> {
    const hit = this.hits[this.at];
    this.page.revealed = hit?.key;
    if (!hit) return unmarkRanges();
    this.page.select(hit.key);
    const cell = this.page.session.cell(hit.key);
    const kind = cell && this.page.registry.find(cell.kind);
    if (kind?.language === 'yaml') this.page.setView(hit.key, 'text');
    await tick();
    const place = document.querySelector(`[data-key="${CSS.escape(hit.key)}"]`);
    place?.scrollIntoView({ block: 'nearest' });
    // What was far from the window is drawn only now.
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const text = place?.querySelector('.code-editor') ?? place?.querySelector('.output');
    if (!text) return unmarkRanges();
    const ranges = rangesOf(text, this.query, { exact: this.exact });
    const here = ranges[hit.nth];
    markRanges(ranges, here);
    here?.startContainer.parentElement?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
}
