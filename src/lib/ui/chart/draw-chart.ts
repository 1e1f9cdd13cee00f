import type { PlotOptions } from '@observablehq/plot';
import { withChartDefaults } from '$workers/shared/chart-defaults';

export type Plot = typeof import('@observablehq/plot');

export interface ChartNames {
  /** What the chart is called: its title. */
  name: string;
  /** The id of the element that describes it; absent where its words stand beside it. */
  describedby?: string;
}

/** Draws into a place, with room for the words at the left, tips by keys and names that readers allow. */
export function drawInto(host: Element, Plot: Plot, options: PlotOptions, width: number, names: ChartNames): void {
  host.replaceChildren();
  let drawn = drawChart(Plot, options, width, names);
  host.replaceChildren(drawn);
  const lacking = lackingRoom(drawn);
  if (lacking > 1 && options.marginLeft === undefined) {
    drawn = drawChart(Plot, { ...options, marginLeft: Math.min(width * 0.4, 44 + lacking) }, width, names);
    host.replaceChildren(drawn);
  }
  shortenTicks(drawn);
  withoutGroupNames(drawn);
  const svg = mainDrawing(drawn);
  svg.tabIndex = 0;
  svg.addEventListener('keydown', pointByKeys(svg));
}

/** Draws options in the house style into a fresh element, ready for readers that do not see it. */
function drawChart(Plot: Plot, options: PlotOptions, width: number, names: ChartNames): Element {
  const drawn = Plot.plot(withChartDefaults(options, { width }));
  const svg = mainDrawing(drawn);
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', names.name);
  if (names.describedby !== undefined) svg.setAttribute('aria-describedby', names.describedby);
  for (const grid of drawn.querySelectorAll('[aria-label$="-grid"]')) {
    grid.setAttribute('stroke', 'var(--line)');
    grid.setAttribute('stroke-opacity', '1');
  }
  return drawn;
}

/** Beside a legend Plot makes a figure: the drawing is its last SVG. */
function mainDrawing(drawn: Element): SVGSVGElement {
  if (drawn instanceof SVGSVGElement) return drawn;
  const svg = [...drawn.querySelectorAll<SVGSVGElement>(':scope > svg')].at(-1);
  if (!svg) throw new Error('Plot drew no SVG');
  return svg;
}

/** How far the words at the left stand out of the drawing, px: then it is drawn again with more room. */
function lackingRoom(drawn: Element): number {
  const svg = mainDrawing(drawn);
  return Math.max(0, ...leftTicks(svg).map((text) => Math.ceil(missingAtLeft(svg, text))));
}

/** Words at the left that no room was left for are cut with a sign; pointing says them whole. */
function shortenTicks(drawn: Element): void {
  const svg = mainDrawing(drawn);
  for (const text of leftTicks(svg)) {
    const whole = text.textContent ?? '';
    if (missingAtLeft(svg, text) <= 1) continue;
    let kept = whole.length;
    while (kept > 1 && missingAtLeft(svg, text) > 0) text.textContent = `${whole.slice(0, (kept -= 1)).trimEnd()}…`;
    const title = document.createElementNS('http://www.w3.org/2000/svg', 'title');
    title.textContent = whole;
    text.append(title);
  }
}

function leftTicks(svg: SVGSVGElement): SVGTextElement[] {
  return [...svg.querySelectorAll<SVGTextElement>('[aria-label^="y-axis tick label"] text')];
}

function missingAtLeft(svg: SVGSVGElement, text: SVGTextElement): number {
  return svg.getBoundingClientRect().left - text.getBoundingClientRect().left;
}

/** Plot names its groups by `aria-label`, which no reader may expect of a `<g>` (axe: aria-prohibited-attr). */
function withoutGroupNames(drawn: Element): void {
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
function pointByKeys(svg: SVGSVGElement): (event: KeyboardEvent) => void {
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
