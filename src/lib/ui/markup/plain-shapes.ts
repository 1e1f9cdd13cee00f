const svg = 'http://www.w3.org/2000/svg';
const shapes = new Set(['circle', 'ellipse', 'line', 'path', 'polygon', 'polyline', 'rect']);
/** Attributes for places and sizes: nothing in them is an address. */
export const geometry: readonly string[] = 'x y x1 y1 x2 y2 cx cy r rx ry width height d points transform'.split(' ');
/** Places, sizes and colours. */
const attributes = new Set([
  ...geometry,
  ...['fill', 'stroke', 'opacity', 'fill-opacity', 'stroke-opacity', 'stroke-width']
]);

/** Numbers, words, `#336699`, `var(--c1)`: nothing that an address, a quote or markup could be written with. */
const isPlain = (value: string) => /^[#\w\s.,+()%-]*$/.test(value) && !/url/i.test(value);

/**
 * A bare shape of a drawing: nothing in it, and no attribute but places, sizes and colours. There is nothing in such a one
 * to clean, and ten thousand of them are most of a drawing.
 */
export function isPlainShape(node: ChildNode): node is SVGElement {
  if (!(node instanceof Element) || node.namespaceURI !== svg || !shapes.has(node.localName) || node.firstChild)
    return false;
  for (const { name, value } of node.attributes) if (!attributes.has(name) || !isPlain(value)) return false;
  return true;
}
