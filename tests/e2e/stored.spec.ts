import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { addSqlCell, writeCell } from '../../scripts/acceptance/page.mjs';
import { cells, codeOf, expect, leftFile, leftText, named, openText, passGate, test } from './watched';

const notebook = (title: string, sql: string) =>
  `---\ntitle: ${title}\nformat: 1\n---\n\`\`\`sql id=a\n${sql}\n\`\`\`\n`;

async function menu(page: Page, item: string): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

/** Types at the end of cell `a`, once the caret is there. */
async function typeInto(page: Page, text: string): Promise<void> {
  await codeOf(named(page, 'a')).click();
  await expect(page.locator('.cm-content:focus')).toHaveCount(1);
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.insertText(text);
}

async function bringIn(page: Page, buffer: Buffer): Promise<void> {
  await page.goto('/settings');
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Bring in a file' }).click();
  await (await choosing).setFiles({ name: 'all.zip', mimeType: 'application/zip', buffer });
}

test('everything stored goes into one zip; brought in where it differs, nothing here is written over', async ({
  page,
  browser,
  baseURL
}) => {
  await openText(page, notebook('Lactate', 'select 1 as first'));
  await menu(page, 'Save a version');
  await expect(page.locator('.saved')).toHaveText(/^Saved|^$/);
  await openText(page, notebook('Sodium', 'select 2 as second'));
  await page.goto('/settings');
  await expect(page.getByRole('meter', { name: 'Space used' })).toBeVisible();
  const zip = readFileSync(await leftFile(page, () => page.getByRole('button', { name: 'Save everything' }).click()));
  await expect(page.getByText(/^2 notebooks in one file/)).toBeVisible();

  // One of them changes here afterwards.
  await page.goto('/');
  await page.getByRole('link', { name: /Lactate/ }).click();
  await typeInto(page, ', 9 as mine');
  await expect(page.locator('.saved')).toHaveText(/^Saved/);
  await bringIn(page, zip);
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('1 is here with another text');
  await dialog.getByRole('button', { name: 'Bring in' }).click();
  await expect(page.getByText(/^1 notebook and \d+ versions? came in\./)).toBeVisible();
  await page.goto('/');
  await page.getByRole('link', { name: /^Lactate \(from the file\)/ }).click();
  await expect(codeOf(named(page, 'a'))).toHaveText('select 1 as first');
  await page.goto('/');
  await page.getByRole('link', { name: /^Lactate(?! \()/ }).click();
  await expect(codeOf(named(page, 'a'))).toHaveText('select 1 as first, 9 as mine');

  // Another browser has nothing yet: all of it comes in.
  const other = await (await browser.newContext({ baseURL: baseURL ?? '' })).newPage();
  await bringIn(other, zip);
  await other.getByRole('dialog').getByRole('button', { name: 'Bring in' }).click();
  await expect(other.getByText(/^2 notebooks and/)).toBeVisible();
  await other.goto('/');
  await other.getByRole('link', { name: /Sodium/ }).click();
  await expect(codeOf(named(other, 'a'))).toHaveText('select 2 as second');
  await other.context().close();
});

test('notebooks kept by the first version of the store are opened by this one', async ({ page }) => {
  // The database as the first version made it: no tenants, no versions, no Bin, no links; typing still in the journal.
  await page.route('**/first-store', (route) => route.fulfill({ contentType: 'text/html', body: '<p>empty' }));
  await page.goto('/first-store');
  await page.evaluate(
    (text) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('phems-notebook', 1);
        opening.onupgradeneeded = () => {
          const database = opening.result;
          database.createObjectStore('notebooks', { keyPath: 'id' }).createIndex('opened', 'opened');
          database.createObjectStore('texts', { keyPath: 'id' });
          database.createObjectStore('journal', { autoIncrement: true }).createIndex('id', 'id');
          database.createObjectStore('files', { keyPath: ['id', 'path'] }).createIndex('id', 'id');
        };
        opening.onerror = () => reject(new Error('not opened'));
        opening.onsuccess = () => {
          const database = opening.result;
          const writing = database.transaction(['notebooks', 'texts', 'journal', 'files'], 'readwrite');
          writing.objectStore('notebooks').put({
            id: 'first1',
            title: 'From the first version',
            opened: 1760000000000,
            changed: 1760000000000,
            cells: 1,
            sizeBytes: text.length,
            trusted: true,
            damaged: false,
            origin: undefined
          });
          writing.objectStore('texts').put({ id: 'first1', text });
          writing.objectStore('journal').put({ id: 'first1', index: 0, text: 'select 1 as first, 2 as typed' });
          writing.objectStore('files').put({ id: 'first1', path: 'labs.csv', sizeBytes: 12, modified: 1760000000000 });
          writing.oncomplete = () => {
            database.close();
            resolve();
          };
        };
      }),
    notebook('From the first version', 'select 1 as first')
  );
  await page.goto('/');
  await page.getByRole('link', { name: /From the first version/ }).click();
  await expect(codeOf(named(page, 'a'))).toHaveText('select 1 as first, 2 as typed');
  await expect(page.getByRole('complementary', { name: 'Data panel' })).toContainText('labs.csv');
  // What is new since then works with it: versions, the Bin, a writer.
  await typeInto(page, ', 3 as now');
  await expect(page.locator('.saved')).toHaveText(/^Saved/);
  await menu(page, 'Versions and Bin');
  await expect(page.getByText('As it was left')).toBeVisible();
  await page.reload();
  await expect(codeOf(named(page, 'a'))).toHaveText('select 1 as first, 2 as typed, 3 as now');
});

