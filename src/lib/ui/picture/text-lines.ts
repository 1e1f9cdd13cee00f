/** One line of text as it stands in the page. */
export interface TextLine {
  text: string;
  /** Where its first letter stands on the line, px from the left and the top of the box. */
  x: number;
  y: number;
  style: CSSStyleDeclaration;
}

/** The shorthand is empty where a part of the font, like tabular figures, has no place in it. */
export const fontOf = ({ fontStyle, fontWeight, fontSize, lineHeight, fontFamily }: CSSStyleDeclaration): string =>
  `${fontStyle} ${fontWeight} ${fontSize}/${lineHeight} ${fontFamily}`;

const left = 'svg, style, script, button, [hidden], .visually-hidden';

/** The words of an element beside its drawings, line by line as the browser broke them. */
export function linesOf(element: HTMLElement, box: DOMRect): TextLine[] {
  const lines: TextLine[] = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { parentElement } = node;
    if (!parentElement || parentElement.closest(left) || (node.textContent ?? '').trim() === '') continue;
    const style = getComputedStyle(parentElement);
    for (const { text, rect } of brokenLines(node as Text)) {
      lines.push({ text, x: rect.left - box.left, y: baseline(rect, style) - box.top, style });
    }
  }
  return lines;
}

function brokenLines(node: Text): { text: string; rect: DOMRect }[] {
  const lines: { text: string; rect: DOMRect }[] = [];
  const range = document.createRange();
  for (const word of node.data.matchAll(/\S+\s*/g)) {
    range.setStart(node, word.index);
    range.setEnd(node, word.index + word[0].trimEnd().length);
    const rect = range.getBoundingClientRect();
    if (rect.width === 0) continue;
    const last = lines.at(-1);
    const text = word[0].replace(/\s+/g, ' ');
    if (last && Math.abs(last.rect.top - rect.top) < rect.height / 2) last.text += text;
    else lines.push({ text, rect });
  }
  return lines;
}

/** Of a line's box: letters of the faces in use stand so far down in it. */
function baseline(rect: DOMRect, style: CSSStyleDeclaration): number {
  const size = parseFloat(style.fontSize) || 13;
  // Middle of the box, and from there half of what a capital letter is high.
  return rect.top + rect.height / 2 + size * 0.34;
}
