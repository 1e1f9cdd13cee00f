import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildDirectory } from '../../site/places.mjs';
import { rounded } from '../measure.mjs';
import { addSqlCell, newNotebookPath } from '../page.mjs';

export const line = 'size';
export const asked =
  'JavaScript of the gallery ≤ 120 kB gzip, of the notebook page ≤ 200; editor when needed ≤ 220; DuckDB not requested until data is touched; layout shift 0';

/** @param {string} url @returns {number} kB of a script as gzip -9 makes it */
function gzipKb(url) {
  const content = readFileSync(join(buildDirectory, decodeURIComponent(new URL(url).pathname)));
  return gzipSync(content, { level: 9 }).length / 1000;
}

/** @param {Iterable<string>} urls */
const totalKb = (urls) => rounded([...urls].reduce((sum, url) => sum + gzipKb(url), 0));

/**
 * Opens a page and lists the scripts it asks for until it is at rest, in any way: script, module, preload.
 * @param {import('../context.mjs').Context} context
 * @param {string} path
 */
async function open(context, path) {
  /** @type {Set<string>} */
  const scripts = new Set();
  /** @type {string[]} */
  const all = [];
  const page = await context.page(path, {
    prepare: async (fresh) => {
      fresh.context().on('request', (request) => {
        const url = request.url();
        if (!url.startsWith('http')) return;
        all.push(url);
        if (/\.m?js$/.test(new URL(url).pathname)) scripts.add(url);
      });
      await fresh.addInitScript(() => {
        Object.assign(window, { phemsShift: 0 });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            const shift = /** @type {any} */ (entry);
            if (!shift.hadRecentInput) /** @type {any} */ (window).phemsShift += shift.value;
          }
        }).observe({ type: 'layout-shift', buffered: true });
      });
    }
  });
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(500);
  const shift = await page.evaluate(() => /** @type {any} */ (window).phemsShift);
  return { page, scripts, all, shift };
}

/** @type {import('../measure.mjs').Line['measure']} */
export async function measure(context) {
  const gallery = await open(context, '/');
  await gallery.page.context().close();
  const notebook = await open(context, newNotebookPath);
  const shell = new Set(notebook.scripts);
  const shellKb = totalKb(shell);
  const untouched = !notebook.all.some((url) => /duckdb/i.test(url));
  await addSqlCell(notebook.page);
  await notebook.page.waitForLoadState('networkidle');
  const editor = [...notebook.scripts].filter((url) => !shell.has(url) && !/duckdb|worker/i.test(url));
  await notebook.page.context().close();
  const measured = {
    galleryKb: totalKb(gallery.scripts),
    notebookKb: shellKb,
    editorKb: totalKb(editor),
    duckdbBeforeData: untouched ? 'not requested' : 'requested',
    layoutShift: { gallery: gallery.shift, notebook: notebook.shift }
  };
  return {
    measured,
    holds:
      measured.galleryKb <= 120 &&
      measured.notebookKb <= 200 &&
      editor.length > 0 &&
      measured.editorKb <= 220 &&
      untouched &&
      gallery.shift === 0 &&
      notebook.shift === 0
  };
}
