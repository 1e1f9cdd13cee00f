import { getContext, setContext } from 'svelte';

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

const groupsKey = Symbol('groups');

/** Says of everything that is drawn below whether its rows are groups of persons: then they are no individual rows. */
export function rowsAreGroups(areGroups: () => boolean): void {
  setContext(groupsKey, areGroups);
}

/** Whether rows are not to be drawn in this place. To be called where a component begins. */
export function rowsHiddenHere(): () => boolean {
  const areGroups = getContext<(() => boolean) | undefined>(groupsKey);
  return () => presenting.hidesRows && areGroups?.() !== true;
}
