import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { chart, waitUntilAllOk } from '../../scripts/acceptance/page.mjs';
import { cells, expect, named, openText, test } from './watched';

const sample = readFileSync(new URL('../../notebooks/samples/first-look-at-a-picu.md', import.meta.url), 'utf8');

/** How far the page can be scrolled sideways, and what sticks out. */
const sideways = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.body.querySelectorAll('*')]
      .filter((one) => one.getBoundingClientRect().right > clientWidth + 1)
      .slice(0, 5)
      .map((one) => one.outerHTML.slice(0, 140));
  });

/** Texts that are cut off although nothing says so: no ellipsis, no scrolling. */
const cutOff = (page: Page) =>
  page.evaluate(() =>
    [...document.body.querySelectorAll<HTMLElement>('button, a, h1, h2, h3, p, label, th, li, span, legend')]
      .filter((one) => {
        const style = getComputedStyle(one);
        if (one.closest('.visually-hidden, [hidden], svg, .skip') || style.visibility === 'hidden') return false;
        if (one.clientWidth < 2 || !one.textContent.trim()) return false;
        const clips = /hidden|clip/.test(style.overflowX) || /hidden|clip/.test(style.overflowY);
        const lost = one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 2;
        return clips && lost && style.textOverflow !== 'ellipsis';
      })
      .map((one) => one.outerHTML.slice(0, 140))
  );

