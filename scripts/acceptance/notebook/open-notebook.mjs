import { cell } from '../page.mjs';

/**
 * Opens a text as if somebody had sent it, by the gallery's own door; it is kept in the browser from then on.
 * @param {import('../context.mjs').Context} context
 * @param {string} text
 * @param {(() => void)[]} before run in the page before its own scripts
 */
export async function openNotebook(context, text, ...before) {
  const page = await context.page('/', {
    prepare: async (fresh) => {
      for (const script of before) await fresh.addInitScript(script);
    }
  });
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open a file' }).click();
  await (await choosing).setFiles({ name: 'sent.md', mimeType: 'text/markdown', buffer: Buffer.from(text) });
  await page.waitForURL(/#id=/);
  await page.locator(cell).first().waitFor();
  return { page, address: page.url() };
}
