import { fileURLToPath } from 'node:url';
import type { Locator, Page } from '@playwright/test';
import { waitUntilAllOk } from '../../scripts/acceptance/page.mjs';
import { withoutPicker } from './keyboard';
import { ward } from './ward';
import { cells, expect, named, openText, test } from './watched';

/**
 * Each screen as it was judged against the drawings, in three looks. A picture that differs is looked at, and drawn anew
 * with `--update-snapshots` where the change was meant. Letters differ a little between versions of a browser.
 */
const looks = [
  { name: 'light', use: { colorScheme: 'light', viewport: { width: 1440, height: 900 } } },
  { name: 'dark', use: { colorScheme: 'dark', viewport: { width: 1440, height: 900 } } },
  {
    name: 'small',
    use: { colorScheme: 'light', viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }
  }
] as const;
const yesterday = new Date('2026-03-11T09:30:00Z');
const now = new Date('2026-03-12T14:02:00Z');
const steady = fileURLToPath(new URL('./screens/steady.css', import.meta.url));

const sample = (name: string) => `/notebook#open=samples/${name}&run`;

async function openSample(page: Page, name: string): Promise<void> {
  await page.goto(sample(name));
  await waitUntilAllOk(page, 80_000);
}

/** Scrolls until a cell stands so far below the top of the window, and what grows as it comes into view has grown. */
async function bringTo(cell: Locator, top: number): Promise<void> {
  await cell.evaluate(async (element, wanted) => {
    let last = NaN;
    for (let calm = 0; calm < 20;) {
      scrollTo(0, element.getBoundingClientRect().top + scrollY - wanted);
      await new Promise(requestAnimationFrame);
      const at = element.getBoundingClientRect().top + document.documentElement.scrollHeight;
      calm = at === last ? calm + 1 : 0;
      last = at;
    }
  }, top);
}

/** Cells that fail, wait and are stopped, each with its own words. */
const troubles = `---
title: What may go wrong
format: 1
---
# What may go wrong

\`\`\`sql id=children run=auto
select range as child, 60 + range % 40 as heart_rate from range(4)
\`\`\`

\`\`\`sql id=typo run=auto
select child, heart_rat from children
\`\`\`

\`\`\`sql id=waits run=auto
select count(*) as n from typo
\`\`\`

\`\`\`sql id=none run=auto
select * from children where heart_rate < 20
\`\`\`
`;

const csv = [
  'person;admitted;lactate;note',
  ...Array.from(
    { length: 40 },
    (_, row) => `${row + 1};2024-03-${String((row % 28) + 1).padStart(2, '0')};${row % 9},${row % 10};calm`
  ),
  '41;2024-03-30;hemolysed;taken twice',
  '42;2024-03-31;1,8;calm'
].join('\n');

const screens: Record<string, (page: Page, small: boolean) => Promise<void>> = {
  /** Of somebody who was here before. */
  gallery: async (page) => {
    for (const [name, when] of [
      ['first-look-at-a-picu', yesterday],
      ['who-is-in-the-study', now]
    ] as const) {
      await page.clock.setFixedTime(when);
      await openSample(page, name);
      await page.getByRole('link', { name: 'All notebooks' }).click();
      await expect(page.getByRole('button', { name: 'Choose files' })).toBeVisible();
    }
    await expect(page.getByRole('heading', { name: 'Continue' })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Continue' })).toContainText('Who is in the study?');
    await page.evaluate(() => scrollTo(0, 0));
  },
  /** A query that is selected, with its table and the profiles of its columns, and a chart of it. */
  notebook: async (page, small) => {
    await openSample(page, 'first-look-at-a-picu');
    const query = named(page, 'beforeSepsis');
    await bringTo(query, 80);
    if (!small) await query.getByText('SQL', { exact: true }).click();
    await expect(query.locator('[data-header] .strip svg')).toHaveCount(3);
    await expect(named(page, 'climb').locator('figure svg[role="img"]')).toBeVisible();
    await bringTo(query, 80);
  },
  'data-panel': async (page, small) => {
    await openSample(page, 'first-look-at-a-picu');
    if (small) await page.getByRole('button', { name: 'Data', exact: true }).click();
    await page.getByRole('complementary').getByText('picu_hours', { exact: true }).first().click();
    await expect(page.getByRole('complementary').locator('[data-column] svg')).toHaveCount(11);
    await expect(page.locator('[data-column="person_id"]')).toContainText('id, ');
  },
  'import-dialog': async (page) => {
    await withoutPicker(page);
    await page.goto('/');
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose files' }).click();
    await (await choosing).setFiles({ name: 'labs.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
    await expect(page.getByRole('dialog')).toContainText('lactate');
  },
  palette: async (page) => {
    await openSample(page, 'first-look-at-a-picu');
    await page.keyboard.press('ControlOrMeta+k');
    await page.getByRole('dialog').getByRole('combobox').fill('lact');
    await expect(page.getByRole('option').first()).toBeVisible();
  },
  /** With the panel closed, as it is drawn. */
  cohort: async (page, small) => {
    await openSample(page, 'who-is-in-the-study');
    if (!small) await page.getByRole('button', { name: 'Data panel' }).click();
    await bringTo(named(page, 'study'), 160);
  },
  errors: async (page) => {
    await openText(page, troubles);
    await expect(named(page, 'waits')).toHaveAttribute('data-status', 'blocked');
    await expect(named(page, 'none')).toHaveAttribute('data-status', 'fresh');
    await expect(named(page, 'none')).toContainText('has no rows');
    await bringTo(named(page, 'typo'), 120);
  },
  print: async (page) => {
    await openText(page, ward);
    await waitUntilAllOk(page);
    await page.keyboard.press('ControlOrMeta+p');
    const dialog = page.getByRole('dialog', { name: 'Print' });
    await page.evaluate(() => {
      Object.assign(window, { print: () => document.documentElement.setAttribute('data-printed', '') });
    });
    await dialog.getByRole('button', { name: 'Print …' }).click();
    await page.locator('html[data-printed]').waitFor();
    await page.emulateMedia({ media: 'print' });
    // A4 without its margins.
    await page.setViewportSize({ width: 657, height: 986 });
  }
};

for (const { name, use } of looks) {
  test.describe(name, () => {
    test.use(use);
    for (const [screen, show] of Object.entries(screens)) {
      test(`the ${screen} looks as it was judged, ${name}`, async ({ page }) => {
        await page.clock.setFixedTime(now);
        await show(page, name === 'small');
        await page.evaluate(() => document.fonts.ready);
        await page.mouse.move(0, 0);
        await expect(page).toHaveScreenshot(`${screen}-${name}.png`, {
          stylePath: steady,
          maxDiffPixelRatio: 0.001,
          threshold: 0.25
        });
        // A picture of nothing would equal itself.
        if (screen === 'notebook') expect(await cells(page).count()).toBeGreaterThan(5);
      });
    }
  });
}
