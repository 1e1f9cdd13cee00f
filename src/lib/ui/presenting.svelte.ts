/**
 * Whether the notebook is shown to an audience. Individual rows and identifier-like values are then not drawn by
 * whatever draws them (tables, value cards), until the presenter lets them appear.
 */
export class Presenting {
  /** A presentation is on the screen. */
  on = $state(false);
  /** The presenter asked for the rows. Forgotten when the presentation ends. */
  rowsShown = $state(false);
  /** What tables ask: draw no row, no single value. */
  readonly hidesRows = $derived(this.on && !this.rowsShown);

  start(): void {
    this.rowsShown = false;
    this.on = true;
  }

  stop(): void {
    this.on = false;
    this.rowsShown = false;
  }
}

export const presenting = new Presenting();
