import { watchEngine } from '../engine-calls.mjs';
import { median, rounded } from '../measure.mjs';
import { tall } from './grid-data.mjs';
import { openNotebook } from './open-notebook.mjs';

export const line = 'profile';
export const asked =
  "strips of 20 columns over 1 M rows ≤ 2 s after the table shows; a user's query asked meanwhile starts within 50 ms";

/** The large table stands far below the one that shows its rows: only that one is on the screen. */
const text = `---
title: A million rows
format: 1
---
\`\`\`input id=x
type: range
min: 0
max: 500
step: 1
value: 1
\`\`\`

\`\`\`sql id=asked
select \${x} + 1 as answer
\`\`\`

\`\`\`sql id=seen run=auto
from big
\`\`\`

${'A line of prose.\n\n'.repeat(120)}
\`\`\`sql id=big run=auto
${tall(1_000_000)}
\`\`\`
`;

/** Notes the moment in which the table's rows stand on the page. */
function watchRows() {
  const look = () => {
    const grid = [...document.querySelectorAll('[role="grid"]')].find((one) =>
      one.getAttribute('aria-label')?.includes('seen')
    );
    const now = performance.now();
    if (grid?.querySelector('[role="gridcell"]'))
      Object.assign(window, { phemsShown: /** @type {any} */ (window).phemsShown ?? now });
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/**
 * Milliseconds from the table's first row to all twenty strips: those in sight, then those that scrolling brings.
 * @param {import('@playwright/test').Page} page
 */
async function untilStrips(page) {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        const drawn = new Set();
        let scrolled = false;
        const look = () => {
          const shown = /** @type {any} */ (window).phemsShown;
          const grid = [...document.querySelectorAll('[role="grid"]')].find((one) =>
            one.getAttribute('aria-label')?.includes('seen')
          );
          if (shown === undefined || !grid) return void requestAnimationFrame(look);
          const headers = [...grid.querySelectorAll('[role="columnheader"]')];
          const columns = headers.map((header) => ({
            name: header.querySelector('b')?.textContent ?? '',
            done: !!header.querySelector('svg[data-strip], .strip small')
          }));
          for (const { name, done } of columns) if (done) drawn.add(name);
          if (drawn.size === 20) return resolve(performance.now() - shown);
          if (!scrolled && columns.length > 0 && columns.every(({ done }) => done)) {
            grid.scrollLeft = grid.scrollWidth;
            scrolled = true;
          } else if (scrolled && columns.every(({ done }) => done)) {
            grid.scrollLeft = Math.max(0, grid.scrollLeft - 600);
          }
          requestAnimationFrame(look);
        };
        look();
      })
  );
}

/**
 * Presses a slider's key, each time a small query; the milliseconds of each until its answer.
 * @param {import('@playwright/test').Page} page @param {number} times
 * @returns {Promise<{ms: number, whileProfiled: boolean}[]>}
 */
async function askedMeanwhile(page, times) {
  const slider = page.locator('input[type=range]').first();
  await slider.focus();
  const from = await page.evaluate(() => /** @type {any} */ (window).phemsCalls.length);
  for (let press = 0; press < times; press++) {
    await page.keyboard.press('ArrowRight');
    await page.waitForTimeout(200);
  }
  return page.evaluate(
    (/** @type {number} */ first) =>
      /** @type {any} */ (window).phemsCalls
        .slice(first)
        .filter((/** @type {any} */ call) => call.method === 'define' && call.answered !== undefined)
        .map((/** @type {any} */ call) => ({
          ms: call.answered - call.asked,
          whileProfiled: /** @type {any} */ (window).phemsCalls.some(
            (/** @type {any} */ other) =>
              other.method === 'profile' && other.asked < call.asked && (other.answered ?? Infinity) > call.asked
          )
        })),
    from
  );
}

/** @type {import('../measure.mjs').Line['measure']} */
export async function measure(context) {
  /** @type {number[]} */
  const strips = [];
  for (let round = 0; round < 3; round++) {
    const { page } = await openNotebook(context, text, watchEngine, watchRows);
    try {
      strips.push(rounded(/** @type {number} */ (await untilStrips(page)), 0));
    } finally {
      await page.context().close();
    }
  }
  const { page } = await openNotebook(context, text, watchEngine, watchRows);
  try {
    await page.waitForFunction(() => 'phemsShown' in window, undefined, { timeout: 60_000 });
    const meanwhile = await askedMeanwhile(page, 16);
    await page.waitForFunction(
      () => /** @type {any} */ (window).phemsCalls.every((/** @type {any} */ call) => call.answered !== undefined),
      undefined,
      { timeout: 60_000 }
    );
    const idle = await askedMeanwhile(page, 12);
    const during = meanwhile.filter(({ whileProfiled }) => whileProfiled).map(({ ms }) => ms);
    const quiet = median(idle.map(({ ms }) => ms));
    const waits = during.map((ms) => Math.max(0, ms - quiet));
    const measured = {
      stripsMs: strips,
      askedWhileProfiled: during.length,
      idleQueryMs: rounded(quiet, 1),
      queryMs: during.map((ms) => rounded(ms, 1)),
      startsAfterMs: { median: rounded(median(waits), 1), worst: rounded(Math.max(...waits), 1) }
    };
    const holds = median(strips) <= 2000 && during.length >= 2 && Math.max(...waits) <= 50;
    return { measured, holds };
  } finally {
    await page.context().close();
  }
}
