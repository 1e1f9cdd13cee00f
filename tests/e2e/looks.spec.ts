import type { Page } from '@playwright/test';
import {
  addSqlCell,
  cell,
  newNotebookPath,
  openFirstSample,
  waitUntilAllOk,
  writeCell
} from '../../scripts/acceptance/page.mjs';
import { cells, expect, test } from './watched';

const widths = [360, 390, 768, 1440];
const schemes = ['light', 'dark'] as const;

/** What sticks out of the page to the right, if it can be scrolled sideways. */
const stickingOut = (page: Page) =>
  page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const wide = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > root.clientWidth + 1
    );
    return [
      `${root.scrollWidth} in ${root.clientWidth}`,
      ...wide.slice(0, 5).map((one) => one.outerHTML.slice(0, 120))
    ];
  });

/** 0 black to 1 white: what the page is painted on. */
const brightness = (page: Page) =>
  page.evaluate(() => {
    const canvas = document.createElement('canvas').getContext('2d');
    if (!canvas) throw new Error('no canvas');
    canvas.fillStyle = getComputedStyle(document.body).backgroundColor;
    canvas.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
    return (red + green + blue) / 765;
  });

/** Shifts that nobody caused, from the first paint until now. */
const shifted = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        const watch = new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) {
            if (!entry.hadRecentInput) sum += entry.value;
          }
        });
        watch.observe({ type: 'layout-shift', buffered: true });
        // Buffered entries come before the second frame.
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(sum))));
      })
  );

for (const colorScheme of schemes) {
  test(`the gallery in ${colorScheme} fits every width`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect((await brightness(page)) > 0.5).toBe(colorScheme === 'light');
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      expect(await stickingOut(page), `at ${width} px`).toEqual([]);
    }
  });

  test(`a sample in ${colorScheme} fits every width, with its results`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto('/');
    await openFirstSample(page);
    await waitUntilAllOk(page, 80_000);
    expect((await brightness(page)) > 0.5).toBe(colorScheme === 'light');
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      expect(await stickingOut(page), `at ${width} px`).toEqual([]);
    }
  });
}

for (const width of widths) {
  test(`nothing moves by itself after the first paint at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const path of ['/', newNotebookPath]) {
      await page.goto('about:blank');
      await page.goto(path, { waitUntil: 'networkidle' });
      await expect(page.getByRole('main')).toBeVisible();
      expect(await shifted(page), path).toBe(0);
    }
  });
}

/** Movements that go on and on, but for the caret of a text. */
const endlessMovements = (page: Page) =>
  page.evaluate(() =>
    document
      .getAnimations()
      .filter((one) => one.effect?.getTiming().iterations === Infinity)
      .map((one) => (one as CSSAnimation).animationName ?? '')
      .filter((name) => !name.startsWith('cm-blink'))
  );

for (const reducedMotion of ['no-preference', 'reduce'] as const) {
  test(`a running cell ${reducedMotion === 'reduce' ? 'stands still' : 'moves'} where the system says ${reducedMotion}`, async ({
    page
  }) => {
    await page.emulateMedia({ reducedMotion });
    await page.goto(newNotebookPath);
    await addSqlCell(page);
    await writeCell(page, 'select sum(hash(a.range + b.range) % 7) as n from range(100000) a, range(100000) b');
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(cells(page).first()).toHaveAttribute('data-status', 'running');
    await expect(page.locator(`${cell} .glyph.running`).first()).toBeVisible();
    const moving = await endlessMovements(page);
    if (reducedMotion === 'reduce') expect(moving).toEqual([]);
    else expect(moving).not.toEqual([]);
    await page.keyboard.press('ControlOrMeta+.');
    await expect(cells(page).first()).not.toHaveAttribute('data-status', 'running');
  });
}
