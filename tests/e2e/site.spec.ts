import { expect, test } from '@playwright/test';
import { readdirSync } from 'node:fs';

const build = new URL('../../build/', import.meta.url);
const pages = readdirSync(build)
  .filter((name) => name.endsWith('.html') && name !== '404.html')
  .map((name) => (name === 'index.html' ? '/' : `/${name.replace(/\.html$/, '')}`));

for (const path of pages) {
  test(`${path} opens without an error, asks no other host and shifts nothing`, async ({ page, baseURL }) => {
    const problems: string[] = [];
    const foreign: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    page.on('pageerror', (error) => problems.push(error.message));
    page.context().on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(`${baseURL}/`) && !/^(blob|data):/.test(url)) foreign.push(url);
    });
    await page.goto(path, { waitUntil: 'networkidle' });
    await expect(page.locator('h1, main').first()).toBeVisible();
    const shift = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          new PerformanceObserver((list) => {
            const entries = list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[];
            resolve(entries.reduce((sum, entry) => (entry.hadRecentInput ? sum : sum + entry.value), 0));
          }).observe({ type: 'layout-shift', buffered: true });
          // No entry at all is no shift: two frames later the buffered ones would have come.
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(0)));
        })
    );
    expect(problems).toEqual([]);
    expect(foreign).toEqual([]);
    expect(shift).toBe(0);
  });
}

test('every page carries the policy before anything else it loads', async ({ request }) => {
  for (const path of pages) {
    const html = await (await request.get(path)).text();
    const policy = html.indexOf('http-equiv="content-security-policy"');
    expect(policy, `${path} has a policy`).toBeGreaterThan(0);
    const first = html.search(/<(script|link|style|img)\b/);
    expect(policy, `${path}: policy before the first resource`).toBeLessThan(first);
  }
});
