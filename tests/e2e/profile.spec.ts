import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './axe';
import { expect, named, openText, test } from './watched';

const rows = 3000;
const table = `\`\`\`sql id=vitals run=auto
select range % 200 as person_id, 36 + (range * 7919 % 30) / 10.0::double as temperature,
  case when range % 4 = 0 then null else (range % 141)::integer + 60 end as heart_rate,
  'ward ' || (range % 3) as ward, (range % 190)::integer as age_months
from range(${rows})
\`\`\`
`;
const notebook = (more = '') => `---\ntitle: Profiles\nformat: 1\n---\n${table}\n${more}`;
const strip = (within: Locator | Page, column: string) => within.locator(`svg[data-strip="${column}"]`);

test('strips stand over a result, keep identifiers to themselves and filter by a click', async ({ page }) => {
  await openText(page, notebook());
  const cell = named(page, 'vitals');
  await expect(strip(cell, 'temperature')).toHaveAttribute(
    'aria-label',
    'temperature: 3,000 rows, none missing, from 36.0 to 38.9'
  );
  await expect(strip(cell, 'heart_rate')).toHaveAttribute('aria-label', /25\u00a0% missing, from 60 to 200/);
  // Tenths from 36.0 to 38.9: fifteen bars of two tenths each, no comb.
  const bars = (name: string, look: string) => strip(cell, name).locator(`path.${look}`);
  const outlines = (count: number) => new RegExp(`^(M[^M]+){${count}}$`);
  await expect(bars('temperature', 'bar')).toHaveAttribute('d', outlines(15));
  await expect(cell.getByText('id, nothing shown')).toBeVisible();

  await expect(bars('ward', 'bar')).toHaveAttribute('d', outlines(3));
  await strip(cell, 'ward').click();
  await strip(cell, 'ward').hover({ position: { x: 10, y: 14 } });
  await expect(strip(cell, 'ward').locator('title')).toHaveText('ward 0: 0 of 1,000 rows');
  await strip(cell, 'ward').hover();
  await expect(strip(cell, 'ward').locator('title')).toHaveText('ward 1: 1,000 of 1,000 rows');
  // The whole stays behind what passes.
  await expect(bars('temperature', 'all')).toHaveAttribute('d', outlines(15));
});

test('a result of ten rows has no strip', async ({ page }) => {
  await openText(
    page,
    '---\ntitle: Few\nformat: 1\n---\n```sql id=few run=auto\nselect range as n from range(10)\n```\n'
  );
  await expect(named(page, 'few').locator('[role="gridcell"]').first()).toBeVisible();
  await expect(named(page, 'few').locator('.strip')).toHaveCount(0);
});

test('a card tells all of a column, and its bars are reached by keyboard', async ({ page }) => {
  await openText(page, notebook());
  const cell = named(page, 'vitals');
  await expect(strip(cell, 'heart_rate')).toBeVisible();
  await cell.getByRole('grid').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('p');
  const card = page.getByRole('dialog', { name: 'Profile of heart_rate' });
  const figure = (name: string) =>
    card
      .locator('dl > div')
      .filter({ has: page.locator(`dt:text-is("${name}")`) })
      .locator('dd');
  // Every fourth of 3,000 is missing.
  await expect(figure('n')).toHaveText('2,250');
  await expect(figure('missing')).toHaveText('750 (25\u00a0%)');
  await expect(figure('distinct')).toHaveText('141');
  await card.getByRole('toolbar').getByRole('button').first().focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(card).toHaveCount(0);
  await expect(strip(cell, 'temperature').locator('path.all')).toBeVisible();

  await cell.getByRole('button', { name: 'Profile of ward' }).click();
  await expect(page.getByRole('dialog', { name: 'Profile of ward' })).toContainText('ward 2');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('a profile cell makes a page of a table: missing together, groups, ages, columns', async ({ page }) => {
  await openText(
    page,
    notebook(
      '```profile id=look\nfrom: vitals\ngroup: ward\nage: age_months\n```\n\n```profile id=nothing\nfrom: none\n```\n\n```sql id=none\nselect * from vitals where false\n```\n'
    )
  );
  const cell = named(page, 'look');
  await expect(cell.getByRole('heading', { name: 'Columns', exact: true })).toBeVisible({ timeout: 30_000 });
  await expect(cell.getByText('lacks most: 25\u00a0% of the rows.')).toBeVisible();
  await expect(cell.getByRole('row', { name: 'missing: heart_rate' })).toContainText('750');
  await expect(cell.getByRole('columnheader', { name: 'ward 0, n 1,000' })).toBeVisible();
  await expect(cell.getByText('Heart rate', { exact: false }).or(cell.getByText('heart_rate')).first()).toBeVisible();
  await expect(cell.getByText(/Goldstein 2005/)).toBeVisible();
  await expect(cell.locator('li[data-column]')).toHaveCount(5);
  await expect(cell.locator('li[data-column="person_id"]')).toContainText('identifier, 200 values, none shown');
  await expect(named(page, 'nothing').getByText('There is nothing to look at.')).toBeVisible();
  await expectAccessible(page, 'profile cells');

  // On paper nothing scrolls away, and no column is cut in two.
  await page.emulateMedia({ media: 'print' });
  const widths = await cell.locator('.profile').evaluate((part) => [part.scrollWidth, part.clientWidth]);
  expect(widths[0]).toBeLessThanOrEqual((widths[1] ?? 0) + 1);
});
