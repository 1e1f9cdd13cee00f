import { rounded } from '../measure.mjs';
import { acceptImport, drop, grid, newNotebookPath, waitUntilAllOk, passGate } from '../page.mjs';
import { askNative, broad, tall, writeDatabase } from './grid-data.mjs';
import { openNotebook } from './open-notebook.mjs';
import { traceScrolling, watchFrames } from './scroll-trace.mjs';

export const line = 'grid';
export const asked =
  '10 M × 20 (5 BIGINT, 5 DOUBLE, 5 INTEGER, 5 text of 500 values; an imported table) and 100 × 5,000: no frame over 50 ms while scrolling (trace); ids exact to 19 digits; 1,000 cells copied exactly';

const rows = 10_000_000;
const columns = 5_000;

/**
 * A table dropped as a person does it; the query that the page proposes shows it.
 * @param {import('../context.mjs').Context} context @param {string} path
 */
async function imported(context, path) {
  const page = await context.page(newNotebookPath);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.waitForURL(/#id=/);
  await drop(page, [path]);
  await page.getByRole('dialog').getByRole('button', { name: /^Read/ }).waitFor({ timeout: 120_000 });
  await acceptImport(page);
  await page.locator(grid).first().waitFor({ timeout: 300_000 });
  await waitUntilAllOk(page, 300_000);
  // Strips are drawn behind everything; scrolling is measured with and without their work.
  await page.waitForTimeout(2_000);
  return page;
}

/**
 * A table that a query makes.
 * @param {import('../context.mjs').Context} context @param {string} select
 */
async function queried(context, select) {
  const { page } = await openNotebook(
    context,
    `---\ntitle: Broad\nformat: 1\n---\n\`\`\`sql id=broad run=auto\n${select}\n\`\`\`\n`
  );
  await page.locator(grid).first().waitFor({ timeout: 120_000 });
  await waitUntilAllOk(page, 120_000);
  await page.waitForTimeout(2_000);
  return page;
}

/** @param {import('@playwright/test').Page} page @param {'down' | 'aside'} way */
async function wheel(page, way) {
  const box = await page.locator(grid).first().boundingBox();
  if (!box) throw new Error('The grid is not on the page.');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  for (let step = 0; step < 90; step++) {
    await page.mouse.wheel(way === 'aside' ? 160 : 0, way === 'down' ? 160 : 0);
    await page.waitForTimeout(16);
  }
}

/** Drags the bar through the whole table and back. @param {import('@playwright/test').Page} page @param {'scrollTop' | 'scrollLeft'} bar */
async function leap(page, bar) {
  await page
    .locator(grid)
    .first()
    .evaluate(async (element, name) => {
      const way =
        name === 'scrollTop' ? element.scrollHeight - element.clientHeight : element.scrollWidth - element.clientWidth;
      for (let step = 0; step <= 60; step++) {
        element[name] = (way * (step <= 30 ? step : 60 - step)) / 30;
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 8)));
      }
    }, bar);
}

/** @param {import('@playwright/test').Page} page @param {'down' | 'aside'} way */
async function scrolled(page, way) {
  const scroll = async () => {
    await wheel(page, way);
    await leap(page, way === 'down' ? 'scrollTop' : 'scrollLeft');
  };
  const trace = await traceScrolling(page, scroll);
  const gaps = await watchFrames(page, scroll);
  return {
    worstTaskMs: trace.worstTaskMs,
    worstTaskCpuMs: trace.worstTaskCpuMs,
    tasksOver50: trace.longTasks,
    worst: trace.worst,
    frames: gaps.length,
    worstFrameGapMs: rounded(Math.max(...gaps))
  };
}

/** Copies from the cell that has the focus, and reads the clipboard. @param {import('@playwright/test').Page} page */
async function copied(page) {
  await page.keyboard.press('ControlOrMeta+c');
  const said = page.locator('.data-table .said').filter({ hasText: 'Copied' });
  await page.getByRole('alertdialog').or(said).first().waitFor({ timeout: 60_000 });
  if ((await said.count()) === 0) await passGate(page);
  await said.waitFor({ timeout: 60_000 });
  return page.evaluate(() => navigator.clipboard.readText());
}

/** @param {readonly (readonly string[])[]} table */
const tsv = (table) => table.map((row) => row.join('\t')).join('\n');

/** DuckDB writes 4.0 where we copy 4. @param {readonly string[][]} table */
const plain = (table) => table.map((row) => row.map((text) => text.replace(/^(-?\d+)\.0$/, '$1')));

/** @type {import('../measure.mjs').Line['measure']} */
export async function measure(context) {
  const path = context.temporary('tall.duckdb');
  await writeDatabase(path, { tall: tall(rows) });
  const page = await imported(context, path);
  const measured = {};
  let exact;
  try {
    const first = page.locator(grid).first();
    measured.rowsShown = Number(await first.getAttribute('aria-rowcount')) - 1;
    measured.tall = await scrolled(page, 'down');
    // 50 rows × 20 columns in the middle and 50 at the end, ids of 19 digits among them.
    await first.locator('[role="gridcell"]').first().click();
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.press('Home');
    for (let step = 0; step < 49; step++) await page.keyboard.press('Shift+ArrowUp');
    await page.keyboard.press('Shift+End');
    const last = await copied(page);
    const expected = await askNative(path, `SELECT * FROM tall WHERE rowid >= ${rows - 50} ORDER BY rowid`);
    measured.cellsCopied = expected.length * (expected[0]?.length ?? 0);
    measured.lastId = expected.at(-1)?.[4];
    exact = last === tsv(plain(expected));
    measured.copiedExactly = exact;
  } finally {
    await page.context().close();
  }
  const second = await queried(context, broad(columns));
  try {
    measured.columnsShown = Number(await second.locator(grid).first().getAttribute('aria-colcount'));
    measured.broad = await scrolled(second, 'aside');
  } finally {
    await second.context().close();
  }
  const smooth = [measured.tall, measured.broad].every((one) => one.worstTaskMs <= 50 && one.worstFrameGapMs <= 50);
  return {
    measured,
    holds:
      smooth &&
      exact &&
      measured.cellsCopied === 1000 &&
      measured.rowsShown === rows &&
      measured.columnsShown === columns
  };
}
