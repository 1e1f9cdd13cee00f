import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contrast, tokenColours, type Rgb } from './contrast';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const light = tokenColours(css, 'light');
const dark = tokenColours(css, 'dark');

function colour(theme: ReadonlyMap<string, Rgb>, name: string): Rgb {
  const found = theme.get(name);
  if (!found) throw new Error(`--${name} is missing in tokens.css`);
  return found;
}

function lowest(theme: ReadonlyMap<string, Rgb>, name: string, grounds: readonly string[]): number {
  return Math.min(...grounds.map((ground) => contrast(colour(theme, name), colour(theme, ground))));
}

const grounds = ['paper', 'surface', 'sunken', 'hover'];
const softs = ['accent-soft', 'ok-soft', 'stale-soft', 'error-soft', 'egress-soft'];

describe('contrast of the tokens', () => {
  test.each([
    // token, grounds, light, dark: the table of the design, WCAG 2.x ratio, to one digit
    ['ink', [...grounds, ...softs], 14.1, 11.1],
    ['ink-soft', grounds, 6.9, 7.5],
    // Hover counts: captions stand in hovered rows.
    ['ink-faint', grounds, 4.7, 5.4],
    ['line-strong', grounds, 3.4, 3.5],
    ['accent', [...grounds, 'accent-soft'], 6.0, 6.9],
    ['on-accent', ['accent'], 7.0, 9.5],
    ['ok', [...grounds, 'ok-soft'], 5.6, 7.6],
    ['stale', [...grounds, 'stale-soft'], 5.2, 7.8],
    ['error', [...grounds, 'error-soft'], 5.8, 6.4],
    ['egress', [...grounds, 'egress-soft'], 6.5, 6.8],
    ['on-egress', ['egress'], 7.6, 8.4],
    ['focus', grounds, 4.8, 7.5],
    ['selection', ['ink'], 12.4, 8.7],
    // Decorative: named so that nobody takes them for a border that must be seen.
    ['line', ['paper'], 1.4, 1.6],
    ['bar-all', ['sunken'], 1.6, 1.9],
    ['c1-area', ['bar-all'], 3.9, 2.4]
  ])('--%s on %j is %d in light and %d in dark', (name, on, inLight, inDark) => {
    expect(Math.abs(lowest(light, name, on) - inLight)).toBeLessThan(0.06);
    expect(Math.abs(lowest(dark, name, on) - inDark)).toBeLessThan(0.06);
  });

  test.each([
    'ink',
    'ink-soft',
    'ink-faint',
    'accent',
    'accent-hover',
    'ok',
    'stale',
    'error',
    'egress',
    'egress-hover'
  ])('text in --%s reaches 4.5 on every ground', (name) => {
    expect(lowest(light, name, grounds)).toBeGreaterThanOrEqual(4.5);
    expect(lowest(dark, name, grounds)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(['line-strong', 'focus'])('--%s reaches 3 on every ground', (name) => {
    expect(lowest(light, name, grounds)).toBeGreaterThanOrEqual(3);
    expect(lowest(dark, name, grounds)).toBeGreaterThanOrEqual(3);
  });

  test.each(['keyword', 'string', 'number', 'name', 'type', 'comment'])('code colour %s is read easily', (name) => {
    expect(lowest(light, `code-${name}`, ['surface'])).toBeGreaterThanOrEqual(5.45);
    expect(lowest(dark, `code-${name}`, ['surface'])).toBeGreaterThanOrEqual(6.15);
    expect(lowest(light, `code-${name}`, ['sunken'])).toBeGreaterThanOrEqual(4.9);
    expect(lowest(dark, `code-${name}`, ['sunken'])).toBeGreaterThanOrEqual(4.9);
  });
});

describe('contrast of the chart colours to the surface', () => {
  test.each([
    ['c1', 7.0, 8.7],
    ['c2', 3.5, 4.9],
    ['c3', 3.3, 3.6],
    ['c4', 4.4, 5.1],
    ['c5', 12.4, 7.7],
    ['c6', 7.1, 11.2],
    ['c1-area', 7.0, 4.1]
  ])('--%s is %d in light and %d in dark', (name, inLight, inDark) => {
    expect(Math.abs(lowest(light, name, ['surface']) - inLight)).toBeLessThan(0.06);
    expect(Math.abs(lowest(dark, name, ['surface']) - inDark)).toBeLessThan(0.06);
  });

  test('the sequential steps run away from the ground', () => {
    for (const theme of [light, dark]) {
      const ratios = Array.from({ length: 9 }, (_, step) => lowest(theme, `seq-${step + 1}`, ['surface']));
      expect(ratios).toEqual([...ratios].sort((a, b) => a - b));
    }
  });
});

describe('tokens.css', () => {
  test('every colour has a light and a dark value', () => {
    expect([...dark.keys()].sort()).toEqual([...light.keys()].sort());
    expect(light.size).toBeGreaterThan(50);
  });

  test('motion stops where the system asks for less', () => {
    expect(css).toMatch(/prefers-reduced-motion: reduce/);
  });
});
