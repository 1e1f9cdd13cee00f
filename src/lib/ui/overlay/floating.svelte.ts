import { tick } from 'svelte';
import { standBy } from './place-popover';

/** A panel that floats beside its anchor until a click outside, Esc or its own wish closes it; the focus then returns. */
export class Floating {
  open = $state(false);

  /** The panel is in the page only while `open`; both are asked for when they are needed. */
  constructor(
    private readonly anchor: () => HTMLElement | null | undefined,
    private readonly panel: () => HTMLElement | undefined
  ) {}

  /** @returns the panel, shown and placed; undefined if there is none after all */
  async show(align: 'start' | 'end' = 'start'): Promise<HTMLElement | undefined> {
    this.open = true;
    await tick();
    const [panel, anchor] = [this.panel(), this.anchor()];
    if (!panel || !anchor) return undefined;
    panel.showPopover();
    standBy(panel, anchor, align);
    return panel;
  }

  hide(): void {
    this.panel()?.hidePopover();
  }

  /** For `ontoggle` of the panel: the platform closes it, too. */
  toggled = (event: ToggleEvent): void => {
    if (event.newState !== 'closed') return;
    const isFocused = this.panel()?.contains(document.activeElement) || document.activeElement === document.body;
    this.open = false;
    if (isFocused) this.anchor()?.focus();
  };
}
