import { rmSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { launchBrowser } from '../../scripts/browser.mjs';
import { openFirstSample, waitUntilAllOk } from '../../scripts/acceptance/page.mjs';
import { makeNewerBuild } from './newer-build';
import { built, controlled, expect, keepAll, test } from './offline-site';

test.use({ serviceWorkers: 'allow' });

test('a newer version is announced in every tab and waits while somebody works', async ({ page, context, host }) => {
  const newer = test.info().outputPath('newer');
  const gone = makeNewerBuild(built, newer);
  expect(gone.length).toBeGreaterThan(0);
  await keepAll(page, host);
  await page.goto(`${host.url}/notebook#new`);
  await controlled(page);
  const cachesOf = () => page.evaluate(() => caches.keys());

  host.deploy(newer);
  const other = await context.newPage();
  await other.goto(`${host.url}/`);
  await other.getByRole('button', { name: 'New version ready' }).waitFor({ timeout: 30_000 });
  await expect(page.getByRole('button', { name: 'New version ready' })).toBeVisible();
  // Nobody asked yet: both tabs come from the older one, whole.
  expect(await cachesOf()).toHaveLength(2);
  expect(await other.evaluate(() => fetch('build.json').then((answer) => answer.text()))).not.toContain('-newer');

  expect(await page.evaluate(() => fetch('build.json').then((answer) => answer.text()))).not.toContain('-newer');
  rmSync(newer, { recursive: true });
});

test('a click brings the newer version into its tab; the other goes on with the code that only the older one has', async ({
  page,
  context,
  host
}) => {
  const newer = test.info().outputPath('newer');
  const gone = makeNewerBuild(built, newer);
  await keepAll(page, host);
  const [older] = await page.evaluate(() => caches.keys());
  await page.goto(`${host.url}/notebook#new`);
  await controlled(page);
  host.deploy(newer);
  const other = await context.newPage();
  await other.goto(`${host.url}/`);
  const update = other.getByRole('button', { name: 'New version ready' });
  await update.waitFor({ timeout: 30_000 });
  const again = other.waitForEvent('load', { timeout: 30_000 });
  await update.click();
  await again;
  expect(await other.evaluate(() => fetch('build.json').then((answer) => answer.text()))).toContain('-newer');
  await expect(update).toHaveCount(0);
  // The first tab was left alone, and still gets the code that only its own version has.
  await expect(page.locator('.status-bar')).toBeVisible();
  const kept = await page.evaluate(
    async ([base, paths]) => Promise.all(paths.map(async (path) => (await fetch(`${base}/${path}`)).status)),
    [host.url, gone] as const
  );
  expect(new Set(kept)).toEqual(new Set([200]));

  await page.close();
  await expect
    .poll(() => other.reload().then(() => other.evaluate(() => caches.keys())), { intervals: [4000] })
    .not.toContain(older);
  rmSync(newer, { recursive: true });
});

test('a click brings the newer version also while another tab goes on asking for files', async ({
  page,
  context,
  host
}) => {
  const newer = test.info().outputPath('newer');
  makeNewerBuild(built, newer);
  await page.goto(`${host.url}/`);
  await controlled(page);
  host.deploy(newer);
  const other = await context.newPage();
  await other.goto(`${host.url}/`);
  const update = other.getByRole('button', { name: 'New version ready' });
  await update.waitFor({ timeout: 30_000 });
  await page.evaluate(() => void setInterval(() => void fetch('build.json'), 1000));
  await update.click();
  await expect(async () => {
    expect(await other.evaluate(() => fetch('build.json').then((answer) => answer.text()))).toContain('-newer');
  }).toPass({ intervals: [3000], timeout: 60_000 });
  rmSync(newer, { recursive: true });
});

test('with the next start a newer version is there', async ({ page, context, host }) => {
  const newer = test.info().outputPath('newer');
  makeNewerBuild(built, newer);
  await page.goto(`${host.url}/`);
  await controlled(page);
  host.deploy(newer);
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration?.update();
    await new Promise<void>((resolve) => {
      const look = () => (registration?.waiting ? resolve() : setTimeout(look, 50));
      look();
    });
  });
  // Loading again is no start: what is open stays as it is.
  await page.reload();
  const build = (of: Page) => of.evaluate(() => fetch('build.json').then((answer) => answer.text())).catch(() => '');
  expect(await build(page)).not.toContain('-newer');
  await page.close();
  await expect(async () => {
    const next = await context.newPage();
    await next.goto(`${host.url}/`);
    const text = await build(next);
    await next.close();
    expect(text).toContain('-newer');
  }).toPass();
  rmSync(newer, { recursive: true });
});

