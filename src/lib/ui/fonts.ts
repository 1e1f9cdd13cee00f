/** The faces that the first page shows; the rest load when a character asks for them. */
const firstFaces = [
  '400 1rem "Source Sans 3 Variable"',
  '400 1rem "Source Serif 4 Variable"',
  '400 1rem "Source Code Pro Variable"'
];

/**
 * Resolves when the first faces can be drawn, or after the limit, so that the page's first frame already has its
 * final widths and nothing shifts when a face arrives. Never rejects: a page without its fonts is still a page.
 *
 * @param limitMs how long to wait at most
 */
export function fontsReady(limitMs = 600): Promise<void> {
  const limit = new Promise<void>((resolve) => setTimeout(resolve, limitMs));
  const faces = Promise.allSettled(firstFaces.map((face) => document.fonts.load(face))).then(() => undefined);
  return Promise.race([faces, limit]);
}
