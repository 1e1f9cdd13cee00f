import { launchBrowser } from '../browser.mjs';
import { ensureBuilt } from '../site/build.mjs';
import { ensureInstalled } from '../site/install.mjs';
import { buildDirectory } from '../site/places.mjs';
import { serveSite } from '../site/server.mjs';

/**
 * Makes what a page needs: packages, the built site, a server on a free port, a browser.
 * @param {{flags?: readonly string[]}} [options]
 * @returns {Promise<{browser: import('@playwright/test').Browser, siteUrl: string, close: () => Promise<void>}>}
 */
export async function openHost(options) {
  await ensureInstalled();
  await ensureBuilt();
  const browser = await launchBrowser(options);
  const site = await serveSite({ directory: buildDirectory });
  return {
    browser,
    siteUrl: site.url,
    close: async () => {
      await browser.close();
      await site.close();
    }
  };
}
