import { addSqlCell, newNotebookPath, writeCell } from '../../scripts/acceptance/page.mjs';
import { cells, codeOf, expect, headOf, leaveEditor, named, openText, test } from './watched';

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

test('a notebook is listed in the gallery, opens as it was left, and comes back out of the Trash', async ({ page }) => {
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
  const remove = page.getByRole('button', { name: 'Delete Lactate by ward' });
  await remove.click();
  await expect(entry).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(entry).toBeVisible();

  await remove.click();
  await expect(entry).toHaveCount(0);
  await page.reload();
  await page.getByText('Trash: 1 notebook').click();
  await expect(page.getByText('30 days left')).toBeVisible();
  await page.getByRole('button', { name: 'Restore Lactate by ward' }).click();
  await entry.click();
  await expect(codeOf(cells(page).first())).toHaveText('select 7 as n');

  // From the notebook's own menu it goes there, too; for ever only after a question.
  await page.getByRole('banner').getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Move to the Trash' }).click();
  await page.getByText('Trash: 1 notebook').click();
  const forEver = page.getByRole('button', { name: 'Delete Lactate by ward for ever' });
  await forEver.click();
  await page.getByRole('dialog').getByRole('button', { name: 'Keep in the Trash' }).click();
  await forEver.click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete for ever' }).click();
  await expect(page.getByText('Trash: 1 notebook')).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Samples and lessons' })).toBeVisible();
  await expect(page.getByText(/^Trash/)).toHaveCount(0);
});

test('walk 5: three deleted cells come back out of the Bin after a reload, each where it stood', async ({ page }) => {
  const names = ['a', 'b', 'c', 'd', 'e'];
  const cell = (name: string, at: number) => `\`\`\`sql id=${name}\nselect ${at} as ${name}\n\`\`\``;
  await openText(page, `---\ntitle: Five\nformat: 1\n---\n${names.map(cell).join('\n\n')}\n`);
  const order = () => page.locator('li.cell code.name').evaluateAll((found) => found.map((one) => one.textContent));
  for (const name of ['b', 'c', 'd']) {
    await headOf(named(page, name)).click();
    await page.keyboard.press('d');
    await page.keyboard.press('d');
    await expect(named(page, name)).toHaveCount(0);
    await expect(page.locator('.toast')).toContainText(`Deleted ${name}.`);
  }
  await expect(page.locator('.saved')).toHaveText(/^Saved/);
  await page.reload();
  await expect.poll(order).toEqual(['a', 'e']);

  await page.getByRole('banner').getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Versions and Bin' }).click();
  await page.getByText('Bin 3').click();
  const panel = page.getByRole('complementary', { name: 'Versions' });
  for (const name of ['b', 'c', 'd'])
    await panel
      .getByRole('listitem')
      .filter({ hasText: `as ${name}` })
      .getByRole('button', { name: 'Put back' })
      .click();
  await expect.poll(order).toEqual(names);
  await expect(panel.getByText('The Bin is empty.')).toBeVisible();
  await page.reload();
  await expect.poll(order).toEqual(names);
  await expect(codeOf(named(page, 'c'))).toHaveText('select 2 as c');
});

test('undo and redo say what they change; in an editor they are about its text, also after it was left', async ({
  page
}) => {
  await page.goto(newNotebookPath);
  await addSqlCell(page);
  await writeCell(page, 'select 1 as first');
  await page.keyboard.insertText(', 2 as second');
  await leaveEditor(page);
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.locator('.toast')).toContainText('Undone: sql added.');
  await expect(cells(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect(page.locator('.toast')).toContainText('Redone: sql added.');
  await expect(codeOf(cells(page).first())).toHaveText('select 1 as first, 2 as second');
  // The cell is a new frame on the page; its editor still knows its undo.
  await codeOf(cells(page).first()).click();
  await expect(page.locator('.cm-content:focus')).toHaveCount(1);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(codeOf(cells(page).first())).not.toHaveText(/second/);
  await expect(cells(page)).toHaveCount(1);
});
