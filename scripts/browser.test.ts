import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { featuresOff } from './browser.mjs';

test('what Playwright turns off stays off: our list holds the whole of its own', () => {
  const bundle = readFileSync(new URL('../node_modules/playwright-core/lib/coreBundle.js', import.meta.url), 'utf8');
  const [, list = ''] = /disabledFeatures = \[(.*?)\]/s.exec(bundle) ?? [];
  const names = [...list.matchAll(/^\s*"(\w+)",?$/gm)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(5);
  expect(featuresOff).toEqual(expect.arrayContaining(names));
});
