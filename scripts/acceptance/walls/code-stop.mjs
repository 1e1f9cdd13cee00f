import { rounded } from '../measure.mjs';
import { runnerPath, stopButton, waitForRunner } from '../page.mjs';

export const line = 'stop';
export const asked =
  'endless loop and promise storm in a js cell: Stop ≤ 1 s, other cells and data untouched; runaway allocation: nothing lost on reopening, the cell blamed';

const endless = {
  loop: 'for (;;) {}',
  storm: 'const storm = () => Promise.resolve().then(storm);\nawait Promise.all([storm(), storm()])'
};

/** @param {string} code */
const notebook = (code) => `\`\`\`sql id=t
select range as n from range(100000)
\`\`\`

\`\`\`js id=f
function addOne(x) { return x + 1; }
\`\`\`

\`\`\`js id=bad
${code}
\`\`\`

\`\`\`js id=after
addOne(41) + (await t.column('n')).length
\`\`\`
`;

/** @param {import('@playwright/test').Page} page @param {string} id */
const named = (page, id) => page.locator('li.cell').filter({ has: page.locator(`code.name:text-is("${id}")`) });

/** @param {import('@playwright/test').Page} page */
const states = (page) =>
  page.locator('li.cell').evaluateAll((cells) => cells.map((cell) => cell.getAttribute('data-status')));

/**
 * Runs code that does not end, presses Stop, and then runs a cell that uses a value which went with the worker.
 * @param {import('@playwright/test').Page} page @param {string} code
 */
async function stopped(page, code) {
  await page.evaluate((text) => window.phemsRunner?.open(text), notebook(code));
  const work = page.evaluate(() => window.phemsRunner?.run({ rows: 1 }));
  await page.waitForFunction(
    () => document.querySelectorAll('li.cell')[2]?.getAttribute('data-status') === 'running',
    undefined,
    { polling: 20 }
  );
  await page.waitForTimeout(1_000);
  const running = await states(page);
  const pressed = performance.now();
  await stopButton(page).click();
  await work;
  const seconds = rounded((performance.now() - pressed) / 1000, 2);
  const left = await states(page);
  const after = named(page, 'after');
  await after.getByRole('button', { name: /^Run/ }).first().click();
  await page.waitForFunction(
    () => document.querySelectorAll('li.cell')[3]?.getAttribute('data-status') === 'fresh',
    undefined,
    { timeout: 20_000 }
  );
  const answer = (await after.innerText()).includes('100042') ? 100042 : await after.innerText();
  return { seconds, running, left, answer };
}

const greedy = 'const held = [];\nfor (;;) held.push(new Array(1e6).fill(held.length));';

/**
 * The browser may end the page; then the notebook is opened again.
 * @param {import('../context.mjs').Context} context
 */
async function runaway(context) {
  const text = `---\ntitle: Greedy\nformat: 1\n---\n\`\`\`js id=one\n41\n\`\`\`\n\n\`\`\`js id=greedy\n${greedy}\n\`\`\`\n`;
  const page = await context.page('/');
  try {
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Open a file' }).click();
    await (await choosing).setFiles({ name: 'greedy.md', mimeType: 'text/markdown', buffer: Buffer.from(text) });
    await page.waitForURL(/#id=/);
    await page.getByRole('button', { name: /^Read the code/ }).click();
    const ended = new Promise((resolve) => page.once('crash', () => resolve('the browser ended the page')));
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Allow/ })
      .click();
    const failed = named(page, 'greedy')
      .locator('.error-block')
      .waitFor({ timeout: 120_000 })
      .then(() => 'the page lived and the cell failed')
      .catch(() => ended);
    const what = await Promise.race([ended, failed]);
    const again = await page.context().newPage();
    await again.goto(page.url());
    const blame = named(again, 'greedy').locator('.error-block');
    await blame.waitFor({ timeout: 30_000 });
    const other = named(again, 'one');
    await again.waitForFunction(
      () => document.querySelector('li.cell')?.getAttribute('data-status') === 'fresh',
      undefined,
      { timeout: 30_000 }
    );
    const shown = (await blame.innerText()).split('\n')[0];
    const source = await named(again, 'greedy').evaluate((cell) => cell.textContent);
    return {
      what,
      blame: shown,
      other: await other.getAttribute('data-status'),
      textKept: greedy.split('\n').every((part) => source?.replaceAll(' ', '').includes(part.replaceAll(' ', '')))
    };
  } finally {
    await page.context().close();
  }
}

/** @type {import('../measure.mjs').Line['measure']} */
export async function measure(context) {
  const page = await context.page(runnerPath);
  /** @type {Record<string, Awaited<ReturnType<typeof stopped>>>} */
  const stops = {};
  try {
    await waitForRunner(page);
    for (const [name, code] of Object.entries(endless)) stops[name] = await stopped(page, code);
  } finally {
    await page.context().close();
  }
  const memory = await runaway(context);
  const holds =
    Object.values(stops).every(
      ({ seconds, running, left, answer }) =>
        running[2] === 'running' &&
        seconds <= 1 &&
        left[0] === 'fresh' &&
        left[1] === 'fresh' &&
        left[2] === 'stopped' &&
        answer === 100042
    ) &&
    memory.textKept &&
    memory.other === 'fresh' &&
    /memory/.test(memory.blame ?? '');
  return { measured: { ...stops, memory }, holds };
}
