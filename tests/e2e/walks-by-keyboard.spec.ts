import { readFileSync } from 'node:fs';
import { waitUntilAllOk, writeCell } from '../../scripts/acceptance/page.mjs';
import { cells, expect, named, openText, test } from './watched';
import { listen, tabTo } from './keyboard';

const sample = readFileSync(new URL('../../notebooks/samples/first-look-at-a-picu.md', import.meta.url), 'utf8');

// Each walks through a whole notebook: on a busy machine that takes its time.
test.setTimeout(240_000);

test('walk 12: a whole sample by keyboard, every state change spoken once', async ({ page }) => {
  const told = await listen(page);
  await openText(page, sample);
  // What the way here said (the titles of pages) is the browser's matter.
  const opened = (await told()).length;
  await waitUntilAllOk(page, 60_000);
  const names = await page.locator('.cell:not(.prose) code.name').allTextContents();
  const inputs = ['maxAge'];
  const expected = names.filter((name) => !inputs.includes(name));
  const finished = async (from: number) => (await told()).slice(from).flatMap(({ text }) => finishedIn(text));
  // Opened, all of it runs: each cell's end is told once, alone or counted.
  await expect.poll(async () => (await finished(0)).reduce((sum, n) => sum + n, 0)).toBe(expected.length);

  // From cell to cell by arrows, each run by Mod-Enter; the place and the state are the frame's own name.
  await tabTo(page, cells(page).first().locator('.frame'));
  const count = await cells(page).count();
  for (let index = 0; index < count; index++) {
    const frame = cells(page).nth(index).locator('.frame');
    await expect(frame).toBeFocused();
    await expect(frame).toHaveAttribute('aria-label', new RegExp(`cell ${index + 1} of ${count}(, fresh)?$`));
    const name = await frame
      .locator('code.name')
      .first()
      .textContent({ timeout: 500 })
      .catch(() => undefined);
    if (name && expected.includes(name) && name !== 'picu') {
      const before = (await told()).length;
      await page.keyboard.press('ControlOrMeta+Enter');
      const said = async () => (await told()).slice(before).filter(({ text }) => text.includes(`${name} finished`));
      await expect.poll(async () => (await said()).length, `${name} is told`).toBe(1);
      await waitUntilAllOk(page, 60_000);
    }
    await page.keyboard.press('ArrowDown');
  }

  // An edit tells of the cell and of those that hang on it, an error of its place, Undo of nothing new.
  const before = (await told()).length;
  await page.keyboard.press('ControlOrMeta+Home');
  const units = named(page, 'lactateByLabel');
  await units.locator('.frame').focus();
  await page.keyboard.press('Enter');
  await expect(units.locator('.cm-content')).toBeFocused();
  await expect(units.locator('.cm-content')).toHaveAttribute(
    'aria-label',
    /^SQL editor, cell lactateByLabel, \d+ of \d+$/
  );
  await writeCell(page, 'select no_such_column from picu_hours');
  const news = async () =>
    (await told())
      .slice(before)
      .map(({ text }) => text)
      .join(' | ');
  await expect.poll(news).toMatch(/lactateByLabel is edited, not run yet\./);
  await expect.poll(news).toMatch(/lactate is stale\./);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect.poll(news).toMatch(/lactateByLabel stopped at line 1: .*no_such_column/);
  await expect.poll(news).toMatch(/lactate waits for lactateByLabel\./);
  const all = await news();
  for (const once of [/is edited/g, /lactate is stale/g, /stopped at line/g, /waits for/g]) {
    expect(all.match(once), `${once} in ${all}`).toHaveLength(1);
  }

  // At most one message a second, over the whole walk.
  const times = (await told()).slice(opened).map(({ at }) => at);
  const gaps = times.slice(1).map((at, index) => at - (times[index] ?? 0));
  expect(Math.min(...gaps), JSON.stringify(await told())).toBeGreaterThan(900);
});

/** How many cells a message says have finished. */
function finishedIn(text: string): number[] {
  const many = [...text.matchAll(/(\d+) cells finished:/g)].map(([, n]) => Number(n));
  const single = text.match(/\b\w+ finished[,.]/g) ?? [];
  return [...many, ...single.map(() => 1)];
}

test('the table of a chart shows rounded figures and copies them whole', async ({ page }) => {
  const text = `\`\`\`sql id=parts
select 'a' as part, 1 / 3 as share union all select 'b', 2 / 3
\`\`\`

\`\`\`chart id=drawn
from: parts
mark: bar
x: part
y: share
\`\`\`
`;
  await openText(page, text);
  await waitUntilAllOk(page);
  await named(page, 'drawn').getByRole('button', { name: 'Show as table' }).press('Enter');
  const table = named(page, 'drawn').locator('figure table');
  await expect(table.locator('tbody tr').first().locator('td')).toHaveText(['a', '0.333333']);
  const copied = await table.evaluate((element) => {
    document.getSelection()?.selectAllChildren(element);
    const clipboardData = new DataTransfer();
    element.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }));
    return clipboardData.getData('text/plain');
  });
  expect(copied).toBe('part\tshare\na\t0.3333333333333333\nb\t0.6666666666666666');
});
