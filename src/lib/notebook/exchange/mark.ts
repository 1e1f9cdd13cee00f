/**
 * A short mark of a text, to see whether it has changed since it was written. Not for security.
 * FNV-1a in two lanes of 32 bits, the second rotated.
 */
export function mark(text: string): string {
  let low = 0x811c9dc5;
  let high = 0xc9dc5811;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ ((unit << 7) | (at % 127)), 0x01000193);
  }
  return [low, high].map((lane) => (lane >>> 0).toString(16).padStart(8, '0')).join('');
}
