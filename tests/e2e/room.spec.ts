import type { BrowserContext, Page } from '@playwright/test';
import { addSqlCell, gridRow, newNotebookPath, writeCell } from '../../scripts/acceptance/page.mjs';
import { cells, codeOf, downloaded, expect, leftText, openText, test } from './watched';

/** Sets how much the browser lets this site store; without a figure all that there is. */
async function quota(context: BrowserContext, page: Page, quotaSize?: number): Promise<void> {
  const session = await context.newCDPSession(page);
  const { origin } = new URL(page.url());
  await session.send('Storage.overrideQuotaForOrigin', { origin, ...(quotaSize === undefined ? {} : { quotaSize }) });
}

const notSaved = (page: Page) => page.getByRole('alert').filter({ hasText: 'Not saved.' });

test('full storage: the page says so, keeps typing in memory, gives it out, and saves as soon as there is room', async ({
  page,
  context
}) => {
  const other = await context.newPage();
  await other.goto('/');
  await quota(context, other, 500_000);
  await page.goto(newNotebookPath);
  await addSqlCell(page);
  await writeCell(page, 'select 1 as kept');
  await expect(page.locator('.saved')).toHaveText(/^Saved/);

  await page.keyboard.insertText(`, 2 as late\n-- ${'long '.repeat(200_000)}`);
  await expect(notSaved(page)).toContainText(/This browser gives this site no more room; .* are used\./);
  await expect(notSaved(page)).toContainText(/The last .* of your typing are kept in memory only\./);
  await expect(page.getByRole('banner')).toContainText('Not saved');
  // It stays while nothing changes, and typing goes on.
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.insertText('-- mine\n');
  const text = await downloaded(page);
  expect(text.match(/-- mine\nselect 1 as kept, 2 as late\n-- long/)).not.toBeNull();
  await expect(notSaved(page)).toBeVisible();

  // Typed again after it was saved as a file: who leaves is asked first.
  await codeOf(cells(page).first()).click();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.insertText('-- late\n');
  await page.getByRole('link', { name: 'All notebooks' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Stay here' }).click();
  await expect(notSaved(page)).toBeVisible();

  await quota(context, other);
  await expect(page.locator('.saved')).toHaveText(/^Saved/);
  await expect(notSaved(page)).toHaveCount(0);
  await page.reload();
  await expect(codeOf(cells(page).first())).toHaveText(/^-- late\s*-- mine\s*select 1 as kept, 2 as late/);
});

test('full storage: a new notebook begins in this window, and says so', async ({ page, context }) => {
  await page.goto('/');
  await quota(context, page, 1);
  await openText(page, '---\ntitle: Sent\nformat: 1\n---\n```sql id=a\nselect 7 as n\n```\n');
  await expect(page.getByText('The browser has no room left for this notebook')).toBeVisible();
  await expect(page.locator('.saved')).toHaveText('Not kept by this browser');
  await expect(codeOf(cells(page).first())).toHaveText('select 7 as n');
  expect(await downloaded(page)).toContain('select 7 as n');
});

test('private window: everything works, the page says that nothing is kept, and gives the notebook out', async ({
  page
}) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('storage is blocked', 'SecurityError');
    };
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('storage is blocked', 'SecurityError');
      }
    });
  });
  await page.goto('/');
  await expect(page.getByText('This window keeps nothing')).toBeVisible();
  await page.getByRole('link', { name: 'New notebook' }).click();
  await addSqlCell(page);
  await writeCell(page, 'select 42 as n');
  await page.keyboard.press('ControlOrMeta+Enter');
  // The engine starts for the first time here: on a busy machine that alone may take long.
  await expect(cells(page).first().locator(gridRow).first()).toHaveText('42', { timeout: 60_000 });
  await expect(page.locator('.saved')).toHaveText('Not kept by this browser');

  const bar = page.getByRole('status').filter({ hasText: 'This window keeps nothing' });
  await expect(bar).toContainText('until this window is closed');
  const text = await leftText(page, () => bar.getByRole('button', { name: 'Download the notebook' }).click());
  expect(text).toContain('select 42 as n');

  // As long as the window lives, the gallery has it.
  await page.getByRole('link', { name: 'All notebooks' }).click();
  await page.getByRole('link', { name: /Untitled notebook.*1 cell/ }).click();
  await expect(codeOf(cells(page).first())).toHaveText('select 42 as n');
});
