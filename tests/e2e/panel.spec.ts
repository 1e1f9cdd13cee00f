import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { acceptImport, drop, gridRow, newNotebookPath } from '../../scripts/acceptance/page.mjs';
import { codeOf, expect, headOf, named, test } from './watched';

const tree = (page: Page) => page.getByRole('tree', { name: 'Tables' });
const table = (page: Page, name: string) => tree(page).getByRole('treeitem', { name: new RegExp(`^${name}, \\d`) });

/** A new notebook that has read one file. */
async function reading(page: Page, path: string, content: string): Promise<void> {
  writeFileSync(path, content);
  await page.goto(newNotebookPath);
  await page.waitForURL(/#id=/);
  await drop(page, [path]);
  await acceptImport(page);
  await expect(named(page, 'first_look')).toHaveAttribute('data-status', 'fresh');
}

test('tables are a tree: keys open them, and Enter writes a quoted name at the caret', async ({ page }, info) => {
  await reading(page, info.outputPath('stays.csv'), 'id,Length of stay\n1,2.5\n2,3\n');
  await headOf(named(page, 'first_look')).click();
  await page.keyboard.press('Enter');
  await expect(codeOf(named(page, 'first_look'))).toBeFocused();
  await page.keyboard.press('ControlOrMeta+Home');
  for (let step = 0; step < 7; step++) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Delete');
  await table(page, 'stays').focus();
  await page.keyboard.press('ArrowRight');
  await expect(table(page, 'stays')).toHaveAttribute('aria-expanded', 'true');
  await expect(table(page, 'stays')).toContainText('table in memory');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('treeitem', { name: 'id, identifier' })).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await page.getByRole('treeitem', { name: 'Length of stay, number' }).focus();
  await page.keyboard.press('Enter');
  await expect(codeOf(named(page, 'first_look'))).toHaveText(/select "Length of stay"\s*from stays/);
  await expect(codeOf(named(page, 'first_look'))).toBeFocused();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.locator(gridRow).first()).toHaveText('2.5');
});

test('who goes on before the editor has come is not fetched back, and what was typed stands', async ({
  page
}, info) => {
  await reading(page, info.outputPath('stays.csv'), 'id,lactate\n1,2.5\n2,3\n');
  let arrive = () => {};
  const held = new Promise<void>((resolve) => (arrive = resolve));
  await page.route(/_app\/immutable/, async (route) => {
    await held;
    await route.continue();
  });
  await headOf(named(page, 'first_look')).click();
  await page.keyboard.press('Enter');
  await expect(codeOf(named(page, 'first_look'))).toBeFocused();
  await page.keyboard.type('-- mine ');
  await table(page, 'stays').focus();
  arrive();
  await expect(codeOf(named(page, 'first_look'))).toContainText('-- mine');
  await page.keyboard.press('ArrowRight');
  await expect(table(page, 'stays')).toHaveAttribute('aria-expanded', 'true');
  await expect(table(page, 'stays')).toBeFocused();
});

test('the search finds by name and by column, says what is near, and Esc empties it', async ({ page }, info) => {
  await reading(page, info.outputPath('stays.csv'), 'id,lactate\n1,2.5\n2,3\n');
  await table(page, 'stays').focus();
  await page.keyboard.press('/');
  const search = page.getByRole('searchbox', { name: 'Find a file, table or cell' });
  await expect(search).toBeFocused();
  await search.fill('lact');
  await expect(page.getByRole('treeitem', { name: /^lactate/ })).toHaveCount(2);
  await expect(page.getByRole('treeitem', { name: /^id/ })).toHaveCount(0);
  await search.fill('lactat_');
  await expect(page.getByRole('complementary')).toContainText('No file, table or cell called lactat_. Near: lactate.');
  await page.keyboard.press('Escape');
  await expect(search).toHaveValue('');
  await expect(table(page, 'stays')).toBeVisible();
});

test('a file that changed says so, and is read again or left, as the person says', async ({ page }, info) => {
  const path = info.outputPath('stays.csv');
  await reading(page, path, 'id,days\n1,2\n2,3\n');
  writeFileSync(path, 'id,days\n1,2\n2,3\n3,4\n');
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  const panel = page.getByRole('complementary');
  await expect(panel.getByText('changed', { exact: true })).toBeVisible();
  await expect(page.getByText('stays.csv has changed since it was read.')).toBeVisible();
  await page.getByRole('button', { name: 'Keep the old table' }).click();
  await expect(panel.getByText('changed', { exact: true })).toHaveCount(0);
  await expect(table(page, 'stays')).toContainText('2 × 2');
  writeFileSync(path, 'id,days\n1,2\n2,3\n3,4\n4,5\n');
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await page.getByRole('button', { name: 'Re-import' }).click();
  await expect(table(page, 'stays')).toContainText('4 × 2');
  await expect(named(page, 'stays')).toHaveAttribute('data-status', 'fresh');
  await expect(panel.getByText('changed', { exact: true })).toHaveCount(0);
});

test('a table is removed from the tree and comes back; it is read in another way by its menu', async ({
  page
}, info) => {
  await reading(page, info.outputPath('codes.csv'), 'code,value\n1,10\n2,20\n');
  await table(page, 'codes').focus();
  await page.keyboard.press('Delete');
  await expect(named(page, 'codes')).toHaveCount(0);
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect(named(page, 'codes')).toHaveCount(1);
  await expect(table(page, 'codes')).toContainText('2 × 2');
  await table(page, 'codes').focus();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Read it in another way …' }).click();
  const dialog = page.getByRole('dialog', { name: 'How is codes to be read?' });
  await dialog.getByLabel('Type: value').selectOption('text');
  await expect(dialog.getByLabel('Type: value')).toHaveValue('text');
  await dialog.getByRole('button', { name: 'Read it so' }).click();
  await expect(dialog).toBeHidden();
  await table(page, 'codes').locator('code').click();
  await expect(page.getByRole('treeitem', { name: 'value, text' })).toBeVisible();
  await expect(named(page, 'codes')).toHaveCount(1);
});
