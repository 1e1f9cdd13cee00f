import type { Page } from '@playwright/test';
import { waitUntilAllOk } from '../../scripts/acceptance/page.mjs';
import { expectAccessible } from './axe';
import { withoutPicker } from './keyboard';
import { cells, downloaded, expect, named, openText, test } from './watched';

/** Every kind of cell with a result, and cells that failed, wait, are off or stale. */
const everything = `---
title: Every kind and every state
format: 1
---
# Every kind

Prose with a [link](#a), *emphasis*, \`code\`, a list and a table.

- one
- two

| age | n |
|----:|--:|
|   1 | 2 |

\`\`\`simulate id=picu
use: picu-sepsis
persons: 40
seed: 1
tables: [hours, person, visit_occurrence]
\`\`\`

\`\`\`input id=maxAge
type: range
label: Age below
min: 1
max: 216
value: 216
unit: months
\`\`\`

\`\`\`input id=unit
type: select
label: Unit
options: [general, neonatal]
value: general
\`\`\`

\`\`\`input id=signs
type: multi-select
label: Vital signs
options: [heart rate, temperature]
value: [heart rate]
\`\`\`

\`\`\`input id=since
type: date
label: Admitted since
value: 2026-01-15
\`\`\`

\`\`\`input id=surgical
type: toggle
label: After surgery only
value: true
\`\`\`

\`\`\`sql id=hourly
select hospital, hour, age_months, heart_rate, lactate from picu_hours where age_months < \${maxAge}
\`\`\`

\`\`\`chart id=rates
from: hourly
mark: line
x: hour
y: heart_rate
color: hospital
aggregate: median
title: Heart rate by hour
\`\`\`

\`\`\`chart id=spread
from: hourly
mark: box
x: lactate
y: hospital
\`\`\`

\`\`\`cohort id=infants
from: picu_visit_occurrence
person: picu_person
entry: {called: admissions, occurrence: first}
steps:
  - age: {max: 23, unit: months}
    out: older children
\`\`\`

\`\`\`sql id=nothing
select * from picu_hours where hour < 0
\`\`\`
`;

const states = `
\`\`\`sql id=wrong
select no_such_column from picu_hours
\`\`\`

\`\`\`sql id=waits
select * from wrong
\`\`\`

\`\`\`sql id=asleep off=true
select 1 as n
\`\`\`
`;

async function openEverything(page: Page): Promise<void> {
  await openText(page, everything);
  await waitUntilAllOk(page, 60_000);
  await expect(page.locator('figure svg[role="img"]')).not.toHaveCount(0);
}

// Each walks through a whole notebook: on a busy machine that takes its time.
test.setTimeout(240_000);

test('axe: the gallery, with a notebook to continue, and the settings', async ({ page }) => {
  await openText(page, '# Kept\n');
  await page.goto('/');
  await expect(page.getByRole('link', { name: /Kept|Untitled/ })).toBeVisible();
  await expectAccessible(page, 'gallery');
  await page.goto('/settings');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectAccessible(page, 'settings');
});

test('axe: a notebook with results of every kind, cells selected and edited, tables for charts', async ({ page }) => {
  await openEverything(page);
  await expectAccessible(page, 'results');
  // By key: cells that come into view get their true height, and a button moves under the pointer.
  for (const [cell, button] of [
    ['rates', 'Show as table'],
    ['infants', 'Form'],
    ['rates', 'Form'],
    ['spread', 'Text']
  ] as const) {
    await named(page, cell).getByRole('button', { name: button, exact: true }).press('Enter');
  }
  await expect(named(page, 'spread').getByRole('textbox', { name: /editor/ })).toBeVisible();
  await expectAccessible(page, 'forms and texts');
});

test('axe: cells that failed, wait, are off or stale; data panel, versions, menus', async ({ page }) => {
  await openText(page, `${everything}${states}`);
  await expect(named(page, 'wrong')).toHaveAttribute('data-status', 'failed', { timeout: 60_000 });
  await expect(named(page, 'waits')).toHaveAttribute('data-status', 'blocked');
  await page.getByRole('treeitem').first().press('ArrowRight');
  await expectAccessible(page, 'states and data panel');
  await page.getByRole('banner').getByRole('button', { name: 'More' }).click();
  await expectAccessible(page, 'menu', '[role="menu"]');
  await page.getByRole('menuitem', { name: /^Save a version/ }).click();
  await page.getByRole('banner').getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: /^Versions/ }).click();
  await expect(page.locator('aside.side')).toBeVisible();
  await expectAccessible(page, 'versions', 'aside.side');
});

test('axe: every dialog', async ({ page }) => {
  await withoutPicker(page);
  await openText(page, '# Dialogs\n\n```sql id=one\nselect 1 as n\n```\n');
  await waitUntilAllOk(page);
  const dialog = page.getByRole('dialog');
  const close = async () => {
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  };
  await cells(page).nth(1).locator('.frame').focus();
  await page.keyboard.press('b');
  await expect(dialog).toBeVisible();
  await expectAccessible(page, 'kinds', 'dialog');
  await close();

  await cells(page).nth(1).locator('.actions').getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  await dialog.getByRole('textbox').fill('not a name');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toBeVisible();
  await expectAccessible(page, 'rename, refused', 'dialog');
  await close();

  await page.getByRole('banner').getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: /link/i }).click();
  await expect(dialog.getByRole('textbox')).toBeVisible();
  await expectAccessible(page, 'link', 'dialog');
  await close();

  const ipynb = await downloaded(page, 'Save for Jupyter (.ipynb)');
  const foreign = JSON.parse(ipynb) as { cells: unknown[] };
  foreign.cells.push({ cell_type: 'code', metadata: {}, source: 'print(1)', outputs: [], execution_count: 1 });
  await openText(page, JSON.stringify(foreign), 'theirs.ipynb');
  await page.getByRole('button', { name: 'Show what changed' }).click();
  await expect(dialog).toBeVisible();
  await expectAccessible(page, 'report of an import', 'dialog');
  await close();

  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('complementary').getByRole('button', { name: 'Add files' }).click();
  const text = `day;weight\n03/04/2021;4,5\n05/06/2021;4,75\n${'07/08/2021;wide;3\n'.repeat(2)}`;
  await (
    await choosing
  ).setFiles([
    { name: 'days.csv', mimeType: 'text/csv', buffer: Buffer.from(text) },
    { name: 'plain.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n1,x\n2,y\n') }
  ]);
  await expect(dialog.getByRole('button', { name: /^Read/ })).toBeVisible();
  await expect(dialog.getByText(/^Reading .+ …$/)).toHaveCount(0);
  await expectAccessible(page, 'import', 'dialog');
});

test('editors and data are kept from translation and spelling services, and the page says its language', async ({
  page
}) => {
  await openText(page, '```sql id=one\nselect 1 as n\n```\n');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.evaluate(() => localStorage.setItem('phems-settings', JSON.stringify({ language: 'fi' })));
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'fi');
  await expect(page.locator('html')).toHaveAttribute('translate', 'no');
  await page.locator('.static, .cm-content').first().click();
  const editor = page.locator('.cm-content');
  await expect(editor).toHaveAttribute('aria-label', 'Muokkain, SQL, solu one, 1 / 1');
  for (const [name, value] of [
    ['spellcheck', 'false'],
    ['autocomplete', 'off'],
    ['autocapitalize', 'off'],
    ['translate', 'no']
  ] as const) {
    await expect(editor).toHaveAttribute(name, value);
  }
  for (const field of await page.locator('input[type="text"], input[type="search"], textarea').all()) {
    await expect(field).toHaveAttribute('spellcheck', 'false');
  }
});
