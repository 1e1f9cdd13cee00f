import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import {
  addSqlCell,
  chart,
  gridRow,
  openFirstSample,
  runCell,
  saved,
  waitUntilAllOk,
  writeCell
} from '../../scripts/acceptance/page.mjs';
import { expect, Host, keepAll, others, Stick, test, type Away } from './offline-site';
import { figureAndDrawing } from './own-code';
import { named, openText } from './watched';

test.use({ serviceWorkers: 'allow' });

const own = `---
title: Without a network
format: 1
---
${figureAndDrawing}
\`\`\`chart id=bars
from: t
mark: bar
x: x
y: y
\`\`\`
`;

/** Each is one thing that has to work with the server stopped. */
const parts: [what: string, check: (page: Page, site: Away) => Promise<void>][] = [
  [
    'gallery',
    async (page, site) => {
      const response = await page.goto(`${site.url}/`);
      expect(response?.fromServiceWorker()).toBe(true);
      await expect(page.getByRole('heading', { name: 'First look at a PICU' })).toBeVisible();
      await expect(page.getByText(/build [0-9a-f]{8}/)).toBeVisible();
    }
  ],
  [
    'a sample with DuckDB and its charts',
    async (page) => {
      await openFirstSample(page);
      await waitUntilAllOk(page);
      await expect(page.locator(chart)).toHaveCount(3);
      await expect(page.getByText('Offline ready')).toBeVisible();
    }
  ],
  [
    'a js cell, Plot of a js cell, a chart cell',
    async (page, site) => {
      await openText(page, own, 'own.md', `${site.url}/`);
      await page.getByRole('button', { name: /^Read the code/ }).click();
      const allow = page.getByRole('dialog').getByRole('button', { name: /^Allow/ });
      await allow.click();
      await waitUntilAllOk(page);
      // 0² + 1² + … + 19² = 19 · 20 · 39 / 6
      await expect(named(page, 'total').locator('.code-output')).toContainText('2470');
      await expect(named(page, 'drawing').locator('.code-output circle')).toHaveCount(20);
      await expect(named(page, 'bars').locator(chart)).toBeVisible();
    }
  ],
  [
    'the editor, and a new SQL cell',
    async (page) => {
      await addSqlCell(page);
      await writeCell(page, 'select sum(x) as n from t');
      await runCell(page);
      // 0 + 1 + … + 19
      await expect(page.locator(gridRow).filter({ hasText: /^190$/ })).toBeVisible();
    }
  ],
  [
    'a report through the gate, and its entry in the ledger',
    async (page, site) => {
      await page.getByRole('banner').getByRole('button', { name: 'More' }).click();
      await page.getByRole('menuitem', { name: 'HTML report …' }).click();
      const dialog = page.getByRole('dialog', { name: 'Save an HTML report' });
      await saved(page, () => dialog.getByRole('button', { name: 'Save report' }).click());
      await page.goto(`${site.url}/ledger`);
      await expect(page.getByText(/1 entry, unbroken/)).toBeVisible();
    }
  ],
  [
    'settings: every kept file read and found as it was built',
    async (page, site) => {
      await page.goto(`${site.url}/settings`);
      await expect(page.getByText(/Offline ready: (\d+) of \1 files/)).toBeVisible();
      await page.getByRole('button', { name: 'Check the files' }).click();
      await expect(page.getByText(/^\d+ files read, each as it was built\.$/)).toBeVisible();
    }
  ],
  [
    'an address that was never opened, and one that nobody knows',
    async (page, site) => {
      await page.goto(`${site.url}/notebook/#new`);
      await expect(page).toHaveURL(/\/notebook#(new|id=.*)$/);
      await page.goto(`${site.url}/nowhere/at/all?x=1`);
      await expect(page).toHaveURL(`${site.url}/`);
    }
  ]
];

const sites: [name: string, open: (folder: string) => Promise<Away>][] = [
  ['the site as built', () => Host.open('/a/b')],
  [
    'the site as zip, unfolded and started by start.sh',
    async (folder) => {
      const stick = await Stick.open(folder);
      execFileSync('sha256sum', ['--quiet', '--check', 'SHA256SUMS'], { cwd: join(folder, 'phems-notebook') });
      return stick;
    }
  ]
];

for (const [name, open] of sites) {
  test(`offline: ${name}: with the server stopped the second visit works`, async ({ page, context }, info) => {
    test.setTimeout(180_000);
    const site = await open(info.outputPath('site'));
    try {
      await keepAll(page, site);
      await page.close();
      const asked = await site.cut();
      const second = await context.newPage();
      const foreign: string[] = [];
      second.on('request', (request) => {
        if (/^(https?|wss?):/.test(request.url()) && !request.url().startsWith(site.url)) foreign.push(request.url());
      });
      for (const [what, check] of parts) {
        await test.step(what, () => check(second, site));
        info.annotations.push({ type: 'checked', description: `${name}: ${what}` });
      }
      expect(foreign).toEqual([]);
      expect(others(asked, site)).toEqual([]);
    } finally {
      await site.close();
    }
  });
}
