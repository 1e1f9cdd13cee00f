import type { Locator } from '@playwright/test';
import { gridRow } from '../../scripts/acceptance/page.mjs';
import { cells, codeOf, downloaded, expect, headOf, leaveEditor, named, openText, test } from './watched';

const four = `---
title: Four
format: 1
---
\`\`\`sql id=one run=auto
select 1 as n
\`\`\`

\`\`\`sql id=two run=auto
select n + 1 as n from one
\`\`\`

\`\`\`sql id=three run=auto
select n + 1 as n from two
\`\`\`

Words about *what* stands above.
`;

/** The engine has started and answered: on a busy machine that alone takes half a minute. */
const ready = (page: import('@playwright/test').Page) =>
  expect(named(page, 'three').locator(gridRow).first()).toHaveText('3', { timeout: 60_000 });

const names = (page: import('@playwright/test').Page) => page.locator('li.cell code.name').allTextContents();

test('a selection grows and shrinks, moves, is cut and pasted as Markdown, merged and split', async ({ page }) => {
  await openText(page, four);
  await ready(page);
  await headOf(named(page, 'one')).click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.locator('li.cell[data-selected]')).toHaveCount(3);
  await page.keyboard.press('Shift+ArrowUp');
  await expect(page.locator('li.cell[data-selected]')).toHaveCount(2);
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(() => names(page)).toEqual(['three', 'one', 'two']);
  await expect(page.locator('li.cell[data-selected]')).toHaveCount(2);
  await page.keyboard.press('z');
  await expect.poll(() => names(page)).toEqual(['one', 'two', 'three']);

  // Cut by the browser's own event, pasted below another cell.
  await headOf(named(page, 'two')).click();
  await page.keyboard.press('ControlOrMeta+x');
  await expect.poll(() => names(page)).toEqual(['one', 'three']);
  await expect(named(page, 'three')).toHaveAttribute('data-status', 'blocked');
  await headOf(named(page, 'three')).click();
  await page.keyboard.press('ControlOrMeta+v');
  await expect.poll(() => names(page)).toEqual(['one', 'three', 'two']);
  await ready(page);

  await headOf(named(page, 'one')).click();
  await page.keyboard.press('c');
  await page.keyboard.press('v');
  await expect.poll(() => names(page)).toEqual(['one', 'one_2', 'three', 'two']);
  await headOf(named(page, 'one')).click();
  await page.keyboard.press('Shift+M');
  await expect.poll(() => names(page)).toEqual(['one_2', 'three', 'two']);
  await page.keyboard.press('z');
  await expect.poll(() => names(page)).toEqual(['one', 'one_2', 'three', 'two']);

  await codeOf(named(page, 'one_2')).click();
  await expect(codeOf(named(page, 'one_2'))).toBeFocused();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('ControlOrMeta+ArrowRight');
  await page.keyboard.press('ControlOrMeta+Shift+Minus');
  await expect.poll(() => names(page)).toEqual(['one', 'one_2', 'one_3', 'three', 'two']);
  await expect(codeOf(named(page, 'one_3'))).toBeFocused();
  await expect(codeOf(named(page, 'one_3'))).toHaveText(' 1 as n');
});

test('keys fold code and output, and the file remembers it', async ({ page }) => {
  await openText(page, four);
  await expect(named(page, 'one').locator(gridRow).first()).toHaveText('1');
  await headOf(named(page, 'one')).click();
  await page.keyboard.press('h');
  await expect(codeOf(named(page, 'one'))).toHaveCount(0);
  await page.keyboard.press('o');
  await expect(named(page, 'one').locator(gridRow)).toHaveCount(0);
  expect(await downloaded(page)).toContain('```sql id=one run=auto code=folded show=false');
  await named(page, 'one').getByRole('button', { name: 'Code, 1 line' }).click();
  await expect(codeOf(named(page, 'one'))).toHaveCount(1);
  await headOf(named(page, 'one')).click();
  await page.keyboard.press('o');
  await expect(named(page, 'one').locator(gridRow).first()).toHaveText('1');
});

test('a long output keeps to a part of the window until it is expanded, by key or by its button', async ({ page }) => {
  const columns = 'abcdefghijkl'.split('').map((name, at) => `range % ${at + 13} as ${name}`);
  await openText(
    page,
    `---\ntitle: Long\nformat: 1\n---\n\`\`\`sql id=rows run=auto\nselect ${columns.join(', ')} from range(60)\n\`\`\`\n\n\`\`\`profile id=page\nfrom: rows\n\`\`\`\n`
  );
  const height = (target: Locator) => target.evaluate((element) => element.clientHeight);
  const grid = named(page, 'rows').getByRole('grid');
  await grid.getByRole('gridcell').first().waitFor();
  const before = await height(grid);
  await headOf(named(page, 'rows')).click();
  await page.keyboard.press('Shift+O');
  await expect.poll(() => height(grid)).toBeGreaterThan(before);
  await page.keyboard.press('Shift+O');
  await expect.poll(() => height(grid)).toBe(before);

  const box = named(page, 'page').getByRole('region', { name: 'Output of page' });
  await expect(box).toBeVisible();
  expect(await height(box)).toBeLessThanOrEqual(Math.round(page.viewportSize()!.height * 0.6));
  await named(page, 'page').getByRole('button', { name: 'Expand' }).click();
  await expect(box).toHaveCount(0);
  await headOf(named(page, 'page')).click();
  await page.keyboard.press('Shift+O');
  await expect(box).toBeVisible();
});

