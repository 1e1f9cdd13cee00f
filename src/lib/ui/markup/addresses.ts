/** Within the drawing itself, or a picture that is carried along. */
const own = /^\s*(?:#|data:image\/(?:png|jpeg|gif|webp);base64,)/i;

export function isOwnAddress(value: string): boolean {
  return own.test(value);
}

/** CSS may be written with escapes: `u\72l(` is `url(`. */
function unescaped(css: string): string {
  return css
    .replace(/\\([0-9a-f]{1,6})\s?/gi, (_, hex: string) => {
      const point = Number.parseInt(hex, 16);
      return point > 0x10ffff ? '' : String.fromCodePoint(point);
    })
    .replace(/\\([^\n])/g, '$1');
}

/** `url(` of anything but a part of the drawing, in any attribute. */
export function hasAddress(value: string): boolean {
  // Nearly every attribute of a drawing is a number.
  if (!/[(\\]/.test(value)) return false;
  return /url\s*\((?!\s*["']?\s*#)/i.test(unescaped(value));
}

/** Style that asks for nothing from elsewhere. */
export function loadsNothing(css: string): boolean {
  const plain = unescaped(css.replace(/\/\*[^]*?(?:\*\/|$)/g, ''));
  return (
    !hasAddress(plain) &&
    !/@import|@namespace|@font-face|(?:image-set|image|cross-fade|src|element|paint)\s*\(/i.test(plain)
  );
}
