/**
 * Every selector that the measurements use, in one place.
 * @typedef {import('@playwright/test').Page} Page
 */

/** Cells by their state; `data-status` as in the look's table of states. */
export const cell = 'li.cell[data-status]';
const unfinished = ['none', 'running', 'stopping', 'queued', 'blocked', 'stale', 'edited', 'ask', 'failed', 'stopped'];
const badCells = unfinished.map((status) => `li.cell:not(.prose)[data-status="${status}"]`).join(', ');
export const chart = 'figure svg[role="img"]';
export const grid = '[role="grid"]';
export const gridRow = '[role="grid"] [role="row"] [role="gridcell"]';
export const editor = '.cm-content';

/** The second door of the gallery: opens the first sample and runs it. @param {Page} page */
export const openFirstSample = (page) =>
  page
    .getByRole('button', { name: 'Open and run' })
    .or(page.getByRole('link', { name: 'Open and run' }))
    .click();

/** @param {Page} page @param {number} [timeout] */
export async function waitUntilAllOk(page, timeout = 120_000) {
  await page.locator(cell).first().waitFor({ timeout });
  await page.waitForFunction(
    ({ all, bad }) => document.querySelectorAll(all).length > 0 && document.querySelectorAll(bad).length === 0,
    { all: cell, bad: badCells },
    { timeout }
  );
}

/** A notebook with nothing in it. */
export const newNotebookPath = '/notebook#new';
/** What drives a notebook without a person. */
export const runnerPath = '/notebook#runner';

/** @param {Page} page */
export async function waitForRunner(page) {
  await page.waitForFunction(() => window.phemsRunner !== undefined, undefined, { timeout: 60_000, polling: 50 });
}

/** The Stop of the bar. @param {Page} page */
export const stopButton = (page) => page.getByRole('button', { name: /^Stop/ }).first();

/** Opens the editor of a cell by its place, and puts the caret at the end. @param {Page} page @param {number} index */
export async function editCell(page, index) {
  const target = page.locator(cell).nth(index);
  await target.click();
  await page.keyboard.press('Enter');
  await waitForCaret(page);
  await page.keyboard.press('ControlOrMeta+End');
}

/** Adds an SQL cell at the end by the page's own button; the caret is in it. @param {Page} page */
export async function addSqlCell(page) {
  await page.getByRole('button', { name: 'Add SQL' }).last().click();
  await waitForCaret(page);
}

/** What is typed before the caret is there goes nowhere. @param {Page} page */
const waitForCaret = (page) =>
  page.waitForFunction((selector) => document.activeElement?.matches(selector), editor, { polling: 20 });

/** Writes over the text of the cell that has the caret. @param {Page} page @param {string} text */
export async function writeCell(page, text) {
  // What stands in the editor's place until it comes keeps keys, and no pasted text.
  await page.locator('.cm-content:focus').waitFor();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(text);
}

/** Runs the cell that is being edited. @param {Page} page */
export const runCell = (page) => page.keyboard.press('Shift+Enter');

/** Takes what the import dialog proposes, and waits until it has gone. @param {Page} page */
export async function acceptImport(page) {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /^Read/ }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/**
 * A real drop of files and folders of the disk, through the browser's own protocol: a made-up event would carry no
 * folder and no handle.
 * @param {Page} page @param {readonly string[]} files
 */
export async function drop(page, files) {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  for (const type of /** @type {const} */ (['dragEnter', 'dragOver', 'drop'])) {
    await session.send('Input.dispatchDragEvent', { type, x: 700, y: 450, data });
  }
  await session.detach();
}

/**
 * The one click at the gate, with a reason where it asks for one.
 * @param {Page} page
 */
export async function passGate(page) {
  const gate = page.getByRole('alertdialog');
  await gate.locator('section[aria-busy="false"]').waitFor();
  const reason = gate.getByRole('textbox');
  if ((await reason.count()) > 0) await reason.fill('Looked through for this test');
  await gate.getByRole('button', { name: 'Let it out' }).click();
}

/**
 * What somebody asks for, once it has passed the gate.
 * @param {Page} page
 * @param {() => Promise<unknown>} ask
 * @returns {Promise<import('@playwright/test').Download>}
 */
export async function saved(page, ask) {
  const coming = page.waitForEvent('download');
  await ask();
  await passGate(page);
  return coming;
}
