import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rounded } from '../measure.mjs';
import {
  acceptImport,
  addSqlCell,
  chart,
  drop,
  gridRow,
  newNotebookPath,
  openFirstSample,
  runCell,
  waitUntilAllOk,
  writeCell
} from '../page.mjs';

export const line = 'first minute';
export const asked =
  "from a cold page to the first sample's last chart ≤ 2 clicks; from a dropped folder to an SQL result ≤ 4 actions";

/** @type {import('../measure.mjs').Line['measure']} */
export async function measure(context) {
  const sample = await fromColdPage(context);
  const folder = await fromDroppedFolder(context);
  return {
    measured: { sample, folder },
    holds: sample.clicks <= 2 && sample.charts > 0 && folder.actions <= 4 && folder.answer === '1000'
  };
}

/** @param {import('../context.mjs').Context} context */
async function fromColdPage(context) {
  const started = performance.now();
  const page = await context.page('/');
  try {
    await openFirstSample(page);
    await waitUntilAllOk(page);
    await page.locator(chart).last().waitFor();
    const seconds = rounded((performance.now() - started) / 1000);
    return { clicks: 1, charts: await page.locator(chart).count(), seconds };
  } finally {
    await page.context().close();
  }
}

/** @param {import('../context.mjs').Context} context */
async function fromDroppedFolder(context) {
  const folder = context.temporary('ward');
  mkdirSync(folder, { recursive: true });
  const rows = Array.from({ length: 1000 }, (_, row) => `${row},${row % 9},${row / 4}`);
  writeFileSync(join(folder, 'Stays.csv'), `id,ward,days\n${rows.join('\n')}\n`);
  writeFileSync(join(folder, 'wards.csv'), 'ward,name\n1,PICU\n2,NICU\n');
  const started = performance.now();
  const page = await context.page(newNotebookPath);
  try {
    await page.waitForLoadState('networkidle');
    const steps = [
      () => drop(page, [folder]),
      () => acceptImport(page),
      () => addSqlCell(page),
      async () => {
        await writeCell(page, 'select count(*) as n from stays');
        await runCell(page);
      }
    ];
    for (const step of steps) await step();
    await page
      .locator(gridRow)
      .filter({ hasText: /^1,?000$/ })
      .last()
      .waitFor();
    const shown = await page
      .locator(gridRow)
      .filter({ hasText: /^1,?000$/ })
      .last()
      .innerText();
    const seconds = rounded((performance.now() - started) / 1000);
    return { actions: steps.length, answer: shown.replace(/\D/g, ''), seconds };
  } finally {
    await page.context().close();
  }
}
