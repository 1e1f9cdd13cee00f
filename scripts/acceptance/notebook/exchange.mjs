import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../site/places.mjs';
import { cell, saved as leaving } from '../page.mjs';
import { openNotebook } from './open-notebook.mjs';

export const line = 'exchange';
export const asked =
  'walk 10 for every sample; 30 .ipynb files of different kinds made by you import without loss of text';

const formats = /** @type {const} */ ({ ipynb: 'Save for Jupyter (.ipynb)', html: 'Save for Notebook Kit (.html)' });

/** Every notebook that comes with the site: all samples, lessons, reference. */
function shipped() {
  const room = join(root, 'notebooks');
  return readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(room, name), 'utf8') }));
}

/** @type {import('../measure.mjs').Line['measure']} */
export async function measure(context) {
  const trips = await everyTrip(context);
  const files = await everyFile(context);
  const different = trips.filter(({ same }) => !same).map(({ name, format }) => `${name} by ${format}`);
  const samples = new Set(trips.map(({ name }) => name)).size;
  return {
    measured: { notebooks: samples, trips: trips.length, different, ...files },
    holds:
      samples > 0 && trips.length === samples * 2 && different.length === 0 && files.files >= 30 && files.lost === 0
  };
}

/**
 * In the browser, by the notebook's own menu: out to the other program's format, in again by the gallery's door.
 * @param {import('../context.mjs').Context} context
 */
async function everyTrip(context) {
  /** @type {{name: string, format: string, same: boolean}[]} */
  const trips = [];
  for (const { name, text } of shipped()) {
    const { page } = await openNotebook(context, text);
    try {
      const ours = await saved(page, 'Save as Markdown');
      for (const [ending, item] of Object.entries(formats)) {
        const theirs = await saved(page, item);
        await page.goto(new URL('/', page.url()).href);
        await open(page, `back.${ending}`, theirs);
        trips.push({ name, format: ending, same: (await saved(page, 'Save as Markdown')) === ours });
        await page.goto(new URL('/', page.url()).href);
        await open(page, 'sent.md', text);
      }
    } finally {
      await page.context().close();
    }
  }
  return trips;
}

/**
 * The files of our own generators, through the code of the page; every letter of every source is looked for.
 * @param {import('../context.mjs').Context} context
 */
async function everyFile(context) {
  const { tests, failed } = await context.vitest(['src/lib/notebook/exchange/ipynb/characters.test.ts']);
  const whole = tests.filter((name) => name.includes('every letter of every source comes over'));
  return { files: whole.length, lost: failed };
}

/** @param {import('@playwright/test').Page} page @param {string} name @param {string} text */
async function open(page, name, text) {
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open a file' }).click();
  await (await choosing).setFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) });
  await page.waitForURL(/#id=/);
  await page.locator(cell).first().waitFor();
}

/** @param {import('@playwright/test').Page} page @param {string} item */
async function saved(page, item) {
  const file = await leaving(page, async () => {
    await page.getByRole('banner').getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: item }).click();
  });
  return readFileSync(await file.path(), 'utf8');
}
