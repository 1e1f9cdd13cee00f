import { newNotebookPath, waitUntilAllOk, writeCell } from '../../scripts/acceptance/page.mjs';
import { cells, expect, leaveEditor, test } from './watched';
import { tabTo, withoutPicker } from './keyboard';

const stays =
  'stay,age_months,lactate\n' + Array.from({ length: 12 }, (_, n) => `${n + 1},${n * 9},${1 + n / 4}\n`).join('');

// Each walks through a whole notebook: on a busy machine that takes its time.
test.setTimeout(240_000);

test('by keyboard only from the gallery over a file of one’s own to its chart', async ({ page }) => {
  await withoutPicker(page);
  await page.goto('/');
  await tabTo(page, page.getByRole('button', { name: 'Choose files' }));
  const choosing = page.waitForEvent('filechooser');
  await page.keyboard.press('Enter');
  await (await choosing).setFiles({ name: 'stays.csv', mimeType: 'text/csv', buffer: Buffer.from(stays) });
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('12 rows, 3 columns')).toBeVisible({ timeout: 60_000 });
  await tabTo(page, dialog.getByRole('button', { name: /^Read/ }));
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await waitUntilAllOk(page);
  // After a dialog the focus is in the page again, not lost.
  await expect.poll(() => page.evaluate(() => document.activeElement !== document.body)).toBe(true);
  // F6 goes from region to region: back to the panel of files and tables.
  for (let presses = 0; presses < 4; presses++) {
    await page.keyboard.press('F6');
    if (await page.evaluate(() => document.activeElement?.closest('aside.panel') != null)) break;
  }
  await tabTo(page, page.getByRole('treeitem', { name: /^stays, / }));
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menu')).toBeVisible();
  await page.keyboard.type('New c');
  await expect(page.getByRole('menuitem', { name: 'New chart' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('figure svg[role="img"]')).toBeVisible();
  await expect(page.locator('.cell .frame:focus')).toHaveCount(1);
  await tabTo(page, page.getByRole('button', { name: 'Show as table' }));
  await page.keyboard.press('Enter');
  await expect(page.locator('figure table tbody tr').first()).toBeVisible();
});

test('the focus stays where it was after Run, Stop, Delete and a closed dialog', async ({ page }) => {
  await page.goto(newNotebookPath);
  const add = page.getByRole('main').getByRole('button', { name: 'Add SQL' }).last();
  await tabTo(page, add);
  await page.keyboard.press('Enter');
  await expect(page.locator('.cm-content')).toBeFocused();
  await writeCell(page, 'select sum(hash(a.range + b.range) % 7) as n from range(100000) a, range(100000) b');
  await leaveEditor(page);
  const frame = cells(page).first().locator('.frame');
  await expect(frame).toBeFocused();
  // Out of a text in which Tab indents: Esc, then Tab.
  await page.keyboard.press('Tab');
  await expect(frame).not.toBeFocused();
  expect(await page.evaluate(() => document.activeElement?.closest('.editor') === null)).toBe(true);
  await frame.focus();

  // Run and Stop are one button of the cell.
  const run = cells(page).first().locator('.actions').getByRole('button').first();
  await tabTo(page, run);
  await page.keyboard.press('Enter');
  await expect(cells(page).first()).toHaveAttribute('data-status', 'running');
  await expect(run).toBeFocused();
  await expect(run).toHaveAccessibleName('Stop this cell');
  await page.keyboard.press('Enter');
  await expect(cells(page).first()).toHaveAttribute('data-status', 'stopped');
  await expect(run).toBeFocused();

  // Run of the bar goes with the last stale cell: Stop, which comes in its place, has the focus and keeps it.
  const bar = page.getByRole('banner');
  const runStale = bar.getByRole('button', { name: /^Run 1 stale$/ });
  await runStale.focus();
  await page.keyboard.press('Enter');
  const stop = bar.getByRole('button', { name: 'Stop' });
  await expect(stop).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(cells(page).first()).toHaveAttribute('data-status', 'stopped');
  await expect(stop).toBeFocused();

  // A dialog gives the focus back to the cell it was called from.
  await frame.focus();
  await tabTo(page, cells(page).first().locator('.actions').getByRole('button', { name: 'More' }));
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Rename' }).press('Enter');
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(cells(page).first().locator('.actions').getByRole('button', { name: 'More' })).toBeFocused();

  // The last cell deleted, one can go on by adding another.
  await frame.focus();
  await page.keyboard.press('Delete');
  await expect(cells(page)).toHaveCount(0);
  await expect(page.getByRole('main').getByRole('button', { name: /^Add / }).first()).toBeFocused();
});
