import { readFileSync } from 'node:fs';
import { waitUntilAllOk } from '../../scripts/acceptance/page.mjs';
import { ward } from './ward';
import { downloaded, expect, openText, saved, test } from './watched';

test('a report reads offline, without a script or a request, and holds rows only where they were ticked', async ({
  page,
  browser
}, info) => {
  await openText(page, ward);
  await waitUntilAllOk(page);
  await page.getByRole('banner').getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'HTML report …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save an HTML report' });
  // The rows and the dots are of single children; the units and their bars are not.
  const ticks = dialog.getByRole('group', { name: 'Results with individual rows' }).getByRole('checkbox');
  await expect(ticks).toHaveCount(2);
  await expect(dialog).toContainText('rowsOfAll');
  await expect(dialog).not.toContainText('units');
  const save = async () => {
    const download = await saved(page, () => dialog.getByRole('button', { name: 'Save report' }).click());
    expect(download.suggestedFilename()).toBe('Small-ward-report.html');
    const path = info.outputPath(`${Math.random()}.html`);
    await download.saveAs(path);
    return path;
  };
  const without = await save();
  await expect(dialog).toBeHidden();

  const reader = await browser.newContext({ offline: true });
  const asked: string[] = [];
  const said: string[] = [];
  reader.on('request', (request) => asked.push(request.url()));
  reader.on('console', (message) => said.push(message.text()));
  const report = await reader.newPage();
  await report.goto(`file://${without}`);
  expect(asked).toEqual([`file://${without}`]);
  const text = readFileSync(without, 'utf8');
  expect(text).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"`);
  expect(await report.locator('script, iframe, object, link, form, [onerror], [onload], [onclick]').count()).toBe(0);
  expect(await report.title()).toBe('Small ward');
  const article = report.getByRole('article');
  await expect(article).toContainText('Contains individual rows: no');
  await expect(article).not.toContainText('Contains individual rows: yes');
  await expect(article.locator('.left-out').first()).toContainText(/Left out.*[\d,]+ rows of 3 columns/);
  await expect(article).toContainText('smallest group:');
  await expect(article.locator('section', { hasText: 'units' }).locator('tbody tr').first()).toBeVisible();
  await expect(article.locator('svg[role="img"]')).toHaveCount(1);
  await expect(article).toContainText(/Notebook, SHA-256\s*[0-9a-f]{64}/);
  await expect(article).toContainText('seed 3');
  await expect(article).toContainText(/DuckDB \d/);
  await expect(article).toContainText('Ada, Grace');
  await expect(article).not.toContainText('for the speaker alone');
  // What was written to become markup stayed text.
  await expect(article).toContainText('<img src=x onerror=document.title=1>');
  // Both themes by tokens: the drawing names no colour of its own.
  const colours = () =>
    report.evaluate(() => [
      getComputedStyle(document.body).backgroundColor,
      getComputedStyle(document.querySelector('svg[role="img"] [aria-label="bar"] rect, svg[role="img"] rect')!).fill
    ]);
  await report.emulateMedia({ colorScheme: 'light' });
  const light = await colours();
  await report.emulateMedia({ colorScheme: 'dark' });
  const dark = await colours();
  expect(dark[0]).not.toBe(light[0]);

  await page.getByRole('banner').getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'HTML report …' }).click();
  await ticks.first().waitFor();
  for (const tick of await ticks.all()) await tick.check();
  const withRows = await save();
  await report.goto(`file://${withRows}`);
  const rows = report.locator('section', { hasText: 'rowsOfAll' }).first();
  await expect(rows.locator('tbody tr')).toHaveCount(100);
  await expect(rows).toContainText(/100 of [\d,]+ rows/);
  await expect(report.locator('.front')).toContainText('Contains individual rows: yes');
  await expect(report.locator('svg[role="img"]')).toHaveCount(2);
  expect(said).toEqual([]);
  await reader.close();
  // The notebook itself never has results in it.
  expect(await downloaded(page)).not.toContain('<table');
});
