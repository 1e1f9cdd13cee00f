import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { root } from '../../site/places.mjs';
import { serveSite } from '../../site/server.mjs';

/** Long enough for a request that is on its way in this machine. */
const settleMs = 400;

/**
 * The same tricks where no wall stands: a bare page for markup, a bare page and a worker for code. What is not heard
 * from there proves nothing elsewhere.
 * @param {import('@playwright/test').Browser} browser
 * @param {import('../../../tests/attacks/honeypot.mjs').Honeypot} honeypot
 * @param {readonly import('../../../tests/attacks/tricks/markup.mjs').Trick[]} tricks
 * @param {'markup' | 'code'} sort
 */
export async function tryOpenly(browser, honeypot, tricks, sort) {
  for (const { text } of tricks) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${honeypot.url}/free`);
    if (sort === 'markup') await page.setContent(text, { waitUntil: 'commit' }).catch(() => undefined);
    else await page.evaluate(runOpenly, text).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, settleMs));
    await context.close();
  }
}

/** In a worker first: what a page does may lead it away. @param {string} text */
async function runOpenly(text) {
  const worker = new Worker(URL.createObjectURL(new Blob([text], { type: 'text/javascript' })));
  await new Promise((resolve) => setTimeout(resolve, 150));
  Object.assign(globalThis, { worker });
  const script = document.createElement('script');
  script.textContent = text;
  document.documentElement.append(script);
}

/**
 * SQL in the same engine, unlocked, on a page without a policy.
 * @param {import('@playwright/test').Browser} browser
 * @param {readonly import('../../../tests/attacks/tricks/markup.mjs').Trick[]} tricks
 */
export async function queryOpenly(browser, tricks) {
  const folder = mkdtempSync(join(tmpdir(), 'phems-unlocked-'));
  const engine = join(root, 'node_modules/@duckdb/duckdb-wasm');
  writeFileSync(join(folder, 'index.html'), '<!doctype html><script type="module" src="./main.js"></script>');
  writeFileSync(
    join(folder, 'main.js'),
    `import { AsyncDuckDB, VoidLogger } from ${JSON.stringify(`${engine}/dist/duckdb-browser.mjs`)};
     import wasm from ${JSON.stringify(`${engine}/dist/duckdb-eh.wasm?url`)};
     import worker from ${JSON.stringify(`${engine}/dist/duckdb-browser-eh.worker.js?url`)};
     window.tried = (texts) => Promise.all(texts.map(async (text) => {
       const db = new AsyncDuckDB(new VoidLogger(), new Worker(worker));
       await db.instantiate(new URL(wasm, location.href).href);
       const connection = await db.connect();
       const parts = text.split('; ');
       for (const part of parts) await connection.query(part).catch((error) => String(error));
       await db.terminate();
     }));`
  );
  /** @type {Awaited<ReturnType<typeof serveSite>> | undefined} */
  let site;
  try {
    await build({ root: folder, configFile: false, logLevel: 'error', build: { assetsInlineLimit: 0 } });
    site = await serveSite({ directory: join(folder, 'dist'), headers: false });
    const page = await browser.newPage();
    await page.goto(`${site.url}/`);
    await page.waitForFunction(() => 'tried' in window);
    for (const { text } of tricks) await page.evaluate((one) => /** @type {any} */ (window).tried([one]), text);
    await page.close();
  } finally {
    await site?.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
