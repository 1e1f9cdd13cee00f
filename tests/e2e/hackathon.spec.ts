import { writeFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import {
  acceptImport,
  addSqlCell,
  drop,
  gridRow,
  newNotebookPath,
  runCell,
  writeCell
} from '../../scripts/acceptance/page.mjs';
import { hackathonFiles, hoursOf } from './hackathon-files';
import { cells, expect, named, test } from './watched';

/** A cell of the palette; its form is open. */
async function insert(page: Page, title: string, id: string): Promise<Locator> {
  await page.keyboard.press('ControlOrMeta+k');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox').fill(title);
  await expect(dialog.getByRole('option', { selected: true })).toContainText(title);
  await page.keyboard.press('Enter');
  const cell = named(page, id);
  await expect(cell.locator('.cell-form :focus')).toHaveCount(1);
  return cell;
}

const isFresh = (cell: Locator) => expect(cell).toHaveAttribute('data-status', 'fresh', { timeout: 60_000 });

/** A query in a new cell below, and the figures of its one row: they are drawn some time after it is fresh. */
async function figures(page: Page, sql: string, expected: readonly string[]): Promise<void> {
  await addSqlCell(page);
  await writeCell(page, sql);
  await runCell(page);
  const cell = cells(page).filter({ hasText: sql.slice(0, 40) });
  await isFresh(cell);
  await expect(cell.locator(gridRow)).toHaveText([...expected]);
}

test('files of the hackathon, dropped: put together by one click, then by the hour and scored', async ({
  page
}, info) => {
  test.slow();
  const paths = Object.entries(hackathonFiles).map(([name, text]) => {
    const path = info.outputPath(name);
    writeFileSync(path, text);
    return path;
  });
  await page.goto(newNotebookPath);
  await page.waitForURL(/#id=/);
  await drop(page, paths);
  await acceptImport(page);

  // The offer is in sight without scrolling, however many files there are.
  const put = page.getByRole('button', { name: 'Put them together' });
  await expect(put).toBeInViewport({ timeout: 60_000 });
  await put.click();
  const [train, tested] = [named(page, 'train_hours'), named(page, 'test_hours')];
  await isFresh(train);
  await isFresh(tested);
  await expect(put).toHaveCount(0);
  await expect(train.locator('pre, .cm-content').first()).toContainText(
    'imv (invasive ventilation): “Mechanical ventilator”.'
  );
  // One row an hour, none twice although a person came twice; a culture is no column.
  await expect(train).toContainText(`${hoursOf('train').length} rows × 20`);
  // The same columns without the label: nobody of the test was ventilated, and that is no gap.
  await expect(tested).toContainText(`${hoursOf('test').length} rows × 19`);

  const hourly = await insert(page, 'Hourly grid', 'hourly');
  await hourly.getByLabel('Measurements', { exact: true }).selectOption('train_hours');
  await page.keyboard.press('ControlOrMeta+Enter');
  await isFresh(hourly);
  await expect(hourly.locator('.output')).toContainText('train_hours by the hour: 45 hours of 4 stays, 3 persons');
  await expect(hourly.locator('.output')).toContainText('told apart by episode');

  const score = await insert(page, 'Score', 'score');
  await score.getByLabel('Score', { exact: true }).selectOption('phoenix');
  await score.getByLabel('Table', { exact: true }).selectOption('train_hours');
  const looksBack = score.getByRole('switch', { name: /^Look back/ });
  await looksBack.click();
  await expect(looksBack).toBeChecked();
  await page.keyboard.press('ControlOrMeta+Enter');
  await isFresh(score);
  await expect(score.locator('.output')).toContainText('Phoenix sepsis score of train_hours: 45 rows');
  await expect(score.locator('.output')).toContainText('Give it as a column suspected_infection');
  await page.keyboard.press('Escape');

  // Ventilated with norepinephrine from the fifth hour; lactate, platelets and GCS of the sixth hold on: 9 hours of one child.
  await figures(
    page,
    'select count(*) filter (phoenix_total >= 2) as hours, count(distinct person_id) filter (phoenix_total >= 2) as children from score',
    ['9', '1']
  );
});
