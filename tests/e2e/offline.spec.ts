import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test as plain } from '@playwright/test';
import { chart, openFirstSample, saved, waitUntilAllOk } from '../../scripts/acceptance/page.mjs';
import { holdPolicy } from '../attacks/page-ways';
import { built, controlled, keepAll, others, test } from './offline-site';

test.use({ serviceWorkers: 'allow' });

plain('the list of what is kept is the built site, workers’ own files included', () => {
  const { files } = JSON.parse(siteInWorker()) as { files: { path: string; bytes: number }[] };
  const there = readdirSync(built, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => statSync(join(built, path)).isFile() && !/\.(br|gz)$/.test(path));
  const notKept = there.filter((path) => !files.some((file) => file.path === path)).sort();
  expect(notKept.filter((path) => !/^\.|^hosts\/|\.zip(\.sha256)?$/.test(path))).toEqual(
    ['_headers', 'config.json', 'download.json', 'files.json', 'service-worker.js'].filter(
      (path) => path !== 'config.json' || there.includes(path)
    )
  );
  for (const { path, bytes } of files) expect(statSync(join(built, path)).size, path).toBe(bytes);
  expect(files.some(({ path }) => path.endsWith('.wasm'))).toBe(true);
  expect(files.filter(({ path }) => path.includes('/workers/')).length).toBeGreaterThan(5);
});

test('walk 1: a cold start, the network cut after the load, a reload: the sample runs, its report is saved, nothing is sent', async ({
  page,
  host
}) => {
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (/^(https?|wss?):/.test(request.url()) && !request.url().startsWith(host.url)) foreign.push(request.url());
  });
  await page.goto(`${host.url}/`);
  await keepAll(page, host);
  const asked = await host.cut();

  const response = await page.goto(`${host.url}/`);
  expect(response?.fromServiceWorker()).toBe(true);
  expect(response?.headers()['content-security-policy']).toContain("default-src 'none'");
  expect(response?.headers()['permissions-policy']).toContain('camera=()');
  await page.reload();
  await openFirstSample(page);
  await waitUntilAllOk(page);
  await expect(page.locator(chart).first()).toBeVisible();
  await page.getByRole('banner').getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'HTML report …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save an HTML report' });
  const report = await saved(page, () => dialog.getByRole('button', { name: 'Save report' }).click());
  const text = readFileSync(await report.path(), 'utf8');
  expect(text).toContain('<title>First look at a PICU</title>');
  expect(text).toContain('<svg');
  expect(foreign).toEqual([]);
  expect(others(asked, host)).toEqual([]);
});

test('what a page puts into an address never reaches the own host', async ({ page, host, problems }) => {
  await page.addInitScript(holdPolicy);
  await page.goto(`${host.url}/`);
  await controlled(page);
  await page.evaluate(async (base) => {
    const canary = 'canary-4711';
    const image = (src: string) =>
      new Promise((resolve) => {
        const element = new Image();
        element.onload = element.onerror = resolve;
        element.src = src;
      });
    await Promise.allSettled([
      fetch(`${base}/?${canary}`),
      fetch(`${base}/favicon.svg?${canary}`),
      fetch(`${base}/${canary}`),
      fetch(`/${canary}/above`),
      fetch(`${base}/build.json`, { method: 'POST', body: canary }),
      fetch(`${base}/download.json?${canary}`),
      import(`${base}/${canary}.js`),
      image(`${base}/icons/${canary}.png`),
      image(`${base}/favicon.svg?${canary}`)
    ]);
    navigator.sendBeacon(`${base}/${canary}`, canary);
    const worker = new Worker(
      window
        .trusted()
        .createScriptURL(
          URL.createObjectURL(
            new Blob([`fetch('${base}/${canary}').finally(() => postMessage(1))`], { type: 'text/javascript' })
          )
        )
    );
    await new Promise((resolve) => (worker.onmessage = worker.onerror = resolve));
  }, host.url);
  await page.goto(`${host.url}/notebook?canary-4711#new`);
  await page.goto(`${host.url}/canary-4711`);
  await expect(page).toHaveURL(`${host.url}/`);
  expect(host.asked.filter((line) => line.includes('canary'))).toEqual([]);
  expect(host.asked.some((line) => line.startsWith('POST'))).toBe(false);
  // Its 404s are what was wanted.
  problems.length = 0;
});

/** The list as it stands in the built worker. */
function siteInWorker(): string {
  const code = readFileSync(join(built, 'service-worker.js'), 'utf8');
  const found = /"\{\\"version\\":(?:[^"\\]|\\.)*"/.exec(code)?.[0] ?? '""';
  return JSON.parse(found) as string;
}
