import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { waitUntilAllOk } from '../../scripts/acceptance/page.mjs';
import { ward } from './ward';
import { cells, expect, full, named, openText, test } from './watched';

const room = fileURLToPath(new URL('../../notebooks/samples/', import.meta.url));
// Charts and tables, and maps, which are the widest: the others with the slow suites.
const quick = ['first-look-at-a-picu.md', 'cardiac-pathways.md'];
const samples = readdirSync(room).filter((name) => (full ? name.endsWith('.md') : quick.includes(name)));

/** A4 without its margins of 18 mm, at 96 px an inch. */
const paper = { width: 657, height: 986 };

/** Opens the notebook's own dialog and lets it print; the browser's dialog is left out, for nobody could close it. */
async function print(page: Page, choose?: () => Promise<void>): Promise<void> {
  await page.keyboard.press('ControlOrMeta+p');
  const dialog = page.getByRole('dialog', { name: 'Print' });
  await dialog.waitFor();
  await choose?.();
  await page.evaluate(() => {
    Object.assign(window, { print: () => document.documentElement.setAttribute('data-printed', '') });
  });
  await dialog.getByRole('button', { name: 'Print …' }).click();
  await page.locator('html[data-printed]').waitFor();
  await page.evaluate(() => document.documentElement.removeAttribute('data-printed'));
}

/** Everything above and in the printed text that could cut it: boxes that scroll, moved ones, ones wider than paper. */
const cuts = (page: Page) =>
  page.evaluate((width) => {
    const root = document.querySelector<HTMLElement>('.report');
    if (!root) return ['nothing to print'];
    const found: string[] = [];
    for (let above: HTMLElement | null = root; above; above = above.parentElement) {
      const { overflow, transform, height } = getComputedStyle(above);
      const whole = parseFloat(height) >= root.getBoundingClientRect().height - 1;
      if (overflow !== 'visible' || transform !== 'none' || !whole)
        found.push(`${above.tagName} ${overflow} ${height}`);
    }
    for (const one of root.querySelectorAll<HTMLElement>('*')) {
      if (one.closest('svg') && one.tagName !== 'svg') continue;
      if (one.classList.contains('visually-hidden')) continue;
      const { right } = one.getBoundingClientRect();
      if (right > width + 1) found.push(`${one.tagName}.${one.className} ends at ${right}`);
      const { overflowX, overflowY } = getComputedStyle(one);
      if (one.tagName !== 'svg' && (overflowX !== 'visible' || overflowY !== 'visible'))
        found.push(`${one.tagName} scrolls`);
    }
    return found;
  }, paper.width);

/** Pages of a PDF, by their entries in it. */
const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;

test.describe('in a dark room', () => {
  test.use({ colorScheme: 'dark' });

  test('walk 11: a printed notebook is whole, on white paper, whatever the grids show', async ({ page }, info) => {
    await openText(page, ward);
    await waitUntilAllOk(page);
    await print(page, async () => {
      await page
        .getByRole('spinbutton', { name: 'Rows of a table at most' })
        .or(page.getByLabel('Rows of a table'))
        .fill('30');
      await page.getByLabel('Rows of a table').press('Tab');
    });
    const pdf = await page.pdf({ format: 'A4', path: info.outputPath('print.pdf') });
    expect(pagesOf(pdf)).toBeGreaterThan(2);
    // Printing was over with that.
    await expect(page.locator('.print-root')).toHaveCount(0);

    await print(page);
    await page.setViewportSize(paper);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const report = page.locator('.report');
    await expect(report).toBeVisible();
    await expect(page.getByRole('banner')).toHaveCount(0);
    expect(await cuts(page)).toEqual([]);
    const height = await report.evaluate((element) => element.scrollHeight);
    expect(pagesOf(pdf)).toBeGreaterThanOrEqual(Math.floor(height / paper.height));
    for (const said of [
      ...['Ada, Grace', 'Contains individual rows: yes', 'Forty simulated children', 'Age below', '216 months'],
      ...['select person_id, hour, heart_rate', 'a_mean_with_a_long_name', 'Hours by kind of admission', 'Provenance'],
      ...['[1] https://example.org/phems', 'seed 3']
    ])
      await expect(report).toContainText(said);
    await expect(report).not.toContainText('for the speaker alone');
    const rows = report.locator('section', { hasText: 'rowsOfAll' }).first();
    await expect(rows.locator('tbody tr')).toHaveCount(25);
    await expect(rows).toContainText(/25 of [\d,]+ rows/);
    expect(await rows.locator('thead').evaluate((head) => getComputedStyle(head).display)).toBe('table-header-group');
    const [ground, ink] = await report.evaluate((element) => {
      const style = getComputedStyle(element);
      return [getComputedStyle(document.body).backgroundColor, style.color];
    });
    expect([ground, ink]).toEqual(['rgba(0, 0, 0, 0)', 'rgb(27, 31, 39)']);
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await page.emulateMedia({ media: 'screen' });
    await expect(cells(page).first()).toBeVisible();
  });
});

