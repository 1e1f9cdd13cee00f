/** n, sum and mean of what is selected in the table that was last used: the status bar shows it. */
export class SelectionSummary {
  #of: unknown;
  shown = $state.raw<{ n: number; sum: string; mean: number }>();

  show(of: unknown, summary: { n: number; sum: string; mean: number } | undefined): void {
    this.#of = of;
    this.shown = summary;
  }

  /** Only what this table has shown: another may have taken the place. */
  clear(of: unknown): void {
    if (this.#of === of) this.shown = undefined;
  }
}

export const selectionSummary = new SelectionSummary();