test('a file on disk follows the notebook; changed outside it is compared, never written over', async ({ page }) => {
  // A file of the site's own disk stands for one that the person chose: the same kind of handle, without the window.
  await page.addInitScript(() => {
    const picked = async () => (await navigator.storage.getDirectory()).getFileHandle('ours.md', { create: true });
    Object.assign(window, {
      showSaveFilePicker: picked,
      onDisk: async (text?: string) => {
        // Between the old file and the one that takes its place there is none: whoever waits asks again.
        if (text === undefined) {
          const read = async () => (await (await picked()).getFile()).text();
          return read().catch(() => '');
        }
        const handle = await picked();
        const writing = await handle.createWritable();
        await writing.write(text);
        await writing.close();
        return text;
      }
    });
  });
  const onDisk = (text?: string) =>
    page.evaluate((given) => (window as unknown as { onDisk: (text?: string) => Promise<string> }).onDisk(given), text);
  await openText(page, notebook('Shared', 'select 1 as mine'));
  await menu(page, 'Also save to a file on disk …');
  const gate = page.getByRole('alertdialog');
  await expect(gate).toContainText('each change of it from now on');
  expect(await onDisk()).toBe('');
  await passGate(page);
  await expect.poll(() => onDisk()).toContain('select 1 as mine');
  await typeInto(page, ', 2 as later');
  await expect.poll(() => onDisk()).toContain('select 1 as mine, 2 as later');

  const theirs = notebook('Shared', 'select 7 as theirs');
  await onDisk(theirs);
  await page.keyboard.insertText(', 3 as more');
  const bar = page.getByRole('status').filter({ hasText: 'has changed on disk' });
  await expect(bar).toContainText('It is not written over');
  expect(await onDisk()).toBe(theirs);
  await page.reload();
  await bar.getByRole('button', { name: 'See the differences' }).click();
  const panel = page.getByRole('complementary', { name: 'Versions' });
  await expect(panel).toContainText('select 7 as theirs');
  await panel.getByRole('button', { name: 'Keep both' }).click();
  await expect(cells(page)).toHaveCount(2);
  await expect(codeOf(named(page, 'a'))).toHaveText('select 1 as mine, 2 as later, 3 as more');
  await expect(codeOf(named(page, 'a_2'))).toHaveText('select 7 as theirs');
  // The file had theirs before: mine in it says that it was written.
  await expect.poll(() => onDisk()).toContain('3 as more');
  await expect.poll(() => onDisk()).toContain('select 7 as theirs');
});

test('damaged text: its bytes stay, the lines are named, and nothing changes until a copy is saved', async ({
  page
}) => {
  const text = '---\ntitle: Cut\nformat: 1\n---\nProse\n\n```sql id=a\nselect 1 as kept\n';
  await openText(page, text);
  const address = page.url();
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('1 line was not understood');
  await page.getByText('Which lines?').click();
  await expect(page.getByText('Line 7:')).toBeVisible();
  // Read-only: no key changes anything, and the file as it came goes out.
  await cells(page).last().locator('.head').click();
  await page.keyboard.press('d');
  await page.keyboard.press('d');
  await expect(cells(page)).toHaveCount(2);
  expect(await leftText(page, () => alert.getByRole('button', { name: 'Download' }).click())).toBe(text);

  await alert.getByRole('button', { name: 'Save a copy' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await addSqlCell(page);
  await writeCell(page, 'select 2 as mine');
  await expect(page.locator('.saved')).toHaveText(/^Saved/);
  await page.goto(address);
  await expect(page.getByRole('alert')).toContainText('1 line was not understood');
  await expect(cells(page)).toHaveCount(2);
});
