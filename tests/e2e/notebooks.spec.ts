import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runNotebook } from '../../scripts/runner/run-notebook.mjs';
import { chart, openFirstSample, waitUntilAllOk } from '../../scripts/acceptance/page.mjs';
import { expect, test } from './watched';

const folder = fileURLToPath(new URL('../../notebooks/', import.meta.url));
const notebooks = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));

test('there are notebooks to test', () => expect(notebooks.length).toBeGreaterThan(6));

for (const name of notebooks) {
  test(`${name} ends with every cell ok, quietly`, async ({ browser, baseURL }) => {
    const siteUrl = baseURL ?? '';
    const noise: string[] = [];
    const outcome = await runNotebook(
      { browser, siteUrl },
      {
        name,
        text: readFileSync(join(folder, name), 'utf8'),
        timeoutSeconds: 80,
        prepare: async (page) => {
          page.on('console', (message) => message.type() === 'error' && noise.push(message.text()));
          page.on('pageerror', (error) => noise.push(error.message));
        }
      }
    );
    const unlucky = outcome.cells.filter(({ status }) => status !== 'ok' && status !== 'skipped');
    expect(outcome.error).toBeUndefined();
    expect(outcome.problems).toEqual([]);
    expect(unlucky).toEqual([]);
    // Prose alone has no results to tell of.
    if (name !== join('reference', 'markdown.md')) expect(outcome.cells.length).toBeGreaterThan(0);
    expect(outcome.requests.filter(({ url }) => !url.startsWith(`${siteUrl}/`))).toEqual([]);
    expect(outcome.egress).toEqual([]);
    expect(noise).toEqual([]);
  });
}

test('the gallery opens and runs the first sample in one click', async ({ page }) => {
  await page.goto('/');
  await openFirstSample(page);
  await waitUntilAllOk(page, 60_000);
  await expect(page.locator(chart).last()).toBeVisible();
});
