import type { Page } from '@playwright/test';
import { listen } from './keyboard';
import { expect, full, named, openText, test } from './watched';

/** A worker of the page by its name. */
async function workerOf(page: Page, name: string) {
  for (const worker of page.workers()) {
    if ((await worker.evaluate(() => self.name)) === name) return worker;
  }
  throw new Error(`no worker is called ${name}`);
}

/**
 * Holds the engine's thread, as an endless slice would: it hears nothing until that is over. It waits instead of computing,
 * which would take a core from the tests beside it.
 */
async function hang(page: Page, milliseconds: number): Promise<void> {
  const worker = await workerOf(page, 'data');
  const hung = worker.evaluate((length) => {
    // Shared memory by name is for isolated pages only; a thread's own of WebAssembly will do to wait on.
    const { buffer } = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
    Atomics.wait(new Int32Array(buffer), 0, 0, length);
  }, milliseconds);
  hung.catch(() => undefined);
}

test('an engine that hangs is told of, goes on when it answers, and is restarted by key', async ({ page }) => {
  const told = await listen(page);
  await openText(page, '# Hang\n\n```sql id=numbers\nselect i from range(20) t(i)\n```\n');
  const numbers = named(page, 'numbers');
  await expect(numbers).toHaveAttribute('data-status', 'fresh');
  const chip = page.getByRole('button', { name: 'Data ready' });
  await chip.click();
  const card = page.getByRole('dialog', { name: 'Data engine' });
  await expect(card).toContainText(/DuckDB \d+\.\d+\.\d+/);
  await page.keyboard.press('Escape');

  const silence = page.getByRole('region', { name: 'The data engine does not answer' });
  const run = async () => {
    await numbers.locator('.frame').focus();
    await page.keyboard.press('Control+Enter');
    await expect(numbers).toHaveAttribute('data-status', 'running');
  };

  // 18 s: longer than the 15 after which it counts as silent. Then it answers, and the cell ends as if nothing had been.
  // A minute of waiting with what follows: only with `npm run test:full`.
  if (full) {
    await hang(page, 18_000);
    await run();
    await expect(silence).toBeVisible({ timeout: 25_000 });
    await expect(page.getByRole('button', { name: 'Data does not answer' })).toBeVisible();
    await expect(numbers).toHaveAttribute('data-status', 'fresh', { timeout: 25_000 });
    await expect(silence).toHaveCount(0);
  }

  // For ever: only a restart helps.
  await hang(page, 3_600_000);
  await run();
  await expect(silence).toBeVisible({ timeout: 25_000 });
  await expect(page.getByRole('button', { name: 'Data does not answer' })).toBeVisible();
  await expect
    .poll(async () => (await told()).map(({ text }) => text))
    .toContainEqual(expect.stringContaining('The data engine does not answer. F6 leads to Wait and Restart.'));
  for (let presses = 0; presses < 6 && !(await silence.locator(':focus').count()); presses++)
    await page.keyboard.press('F6');
  await expect(silence.getByRole('button', { name: 'Wait' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(silence).toHaveCount(0);
  await expect(numbers).toContainText('The data engine was restarted');
  await expect(numbers.locator('.frame')).toBeFocused();
  await run();
  // An engine begins anew, which a busy machine takes its time for.
  await expect(numbers).toHaveAttribute('data-status', 'fresh', { timeout: 60_000 });
});
