import { closeSync, openSync, writeSync } from 'node:fs';
import { rounded } from '../measure.mjs';
import { runnerPath, stopButton, waitForRunner } from '../page.mjs';

export const line = 'Stop';
export const asked = '≤ 1 s for a cross join of billions and a long import; the engine answers the next query';

const endless = 'select sum(hash(a.range + b.range) % 7) as n from range(100000) a, range(100000) b';

/** @param {import('@playwright/test').Page} page @param {string} sql */
async function answer(page, sql) {
  await page.evaluate((text) => window.phemsRunner?.open(text), `\`\`\`sql id=q\n${sql}\n\`\`\`\n`);
  const outcome = await page.evaluate(() => window.phemsRunner?.run({ rows: 1 }));
  return outcome?.cells.find(({ id }) => id === 'q');
}

/** Reads the file that the input holds. @param {import('@playwright/test').Page} page */
async function readLong(page) {
  await page.evaluate((text) => window.phemsRunner?.open(text), '```import id=long\nfile: long.csv\n```\n');
  await page.evaluate(() => window.phemsRunner?.attach());
  const outcome = await page.evaluate(() => window.phemsRunner?.run({ rows: 1 }));
  return outcome?.cells[0];
}

/**
 * Starts something long, presses Stop, and measures until the caller has its answer.
 * @param {import('@playwright/test').Page} page
 * @param {Promise<unknown>} work
 * @param {number} afterMs
 */
async function stopped(page, work, afterMs) {
  let ended = false;
  const settled = work.then(
    (value) => ((ended = true), value),
    (/** @type {Error} */ error) => ((ended = true), { rejected: error.message })
  );
  await page.waitForTimeout(afterMs);
  if (ended) return { seconds: NaN, outcome: 'it had ended before Stop was pressed' };
  const pressed = performance.now();
  await stopButton(page).click();
  const outcome = await Promise.race([settled, page.waitForTimeout(20_000).then(() => 'still running after 20 s')]);
  return { seconds: rounded((performance.now() - pressed) / 1000, 2), outcome };
}

/** @param {string} path of a CSV that takes some ten seconds to read and check */
function writeLong(path) {
  const file = openSync(path, 'w');
  writeSync(file, 'id,at,reading,note\n');
  const block = Array.from({ length: 50_000 }, (_, row) => `${row},2024-02-${(row % 28) + 1},${row / 8},note ${row}`);
  for (let part = 0; part < 130; part++) writeSync(file, `${block.join('\n')}\n`);
  closeSync(file);
  return path;
}

/** @type {import('../measure.mjs').Line['measure']} */
export async function measure(context) {
  const path = writeLong(context.temporary('long.csv'));
  const page = await context.page(runnerPath);
  try {
    await waitForRunner(page);
    await answer(page, 'select 1 as n');
    const join = await stopped(page, answer(page, endless), 1500);
    const afterJoin = await answer(page, 'select 41 + 1 as n');
    await page.setInputFiles('#runner-files', path);
    const importing = await stopped(page, readLong(page), 1500);
    await page.setInputFiles('#runner-files', []);
    const afterImport = await answer(page, 'select 42 + 1 as n');
    const rows = [afterJoin, afterImport].map((cell) => Number(cell?.table?.rows[0]?.[0]));
    return {
      measured: { join, importing, nextAnswers: rows },
      holds: join.seconds <= 1 && importing.seconds <= 1 && rows[0] === 42 && rows[1] === 43
    };
  } finally {
    await page.context().close();
  }
}