/** WCAG 1.4.12, as much as a reader may ask for. */
const spacing = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }`;

// Each walks through a whole notebook: on a busy machine that takes its time.
test.setTimeout(240_000);

test('at 320 px, at 200 % and with wide text nothing scrolls sideways and nothing is cut off', async ({ page }) => {
  await openText(page, sample);
  await waitUntilAllOk(page, 60_000);
  // A chart is drawn when it is near the window.
  for (const name of ['howOften', 'climb', 'lactate']) {
    await named(page, name).scrollIntoViewIfNeeded();
    await expect(named(page, name).locator(chart)).toBeVisible();
  }
  for (const [width, height] of [
    [320, 640],
    [720, 450]
  ] as const) {
    await page.setViewportSize({ width, height });
    expect.soft(await sideways(page), `notebook at ${width} px`).toEqual([]);
  }
  await page.addStyleTag({ content: spacing });
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    expect.soft(await sideways(page), `notebook with wide text at ${width} px`).toEqual([]);
    expect.soft(await cutOff(page), `cut off with wide text at ${width} px`).toEqual([]);
  }
  for (const path of ['/', '/settings']) {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect.soft(await sideways(page), `${path} at 320 px`).toEqual([]);
    await page.addStyleTag({ content: spacing });
    expect.soft(await sideways(page), `${path} with wide text`).toEqual([]);
    expect.soft(await cutOff(page), `${path}, cut off`).toEqual([]);
  }
});

test('what has the focus is seen: with a ring, and not under a bar', async ({ page }) => {
  await openText(page, sample);
  await waitUntilAllOk(page, 60_000);
  await page.setViewportSize({ width: 1280, height: 600 });
  await page.locator('.cell .frame').first().focus();
  const hidden: string[] = [];
  for (let presses = 0; presses < 45; presses++) {
    await page.keyboard.press('Tab');
    const problem = await page.evaluate(() => {
      const one = document.activeElement as HTMLElement;
      if (one === document.body) return;
      const box = one.getBoundingClientRect();
      const main = one.closest('main');
      const top = document.querySelector('.topbar')?.getBoundingClientRect().bottom ?? 0;
      const foot = document.querySelector('.status-bar')?.getBoundingClientRect().top ?? innerHeight;
      // Higher than the room between the bars: its beginning is seen.
      const covered = main && (box.bottom <= top + 1 || box.top >= foot - 1);
      let ring = false;
      for (let at: Element | null = one; at && !ring; at = at.parentElement) {
        const style = getComputedStyle(at);
        ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
        const before = getComputedStyle(at, '::before');
        ring ||= parseFloat(before.borderTopWidth) >= 2 && !/, 0\)$|transparent/.test(before.borderTopColor);
        if (at.matches('.cell, main, header, footer, aside')) break;
      }
      if (one.matches('.cm-content')) ring = true; // its caret
      if (covered || !ring) return `${covered ? 'covered' : 'no ring'}: ${one.outerHTML.slice(0, 120)}`;
    });
    if (problem) hidden.push(problem);
  }
  expect(hidden).toEqual([]);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test('five entries at the foot, panels as sheets with Back, everything large enough for a finger', async ({
    page
  }) => {
    await openText(page, sample);
    await waitUntilAllOk(page, 60_000);
    const bar = page.getByRole('navigation', { name: 'Notebook' });
    await expect(bar.getByRole('button')).toHaveText(['Outline', 'Data', 'Run', 'Add', 'More']);
    expect((await bar.boundingBox())?.height).toBe(56);
    for (const button of await bar.getByRole('button').all()) {
      const box = await button.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
    }
    const sheet = page.getByRole('complementary', { name: 'Data panel' });
    for (const entry of ['Outline', 'Data']) {
      await bar.getByRole('button', { name: entry }).tap();
      await expect(sheet).toBeVisible();
      const box = await sheet.boundingBox();
      expect([box?.x, box?.y, box?.width, box?.height]).toEqual([0, 0, 360, 740]);
      await sheet.getByRole('button', { name: 'Back' }).tap();
      await expect(sheet).toHaveCount(0);
    }
    await bar.getByRole('button', { name: 'More' }).tap();
    await expect(page.getByRole('menu')).toBeVisible();
    await page.getByRole('menuitem', { name: /^Versions/ }).tap();
    await expect(page.locator('aside.side')).toBeVisible();
    await page.locator('aside.side').getByRole('button', { name: 'Back' }).tap();
    await expect(page.locator('aside.side')).toHaveCount(0);

    // Charts are drawn for the room there is, code wraps, the first column of a table stays and leaves room.
    const drawing = named(page, 'howOften').locator(chart);
    await named(page, 'howOften').scrollIntoViewIfNeeded();
    await drawing.waitFor();
    await expect.poll(async () => (await drawing.boundingBox())?.width ?? 0).toBeLessThanOrEqual(332);
    const code = named(page, 'units').locator('pre');
    expect(await code.evaluate((one) => one.scrollWidth <= one.clientWidth)).toBe(true);
    const head = named(page, 'units').getByRole('columnheader').first();
    await head.scrollIntoViewIfNeeded();
    const first = await head.boundingBox();
    const grid = await named(page, 'units').getByRole('grid').boundingBox();
    expect((first?.width ?? 0) / (grid?.width ?? 1)).toBeLessThanOrEqual(0.41);

    // The signs that a phone's keyboard hides stand above it while somebody writes.
    await named(page, 'units').locator('.static, .cm-content').first().tap();
    const signs = page.getByRole('group', { name: 'Signs' });
    await expect(signs).toBeVisible();
    await page.keyboard.press('ControlOrMeta+End');
    await signs.getByRole('button', { name: '<' }).tap();
    await expect(page.locator('.cm-content')).toContainText(/<$/);
    await expect(page.locator('.cm-content')).toBeFocused();
  });

  test('on its side with the keyboard open the top bar makes room', async ({ page }) => {
    await openText(page, '```sql id=one\nselect 1 as n\n```\n');
    await page.setViewportSize({ width: 740, height: 360 });
    await expect(page.getByRole('banner')).toBeVisible();
    // A finger that stays a moment: nothing moves under it, and nothing else gets its tap.
    const box = await page.locator('.static').boundingBox();
    const devtools = await page.context().newCDPSession(page);
    const finger = { x: (box?.x ?? 0) + 60, y: (box?.y ?? 0) + 20 };
    await devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [finger] });
    await page.evaluate(() => Promise.all(performance.getEntriesByType('resource').map(({ name }) => fetch(name))));
    await expect(page.getByRole('banner')).toBeVisible();
    await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await expect(page.locator('.cm-content')).toBeFocused();
    await expect(page.getByRole('banner')).toBeHidden();
    await expect(page.locator('.cm-content')).toBeFocused();
    await expect(cells(page)).toHaveCount(1);
  });
});
