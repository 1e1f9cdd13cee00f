import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { build } from 'vite';
import { drawings } from './drawings';
import { forbidden, hostile } from './hostile-markup';
import { expect, test } from './watched';

declare const markup: typeof import('../../src/lib/ui/markup');

let script: string;

/** The cleaner alone, on a page without any policy: nothing but it stands in the way. */
test.beforeAll(async () => {
  const made = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      lib: {
        entry: fileURLToPath(new URL('../../src/lib/ui/markup/index.ts', import.meta.url)),
        formats: ['iife'],
        name: 'markup'
      }
    }
  });
  const [output] = [made].flat();
  if (!output || !('output' in output)) throw new Error('nothing was built');
  script = output.output[0].code;
});

async function bare(page: Page): Promise<string[]> {
  const asked: string[] = [];
  await page.route('**', (route) => {
    if (route.request().url().endsWith('/bare'))
      return route.fulfill({
        contentType: 'text/html',
        body: '<!doctype html><title>bare</title><div id="host"></div>'
      });
    asked.push(route.request().url());
    return route.abort();
  });
  await page.goto('/bare');
  await page.addScriptTag({ content: script });
  return asked;
}

/** Into a shadow root, as the page does; `wall` off: as it came. */
const show = (page: Page, text: string, wall: boolean) =>
  page.evaluate(
    async ([given, walled]) => {
      Object.assign(window, { hit: undefined });
      const host = document.createElement('div');
      document.body.append(host);
      const root = host.attachShadow({ mode: 'open' });
      if (walled) {
        const clean = await markup.cleanMarkup(given, 'html', markup.breathing(new AbortController().signal));
        if (!(clean instanceof DocumentFragment)) throw new Error('refused');
        root.replaceChildren(clean);
      } else root.innerHTML = given;
      for (const link of root.querySelectorAll('a'))
        if (walled) link.dispatchEvent(new MouseEvent('click', { bubbles: true }));
      // What loads has asked by the second frame.
      for (let frame = 0; frame < 2; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
      await new Promise((resolve) => setTimeout(resolve, 20));
      return {
        hit: (window as { hit?: unknown }).hit,
        address: location.pathname,
        elements: [...root.querySelectorAll('*')].map((element) => ({
          tag: element.localName,
          attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]))
        })),
        html: root.innerHTML
      };
    },
    [text, wall] as const
  );

test('hostile markup loads nothing, runs nothing and keeps nothing that could', async ({ page, watch }) => {
  watch.expectsRefusals = true;
  const asked = await bare(page);
  const bad: unknown[] = [];
  const tags = new Set(forbidden.elements.toLowerCase().split(/,\s*/));
  for (const { name, markup: text } of hostile) {
    asked.length = 0;
    const { hit, address, elements, html } = await show(page, text, true);
    const kept = elements.filter(
      ({ tag, attributes }) =>
        tags.has(tag.toLowerCase()) ||
        Object.entries(attributes).some(
          ([key, value]) =>
            forbidden.attributes.test(key) ||
            /javascript:|https?:|^\/|\bdata:(?!image\/(?:png|jpeg|gif|webp);base64)/i.test(value)
        )
    );
    if (hit !== undefined || address !== '/bare' || asked.length > 0 || kept.length > 0)
      bad.push({ name, hit, asked: [...asked], kept, html });
  }
  expect(bad).toEqual([]);
});

test('the same markup does load with the cleaner off', async ({ page, watch }) => {
  watch.expectsRefusals = true;
  const asked = await bare(page);
  const silent: string[] = [];
  for (const { name, markup: text, loads } of hostile) {
    if (!loads) continue;
    asked.length = 0;
    await show(page, text, false);
    // A busy machine asks later than by the second frame.
    const heard = expect.poll(() => asked.length, { timeout: 5_000 }).toBeGreaterThan(0);
    await heard.catch(() => silent.push(name));
  }
  expect(silent).toEqual([]);
});

test('drawings of Plot lose nothing, and are cleaned in pieces', async ({ page }) => {
  await bare(page);
  const lost: unknown[] = [];
  for (const [name, text] of Object.entries(drawings())) {
    const counts = await page.evaluate(async (given) => {
      const count = (root: ParentNode) => {
        const found: Record<string, number> = {};
        const add = (key: string) => (found[key] = (found[key] ?? 0) + 1);
        for (const element of root.querySelectorAll('*')) {
          add(element.nodeName);
          for (const { name: key, value } of element.attributes) add(`${element.nodeName} ${key}=${value}`);
        }
        found.text = (root.textContent ?? '').length;
        return found;
      };
      let pauses = 0;
      const before = new DOMParser().parseFromString(given, 'text/html').body;
      const after = await markup.cleanMarkup(given, 'svg', () => Promise.resolve(void pauses++));
      if (!(after instanceof DocumentFragment)) throw new Error(JSON.stringify(after));
      const [a, b] = [count(before), count(after)];
      const differing = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((key) => a[key] !== b[key]);
      return { elements: before.querySelectorAll('*').length, differing: differing.slice(0, 5), pauses };
    }, text);
    expect(counts.elements, name).toBeGreaterThan(10);
    if (counts.differing.length > 0) lost.push({ name, ...counts });
    if (name === 'ten_thousand') expect(counts.pauses).toBeGreaterThan(30);
  }
  expect(lost).toEqual([]);
});

test('too much is refused, with the limit', async ({ page }) => {
  await bare(page);
  const answers = await page.evaluate(async () => {
    const ask = async (text: string, language: 'html' | 'svg') => {
      const clean = await markup.cleanMarkup(text, language, () => Promise.resolve());
      return clean instanceof DocumentFragment ? clean.querySelectorAll('*').length : clean;
    };
    return [
      await ask('<p>a</p>'.repeat(5000), 'html'),
      await ask('<p>a</p>'.repeat(5001), 'html'),
      await ask(`<svg>${'<g></g>'.repeat(19_999)}</svg>`, 'svg'),
      await ask(`<svg>${'<g></g>'.repeat(20_000)}</svg>`, 'svg'),
      await ask(`<p>${'a'.repeat(2 * 1024 * 1024)}</p>`, 'html')
    ];
  });
  expect(answers).toEqual([
    5000,
    { what: 'html', size: 5001, unit: 'elements', limit: 5000 },
    20_000,
    { what: 'svg', size: 20_001, unit: 'elements', limit: 20_000 },
    { what: 'html', size: 2 * 1024 * 1024 + 7, unit: 'bytes', limit: 2 * 1024 * 1024 }
  ]);
});
