import { writeFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { code } from '../../../tests/attacks/tricks/code.mjs';
import { hostileFiles } from '../../../tests/attacks/tricks/files.mjs';
import { markup } from '../../../tests/attacks/tricks/markup.mjs';
import { chartNotebook, hostileNotebook, jupyter, names, notebook } from '../../../tests/attacks/tricks/names.mjs';
import { sql } from '../../../tests/attacks/tricks/sql.mjs';
import { acceptImport, cell, drop, newNotebookPath, runnerPath, waitForRunner } from '../page.mjs';

/** Tricks by their sort: each sort reaches the listener in a way of its own where no wall stands. */
export const lists = { markup, names, code, sql };

/**
 * @typedef {import('@playwright/test').Page} Page
 * @typedef {import('../../../tests/attacks/tricks/markup.mjs').Trick} Trick
 * @typedef {{name: string, sort: keyof typeof lists, open: (page: Page, site: string, tricks: readonly Trick[],
 *   at: string, context: import('../context.mjs').Context) => Promise<void>}} Way
 */

/** @param {Page} page @param {string} site @param {string} name @param {string} text */
async function openFile(page, site, name, text) {
  await page.goto(`${site}/`);
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open a file' }).click();
  await (await choosing).setFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) });
  await page.waitForURL(/#id=/);
  await page.locator(cell).first().waitFor();
}

/** Runs everything as if its owner had asked for it, drawn or not. @param {Page} page @param {string} site @param {string} text */
async function runAll(page, site, text) {
  await page.goto(`${site}${runnerPath}`);
  await waitForRunner(page);
  const outcome = await page.evaluate(async (source) => {
    await window.phemsRunner?.open(source);
    return window.phemsRunner?.run({ rows: 5 });
  }, text);
  // What nobody runs tries nothing.
  const untried = outcome?.cells.filter(({ error }) => error?.code === 'cell-kind-unknown') ?? [];
  if (!outcome || untried.length > 0) throw new Error(`${untried.length} cells were not run`);
}

const prose = (/** @type {readonly Trick[]} */ tricks) =>
  notebook(
    'Prose',
    tricks.map(({ name, text }) => `<!-- cell -->\n**${name}**\n\n${text}\n`)
  );
const fenced = (/** @type {string} */ kind, /** @type {readonly Trick[]} */ tricks) =>
  notebook(
    'Cells',
    tricks.map(({ text }, n) => `\`\`\`${kind} id=c${n}\n${text}\n\`\`\``)
  );

/** @type {readonly Way[]} */
export const ways = [
  {
    name: 'js cell',
    sort: 'code',
    open: (page, site, tricks) => runAll(page, site, fenced('js', tricks))
  },
  {
    name: 'markup of a js cell',
    sort: 'markup',
    open: (page, site, tricks) =>
      runAll(
        page,
        site,
        notebook(
          'Markup',
          tricks.map(({ text }, n) => `\`\`\`js id=m${n}\nhtml([${JSON.stringify(text)}])\n\`\`\``)
        )
      )
  },
  { name: 'SQL', sort: 'sql', open: (page, site, tricks) => runAll(page, site, fenced('sql', tricks)) },
  { name: 'Markdown', sort: 'markup', open: (page, site, tricks) => openFile(page, site, 'a.md', prose(tricks)) },
  { name: 'chart', sort: 'names', open: (page, site, tricks) => openFile(page, site, 'a.md', chartNotebook(tricks)) },
  {
    name: 'notebook file',
    sort: 'names',
    open: (page, site, tricks) => openFile(page, site, 'a.md', hostileNotebook(tricks))
  },
  {
    name: 'data file',
    sort: 'names',
    open: async (page, site, tricks, at, context) => {
      await page.goto(`${site}${newNotebookPath}`);
      await page.waitForURL(/#id=/);
      await page.getByRole('button', { name: 'Add SQL' }).last().waitFor();
      for (const { name, content } of await hostileFiles(tricks, at)) {
        const path = context.temporary(name);
        writeFileSync(path, content);
        await drop(page, [path]);
        await page.getByRole('dialog').waitFor();
        await acceptImport(page);
      }
    }
  },
  {
    name: 'share link',
    sort: 'names',
    open: async (page, site, tricks) => {
      const packed = deflateSync(hostileNotebook(tricks)).toString('base64url');
      await page.goto(`${site}/notebook#n=${packed}`);
      await page.locator(cell).first().waitFor();
    }
  },
  { name: 'ipynb', sort: 'names', open: (page, site, tricks) => openFile(page, site, 'a.ipynb', jupyter(tricks)) }
];

/** Everything that waits has run or is refused, and each cell has been on the screen. @param {Page} page */
async function lookAtAll(page) {
  const busy = 'li.cell[data-status="running"], li.cell[data-status="queued"]';
  await page.waitForFunction((selector) => document.querySelectorAll(selector).length === 0, busy, { timeout: 60_000 });
  for (let at = 0; at < 40; at++) {
    const more = await page.evaluate(() => {
      const before = scrollY;
      scrollBy(0, 800);
      return scrollY > before;
    });
    await page.waitForTimeout(50);
    if (!more) break;
  }
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(300);
}

/**
 * Opens one way's tricks in a browser of their own, and looks at all of it.
 * @param {import('@playwright/test').Browser} browser
 * @param {Way} way
 * @param {string} site
 * @param {readonly Trick[]} tricks
 * @param {string} at
 * @param {import('../context.mjs').Context} context
 * @returns {Promise<string | undefined>} what kept them from being tried
 */
export async function tryWay(browser, way, site, tricks, at, context) {
  const own = await browser.newContext({ locale: 'en-GB' });
  try {
    const page = await own.newPage();
    await way.open(page, site, tricks, at, context);
    await lookAtAll(page);
    return undefined;
  } catch (error) {
    return String(error).split('\n')[0];
  } finally {
    await own.close();
  }
}
