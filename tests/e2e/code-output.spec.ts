import { readFileSync } from 'node:fs';
import { runnerPath, stopButton, waitForRunner } from '../../scripts/acceptance/page.mjs';
import { codeOf, expect, headOf, leftFile, leftText, named, test } from './watched';
import type { Locator, Page } from '@playwright/test';

/** A notebook made here: its code is its own. `jsName: code` in blocks. */
async function opened(page: Page, cells: Readonly<Record<string, string>>): Promise<void> {
  await page.goto(runnerPath);
  await waitForRunner(page);
  const text = Object.entries(cells)
    .map(([name, code]) => {
      const [id, kind = 'js'] = name.split(' ');
      return `\`\`\`${kind} id=${id}\n${code}\n\`\`\`\n`;
    })
    .join('\n');
  await page.evaluate((one) => window.phemsRunner?.open(one), text);
}

const runAll = (page: Page) => page.evaluate(() => window.phemsRunner?.run({ rows: 1 }));
const outputOf = (cell: Locator) => cell.locator('.code-output');
const run = (cell: Locator) => cell.getByRole('button', { name: /^Run/ }).first().click();

test('values, drawings, tables, prose and the console of own code, by keyboard', async ({ page }) => {
  await opened(page, {
    all: [
      "display({name: 'x', list: [1, 2, 3], far: {a: {b: {c: 1}}}});",
      'display(Plot.dot([[1, 2], [3, 4]]).plot());',
      "display(tableFrom([{ward: 'A', n: 3}, {ward: 'B', n: 4}]));",
      'display(md`**Bold**`);',
      "console.log('first');",
      "console.warn('few', 3);",
      "console.error('last');",
      'const {one, two} = {one: 1, two: await Promise.resolve(2)};',
      'const big = new Float64Array(1e6);'
    ].join('\n'),
    sum: 'one + two'
  });
  await runAll(page);
  const all = named(page, 'all');
  const shown = outputOf(all);
  const tree = shown.getByRole('tree');
  await expect(tree.getByRole('treeitem')).toHaveCount(4);
  await expect(shown.locator('.markup circle')).toHaveCount(2);
  await expect(shown.locator('[role="gridcell"]').first()).toHaveText('A');
  await expect(shown.locator('strong')).toHaveText('Bold');
  const lines = shown.getByRole('region', { name: 'Console' }).getByRole('listitem');
  await expect(lines).toHaveText([/first/, /warning.*few 3/, /error.*last/]);
  await expect(lines.nth(1).getByRole('button')).toHaveText('6:9');
  // Several names of one cell, one of them awaited; how much they hold, and how long it took.
  await expect(outputOf(named(page, 'sum'))).toHaveText('3');
  await expect(all.locator('header.head')).toContainText(/8\sMB in memory · \d/);
  // The tree by its keys: down to the list, open it.
  await tree.getByRole('treeitem').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await expect(tree.getByRole('treeitem')).toHaveCount(7);
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowRight');
  await expect(tree.getByRole('treeitem')).toHaveCount(8);
  // Deeper than what came at once: fetched from the sandbox.
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowRight');
  await expect(tree.getByRole('treeitem').last()).toContainText('b');
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowRight');
  await expect(tree.getByRole('treeitem').last()).toContainText('c:');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(tree.getByRole('treeitem')).toHaveCount(9);
});

