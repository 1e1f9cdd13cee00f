import { writeFileSync, readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import { BlobReader, TextWriter, ZipReader } from '@zip.js/zip.js';
import type { Locator, Page } from '@playwright/test';
import { cells, codeOf, expect, leftFile, openText, test } from './watched';

const foot = (page: Page) => page.locator('.data-table .foot');

async function opened(page: Page, select: string): Promise<Locator> {
  await openText(page, `# A table\n\n\`\`\`sql id=made run=auto\n${select}\n\`\`\`\n`);
  const grid = page.getByRole('grid').first();
  await grid.getByRole('gridcell').first().waitFor({ timeout: 60_000 });
  return grid;
}

/** What an item of the export menu saves. */
async function exported(page: Page, item: string): Promise<string> {
  return leftFile(page, async () => {
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: item }).click();
  });
}

test('Mod-A asks above 100,000 cells; columns are made wider and put elsewhere by dragging', async ({ page }) => {
  const grid = await opened(page, 'select range as a, range * 2 as b, range * 3 as c from range(40_000)');
  await grid.focus();
  await page.keyboard.press('ControlOrMeta+a');
  await expect(foot(page)).toContainText('Select all 120,000 cells?');
  await foot(page).getByRole('button', { name: 'Keep selection' }).click();
  await expect(foot(page)).not.toContainText('120,000 cells');
  await expect(grid.locator('[role=gridcell][aria-selected="true"]')).toHaveCount(1);
  await page.keyboard.press('ControlOrMeta+a');
  await foot(page).getByRole('button', { name: 'Select all' }).click();
  await expect(grid.locator('[role=gridcell][aria-selected="false"]')).toHaveCount(0);

  const heading = (name: string) => grid.getByRole('columnheader', { name: new RegExp(`^${name}\\b|Sort by ${name}`) });
  const first = heading('a');
  const before = (await first.boundingBox())!;
  await page.mouse.move(before.x + before.width - 2, before.y + 12);
  await page.mouse.down();
  await page.mouse.move(before.x + before.width + 78, before.y + 12, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => Math.round((await first.boundingBox())!.width - before.width)).toBe(80);

  const from = (await first.boundingBox())!;
  const to = (await heading('c').boundingBox())!;
  await page.mouse.move(from.x + from.width / 2, from.y + 12);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width / 2, to.y + 12, { steps: 8 });
  await page.mouse.up();
  await expect(grid.getByRole('columnheader').nth(2)).toHaveText(/a/);
  // A drag is no click: nothing was sorted.
  await expect(grid.locator('[aria-sort]')).toHaveCount(0);
});

test('Parquet and Excel hold what the table holds, and an export is stopped', async ({ page }, info) => {
  await opened(
    page,
    "select 9007199254740993 + range as id, 'wärd ' || range as ward, range / 8 as reading from range(400_000)"
  );
  const parquet = info.outputPath('saved.parquet');
  writeFileSync(parquet, readFileSync(await exported(page, 'Parquet')));
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const found = await connection.runAndReadAll(
    `SELECT count(*)::INTEGER, min(id)::VARCHAR, max(id)::VARCHAR, max(reading), count(DISTINCT ward)::INTEGER FROM read_parquet('${parquet}')`
  );
  connection.closeSync();
  expect(found.getRows()[0]).toEqual([400_000, '9007199254740993', '9007199255140992', 49_999.875, 400_000]);

  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'Excel' }).click();
  await foot(page).getByRole('button', { name: 'Stop' }).click();
  await expect(foot(page).getByRole('button', { name: 'Stop' })).toHaveCount(0);
  await expect(foot(page)).not.toContainText('Exported');

  await opened(page, "select 9007199254740993 + range as id, 'wärd ' || range as ward from range(30)");
  const file = new Blob([new Uint8Array(readFileSync(await exported(page, 'Excel')))]);
  const entries = await new ZipReader(new BlobReader(file)).getEntries();
  const sheet = entries.find(({ filename }) => /sheet1\.xml$/.test(filename));
  const xml = sheet && 'getData' in sheet ? await sheet.getData!(new TextWriter()) : '';
  expect(xml.match(/<row\b/g)).toHaveLength(31);
  // Excel's numbers have 15 digits: longer ids are text there.
  expect(xml + (await sharedTexts(entries))).toContain('9007199254741022');
});

async function sharedTexts(entries: Awaited<ReturnType<ZipReader<Blob>['getEntries']>>): Promise<string> {
  const shared = entries.find(({ filename }) => /sharedStrings\.xml$/.test(filename));
  return shared && 'getData' in shared ? shared.getData!(new TextWriter()) : '';
}

test('a list of completions lies over the cells that follow', async ({ page }) => {
  const cell = (id: string) => `\`\`\`sql id=${id} code=shown\nselect range as n from range(30)\n\`\`\`\n`;
  await openText(page, `# Two\n\n${cell('first')}\n${cell('second')}`);
  await expect(cells(page).nth(2)).toHaveAttribute('data-status', 'fresh');
  await page.keyboard.press('Escape');
  // Its output folded away, the next cell begins right below the text.
  await cells(page).nth(1).locator('.frame').focus();
  await page.keyboard.press('o');
  await codeOf(cells(page).nth(1)).click();
  await expect(page.locator('.cm-editor.cm-focused')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.press('Enter');
  const list = page.locator('.cm-tooltip-autocomplete');
  await expect(async () => {
    await page.keyboard.press('Control+Space');
    await expect(list).toBeVisible({ timeout: 1_000 });
  }).toPass();
  const covered = await list.evaluate((element) => {
    const { left, top, bottom } = element.getBoundingClientRect();
    const hidden = [];
    for (let y = top + 6; y < Math.min(bottom, innerHeight) - 6; y += 12)
      if (!element.contains(document.elementFromPoint(left + 24, y))) hidden.push(Math.round(y - top));
    return hidden;
  });
  expect(covered).toEqual([]);
});
