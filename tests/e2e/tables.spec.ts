import { DuckDBInstance } from '@duckdb/node-api';
import type { Locator, Page } from '@playwright/test';
import { broad, tall } from '../../scripts/acceptance/notebook/grid-data.mjs';
import { expect, leftText, openText, passGate, test } from './watched';

const rows = 1_000_000;
const grids = (page: Page) => page.getByRole('grid');
const said = (page: Page) => page.locator('.data-table .foot');
const row = (grid: Locator, index: number) => grid.locator(`[data-row="${index}"]`).getByRole('gridcell');

/** What native DuckDB has in the same place, as we copy it. */
async function native(sql: string): Promise<string[][]> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const found = await connection.runAndReadAll(`SELECT COLUMNS(*)::VARCHAR FROM (${sql})`);
  connection.closeSync();
  return found.getRows().map((one) => one.map((value) => String(value ?? '').replace(/^(-?\d+)\.0$/, '$1')));
}

async function opened(page: Page, select: string): Promise<Locator> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await openText(page, `---\ntitle: A table\nformat: 1\n---\n\`\`\`sql id=made run=auto\n${select}\n\`\`\`\n`);
  const grid = grids(page).first();
  await grid.getByRole('gridcell').first().waitFor({ timeout: 60_000 });
  return grid;
}

/** @param range keys that choose cells from the one that has the focus */
async function copied(page: Page, range: readonly string[], cells: string): Promise<string> {
  for (const key of range) await page.keyboard.press(key);
  await page.keyboard.press('ControlOrMeta+c');
  // More rows than are copied freely pass the gate.
  const copied = said(page).filter({ hasText: `Copied ${cells}.` });
  await page.getByRole('alertdialog').or(copied).first().waitFor({ timeout: 30_000 });
  if ((await copied.count()) === 0) await passGate(page);
  await expect(copied).toBeVisible({ timeout: 30_000 });
  return page.evaluate(() => navigator.clipboard.readText());
}

const tsv = (table: readonly (readonly string[])[]) => table.map((one) => one.join('\t')).join('\n');

test('walk 9: a million rows × 20 are sorted, filtered and copied whole, ids to their last digit', async ({ page }) => {
  test.slow();
  const grid = await opened(page, tall(rows));
  await expect(grid).toHaveAttribute('aria-rowcount', String(rows + 1), { timeout: 60_000 });
  await row(grid, 0).first().click();

  await page.keyboard.press('ControlOrMeta+End');
  await expect(row(grid, rows - 1).last()).toHaveAttribute('aria-selected', 'true', { timeout: 30_000 });
  const end = await native(`SELECT * FROM (${tall(rows)}) ORDER BY id_0 DESC LIMIT 50`);
  await page.keyboard.press('Home');
  await expect(row(grid, rows - 1).first()).toHaveText(end[0]![0]!);
  expect(end[0]![0]).toHaveLength(19);
  const up = Array.from({ length: 49 }, () => 'Shift+ArrowUp');
  expect(await copied(page, [...up, 'Shift+End'], '1,000 cells')).toBe(tsv(end.toReversed()));

  // Over the whole table, not the pages that were read.
  await grid.getByRole('button', { name: 'Sort by count_4' }).click();
  await expect(grid.getByRole('columnheader', { name: /count_4/ })).toHaveAttribute('aria-sort', 'ascending');
  await grid.getByRole('button', { name: 'Sort by count_4' }).click();
  const sorted = await native(`SELECT * FROM (${tall(rows)}) ORDER BY count_4 DESC, id_0 LIMIT 50`);
  await expect(row(grid, 0).first()).toHaveText(sorted[0]![0]!, { timeout: 30_000 });
  await grid.focus();
  const down = Array.from({ length: 49 }, () => 'Shift+ArrowDown');
  expect(await copied(page, ['ArrowDown', 'Home', ...down, 'Shift+End'], '1,000 cells')).toBe(tsv(sorted));

  // `f` on a cell: what stands there is proposed.
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('End');
  await page.keyboard.press('f');
  const card = page.getByRole('dialog', { name: 'Filter word_4' });
  const word = sorted[0]!.at(-1)!;
  await expect(card.getByRole('textbox')).toHaveValue(word);
  await page.keyboard.press('Enter');
  const [count] = await native(`SELECT count(*) FROM (${tall(rows)}) WHERE word_4 = '${word}'`);
  const shown = Number(count![0]).toLocaleString('en');
  await expect(said(page)).toContainText(`${shown} of 1,000,000 rows × 20 · 1 filter`, { timeout: 30_000 });
  await expect(grid).toHaveAttribute('aria-rowcount', String(Number(count![0]) + 1));
  await page.getByRole('button', { name: `Remove filter: word_4 is ${word}` }).click();
  await expect(said(page)).toContainText('1,000,000 rows × 20');
});