for (const sample of samples) {
  test(`walk 11: ${sample} prints on more than one page, nothing cut, and is presented without a row`, async ({
    page
  }) => {
    await openText(page, readFileSync(join(room, sample), 'utf8'));
    await waitUntilAllOk(page);
    await print(page);
    await page.setViewportSize(paper);
    await page.emulateMedia({ media: 'print' });
    expect(await cuts(page), sample).toEqual([]);
    await page.emulateMedia({ media: 'screen' });
    await page.setViewportSize({ width: 1440, height: 900 });
    expect(pagesOf(await page.pdf({ format: 'A4' })), sample).toBeGreaterThan(1);

    await cells(page).first().locator('.frame').focus();
    await page.keyboard.press('p');
    const slide = page.getByRole('main', { name: /^Slide/ });
    await slide.waitFor();
    for (;;) {
      // Until it is known what a result holds, nothing of it stands there.
      await expect(page.locator('.live[data-rows="asking"]')).toHaveCount(0);
      for (const grid of await page.getByRole('grid').all()) {
        await expect(grid.getByRole('columnheader', { name: /person_id|episode_id|visit_occurrence_id/ })).toHaveCount(
          0
        );
      }
      const label = (await slide.getAttribute('aria-label')) ?? '';
      const [, at, of] = /^Slide (\d+) of (\d+)/.exec(label) ?? [];
      if (at === of) break;
      await page.keyboard.press('ArrowRight');
      await expect(slide).not.toHaveAttribute('aria-label', label);
    }
    await page.keyboard.press('Escape');
    await expect(cells(page).first()).toBeVisible();
  });
}

test('a presentation is the same notebook: live, by keys alone, rows hidden, and back at the same cell', async ({
  page,
  context
}) => {
  await openText(page, ward);
  await waitUntilAllOk(page);
  const input = named(page, 'oldest');
  await input.locator('header .kind').click();
  await input.locator('.frame').focus();
  await page.keyboard.press('p');
  const slide = (n: number) => page.getByRole('main', { name: new RegExp(`^Slide ${n} of 5`) });
  await expect(slide(1)).toBeFocused();
  await expect(page.getByRole('banner')).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Small ward');
  await expect(page.getByText('for the speaker alone')).toHaveCount(0);

  // All the keys that turn slides.
  for (const [key, n] of [
    ['ArrowRight', 2],
    [' ', 3],
    ['PageDown', 4],
    ['ArrowLeft', 3],
    ['PageUp', 2],
    ['End', 5],
    ['Home', 1]
  ] as const) {
    await page.keyboard.press(key);
    await expect(slide(n)).toBeFocused();
  }
  await page.keyboard.press('2');
  await expect(page.getByText('Slide 2 …')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(slide(2)).toBeFocused();

  // Rows of single children are hidden until somebody shows them.
  await expect(page.getByText(/^[\d,]+ rows hidden while presenting$/)).toBeVisible();
  await expect(page.getByRole('grid')).toHaveCount(0);
  const rowsBefore = await page.getByText(/rows hidden while presenting/).textContent();
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page.getByRole('grid')).toBeVisible();
  await page.getByRole('button', { name: 'Rows shown' }).click();
  await expect(page.getByRole('grid')).toHaveCount(0);

  // Live: the slider of slide 1 changes what slide 2 hides.
  await page.keyboard.press('Home');
  await page.getByRole('slider').focus();
  await page.keyboard.press('PageDown');
  await page.keyboard.press('ArrowLeft');
  await expect(slide(1)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(slide(1)).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(slide(2)).toBeVisible();
  await expect(page.getByText(/rows hidden while presenting/)).toBeVisible();
  await expect(page.getByText(/rows hidden while presenting/)).not.toHaveText(rowsBefore ?? '');

  // Code only where the cell says so; a table of groups is no row of anybody.
  await page.keyboard.press('4');
  await page.keyboard.press('Enter');
  await expect(slide(4).locator('pre')).toContainText('count(distinct person_id)');
  await expect(slide(4).getByRole('grid')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  // Text and figure side by side, once the figure is drawn.
  await expect(async () => {
    const text = await slide(5).getByText('One bar a kind.').boundingBox();
    const figure = await slide(5).locator('figure').boundingBox();
    expect(figure!.x).toBeGreaterThan(text!.x + text!.width - 1);
    expect(Math.abs(figure!.y - text!.y)).toBeLessThan(40);
  }).toPass();

  // The speaker's window, with keys of its own.
  await page.keyboard.press('Home');
  const opening = context.waitForEvent('page');
  await page.keyboard.press('n');
  const notes = await opening;
  await expect(notes.getByText('This is for the speaker alone.')).toBeVisible();
  await expect(notes.getByText('Next: Rows of single children')).toBeVisible();
  await notes.keyboard.press('ArrowRight');
  await expect(page.getByRole('main', { name: /^Slide 2/ })).toBeVisible();
  await expect(notes.getByText('No notes on this slide.')).toBeVisible();
  await page.bringToFront();
  await page.keyboard.press('n');
  await expect.poll(() => notes.isClosed()).toBe(true);

  // Printing means the notebook, not the slide that is seen; its dialog has its own Esc.
  await page.keyboard.press('ControlOrMeta+p');
  await page.getByRole('dialog', { name: 'Print' }).waitFor();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(slide(2)).toBeVisible();

  // Blank, pointer, full screen.
  await page.keyboard.press('b');
  await expect(page.locator('.blank')).toBeVisible();
  await page.keyboard.press('x');
  await expect(page.locator('.blank')).toHaveCount(0);
  await expect(slide(2)).toBeVisible();
  await page.keyboard.press('.');
  await page.mouse.move(300, 300);
  await expect(page.locator('.dot')).toBeVisible();
  await page.keyboard.press('.');
  await page.keyboard.press('f');
  await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
  await page.keyboard.press('f');
  await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(false);
  await expect(page.locator('.presentation.still')).toBeVisible();

  await page.keyboard.press('Home');
  await page.keyboard.press('Escape');
  await expect(named(page, 'oldest').locator('.frame')).toBeFocused();
  await page.keyboard.press('p');
  await page.keyboard.press('End');
  await page.keyboard.press('Escape');
  await expect(page.locator('li.cell[data-selected] .frame')).toContainText('By kind of admission');
});