test('the rules of a deployment are those the host has now, and the last ones without it', async ({
  page,
  context,
  host
}) => {
  const rules = (minCell: number) => JSON.stringify({ format: 'phems-config/1', policy: { minCell } });
  const read = (of: Page) => of.evaluate(() => fetch('config.json').then((answer) => answer.text()));
  host.instead.set('config.json', rules(7));
  await page.goto(`${host.url}/`);
  await controlled(page);
  expect(await read(page)).toBe(rules(7));
  host.instead.set('config.json', rules(11));
  expect(await read(page)).toBe(rules(11));
  await page.close();
  await host.cut();
  const second = await context.newPage();
  await second.goto(`${host.url}/`);
  expect(await read(second)).toBe(rules(11));
});

test('Check finds what was changed or went missing, and Repair brings it', async ({ page, host }) => {
  await keepAll(page, host);
  await page.getByRole('button', { name: 'Check the files' }).click();
  await expect(page.getByText(/^\d+ files read, each as it was built\.$/)).toBeVisible();
  await page.evaluate(async () => {
    const [name = ''] = await caches.keys();
    const cache = await caches.open(name);
    const keys = await cache.keys();
    const wasm = keys.find(({ url }) => url.endsWith('.wasm'));
    const data = keys.find(({ url }) => url.endsWith('.csv'));
    if (wasm) await cache.delete(wasm);
    if (data) await cache.put(data, new Response('a,b\n1,2\n'));
  });
  await page.getByRole('button', { name: 'Check the files' }).click();
  await expect(page.getByText('1 file missing, 1 file changed.')).toBeVisible();
  await page.getByRole('button', { name: 'Repair' }).click();
  await expect(page.getByText('Every file is there again.')).toBeVisible();
  await page.getByRole('button', { name: 'Check the files' }).click();
  await expect(page.getByText(/^\d+ files read, each as it was built\.$/)).toBeVisible();
});

test('a window without caches says that it cannot keep the app, and works', async ({ page, host }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'caches', {
      get: () => ({ keys: () => Promise.reject(new DOMException('no', 'SecurityError')) })
    });
  });
  await page.goto(`${host.url}/settings`);
  await expect(page.getByText(/^This window cannot keep the app/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Check the files' })).toBeHidden();
});

test('plain http from another machine is said, and works', async ({ host }) => {
  const browser = await launchBrowser({ flags: ['--host-resolver-rules=MAP ward.test 127.0.0.1'] });
  try {
    const page = await browser.newPage({ locale: 'en-GB' });
    const url = host.url.replace('127.0.0.1', 'ward.test');
    await page.goto(`${url}/`);
    expect(await page.evaluate(() => isSecureContext)).toBe(false);
    await expect(page.getByText(/^This page came over plain http/)).toBeVisible();
    await openFirstSample(page);
    await waitUntilAllOk(page);
    await page.goto(`${url}/settings`);
    await expect(page.getByText(/^This address is plain http/)).toBeVisible();
  } finally {
    await browser.close();
  }
});

test('the page can be installed from any folder', async ({ page, host, context }) => {
  await page.goto(`${host.url}/`);
  const session = await context.newCDPSession(page);
  const { url, errors, data } = await session.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  expect(url).toBe(`${host.url}/manifest.webmanifest`);
  const manifest = JSON.parse(data ?? '') as {
    start_url: string;
    scope: string;
    icons: { src: string; sizes: string }[];
  };
  expect(new URL(manifest.scope, url).href).toBe(`${host.url}/`);
  for (const { src } of manifest.icons) {
    expect((await page.request.get(new URL(src, url).href)).status(), src).toBe(200);
  }
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  // Playwright's contexts are private windows, and that is all.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
});
