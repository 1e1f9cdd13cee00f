import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test as plain, type Page } from '@playwright/test';
import { launchBrowser } from '../../scripts/browser.mjs';
import { chart, openFirstSample, waitUntilAllOk } from '../../scripts/acceptance/page.mjs';
import { makeNewerBuild } from './newer-build';
import { built, controlled, Host, keepAll } from './offline-site';

/** Each test has a host of its own, in a sub-folder, and a page that keeps silent. */
const test = plain.extend<{ host: Host; problems: string[] }>({
  // eslint-disable-next-line no-empty-pattern -- the runner wants a pattern
  host: async ({}, use) => {
    const host = await Host.open('/a/b');
    await use(host);
    await host.close();
  },
  problems: [
    async ({ context }, use) => {
      const problems: string[] = [];
      context.on(
        'console',
        (message) => void (message.type() === 'error' && problems.push(`${message.text()} ${message.location().url}`))
      );
      context.on('weberror', (error) => problems.push(error.error().message));
      await use(problems);
      expect(problems).toEqual([]);
    },
    { auto: true }
  ]
});
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

test('with the server stopped the second visit has the gallery, a sample with DuckDB and its chart', async ({
  page,
  context,
  host
}) => {
  await keepAll(page, host);
  await page.close();
  await host.close();

  const second = await context.newPage();
  const response = await second.goto(`${host.url}/`);
  expect(response?.fromServiceWorker()).toBe(true);
  expect(response?.headers()['content-security-policy']).toContain("default-src 'none'");
  expect(response?.headers()['permissions-policy']).toContain('camera=()');
  await openFirstSample(second);
  await waitUntilAllOk(second);
  await expect(second.locator(chart).first()).toBeVisible();
  await expect(second.getByText('Offline ready')).toBeVisible();
  // A page that was kept by its address opens, too; one that never was leads home.
  await second.goto(`${host.url}/notebook/#new`);
  await expect(second).toHaveURL(/\/a\/b\/notebook#(new|id=.*)$/);
  await second.goto(`${host.url}/nowhere/at/all?x=1`);
  await expect(second).toHaveURL(`${host.url}/`);
});

test('what a page puts into an address never reaches the own host', async ({ page, host, problems }) => {
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
      URL.createObjectURL(
        new Blob([`fetch('${base}/${canary}').finally(() => postMessage(1))`], { type: 'text/javascript' })
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

/** The list as it stands in the built worker. */
function siteInWorker(): string {
  const code = readFileSync(join(built, 'service-worker.js'), 'utf8');
  const found = /"\{\\"version\\":(?:[^"\\]|\\.)*"/.exec(code)?.[0] ?? '""';
  return JSON.parse(found) as string;
}
