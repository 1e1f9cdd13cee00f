import { recordRequests } from './network.mjs';

/**
 * @typedef {import('./contract').NotebookOutcome} NotebookOutcome
 * @typedef {import('./contract').RunnerResult} RunnerResult
 *
 * @typedef {object} Job
 * @property {string} name what the notebook is called in the answer
 * @property {string} text its Markdown
 * @property {readonly {path: string, folder: boolean}[]} [data]
 * @property {number} [rows]
 * @property {number} [timeoutSeconds]
 * @property {(page: import('@playwright/test').Page) => Promise<unknown>} [prepare] called with the page before it loads
 */

/** How long the page may take to answer after its time was up. */
const lastWordMs = 5_000;

/**
 * Runs one notebook in a page of its own: no storage, no cache of another notebook.
 * @param {{browser: import('@playwright/test').Browser, siteUrl: string}} place
 * @param {Job} job
 * @returns {Promise<NotebookOutcome>}
 */
export async function runNotebook(
  { browser, siteUrl },
  { name, text, data = [], rows = 100, timeoutSeconds = 300, prepare }
) {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 900 } });
  const requests = recordRequests(context);
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(timeoutSeconds * 1000);
    page.on('pageerror', (error) => console.error(`${name}: a mistake in the page: ${error.message}`));
    await prepare?.(page);
    const work = drive(page, siteUrl, { text, data, rows });
    const result = await Promise.race([work, crash(page), deadline(timeoutSeconds, page, rows)]);
    // Once the race is lost its failure is nobody's concern any more.
    work.catch(() => {});
    return { notebook: name, ...result, requests, egress: result.egress ?? [] };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { notebook: name, cells: [], error: { message: firstLine(message) }, requests, egress: [] };
  } finally {
    await context.close().catch(() => {});
  }
}

/**
 * @param {import('@playwright/test').Page} page
 * @param {string} siteUrl
 * @param {{text: string, data: readonly {path: string, folder: boolean}[], rows: number}} job
 * @returns {Promise<RunnerResult & {error?: {message: string}}>}
 */
async function drive(page, siteUrl, { text, data, rows }) {
  await page.goto(`${siteUrl}/notebook#runner`);
  // By the clock: in a page without animation frames the default would wait for ever.
  await page.waitForFunction(() => window.phemsRunner !== undefined, undefined, { polling: 50 });
  await page.evaluate((source) => window.phemsRunner?.open(source), text);
  /** @type {import('./contract').Problem[]} */
  const problems = [];
  for (const { path, folder } of data) {
    const input = folder ? '#runner-folder' : '#runner-files';
    await page.setInputFiles(input, path);
    const answer = await page.evaluate(() => window.phemsRunner?.attach());
    // Emptied, so that the next `attach` does not take the same file for a second one.
    await page.locator(input).evaluate((element) => {
      /** @type {HTMLInputElement} */ (element).value = '';
    });
    problems.push(...(answer?.problems ?? []));
  }
  const result = await page.evaluate((options) => window.phemsRunner?.run(options), { rows });
  if (!result) throw new Error('The page left before the notebook had run.');
  return { ...result, problems: [...problems, ...(result.problems ?? [])] };
}

/** @param {import('@playwright/test').Page} page @returns {Promise<never>} */
const crash = (page) =>
  new Promise((_, reject) => {
    page.on('crash', () => reject(new Error('The browser ended the page: it ran out of memory or crashed.')));
  });

/**
 * @param {number} seconds
 * @param {import('@playwright/test').Page} page
 * @param {number} rows
 * @returns {Promise<RunnerResult & {error: {message: string}}>}
 */
function deadline(seconds, page, rows) {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      /** @type {Promise<RunnerResult>} */
      const silence = new Promise((answer) => setTimeout(() => answer({ cells: [] }), lastWordMs).unref());
      const asked = page
        .evaluate((options) => window.phemsRunner?.snapshot?.(options), { rows })
        .catch(() => undefined);
      void Promise.race([asked, silence]).then((snapshot) => resolve(unfinished(snapshot ?? { cells: [] }, seconds)));
    }, seconds * 1000);
    timer.unref();
  });
}

/**
 * @param {RunnerResult} snapshot
 * @param {number} seconds
 * @returns {RunnerResult & {error: {message: string}}}
 */
export function unfinished(snapshot, seconds) {
  const running = snapshot.cells.filter((cell) => cell.status === 'running').map((cell) => cell.id);
  const cells = snapshot.cells.map((cell) => {
    if (cell.status !== 'running' && cell.status !== 'waiting') return cell;
    const verb = cell.status === 'running' ? 'Still running' : 'Not yet run';
    return { ...cell, status: /** @type {const} */ ('error'), error: { message: `${verb} after ${seconds} s.` } };
  });
  const which = running.length > 0 ? `Still running: ${running.join(', ')}.` : 'The page gave no answer in time.';
  return { ...snapshot, cells, error: { message: `Not done after ${seconds} s. ${which}` } };
}

/** @param {string} message */
const firstLine = (message) => message.replace(/^page\.\w+: /, '').split('\n', 1)[0] ?? message;

/** @param {NotebookOutcome} outcome @returns {boolean} */
export const isClean = ({ cells, error, problems = [] }) =>
  !error && problems.length === 0 && cells.every(({ status }) => status === 'ok' || status === 'skipped');
