/** The text of every notebook that comes with the site; each is fetched only when it is opened. */
const texts = import.meta.glob<string>('/notebooks/**/*.md', { query: '?raw', import: 'default' });

/** @param path below `notebooks/`, without the ending. @returns undefined where there is none */
export async function shippedText(path: string): Promise<string | undefined> {
  return texts[`/notebooks/${path}.md`]?.();
}

/** A short mark of a text, to tell whether a sample has changed since it was copied. Not for security. FNV-1a, 2 × 32 bits. */
export function textMark(text: string): string {
  let low = 0x811c9dc5;
  let high = 0xc9dc5811;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ ((unit << 7) | (at % 127)), 0x01000193);
  }
  return [low, high].map((part) => (part >>> 0).toString(16).padStart(8, '0')).join('');
}
