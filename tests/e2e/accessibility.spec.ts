import { readFileSync } from 'node:fs';
import { newNotebookPath, waitUntilAllOk } from '../../scripts/acceptance/page.mjs';
import { expectAccessible } from './axe';
import { expect, openText, test } from './watched';

const notebook = (path: string) => readFileSync(new URL(`../../notebooks/${path}.md`, import.meta.url), 'utf8');

test('axe: gallery and settings', async ({ page }) => {
  await page.goto(newNotebookPath);
  await page.waitForURL(/#id=/);
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectAccessible(page, 'gallery');
  await page.goto('/settings');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectAccessible(page, 'settings');
});

for (const path of ['samples/first-look-at-a-picu', 'reference/input', 'reference/cohort', 'reference/import']) {
  test(`axe: ${path} with its results`, async ({ page }) => {
    await openText(page, notebook(path));
    if (path === 'samples/first-look-at-a-picu') {
      await page.keyboard.press('ControlOrMeta+Shift+Enter');
      await waitUntilAllOk(page, 60_000);
      await expect(page.locator('figure svg[role="img"]')).toHaveCount(3);
    } else {
      await page.keyboard.press('ControlOrMeta+Shift+Enter');
      await page.waitForTimeout(6000);
    }
    await expectAccessible(page, path);
  });
}
