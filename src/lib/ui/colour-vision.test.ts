import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { difference, smallestDifference, type Vision } from './colour-vision';
import { tokenColours, type Rgb } from './contrast';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const series = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6'];
const visions: readonly Vision[] = ['normal', 'protan', 'deutan', 'tritan'];

function colours(theme: 'light' | 'dark', names: readonly string[]): Rgb[] {
  const tokens = tokenColours(css, theme);
  return names.map((name) => tokens.get(name) as Rgb);
}

describe('difference', () => {
  test.each([
    // Ottosson's own table of OKLab: white is L 1, black 0, so they lie 100 apart.
    [[255, 255, 255], [0, 0, 0], 100],
    // sRGB red (0.6280, 0.2249, 0.1258) and green (0.8664, −0.2339, 0.1795), by CSS Color 4.
    [[255, 0, 0], [0, 255, 0], 100 * Math.hypot(0.2384, 0.4588, 0.0537)],
    [[12, 34, 56], [12, 34, 56], 0]
  ] as [Rgb, Rgb, number][])('%j and %j lie %d apart', (a, b, expected) => {
    expect(difference(a, b)).toBeCloseTo(expected, 1);
  });

  test.each(visions)('greys stay as far apart as they are under %s', (vision) => {
    const [dark, pale]: Rgb[] = [
      [60, 60, 60],
      [200, 200, 200]
    ];
    expect(difference(dark as Rgb, pale as Rgb, vision)).toBeCloseTo(difference(dark as Rgb, pale as Rgb), 1);
  });

  // The design gives these for the palette of Okabe & Ito with its yellow: an outside check of the simulation.
  test.each([
    ['normal', 15.6],
    ['protan', 9.6],
    ['deutan', 7.6],
    ['tritan', 8.5]
  ] as const)('the palette of Okabe and Ito has %s %d', (vision, expected) => {
    const known = ['E69F00', '56B4E9', '009E73', 'F0E442', '0072B2', 'D55E00', 'CC79A7'].map(hex);
    expect(Math.abs(smallestDifference(known, vision) - expected)).toBeLessThan(0.06);
  });
});

function hex(digits: string): Rgb {
  return [0, 2, 4].map((at) => Number.parseInt(digits.slice(at, at + 2), 16)) as unknown as Rgb;
}

describe('the six colours of charts', () => {
  test.each([
    ['light', 18.4, 14.6, 14.1, 13.0],
    ['dark', 17.2, 13.2, 12.9, 11.6]
  ] as ['light' | 'dark', number, number, number, number][])(
    'are apart in the %s theme by %d, protan %d, deutan %d, tritan %d',
    (theme, ...designed) => {
      const smallest = visions.map((vision) => smallestDifference(colours(theme, series), vision));
      smallest.forEach((measured, index) => expect(Math.abs(measured - (designed[index] ?? NaN))).toBeLessThan(0.06));
    }
  );
});

describe('neighbouring steps of the diverging scale', () => {
  test.each(['light', 'dark'] as const)('differ by at least 11 under every eye in the %s theme', (theme) => {
    const steps = colours(
      theme,
      Array.from({ length: 9 }, (_, index) => `div-${index + 1}`)
    );
    for (const vision of visions) {
      const apart = steps.slice(1).map((step, index) => difference(step, steps[index] as Rgb, vision));
      expect(Math.min(...apart), vision).toBeGreaterThanOrEqual(10.95);
    }
  });
});
