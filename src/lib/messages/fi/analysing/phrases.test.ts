import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { phrase } from './phrases';

const engine = new URL('../../../../../workers/statistics/', import.meta.url).pathname;
// `benchmark` and `monitoring` word their own.
const sources = readdirSync(engine, { recursive: true, encoding: 'utf8' })
  .filter(
    (path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && !/^(benchmark|monitoring|testing)\//.test(path)
  )
  .map((path) => readFileSync(join(engine, path), 'utf8'));

/** Words in what failures are filled with: whole strings, without those made of parts. */
function saidBy(key: string): string[] {
  const pattern = new RegExp(`fail\\w*\\([^;]*?\\b${key}: (?:'([^'\\n]+)'|"([^"\\n]+)")`, 'g');
  return sources.flatMap((code) => [...code.matchAll(pattern)].map(([, one, two]) => one ?? two ?? ''));
}

const phrases = ['rule', 'option', 'what', 'where', 'shape', 'of', 'group', 'margin', 'most', 'test']
  .flatMap((key) => saidBy(key))
  // Options of own code keep their names.
  .filter(
    (text) =>
      text !== 'Kappa' &&
      (!/^[a-z]+$/.test(text) || ['persons', 'pairs', 'raters', 'treated', 'untreated'].includes(text))
  );
const methods = sources.flatMap((code) =>
  [...code.matchAll(/\b(?:method|name|test) = (?:'([A-Z][^'\n]+)'|"([A-Z][^"\n]+)");/g)].map(
    ([, one, two]) => one ?? two ?? ''
  )
);
const inTests = methods.filter((name) => /test|variance|kappa|concordance|Limits/.test(name));

describe('what fills a failure of statistics', () => {
  test('was found in the engine', () => {
    expect(phrases.length).toBeGreaterThan(40);
    expect(inTests.length).toBeGreaterThan(10);
  });

  test.each([...new Set([...phrases, ...inTests])])('%s has Finnish words', (text) => {
    expect(phrase(text)).not.toBe(text);
  });

  test.each([
    ['in group 2', 'ryhmässä 2'],
    ['is whole, from 1 to 1,000,000,000', 'on kokonaisluku, 1–1 000 000 000'],
    ['lies above 0 and below 0.5', 'on suurempi kuin 0 ja pienempi kuin 0,5'],
    ['is one of fixed, reml', 'on jokin näistä: fixed, reml'],
    ["Levene's test (from means)", 'Levenen testi (keskiarvoista)'],
    ['ward_3', 'ward_3'],
    [undefined, '']
  ])('%s becomes %s', (english, finnish) => {
    expect(phrase(english).replaceAll('\u00a0', ' ')).toBe(finnish);
  });
});