test('a mistake of own code leads to its place, in types too; completion and hover help while somebody writes', async ({
  page
}) => {
  await opened(page, {
    highest: '42',
    'typed ts': 'interface Row {\n  x: number;\n}\nconst row: Row = {x: highest};\nconst far = (row as any).y.z;'
  });
  await runAll(page);
  const typed = named(page, 'typed');
  await expect(typed).toHaveAttribute('data-status', 'failed');
  const place = typed.getByRole('button', { name: /line 5, column \d+/ });
  const column = Number(/column (\d+)/.exec((await place.textContent()) ?? '')?.[1]);
  expect('const far = (row as any).y.z;'.slice(column - 1), 'of the text with its types').toBe('z;');
  await place.click();
  await page.locator('.cm-content:focus').waitFor();
  // There the caret is: what is typed stands before the `z`.
  await page.keyboard.insertText('no');
  await expect(codeOf(typed)).toContainText('.y.noz;');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText('high');
  await page.keyboard.press('Control+Space');
  const offered = page.locator('.cm-tooltip-autocomplete');
  await expect(offered).toContainText('highest');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText('Plot.rectY');
  await page.keyboard.press('Control+Space');
  await expect(offered.getByRole('option').first()).toContainText('rectY');
  await page.keyboard.press('Escape');
  const written = await typed.locator('.cm-line').first().boundingBox();
  await page.mouse.move((written?.x ?? 0) + 80, (written?.y ?? 0) + 10);
  await expect(page.locator('.cm-tooltip-hover')).toContainText(/rectY\(/);
});

test('controls, generators and their end: what uses a name runs again when it changes', async ({ page }) => {
  await opened(page, {
    settings: "const least = view(Inputs.range([0, 10], {label: 'Limit', value: 3}));",
    twice: 'least * 2',
    tick: [
      '(',
      '  invalidation.then(() => (globalThis.ended = (globalThis.ended ?? 0) + 1)),',
      '  Generators.observe((change) => {',
      '    let n = 0;',
      '    change(n);',
      '    const timer = setInterval(() => change(++n), 20);',
      '    return () => clearInterval(timer);',
      '  })',
      ')'
    ].join('\n'),
    ends: 'String(globalThis.ended ?? 0)'
  });
  await runAll(page);
  const limit = named(page, 'settings').getByLabel('Limit');
  await expect(limit).toHaveValue('3');
  await limit.focus();
  await page.keyboard.press('ArrowRight');
  await expect(outputOf(named(page, 'twice'))).toHaveText('8');
  const tick = named(page, 'tick');
  const value = async () => Number(await outputOf(tick).innerText());
  // Two seconds of ticks: who looks once a second sees it below that again.
  await expect.poll(value).toBeGreaterThan(100);
  await run(tick);
  await expect.poll(value, 'it begins anew').toBeLessThan(100);
  const ends = named(page, 'ends');
  await run(ends);
  await expect(outputOf(ends)).toHaveText('1');
  await tick.locator('.frame').focus();
  await tick.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(tick).toHaveCount(0);
  await run(ends);
  await expect(outputOf(ends)).toHaveText('2');
});

test('what a cell showed before Stop or an error stays, and is there while it runs', async ({ page }) => {
  await opened(page, {
    endless:
      "console.log('begun');\ndisplay(md`**So far**`);\nfor (let n = 0; ; n++) if (n < 3) console.log('round', n);",
    bad: "console.log('before');\ndisplay([1, 2]);\nnull.x",
    slow: "display('at once');\nawait new Promise((resolve) => setTimeout(resolve, 30_000));"
  });
  void runAll(page);
  const [endless, bad, slow] = ['endless', 'bad', 'slow'].map((id) => named(page, id)) as [Locator, Locator, Locator];
  await expect(endless).toHaveAttribute('data-status', 'running');
  await expect(outputOf(endless).getByRole('listitem')).toHaveText([/begun/, /round 0/, /round 1/, /round 2/]);
  await expect(outputOf(endless).locator('strong')).toHaveText('So far');
  await stopButton(page).click();
  await expect(endless).toHaveAttribute('data-status', 'stopped');
  await expect(endless).toContainText('Shown until Stop');
  await expect(outputOf(endless).getByRole('listitem')).toHaveCount(4);
  await run(bad);
  await expect(bad).toHaveAttribute('data-status', 'failed');
  await expect(bad).toContainText('Shown until the error');
  await expect(outputOf(bad).getByRole('listitem')).toHaveText(/before/);
  await expect(outputOf(bad).getByRole('tree')).toBeVisible();
  await run(slow);
  await expect(slow).toHaveAttribute('data-status', 'running');
  await expect(outputOf(slow)).toHaveText('at once');
  await stopButton(page).click();
  await expect(slow).toHaveAttribute('data-status', 'stopped');
});

test('drawings take the width of the cell, and follow it without running anything', async ({ page }) => {
  await opened(page, {
    drawing: "Plot.dot([[1, 2], [3, 4]]).plot({title: 'Two'})",
    fixed: 'Plot.dot([[1, 2]]).plot({width: 300})',
    below: 'drawing && String((globalThis.runs = (globalThis.runs ?? 0) + 1))',
    room: 'String(width)'
  });
  await runAll(page);
  const drawn = async (id: string) => Number(await named(page, id).locator('.markup svg').last().getAttribute('width'));
  const room = async () => Math.round((await outputOf(named(page, 'drawing')).boundingBox())?.width ?? 0);
  await expect.poll(async () => Math.abs((await drawn('drawing')) - (await room()))).toBeLessThan(24);
  expect(await drawn('drawing')).toBeGreaterThan(800);
  await page.setViewportSize({ width: 600, height: 900 });
  await expect.poll(() => drawn('drawing')).toBeLessThan(600);
  expect(Math.abs((await drawn('drawing')) - (await room()))).toBeLessThan(24);
  expect(await drawn('fixed')).toBe(300);
  // Code that names the width runs again; what only uses a drawing does not.
  await expect.poll(async () => Number(await outputOf(named(page, 'room')).innerText())).toBeLessThan(600);
  await expect(outputOf(named(page, 'below'))).toHaveText('1');
});

test('a drawing leaves by the gate, which says how many marks it has and whether rows are behind it', async ({
  page
}) => {
  await opened(page, {
    'people simulate': 'use: picu-sepsis\npersons: 2\nseed: 1\ntables: [hours]',
    plain: "Plot.dot([[1, 2], [3, 4], [5, 6]]).plot({title: 'Three', caption: 'of nobody'})",
    rows: "Plot.dot(await people_hours.rows({limit: 30}), {x: 'hour', y: 'heart_rate', title: 'person_id'}).plot()",
    'seen chart': 'from: people_hours\nmark: dot\nx: hour\ny: heart_rate'
  });
  await runAll(page);
  // A picture is for paper: light in the dark theme, too.
  await page.emulateMedia({ colorScheme: 'dark' });
  const gate = page.getByRole('alertdialog');
  const save = async (id: string, form: string) => {
    await named(page, id).locator('.frame').focus();
    await named(page, id).getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: `Save as ${form}` }).click();
    await gate.locator('section[aria-busy="false"]').waitFor();
  };
  const svg = await leftText(page, async () => {
    await save('plain', 'SVG');
    await expect(gate).toContainText('3 marks drawn');
    await expect(gate.getByRole('textbox')).toHaveCount(0);
  });
  expect(svg.match(/<circle/g)).toHaveLength(3);
  expect(svg).toContain('fill="#ffffff"');
  expect(svg).toContain('Three');
  expect(svg).toContain('of nobody');
  expect(svg).not.toMatch(/var\(|light-dark|<script|href=/);
  const png = readFileSync(
    await leftFile(page, async () => {
      await save('rows', 'PNG');
      await expect(gate).toContainText(/\d\d marks drawn/);
      // Somebody has to say why.
      await expect(gate.getByRole('textbox')).toHaveCount(1);
    })
  );
  expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  expect(png.readUInt32BE(16)).toBeGreaterThan(1_600);
  await save('seen', 'SVG');
  await expect(gate).toContainText(/\d+ individual rows/);
  await gate.getByRole('button', { name: 'Keep it here' }).click();
  await expect(gate).toHaveCount(0);
});

