import { median, rounded } from '../measure.mjs';
import { cell, editor, waitUntilAllOk } from '../page.mjs';
import { openNotebook } from './open-notebook.mjs';

export const line = 'typing';
export const asked =
  '300-cell notebook with 200 outputs: keydown to the message after the next animation frame ≤ 16 ms median, ≤ 50 ms worst of 500 keys; opens ≤ 1 s';

const keys = 500;
const cells = 300;
/** Every third cell is prose; the other 200 have a table each. */
const isProse = (/** @type {number} */ index) => index % 3 === 0;
/** The cell that is typed into; every tenth query after it reads its table. */
const typedInto = 151;

/** @returns {string} the notebook's text */
export function manyCells() {
  const of = Array.from({ length: cells }, (_, index) => {
    if (isProse(index)) return `## Part ${index / 3 + 1}\n\nA paragraph of *prose* about what stands below it.`;
    const below = index > typedInto && index % 10 === 1;
    const source = below ? `select n + ${index} as n, word from q${typedInto}` : queryOf(index);
    return `\`\`\`sql id=q${index} run=auto\n${source}\n\`\`\``;
  });
  return `---\ntitle: Three hundred cells\nformat: 1\n---\n${of.join('\n\n')}\n`;
}

const queryOf = (/** @type {number} */ index) =>
  `select range + ${index} as n,\n  'row ' || range as word,\n  range / 7.0 as share\nfrom range(100)`;

/** Notes for each key how long it took until the frame after it was on its way to the screen. */
function watchKeys() {
  /** @type {number[]} */
  const times = [];
  Object.assign(window, { phemsKeyTimes: times });
  document.addEventListener(
    'keydown',
    (event) => {
      const pressed = event.timeStamp;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          times.push(performance.now() - pressed);
          port1.close();
        };
        port2.postMessage(undefined);
      });
    },
    { capture: true }
  );
}

/** @type {import('../measure.mjs').Line['measure']} */
export async function measure(context) {
  const { page, address } = await openNotebook(context, manyCells());
  try {
    await waitUntilAllOk(page, 180_000);
    const outputs = await page.locator(`${cell}:not(.prose)`).count();
    const into = page.locator(cell).nth(typedInto);
    await into.locator('header.head .kind').click();
    await page.keyboard.press('Enter');
    await into.locator(`${editor}:focus`).waitFor();
    await page.keyboard.press('ControlOrMeta+End');
    await page.evaluate(watchKeys);
    const words = 'and heart_rate > 120 or lactate between 2 and 4 -- ';
    for (let key = 0; key < keys; key++) {
      // As fast as a person who writes 100 words a minute.
      await page.keyboard.press(words[key % words.length] === ' ' ? 'Space' : String(words[key % words.length]));
      await page.waitForTimeout(60);
    }
    const times = await page.evaluate(() => /** @type {any} */ (window).phemsKeyTimes);
    const opens = await opening(context, address, page);
    const measured = {
      keys: times.length,
      outputs,
      medianMs: rounded(median(times), 1),
      worstMs: rounded(Math.max(...times), 1),
      slowest: [...times]
        .sort((a, b) => b - a)
        .slice(0, 5)
        .map((ms) => rounded(ms, 1)),
      opensMs: opens
    };
    const holds =
      times.length >= keys &&
      outputs === 200 &&
      measured.medianMs <= 16 &&
      measured.worstMs <= 50 &&
      median(opens) <= 1000;
    return { measured, holds };
  } finally {
    await page.context().close();
  }
}

/**
 * From the call of the address to the frame in which all cells stand on the page, three times.
 * @param {import('../context.mjs').Context} _context
 * @param {string} address
 * @param {import('@playwright/test').Page} page
 */
async function opening(_context, address, page) {
  await page.addInitScript(
    ({ selector, count }) => {
      const look = () => {
        if (document.querySelectorAll(selector).length < count) return void requestAnimationFrame(look);
        requestAnimationFrame(() => setTimeout(() => Object.assign(window, { phemsOpened: performance.now() })));
      };
      requestAnimationFrame(look);
    },
    { selector: cell, count: cells }
  );
  /** @type {number[]} */
  const opens = [];
  for (let round = 0; round < 3; round++) {
    await page.goto('about:blank');
    await page.goto(address);
    await page.waitForFunction(() => 'phemsOpened' in window, undefined, { timeout: 30_000 });
    opens.push(rounded(await page.evaluate(() => /** @type {any} */ (window).phemsOpened), 0));
  }
  return opens;
}