test('the palette finds cells, columns and commands, slips included, and writes a name at the caret', async ({
  page
}) => {
  await openText(page, four);
  await ready(page);
  await page.keyboard.press('ControlOrMeta+k');
  const field = page.getByRole('combobox', { name: 'Search or do' });
  await expect(field).toBeFocused();
  await page.keyboard.type('thre');
  await expect(page.getByRole('option', { selected: true })).toContainText('three');
  await page.keyboard.press('Enter');
  await expect(field).toHaveCount(0);
  await expect(named(page, 'three').locator('.frame')).toBeFocused();

  // A slip, and the second thing that was found.
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('duplicaet');
  await expect(page.getByRole('option', { name: /Duplicate/ })).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect.poll(() => names(page)).toEqual(['one', 'two', 'three', 'three_2']);

  // What was used last stands first.
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('group', { name: 'Last used' }).getByRole('option').first()).toContainText('Duplicate');
  await page.keyboard.press('Escape');
  await expect(field).toHaveCount(0);

  await codeOf(named(page, 'three_2')).click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type(' cross join ');
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('one');
  await page.keyboard.press('Alt+Enter');
  await expect(codeOf(named(page, 'three_2'))).toContainText('cross join one');
});

/** Mod-K and the keys after it all at once, before anything can be loaded. */
const pressForPalette = (page: import('@playwright/test').Page, keys: Iterable<string>) =>
  page.evaluate(
    (rest) => {
      const press = (key: string, ctrlKey = false) =>
        document.activeElement?.dispatchEvent(
          new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, cancelable: true })
        );
      press('k', true);
      for (const key of rest) press(key);
    },
    [...keys]
  );

test('what is typed before the palette stands there is its text, and does nothing to a cell', async ({ page }) => {
  await openText(page, four);
  await headOf(named(page, 'one')).click();
  // `dd` would delete the cell, `p` present.
  await pressForPalette(page, 'ddp');
  await expect(page.getByRole('combobox', { name: 'Search or do' })).toHaveValue('ddp');
  await page.keyboard.type('q');
  await expect(page.getByRole('combobox', { name: 'Search or do' })).toHaveValue('ddpq');
  await page.keyboard.press('Escape');
  await expect(cells(page)).toHaveCount(4);

  // Enter of who types that fast goes where it was meant to.
  await headOf(named(page, 'one')).click();
  await pressForPalette(page, [...'three', 'Enter']);
  await expect(named(page, 'three').locator('.frame')).toBeFocused();
  await expect(page.getByRole('combobox', { name: 'Search or do' })).toHaveCount(0);
});

test('help lists the table; letters act only on a cell, and not where they are switched off', async ({ page }) => {
  await openText(page, four);
  await headOf(named(page, 'one')).click();
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(help).toContainText('Run cell and go to the next');
  await expect(help).toContainText('Split the cell at the caret');
  await expect(help).toContainText('Go to the ledger');
  await page.keyboard.press('a');
  await page.keyboard.press('Escape');
  await expect(help).toHaveCount(0);
  await expect(named(page, 'one').locator('.frame')).toBeFocused();
  await expect(cells(page)).toHaveCount(4);

  // F6 goes round the regions of the page, and back.
  await page.keyboard.press('F6');
  await expect(page.getByRole('complementary').locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Shift+F6');
  await expect(named(page, 'one').locator('.frame')).toBeFocused();
  await page.keyboard.press('g');
  await page.keyboard.press('o');
  await expect(page.getByRole('list', { name: 'Outline' }).locator(':focus')).toHaveCount(1);
  // Not on a cell: letters are nothing there.
  await page.keyboard.press('d');
  await page.keyboard.press('d');
  await expect(cells(page)).toHaveCount(4);

  await page.evaluate(() => localStorage.setItem('phems-settings', JSON.stringify({ singleKeys: false })));
  await page.reload();
  await headOf(named(page, 'one')).click();
  await page.keyboard.press('d');
  await page.keyboard.press('d');
  await page.keyboard.press('ArrowDown');
  await expect(named(page, 'two').locator('.frame')).toBeFocused();
  await expect(cells(page)).toHaveCount(4);
});

test('in an editor its own keys hold: comment, undo of typing; Esc goes back to the cell', async ({ page }) => {
  await openText(page, four);
  await codeOf(named(page, 'one')).click();
  await expect(codeOf(named(page, 'one'))).toBeFocused();
  await page.keyboard.press('ControlOrMeta+/');
  await expect(codeOf(named(page, 'one'))).toHaveText('-- select 1 as n');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(codeOf(named(page, 'one'))).toHaveText('select 1 as n');
  await leaveEditor(page);
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('combobox', { name: 'Search or do' })).toBeFocused();
});

test('what is typed before the bar that finds has come is what is found, and no command on a cell', async ({
  page
}) => {
  await openText(page, four);
  await ready(page);
  let arrive = () => {};
  const held = new Promise<void>((resolve) => (arrive = resolve));
  await page.route(/_app\/immutable|find\/FindBar/, async (route) => {
    await held;
    await route.continue();
  });
  await headOf(named(page, 'two')).click();
  await page.keyboard.press('ControlOrMeta+f');
  // `dd` deletes a cell, `m` makes text of it.
  await page.keyboard.type('ddmx');
  await page.keyboard.press('Backspace');
  arrive();
  const bar = page.getByRole('search');
  await expect(bar.getByRole('textbox').first()).toHaveValue('ddm');
  await expect(bar.getByRole('textbox').first()).toBeFocused();
  await page.keyboard.type('e');
  await expect(bar.getByRole('textbox').first()).toHaveValue('ddme');
  await expect.poll(() => names(page)).toEqual(['one', 'two', 'three']);
});