test('walk 9: 5,000 columns are reached, and few of them are drawn', async ({ page }) => {
  const grid = await opened(page, broad(5_000));
  await expect(grid).toHaveAttribute('aria-colcount', '5000');
  await row(grid, 0).first().click();
  await page.keyboard.press('ControlOrMeta+End');
  await expect(row(grid, 99).last()).toHaveText(String(99 * 5_000));
  await expect(grid.getByRole('columnheader', { name: 'c4999' })).toBeVisible();
  await expect(row(grid, 99).first()).toHaveText('99');
  expect(await grid.locator('[role=gridcell]').count()).toBeLessThan(600);
});

const small = `select 9007199254740993 + range as person_id, range % 7 as hour,
  case when range % 3 <> 0 then 'ward ' || range end as ward, range / 8 as reading,
  [range, range + 1] as pair, date '2024-02-27' + range::integer as day
from range(40)`;

test('a table is arranged, searched and read by keys alone', async ({ page }) => {
  const grid = await opened(page, small);
  await grid.focus();
  const heading = (name: string) => grid.getByRole('columnheader', { name: new RegExp(name) });

  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(heading('hour')).toHaveAttribute('aria-sort', 'ascending');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.press('Shift+Enter');
  await expect(heading('ward')).toHaveAttribute('aria-sort', 'descending');
  await expect(page.getByRole('status').filter({ hasText: 'Sorted by hour, ascending, 40 rows.' })).toHaveCount(1);
  // hour 0: range 0, 7, 14, 21, 28, 35; descending by ward, those without one last.
  await expect(row(grid, 0).nth(2)).toHaveText('ward 7');
  await expect(row(grid, 0).first()).toHaveText('9007199254741000');
  await expect(row(grid, 4).nth(2)).toHaveText('–');

  const width = () => heading('ward').evaluate((element) => element.clientWidth);
  const before = await width();
  await page.keyboard.press('Alt+ArrowRight');
  await expect.poll(width).toBe(before + 16);

  await page.keyboard.press('Alt+Shift+ArrowRight');
  await expect(heading('ward')).toHaveAttribute('aria-colindex', '4');
  await page.keyboard.press('m');
  await page.getByRole('menu', { name: 'Column ward' }).waitFor();
  await page.keyboard.type('pin');
  await page.keyboard.press('Enter');
  await expect(heading('ward')).toHaveAttribute('aria-colindex', '1');
  await expect(grid).toBeFocused();

  await page.keyboard.press('/');
  await page.keyboard.type('WARD 13');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('search').getByText('1 of 1 row')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(grid).toBeFocused();
  await expect(grid.locator('.focused')).toHaveText('ward 13');

  await page.keyboard.press('Enter');
  const card = page.getByRole('dialog', { name: 'Show value' });
  await expect(card).toContainText('ward 13');
  await page.keyboard.press('Escape');
  await expect(card).toHaveCount(0);
  await expect(grid).toBeFocused();
});

test('how a table is looked at outlives a run of its cell', async ({ page }) => {
  const grid = await opened(page, small);
  await grid.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('f');
  await page.getByRole('dialog', { name: 'Filter day' }).getByRole('textbox', { name: 'To' }).fill('2024-03-01');
  await page.keyboard.press('Enter');
  // 27, 28, 29 February and 1 March: a leap year.
  await expect(said(page)).toContainText('4 of 40 rows × 6 · 1 filter');
  await page.locator('li.cell .frame').first().focus();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(said(page)).toContainText('4 of 40 rows × 6 · 1 filter');
  await expect(page.getByRole('button', { name: 'Change filter: day 2024-02-27 to 2024-03-01' })).toBeVisible();
});

test('the whole filtered table is saved as CSV, and a plain table is real', async ({ page }) => {
  const grid = await opened(page, small);
  await grid.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('f');
  await page.getByRole('dialog', { name: 'Filter hour' }).getByRole('textbox', { name: 'From' }).fill('5');
  await page.getByRole('dialog', { name: 'Filter hour' }).getByRole('textbox', { name: 'To' }).fill('6');
  await page.keyboard.press('Enter');
  await expect(said(page)).toContainText('10 of 40 rows');
  const left = await leftText(page, async () => {
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: 'CSV for spreadsheets' }).click();
  });
  const saved = left.trimEnd().split('\r\n');
  expect(saved).toHaveLength(11);
  expect(saved[1]).toBe('9007199254740998,5,ward 5,0.625,"[5,6]",2024-03-03');

  await page.getByRole('button', { name: 'Plain table' }).click();
  const table = page.getByRole('table');
  await expect(table.getByRole('row')).toHaveCount(11);
  await expect(table.getByRole('columnheader')).toHaveCount(6);
});