test('code reaches the engines by name, and foreign markup stays inside its wall', async ({ page, watch }) => {
  const asked: string[] = [];
  page.on('request', (request) => request.url().includes('canary') && asked.push(request.url()));
  await opened(page, {
    'simulated simulate': 'use: picu-sepsis\npersons: 5\nseed: 1\ntables: [hours]',
    same: [
      "const {tables, persons} = await clinical.simulate({useCase: 'picu-sepsis', persons: 5, seed: 1});",
      'display(`${persons} persons, ${tables.hours.length === (await simulated_hours.count())}`);'
    ].join('\n'),
    'counted sql': 'select ${persons} as n',
    apart: '1 + 1',
    hostile:
      'html`<div style="position:fixed;inset:0;background:red">pay</div><img src="/canary?row=1"><a href="https://example.org/canary">a</a>`'
  });
  await runAll(page);
  await expect(outputOf(named(page, 'same'))).toHaveText('5 persons, true');
  // What code makes up is said over it and over what reads it.
  for (const id of ['same', 'counted']) await expect(headOf(named(page, id))).toContainText('simulated');
  await expect(headOf(named(page, 'apart'))).not.toContainText('simulated');
  const hostile = outputOf(named(page, 'hostile')).locator('.markup');
  await expect(hostile.getByText('pay', { exact: true })).toHaveCount(1);
  await expect(hostile.locator('a')).not.toHaveAttribute('href');
  // What it covers is its own box only: the top bar answers.
  expect(await page.evaluate(() => document.elementFromPoint(20, 20)?.closest('.markup') === null)).toBe(true);
  expect(asked).toEqual([]);
  expect(watch.foreign).toEqual([]);
});
