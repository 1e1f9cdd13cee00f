/** Red, green, blue, each 0–255. */
export type Rgb = readonly [number, number, number];

/**
 * Contrast of two colours, 1 to 21.
 * @see WCAG 2.2, "contrast ratio" and "relative luminance"
 */
export function contrast(a: Rgb, b: Rgb): number {
  const [lighter, darker] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The opaque colours of a style sheet's custom properties, in one theme. */
export function tokenColours(css: string, theme: 'light' | 'dark'): ReadonlyMap<string, Rgb> {
  const colours = new Map<string, Rgb>();
  const pattern = /--([\w-]+):\s*light-dark\(\s*(#[0-9a-f]{6})\s*,\s*(#[0-9a-f]{6})\s*\)/g;
  for (const [, name = '', light = '', dark = ''] of css.matchAll(pattern)) {
    colours.set(name, rgb(theme === 'light' ? light : dark));
  }
  return colours;
}

function rgb(hex: string): Rgb {
  return [1, 3, 5].map((start) => Number.parseInt(hex.slice(start, start + 2), 16)) as unknown as Rgb;
}
