import { parseHTML } from 'linkedom/worker';
import { dataUrl, png } from './png';

/** The document that drawings are made in: a tree without a screen. */
export function createDocument(): Document {
  const { document } = parseHTML('<!doctype html><html><head></head><body></body></html>');
  const create = document.createElement.bind(document) as (name: string, options?: unknown) => unknown;
  document.createElement = ((name: string, options?: unknown) =>
    String(name).toLowerCase() === 'canvas' ? canvas() : create(name, options)) as typeof document.createElement;
  takeStyleText(document.createElementNS('http://www.w3.org/2000/svg', 'svg'));
  takeStyleText(document.createElement('div'));
  return document;
}

/** `element.style = 'color: red'`, which Plot writes: without a setter it would be lost without a word. */
function takeStyleText(element: Element): void {
  for (let maker: object | null = element; maker; maker = Object.getPrototypeOf(maker) as object | null) {
    const own = Object.getOwnPropertyDescriptor(maker, 'style');
    if (!own) continue;
    if (own.set) return;
    const set = function (this: Element, text: unknown) {
      this.setAttribute('style', String(text));
    };
    Object.defineProperty(maker, 'style', { ...own, set });
    return;
  }
}

/** Legends and rasters draw on a canvas and ask at once for an address of the picture. */
function canvas(): unknown {
  const made = new OffscreenCanvas(300, 150);
  return Object.assign(made, {
    style: {},
    toDataURL: () => {
      const { width, height } = made;
      const pixels = made.getContext('2d')?.getImageData(0, 0, width, height).data;
      return dataUrl(png(pixels ?? new Uint8ClampedArray(width * height * 4), width, height));
    }
  });
}
