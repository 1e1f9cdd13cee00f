import { trustedMarkup } from '$workers/shared/trusted-types';
import { cleaned } from './cleaner';
import type { Pause } from './pause';
import { isPlainShape } from './plain-shapes';

/** Elements cleaned in one go: about ten milliseconds. */
const atOnce = 300;

export type Refused = { what: 'html' | 'svg'; size: number; unit: 'bytes' | 'elements'; limit: number };

/** Beyond this a cell shows nothing but the reason. */
export const limits = {
  htmlBytes: 2 * 1024 * 1024,
  svgBytes: 8 * 1024 * 1024,
  htmlElements: 5_000,
  svgElements: 20_000
};

/**
 * Foreign markup, cleaned: read into an inert document, where nothing loads and nothing runs, and taken over piece by
 * piece, with a breath between, so that a drawing of ten thousand points stops nobody's typing.
 */
export async function cleanMarkup(
  text: string,
  language: 'html' | 'svg',
  pause: Pause
): Promise<DocumentFragment | Refused> {
  const bytes = language === 'svg' ? limits.svgBytes : limits.htmlBytes + (text.includes('<svg') ? limits.svgBytes : 0);
  if (text.length > bytes) return { what: language, size: text.length, unit: 'bytes', limit: bytes };
  const { body } = new DOMParser().parseFromString(trustedMarkup(text), 'text/html');
  await pause();
  const all = (within: Element) => within.getElementsByTagName('*').length;
  const drawings = [...body.querySelectorAll('svg')].filter((one) => !one.parentElement?.closest('svg'));
  const drawn = drawings.reduce((sum, one) => sum + 1 + all(one), 0);
  const written = all(body) - drawn;
  if (drawn > limits.svgElements) return { what: 'svg', size: drawn, unit: 'elements', limit: limits.svgElements };
  if (written > limits.htmlElements)
    return { what: 'html', size: written, unit: 'elements', limit: limits.htmlElements };
  const clean = document.createDocumentFragment();
  await take(body, clean, pause);
  return clean;
}

/** Fills `into` with the cleaned children of an element. */
async function take(from: Element, into: ParentNode & Node, pause: Pause): Promise<void> {
  let batch: ChildNode[] = [];
  let size = 0;
  const flush = async () => {
    if (batch.length === 0) return;
    into.append(...cleanedChildren(from, batch));
    batch = [];
    size = 0;
    await pause();
  };
  for (const child of [...from.childNodes]) {
    const own = child instanceof Element ? child.getElementsByTagName('*').length + 1 : 0;
    if (own > atOnce) {
      await flush();
      const [shell] = cleanedChildren(from, [(child as Element).cloneNode(false) as ChildNode]);
      // What may not stand here takes with it what it holds.
      if (!(shell instanceof Element)) continue;
      into.append(shell);
      await take(child as Element, shell, pause);
      continue;
    }
    if (size + own > atOnce) await flush();
    batch.push(child);
    size += own + 1;
  }
  await flush();
}

const svg = 'http://www.w3.org/2000/svg';

/** Children are judged by where they stand: in a copy of their parent, in a drawing where that is in one. */
function cleanedChildren(parent: Element, children: readonly ChildNode[]): ChildNode[] {
  const isDrawn = parent.namespaceURI === svg;
  if (isDrawn && children.every(isPlainShape)) return children.map((child) => child.cloneNode(false) as ChildNode);
  // In the inert document: an image in a live one would load, wherever it stands.
  const inert = parent.ownerDocument;
  const inner = parent.localName === 'body' ? inert.createElement('div') : (parent.cloneNode(false) as Element);
  // Its own attributes were cleaned with it.
  for (const name of inner.getAttributeNames()) inner.removeAttribute(name);
  inner.append(...children.map((child) => child.cloneNode(true)));
  let whole = inner;
  if (isDrawn && parent.localName !== 'svg') {
    whole = inert.createElementNS(svg, 'svg');
    whole.append(inner);
  }
  const clean = cleaned(whole);
  const holder = whole === inner ? clean : clean?.firstElementChild;
  return holder ? [...holder.childNodes] : [];
}
