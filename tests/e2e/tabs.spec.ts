import { addSqlCell, editCell, newNotebookPath, writeCell } from '../../scripts/acceptance/page.mjs';
import { placesOf } from './places-of';
import { cells, codeOf, expect, test } from './watched';

const bar = /^Open in another tab since \d\d:\d\d\. Here you read along\./;

test('walk 6: of two tabs the second reads; taking over turns it round, and nothing is lost', async ({
  page,
  context
}) => {
  await page.goto(newNotebookPath);
  await addSqlCell(page);
  await writeCell(page, 'select 1 as first');
  await page.waitForURL(/#id=/);

  const second = await context.newPage();
  await second.goto(page.url());
  await expect(second.getByText(bar)).toBeVisible();
  await expect(codeOf(cells(second).first())).toHaveText('select 1 as first');
  // Reading: neither a key nor a menu changes anything.
  await cells(second).first().locator('.head').click();
  await second.keyboard.press('d');
  await second.keyboard.press('d');
  await expect(cells(second)).toHaveCount(1);

  // The last letters are typed in the very moment before.
  await page.keyboard.insertText(', 2 as late');
  await second.getByRole('button', { name: 'Take over' }).click();
  await expect(codeOf(cells(second).first())).toHaveText('select 1 as first, 2 as late');
  await expect(second.getByText(bar)).toHaveCount(0);
  await expect(page.getByText(bar)).toBeVisible();
  await page.bringToFront();
  await page.keyboard.insertText('lost?');

  await second.bringToFront();
  await editCell(second, 0);
  await second.keyboard.insertText(', 3 as second');
  await expect(second.locator('.saved')).toHaveText(/^Saved/);
  await second.reload();
  await expect(codeOf(cells(second).first())).toHaveText('select 1 as first, 2 as late, 3 as second');
});

test('when the tab that has it is closed, the other goes on with what was written', async ({ page, context }) => {
  await page.goto(newNotebookPath);
  await addSqlCell(page);
  await writeCell(page, 'select 1 as first');
  await page.waitForURL(/#id=/);
  const second = await context.newPage();
  await second.goto(page.url());
  await expect(second.getByText(bar)).toBeVisible();
  await page.keyboard.insertText(', 2 as late');
  // "Saved" may still be said of the text before: what the store holds is what counts.
  await expect.poll(() => placesOf(page, '2 as late')).toContain('IndexedDB');
  await page.close();
  await expect(second.getByText(bar)).toHaveCount(0);
  await expect(codeOf(cells(second).first())).toHaveText('select 1 as first, 2 as late');
  await addSqlCell(second);
  await expect(cells(second)).toHaveCount(2);
});

test('without locks, as on plain http, the tabs ask each other, and say so', async ({ page, context }) => {
  await context.addInitScript(() => Object.defineProperty(navigator, 'locks', { value: undefined }));
  await page.goto(newNotebookPath);
  await addSqlCell(page);
  await writeCell(page, 'select 1 as first');
  await page.waitForURL(/#id=/);
  const second = await context.newPage();
  await second.goto(page.url());
  await expect(second.getByText(bar)).toContainText('cannot lock a notebook');
  await second.getByRole('button', { name: 'Take over' }).click();
  await expect(second.getByText(bar)).toHaveCount(0);
  await expect(page.getByText(bar)).toBeVisible();
});
