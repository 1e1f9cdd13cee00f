import { expect as plainly, test as plain } from '@playwright/test';
import { newNotebookPath } from '../../scripts/acceptance/page.mjs';
import { expect, test } from './attack';
import { Honeypot } from './honeypot.mjs';
import { holdPolicy, pageWays } from './page-ways';

plain('the listener hears a page without a policy: silence elsewhere is the walls, not deafness', async ({ page }) => {
  const honeypot = await Honeypot.open();
  const other = await Honeypot.open();
  await page.goto(`${honeypot.url}/free`);
  await page.evaluate(async (host) => {
    await fetch(`${host}/fetch`);
    navigator.sendBeacon(`${host}/beacon`, 'x');
    await new Promise((resolve) => {
      const image = new Image();
      image.onload = image.onerror = resolve;
      image.src = `${host}/image`;
    });
  }, other.url);
  await plainly.poll(() => [...other.caught].sort()).toEqual(['GET /fetch', 'GET /image', 'POST /beacon']);
  await honeypot.close();
  await other.close();
});

for (const path of ['/', newNotebookPath]) {
  test(`no way out of ${path} is open to code that got in`, async ({ page, honeypot, watch }) => {
    await page.goto(path);
    await expect(page.getByRole('main')).toBeVisible();
    // What is asked for and refused is reported as asked for; the listener knows what left.
    watch.expectsRefusals = true;
    await page.evaluate(holdPolicy);
    for (const [name, attempt] of pageWays) {
      await test.step(name, () => page.evaluate(attempt, honeypot.url).catch(() => undefined));
    }
    // The last one in the queue: everything before it has been decided by now.
    await page.waitForLoadState('networkidle');
    expect(honeypot.caught).toEqual([]);
    expect(await page.evaluate(() => document.body.dataset.caught)).toBeUndefined();
    // The policy's refusals are errors in the console, and here they are what was wanted.
    expect(watch.problems.length).toBeGreaterThan(0);
  });
}
