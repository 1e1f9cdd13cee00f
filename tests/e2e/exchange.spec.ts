import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { drop, newNotebookPath } from '../../scripts/acceptance/page.mjs';
import { cells, downloaded, expect, full, openText, test } from './watched';

const room = fileURLToPath(new URL('../../notebooks/', import.meta.url));
// All notebooks that come with the site: `npm run acceptance`, and without a browser `src/lib/notebook/exchange`.
const samples = ['samples/first-look-at-a-picu.md', ...(full ? ['reference/markdown.md'] : [])];

test('walk 10: a sample goes to Jupyter and to Notebook Kit and comes back identical', async ({ page, context }) => {
  // Our own pages let no plain text become markup.
  const elsewhere = await context.newPage();
  // A tab behind another one is slowed down.
  await page.bringToFront();
  for (const sample of samples) {
    await openText(page, readFileSync(join(room, sample), 'utf8'));
    const ours = await downloaded(page);
    const ipynb = await downloaded(page, 'Save for Jupyter (.ipynb)');
    const kit = await downloaded(page, 'Save for Notebook Kit (.html)');
    // The browser's own parser, as Notebook Kit uses it, sees the cells that we wrote.
    const scripts = await elsewhere.evaluate(
      (html) => new DOMParser().parseFromString(html, 'text/html').querySelectorAll('notebook > script').length,
      kit
    );
    const count = (JSON.parse(ipynb) as { cells: unknown[] }).cells.length;
    expect(scripts, sample).toBe(count);
    await openText(page, ipynb, 'back.ipynb');
    expect(await downloaded(page), sample).toBe(ours);
    await openText(page, kit, 'back.html');
    expect(await downloaded(page), sample).toBe(ours);
  }
});

const foreign = JSON.stringify({
  nbformat: 4,
  nbformat_minor: 5,
  metadata: { kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' } },
  cells: [
    { cell_type: 'markdown', id: 'a', metadata: {}, source: '# From elsewhere' },
    {
      cell_type: 'code',
      id: 'b',
      metadata: {},
      source: '%%sql --save one\nselect 1 as n',
      outputs: [],
      execution_count: 1
    },
    {
      cell_type: 'code',
      id: 'c',
      metadata: {},
      source: 'print("hello")',
      execution_count: 2,
      outputs: [{ output_type: 'stream', name: 'stdout', text: 'hello there' }]
    }
  ]
});

test('a Jupyter notebook dropped on another becomes a new one, and says what became of it', async ({ page }, info) => {
  await page.goto(newNotebookPath);
  await page.waitForURL(/#id=/);
  const first = page.url();
  const path = info.outputPath('theirs.ipynb');
  writeFileSync(path, foreign);
  await drop(page, [path]);
  await expect(page.getByText('Opened from theirs.ipynb.')).toBeVisible();
  expect(page.url()).not.toBe(first);
  await expect(cells(page)).toHaveCount(3);
  await expect(page.getByText('2 cells kept; 1 changed, 2 left out.')).toBeVisible();
  await page.getByRole('button', { name: 'Show what changed' }).click();
  const dialog = page.getByRole('dialog', { name: 'What came of theirs.ipynb' });
  await expect(dialog.getByText('python is kept as text that does not run')).toBeVisible();
  await expect(dialog.getByText('1 output was left out')).toBeVisible();
  await dialog.getByRole('button', { name: 'Keep pictures and text' }).click();
  await dialog.getByRole('button', { name: 'Cell 3' }).click();
  await expect(cells(page).nth(2).locator('.frame')).toBeFocused();
  await expect(cells(page)).toHaveCount(4);
  await expect(cells(page).nth(3)).toContainText('hello there');
  await expect(cells(page).nth(1)).toContainText('one');
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect(page.getByText('Opened from theirs.ipynb.')).toHaveCount(0);
  // Put away, not gone.
  await page.getByRole('banner').getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'What came of theirs.ipynb …' }).click();
  await dialog.getByRole('heading', { name: 'Kept' }).waitFor();
  await dialog.getByRole('button', { name: 'Cell 1' }).click();
  await expect(cells(page).nth(0).locator('.frame')).toBeFocused();
});

test('a file that cannot be read is refused with its place, and changes nothing', async ({ page }, info) => {
  await openText(page, '# Mine\n');
  const before = await downloaded(page);
  const url = page.url();
  for (const [name, content, said] of [
    ['cut.ipynb', foreign.slice(0, 200), /stops being JSON at line 1, column \d+/],
    ['list.ipynb', '[1, 2]', /not a Jupyter notebook/],
    [
      'page.html',
      '<html><img src=x onerror="document.title=1"><script>document.title=1</script></html>',
      /no .*<notebook>/
    ],
    ['cut.html', '<notebook>\n<script type="module">\nlet x', /at line 2, column 1 .* is never closed/]
  ] as const) {
    const path = info.outputPath(name);
    writeFileSync(path, content);
    await drop(page, [path]);
    await expect(page.getByRole('main').getByText(said)).toBeVisible();
    expect(page.url()).toBe(url);
  }
  expect(await downloaded(page)).toBe(before);
  // The gallery, too, says it and stays.
  await page.goto('/');
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open a file' }).click();
  await (await choosing).setFiles(info.outputPath('cut.ipynb'));
  await expect(page.getByText(/stops being JSON/)).toBeVisible();
});

test('a notebook in a link opens as a new one, and a cut link says so', async ({ page }) => {
  await openText(page, '---\ntitle: Linked\n---\nTo be *shared*.\n\n```sql id=one\nselect 1 as n\n```\n');
  const ours = await downloaded(page);
  await page.getByRole('banner').getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Share as a link …' }).click();
  const field = page.getByRole('textbox', { name: 'Link' });
  await expect(field).toHaveValue(/#n=[\w-]+$/);
  const link = await field.inputValue();
  await page.goto('about:blank');
  await page.goto(link);
  await page.waitForURL(/#id=/);
  await expect(cells(page)).toHaveCount(2);
  expect(await downloaded(page)).toBe(ours);
  await page.goto('about:blank');
  await page.goto(link.slice(0, -20));
  await expect(page.getByText(/in this link is cut or changed/)).toBeVisible();
});
