const focusable =
  'a[href], button:not(:disabled), input:not(:disabled):not([type="hidden"]), select:not(:disabled), textarea:not(:disabled), summary, [tabindex="0"], [contenteditable="true"]';

/** Where the focus was in a region when it was left. */
const left = new WeakMap<Element, HTMLElement>();

function isShown(element: HTMLElement): boolean {
  return element.checkVisibility({ visibilityProperty: true });
}

/** The next place of a ring, one step on or back; from outside the first or last. */
export function stepIn(count: number, from: number, step: 1 | -1): number {
  if (from < 0) return step > 0 ? 0 : count - 1;
  return (from + step + count) % count;
}

/**
 * F6: moves the focus to the next region of the page, to where it was there before, else to the region's `data-entry`,
 * else to the first thing in it that takes the focus. Regions are marked by `data-region`, a number that orders them.
 */
export function goToRegion(step: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')]
    .filter((region) => isShown(region) && entryOf(region) !== undefined)
    .sort((a, b) => Number(a.dataset.region) - Number(b.dataset.region));
  if (regions.length === 0) return;
  const active = document.activeElement;
  const here = regions.findIndex((region) => region.contains(active));
  if (here >= 0 && active instanceof HTMLElement) left.set(regions[here] as HTMLElement, active);
  const next = regions[stepIn(regions.length, here, step)];
  if (next) entryOf(next)?.focus();
}

function entryOf(region: HTMLElement): HTMLElement | undefined {
  const before = left.get(region);
  if (before?.isConnected && region.contains(before) && isShown(before)) return before;
  const entries = region.querySelectorAll<HTMLElement>('[data-entry]');
  const all = entries.length > 0 ? entries : region.querySelectorAll<HTMLElement>(focusable);
  return [...all].find(isShown);
}

/** Moves the focus to what is marked with `data-area`; where it comes only later, waits for it for a second. */
export function goToArea(area: string, tries = 60): void {
  const place = document.querySelector<HTMLElement>(`[data-area="${CSS.escape(area)}"]`);
  const entry = place && ([...place.querySelectorAll<HTMLElement>(focusable)].find(isShown) ?? place);
  if (entry) entry.focus();
  else if (tries > 0) requestAnimationFrame(() => goToArea(area, tries - 1));
}
