import { plainColours } from './plain-colours';
import { fontOf, linesOf } from './text-lines';

/** A file that needs no page: SVG with plain colours. */
export interface Picture {
  svg: string;
  width: number;
  height: number;
  /** Every word in it. */
  words: string[];
}

const namespace = 'http://www.w3.org/2000/svg';
const margin = 12;
/** Seen by nobody: tooltips and descriptions may hold values of rows. */
const unseen = 'title, desc, metadata, script, foreignObject';

/**
 * Everything that an element shows as one picture: its drawings where they stand, its words as text. The element stands in
 * the page, laid out. @returns undefined where no drawing is in it
 */
export function pictureOf(element: HTMLElement): Picture | undefined {
  const box = element.getBoundingClientRect();
  const drawings = outerDrawings(element);
  if (drawings.length === 0) return undefined;
  const width = Math.ceil(box.width) + 2 * margin;
  const height = Math.ceil(box.height) + 2 * margin;
  const picture = document.createElementNS(namespace, 'svg');
  for (const [name, value] of Object.entries({ width, height, viewBox: `0 0 ${width} ${height}` }))
    picture.setAttribute(name, String(value));
  picture.setAttribute('fill', 'currentColor');
  // Inside the element, so that its custom properties hold here, too.
  element.append(picture);
  try {
    picture.append(ground(width, height));
    for (const drawing of drawings) picture.append(placed(drawing, box));
    for (const line of linesOf(element, box)) picture.append(textOf(line));
    const words = [...picture.querySelectorAll('text')].map((text) => text.textContent?.trim() ?? '');
    plainColours(picture);
    const svg = new XMLSerializer().serializeToString(picture);
    return { svg, width, height, words: words.filter(Boolean) };
  } finally {
    picture.remove();
  }
}

/** Drawings that stand in no other drawing. */
function outerDrawings(element: Element): SVGSVGElement[] {
  return [...element.querySelectorAll('svg')].filter(
    (drawing) => !drawing.parentElement?.closest('svg') && drawing.getBoundingClientRect().width > 0
  );
}

function ground(width: number, height: number): Element {
  const rect = document.createElementNS(namespace, 'rect');
  rect.setAttribute('width', String(width));
  rect.setAttribute('height', String(height));
  rect.setAttribute('fill', 'var(--surface)');
  return rect;
}

function placed(drawing: SVGSVGElement, box: DOMRect): Element {
  const own = drawing.getBoundingClientRect();
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  for (const hidden of copy.querySelectorAll(unseen)) hidden.remove();
  for (const one of [copy, ...copy.querySelectorAll('*')]) {
    for (const name of one.getAttributeNames()) {
      if (/^(on|aria-|data-)|^(role|tabindex|href|xlink:href)$/.test(name) && !isInner(one, name))
        one.removeAttribute(name);
    }
  }
  const place = {
    x: own.left - box.left + margin,
    y: own.top - box.top + margin,
    width: own.width,
    height: own.height
  };
  if (!copy.hasAttribute('viewBox')) copy.setAttribute('viewBox', `0 0 ${own.width} ${own.height}`);
  for (const [name, value] of Object.entries(place)) copy.setAttribute(name, String(Math.round(value * 100) / 100));
  copy.setAttribute('overflow', 'visible');
  const style = getComputedStyle(drawing);
  copy.style.color ||= style.color;
  copy.style.font ||= fontOf(style);
  return copy;
}

/** A part of the drawing itself, or a picture that stands in it whole. */
const isInner = (element: Element, name: string): boolean =>
  name.endsWith('href') && /^(#|data:image\/(png|jpeg|gif|webp);base64,)/.test(element.getAttribute(name) ?? '');

function textOf({ text, x, y, style }: ReturnType<typeof linesOf>[number]): Element {
  const line = document.createElementNS(namespace, 'text');
  line.textContent = text;
  line.setAttribute('x', (x + margin).toFixed(2));
  line.setAttribute('y', (y + margin).toFixed(2));
  line.setAttribute('fill', style.color);
  line.setAttribute('style', `font: ${fontOf(style)}; letter-spacing: ${style.letterSpacing}; white-space: pre`);
  return line;
}
