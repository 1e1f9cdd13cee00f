export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface Spot {
  left: number;
  top: number;
  /** What is left of the window for it; it scrolls inside. */
  maxHeight: number;
}

const margin = 8;
const gap = 4;

/**
 * Where a floating thing stands: below its anchor, above where there is more room, never outside the window.
 *
 * @param align `start` puts left edges together, `end` right edges, `centre` the middles
 */
export function placePopover(
  anchor: Box,
  size: { width: number; height: number },
  view: { width: number; height: number },
  align: 'start' | 'end' | 'centre' = 'start'
): Spot {
  const below = view.height - margin - (anchor.top + anchor.height + gap);
  const above = anchor.top - gap - margin;
  const goesBelow = size.height <= below || below >= above;
  const maxHeight = Math.max(0, goesBelow ? below : above);
  const height = Math.min(size.height, maxHeight);
  const wished = {
    start: anchor.left,
    end: anchor.left + anchor.width - size.width,
    centre: anchor.left + (anchor.width - size.width) / 2
  }[align];
  return {
    left: Math.round(Math.max(margin, Math.min(wished, view.width - margin - size.width))),
    top: Math.round(goesBelow ? anchor.top + anchor.height + gap : anchor.top - gap - height),
    maxHeight: Math.floor(maxHeight)
  };
}

/** Puts an open popover beside its anchor. */
export function standBy(popover: HTMLElement, anchor: Element, align: 'start' | 'end' | 'centre' = 'start'): void {
  popover.style.maxHeight = '';
  const { width, height } = popover.getBoundingClientRect();
  const view = { width: document.documentElement.clientWidth, height: window.innerHeight };
  const spot = placePopover(anchor.getBoundingClientRect(), { width, height }, view, align);
  popover.style.left = `${spot.left}px`;
  popover.style.top = `${spot.top}px`;
  popover.style.maxHeight = `${spot.maxHeight}px`;
}
