import { readFileSync } from 'node:fs';
import { expect, test as plain, type Locator, type Page } from '@playwright/test';
import { cell, passGate, saved } from '../../scripts/acceptance/page.mjs';

/** What a page did that no page of ours may do. */
export interface Watch {
  /** Errors of the console, of scripts, and refusals of the policy. */
  readonly problems: string[];
  /** Requests to any other host. */
  readonly foreign: string[];
  /** Set by a test that attacks: then both lists are its own matter. */
  expectsRefusals: boolean;
}

/** Every test of a page also tests that it stays silent and asks no other host. */
export const test = plain.extend<{ watch: Watch }>({
  watch: [
    async ({ context, baseURL }, use) => {
      const watch: Watch = { problems: [], foreign: [], expectsRefusals: false };
      const origin = new URL(baseURL ?? '').origin;
      context.on('console', (message) => {
        if (message.type() === 'error') watch.problems.push(message.text());
      });
      context.on('weberror', (error) => watch.problems.push(error.error().message));
      context.on('request', (request) => {
        const url = request.url();
        if (!/^(blob|data|about):/.test(url) && new URL(url).origin !== origin) watch.foreign.push(url);
      });
      await use(watch);
      if (watch.expectsRefusals) return;
      expect(watch.foreign, 'requests to other hosts').toEqual([]);
      expect(watch.problems, 'errors in the console').toEqual([]);
    },
    { auto: true }
  ]
});

export { expect };

/** `npm run test:full`: every one of what is alike, where the quick run takes some. */
export const full = Boolean(process.env['PHEMS_FULL']);

/** Cells of the open notebook, in order. */
export const cells = (page: Page) => page.locator(cell);

/** A cell by its name. */
export const named = (page: Page, id: string) =>
  page.locator(cell).filter({ has: page.locator(`code.name:text-is("${id}")`) });

/** The text of a cell of code: an editor where somebody works in it, else what stands in its place. */
export const codeOf = (cell: Locator) => cell.getByRole('textbox', { name: /editor/ });

/** What stands over a cell of code: its name, kind and state. */
export const headOf = (cell: Locator) => cell.locator('header.head');

/** Back from the editor to the cell. A list of completions that just opened takes the first Esc. */
export async function leaveEditor(page: Page): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Escape');
    await expect(page.locator('.cell[data-status="editing"]')).toHaveCount(0, { timeout: 250 });
    await expect(page.locator('.cell .frame:focus')).toHaveCount(1, { timeout: 250 });
  }).toPass();
}

/** Opens a text as if somebody had sent it: by the gallery's own door. */
export async function openText(page: Page, text: string, name = 'sent.md', gallery = '/'): Promise<void> {
  await page.goto(gallery);
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open a file' }).click();
  await (await choosing).setFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) });
  await page.waitForURL(/#id=/);
  await cells(page).first().waitFor();
}

/** The notebook as its menu saves it: in our own format, or in that of an item's name. */
export async function downloaded(page: Page, item = 'Save as Markdown'): Promise<string> {
  return leftText(page, async () => {
    await page.getByRole('banner').getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: item }).click();
  });
}

/** The text of a file that somebody asks for, once it has passed the gate. */
export async function leftText(page: Page, ask: () => Promise<unknown>): Promise<string> {
  return readFileSync(await leftFile(page, ask), 'utf8');
}

/** Where such a file lies. */
export async function leftFile(page: Page, ask: () => Promise<unknown>): Promise<string> {
  return (await saved(page, ask)).path();
}

export { passGate, saved };
