import type { PlotOptions } from '@observablehq/plot';
import { withChartDefaults } from '$workers/shared/chart-defaults';

export type Plot = typeof import('@observablehq/plot');

export interface ChartNames {
  /** What the chart is called: its title. */
  name: string;
  /** The id of the element that describes it. */
  describedby: string;
}

/** Draws options in the house style into a fresh element, ready for readers that do not see it. */
export function drawChart(Plot: Plot, options: PlotOptions, width: number, names: ChartNames): Element {
  const drawn = Plot.plot(withChartDefaults(options, { width }));
  const svg = mainDrawing(drawn);
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', names.name);
  svg.setAttribute('aria-describedby', names.describedby);
  for (const grid of drawn.querySelectorAll('[aria-label$="-grid"]')) {
    grid.setAttribute('stroke', 'var(--line)');
    grid.setAttribute('stroke-opacity', '1');
  }
  return drawn;
}

/** Beside a legend Plot makes a figure: the drawing is its last SVG. */
export function mainDrawing(drawn: Element): SVGSVGElement {
  if (drawn instanceof SVGSVGElement) return drawn;
  return [...drawn.querySelectorAll<SVGSVGElement>(':scope > svg')].at(-1) ?? drawn.querySelector('svg')!;
}

/** How far the words at the left stand out of the drawing, px: then it is drawn again with more room. */
export function lackingRoom(drawn: Element): number {
  const svg = mainDrawing(drawn);
  const left = svg.getBoundingClientRect().left;
  const ticks = svg.querySelectorAll('[aria-label^="y-axis tick label"] text');
  return Math.max(0, ...[...ticks].map((text) => Math.ceil(left - text.getBoundingClientRect().left)));
}

/** Plot names its groups by `aria-label`, which no reader may expect of a `<g>` (axe: aria-prohibited-attr). */
export function withoutGroupNames(drawn: Element): void {
  const strip = () => drawn.querySelectorAll('g[aria-label]').forEach((group) => group.removeAttribute('aria-label'));
  strip();
  // A tip comes later, with a name again.
  new MutationObserver(strip).observe(drawn, { childList: true, subtree: true });
}

const steps: Record<string, readonly [right: number, down: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1]
};

/** Arrow keys move a pointer over the drawing, so that tips need no mouse. Shift takes longer steps; Esc ends it. */
export function pointByKeys(svg: SVGSVGElement): (event: KeyboardEvent) => void {
  let x = 0.5;
  let y = 0.5;
  return (event) => {
    if (event.key === 'Escape') {
      svg.dispatchEvent(new PointerEvent('pointerleave'));
      return;
    }
    const step = steps[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    const size = event.shiftKey ? 0.1 : 0.02;
    x = Math.min(1, Math.max(0, x + step[0] * size));
    y = Math.min(1, Math.max(0, y + step[1] * size));
    const box = svg.getBoundingClientRect();
    const place = { clientX: box.left + x * box.width, clientY: box.top + y * box.height, pointerType: 'mouse' };
    svg.dispatchEvent(new PointerEvent('pointerenter', place));
    svg.dispatchEvent(new PointerEvent('pointermove', place));
  };
}
