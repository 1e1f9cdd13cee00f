import type { Page } from '@playwright/test';
import { cells, expect, test } from './watched';

async function menu(page: Page, item: string): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

/** Cells of the open notebook, once they stand there. */
async function count(page: Page): Promise<number> {
  await cells(page).first().waitFor();
  return cells(page).count();
}

async function deleteFirst(page: Page): Promise<void> {
  await cells(page).first().locator('.frame').focus();
  await page.keyboard.press('d');
  await page.keyboard.press('d');
}

test('a sample opens as a copy; its original is always there to see, and to go back to', async ({ page }) => {
  await page.goto('/notebook#open=reference%2Fmarkdown');
  const shipped = await count(page);
  await expect(page).toHaveURL(/#id=/);
  const address = page.url();
  await deleteFirst(page);
  await expect(cells(page)).toHaveCount(shipped - 1);

  // The original, as it is shipped, beside the copy: nothing done there is kept.
  await menu(page, 'Show the original');
  const panel = page.getByRole('complementary', { name: 'Versions' });
  await expect(panel.getByText('1 removed')).toBeVisible();
  await panel.getByRole('link', { name: 'Show the original' }).click();
  await expect(page.getByText('This is the original.')).toBeVisible();
  await expect(cells(page)).toHaveCount(shipped);
  await deleteFirst(page);
  await expect(cells(page)).toHaveCount(shipped);
  await page.getByRole('link', { name: 'Back to your copy' }).click();
  await expect(cells(page)).toHaveCount(shipped - 1);
  expect(page.url()).toBe(address);

  await menu(page, 'Reset to the original');
  await expect(cells(page)).toHaveCount(shipped);
  await expect(page.getByText('What was here before is a version.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(cells(page)).toHaveCount(shipped - 1);
  await menu(page, 'Versions and Bin');
  await panel.getByRole('button', { name: /Before the reset to the original/ }).click();
  await expect(panel.getByText('Nothing: the notebook is as it was then.')).toBeVisible();
});

test('an original that has changed since it was copied is said, with its differences', async ({ page }) => {
  await page.goto('/notebook#open=reference%2Fmarkdown');
  const shipped = await count(page);
  await deleteFirst(page);
  await expect(cells(page)).toHaveCount(shipped - 1);
  await expect(page.locator('.saved')).toHaveText(/^Saved/);
  // As if the site had shipped another text when it was copied.
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('phems-notebook');
        opening.onerror = () => reject(new Error('not opened'));
        opening.onsuccess = () => {
          const writing = opening.result.transaction('notebooks', 'readwrite');
          const rows = writing.objectStore('notebooks');
          const asking = rows.getAll();
          asking.onsuccess = () => {
            for (const row of asking.result) rows.put({ ...row, origin: { ...row.origin, hash: 'older' } });
          };
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      })
  );
  await page.reload();
  const bar = page.getByRole('status').filter({ hasText: 'The original of this sample has changed' });
  await bar.getByRole('button', { name: 'See the differences' }).click();
  await expect(page.getByRole('complementary', { name: 'Versions' }).getByText('1 removed')).toBeVisible();
  await bar.getByRole('button', { name: 'Keep mine' }).click();
  await expect(bar).toHaveCount(0);
  await page.reload();
  await expect(cells(page)).toHaveCount(shipped - 1);
  await expect(bar).toHaveCount(0);
});

test('a version can be named and gone back to, which makes a version of its own', async ({ page }) => {
  await page.goto('/notebook#open=reference%2Fmarkdown');
  const shipped = await count(page);
  await menu(page, 'Versions and Bin');
  const panel = page.getByRole('complementary', { name: 'Versions' });
  await panel.getByRole('textbox', { name: 'Name (optional)' }).fill('Before the seminar');
  await panel.getByRole('button', { name: 'Save a version' }).click();
  await expect(panel.getByRole('button', { name: /Before the seminar/ })).toBeVisible();
  await deleteFirst(page);
  await expect(cells(page)).toHaveCount(shipped - 1);
  await panel.getByRole('button', { name: /Before the seminar/ }).click();
  await expect(panel.getByText('1 removed')).toBeVisible();
  await panel.getByRole('button', { name: 'Go back to this version' }).click();
  await expect(cells(page)).toHaveCount(shipped);
  await expect(panel.getByRole('button', { name: /Before going back/ })).toBeVisible();
  await expect(panel.getByRole('button', { name: /Gone back to/ })).toBeVisible();
});
