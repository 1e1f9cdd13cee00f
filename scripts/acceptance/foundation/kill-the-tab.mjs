import { mkdirSync } from 'node:fs';
import { launchMortal } from '../mortal-browser.mjs';
import { median, rounded } from '../measure.mjs';
import { addSqlCell, cell, editCell, newNotebookPath, runCell, writeCell } from '../page.mjs';

export const line = 'kill the tab';
export const asked =
  '200 times at random moments while typing and running: at most the last 300 ms of typing lost, no store broken';

/** How many of them, unless somebody says otherwise. */
const most = Number(process.env['PHEMS_KILLS'] ?? 200);

/** Moments that are the same in every run: kill k comes 0.2 to 2.2 s after typing began. @param {number} kill */
const moment = (kill) => 200 + ((kill * 7919) % 2000);

/** @param {number} kill @param {number} number */
const token = (kill, number) => `r${kill}k${String(number).padStart(4, '0')}`;

/**
 * @param {Pick<import('../context.mjs').Context, 'temporary' | 'log'> & {host: () => Promise<{siteUrl: string}>}} context
 * @param {number} [kills]
 */
export async function measure(context, kills = most) {
  const { siteUrl } = await context.host();
  const profile = context.temporary('profile');
  mkdirSync(profile);
  let address = await create(siteUrl, profile);
  /** @type {number[]} */
  const lost = [];
  /** @type {string[]} */
  const broken = [];
  /** @type {{kill: number, times: number[], end: number} | undefined} */
  let before;
  let versions = 0;
  for (let kill = 0; kill <= kills; kill++) {
    const browser = await launchMortal(profile);
    /** @type {number[]} */
    const times = [];
    try {
      const { page } = browser;
      await page.goto(address);
      await page.locator(cell).nth(1).waitFor({ timeout: 20_000 });
      if (before) lost.push(lossMs(before, await page.locator(cell).nth(1).innerText()));
      const kept = await keptVersions(page);
      if (kept.withoutText > 0 || kept.versions < versions)
        broken.push(`kill ${kill}: ${kept.versions} versions after ${versions}, ${kept.withoutText} without text`);
      versions = kept.versions;
      if (kill < kills) {
        await page.locator(cell).first().click();
        await runCell(page);
        await editCell(page, 1);
        await page.keyboard.press('ControlOrMeta+A');
        await type(page, kill, times);
      }
      address = page.url();
    } catch (error) {
      broken.push(`kill ${kill}: ${error instanceof Error ? error.message.split('\n', 1)[0] : error}`);
    }
    before = { kill, times, end: await browser.kill() };
    if (kill % 20 === 0) context.log(`   ${kill} of ${kills}, most lost ${rounded(Math.max(0, ...lost), 0)} ms`);
  }
  const longest = Math.max(0, ...lost);
  return {
    measured: {
      kills,
      reopened: lost.length,
      mostLostMs: rounded(longest, 0),
      medianLostMs: rounded(median(lost), 0),
      versions,
      broken
    },
    holds: lost.length === kills && longest <= 300 && broken.length === 0
  };
}

/**
 * Versions as the database of the page holds them: each has its text, and none of two days goes.
 * @param {import('@playwright/test').Page} page
 * @returns {Promise<{versions: number, withoutText: number}>}
 */
function keptVersions(page) {
  return page.evaluate(async () => {
    const answer = (/** @type {IDBRequest} */ request) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await answer(indexedDB.open('phems-notebook'));
    const reading = database.transaction(['versions', 'versionTexts']);
    const [versions, texts] = await Promise.all(
      ['versions', 'versionTexts'].map((name) => answer(reading.objectStore(name).getAllKeys()))
    );
    database.close();
    const kept = new Set(texts);
    return {
      versions: versions.length,
      withoutText: versions.filter((/** @type {string} */ id) => !kept.has(id)).length
    };
  });
}

/**
 * A notebook with a cell that runs for long and one to type into.
 * @param {string} siteUrl @param {string} profile
 * @returns {Promise<string>} its address
 */
async function create(siteUrl, profile) {
  const browser = await launchMortal(profile);
  const { page } = browser;
  await page.goto(`${siteUrl}${newNotebookPath}`);
  await addSqlCell(page);
  await writeCell(page, 'select sum(range % 7) as n from range(3000000000)');
  await addSqlCell(page);
  await writeCell(page, '-- notes');
  await page.waitForTimeout(2000);
  const address = page.url();
  await browser.kill();
  return address;
}

/** @param {import('@playwright/test').Page} page @param {number} kill @param {number[]} times */
async function type(page, kill, times) {
  const end = performance.now() + moment(kill);
  for (let number = 0; performance.now() < end; number++) {
    const gap = number % 10 === 9 ? '\n-- ' : ' ';
    await page.keyboard.insertText(`${number === 0 ? '-- ' : ''}${token(kill, number)}${gap}`);
    times.push(performance.now());
  }
}

/**
 * @param {{kill: number, times: number[], end: number}} before
 * @param {string} text of the cell as it was found again
 * @returns {number} age of the oldest token that is gone, at the moment of the kill
 */
export function lossMs({ kill, times, end }, text) {
  const first = times.findIndex((_, number) => !text.includes(token(kill, number)));
  return first === -1 ? 0 : end - (times[first] ?? end);
}
