import { addSqlCell, gridRow, newNotebookPath, writeCell } from '../../scripts/acceptance/page.mjs';
import { cells, codeOf, expect, test } from './watched';

test('a reload at once after typing finds the text again', async ({ page }) => {
  await page.goto(newNotebookPath);
  await addSqlCell(page);
  await writeCell(page, 'select 1 as kept');
  await page.waitForURL(/#id=/);
  await page.keyboard.insertText(', 2 as too');
  await page.reload();
  await expect(codeOf(cells(page).first())).toHaveText('select 1 as kept, 2 as too');
});

test('"Saved" is said only after the browser has committed', async ({ page }) => {
  // Commits can be held back: the event that tells of them is let through when the test says so.
  await page.addInitScript(() => {
    const held: (() => void)[] = [];
    const state = { hold: false, release: () => held.splice(0).forEach((tell) => tell()) };
    Object.assign(window, { commits: state });
    const listen = IDBTransaction.prototype.addEventListener;
    IDBTransaction.prototype.addEventListener = function (
      this: IDBTransaction,
      type: string,
      listener: EventListenerOrEventListenerObject | null,
      options?: boolean | AddEventListenerOptions
    ) {
      const told = function (this: unknown, event: Event) {
        const tell = () =>
          typeof listener === 'function' ? listener.call(this as never, event) : listener?.handleEvent(event);
        if (type === 'complete' && state.hold) held.push(tell);
        else tell();
      };
      listen.call(this, type, told, options);
    };
  });
  await page.goto(newNotebookPath);
  await addSqlCell(page);
  await writeCell(page, 'select 1');
  const said = page.locator('.saved');
  await expect(said).toHaveText(/^Saved \d\d:\d\d$/);
  await page.evaluate(() => ((window as unknown as { commits: { hold: boolean } }).commits.hold = true));
  await page.keyboard.insertText(' as n');
  await expect(said).toHaveText('Saving …');
  // Well past the moment of writing (200 ms): only the commit is missing.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 600)));
  await expect(said).toHaveText('Saving …');
  await page.evaluate(() => {
    const { commits } = window as unknown as { commits: { hold: boolean; release: () => void } };
    commits.hold = false;
    commits.release();
  });
  await expect(said).toHaveText(/^Saved/);
});

test('where the browser refuses storage, the page says so and works', async ({ page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('storage is blocked', 'SecurityError');
    };
  });
  await page.goto('/');
  await expect(page.getByText('This window keeps nothing')).toBeVisible();
  await page.getByRole('link', { name: 'New notebook' }).click();
  await addSqlCell(page);
  await writeCell(page, 'select 42 as n');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(cells(page).first().locator(gridRow).first()).toHaveText('42');
  await expect(page.locator('.saved')).toHaveText('Not kept by this browser');
});

test('a notebook is listed in the gallery, opens as it was left, and its deletion can be undone', async ({ page }) => {
  await page.goto(newNotebookPath);
  await page.getByRole('button', { name: 'Untitled notebook' }).click();
  await page.getByRole('textbox', { name: 'Rename the notebook' }).fill('Lactate by ward');
  await page.keyboard.press('Enter');
  await addSqlCell(page);
  await writeCell(page, 'select 7 as n');
  await expect(page.locator('.saved')).toHaveText(/^Saved/);
  await page.getByRole('link', { name: 'All notebooks' }).click();
  const entry = page.getByRole('link', { name: /Lactate by ward/ });
  await expect(entry).toContainText('1 cell');
  await page.getByRole('button', { name: 'Delete Lactate by ward' }).click();
  await expect(entry).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await entry.click();
  await expect(codeOf(cells(page).first())).toHaveText('select 7 as n');
});
