import { watchEngine } from '../engine-calls.mjs';
import { median, rounded } from '../measure.mjs';
import { openNotebook } from '../notebook/open-notebook.mjs';
import { acceptImport, cell, drop, waitUntilAllOk, writeCell } from '../page.mjs';

export const line = 'pathway map';
export const asked = "the sepsis log's map (115 edges) drawn and interactive ≤ 1 s; 200 k events filtered ≤ 300 ms";

const log = 'sepsis-log/sepsis-log.csv';
const rounds = 5;

/** The map stands in a notebook that waits: it runs when it is asked to. */
const sepsis = `---
title: Sepsis log
format: 1
---
\`\`\`pathway id=ways run=ask
from: sepsis_log
edges: { least: 1 }
\`\`\`
`;

/** Copies of the simulated log under other case ids: above 200,000 events. */
const many = `---
title: Many events
format: 1
---
\`\`\`simulate id=heart
use: cardiac-surgery
persons: 1000
seed: 1
tables: [events]
\`\`\`

\`\`\`sql id=copies
select case_id || '-' || copy as case_id, activity, "timestamp", hospital
from heart_events, range(20) as copies(copy)
\`\`\`

\`\`\`pathway id=ways
from: copies
edges: { least: 1 }
\`\`\`
`;

/** @type {import('../measure.mjs').Line['measure']} */
export async function measure(context) {
  const sepsisMap = await drawn(context);
  // What could not be measured is said beside what could.
  const filtered = await filteredMany(context).catch((/** @type {Error} */ error) => ({
    events: 0,
    ms: /** @type {number[]} */ ([]),
    problem: error.message.split('\n')[0]
  }));
  return {
    measured: { sepsisMap, filtered },
    holds:
      sepsisMap.arrows === 115 &&
      median(sepsisMap.answeredMs) <= 1000 &&
      filtered.events >= 200_000 &&
      median(filtered.ms) <= 300
  };
}

/**
 * From the key that runs the cell to the map with all its arrows, then to the card of an activity that is clicked: the
 * first time, and again.
 * @param {import('../context.mjs').Context} context
 */
async function drawn(context) {
  /** @type {number[]} */
  const drawnMs = [];
  /** @type {number[]} */
  const answeredMs = [];
  let arrows = 0;
  for (let round = 0; round < rounds; round++) {
    const { page } = await openNotebook(context, sepsis);
    try {
      await drop(page, [context.data(log)]);
      await acceptImport(page);
      const ways = page.locator(cell).filter({ has: page.locator('header.head :text-is("ways")') });
      await page.waitForTimeout(3_000);
      await ways.locator('header.head').click();
      await page.evaluate(watchMap);
      await page.keyboard.press('ControlOrMeta+Enter');
      const seen = await page.waitForFunction(() => /** @type {any} */ (window).phemsMap?.done, undefined, {
        timeout: 60_000,
        polling: 50
      });
      const times = /** @type {{drawn: number, answered: number, arrows: number}} */ (await seen.jsonValue());
      drawnMs.push(rounded(times.drawn, 0));
      answeredMs.push(rounded(times.answered, 0));
      arrows = times.arrows;
    } finally {
      await page.context().close();
    }
  }
  return { arrows, drawnMs, answeredMs };
}

/** In the page: counts from the key, clicks the first activity once all arrows stand, and waits for its card. */
function watchMap() {
  /** @type {{done?: object}} */
  const seen = {};
  Object.assign(window, { phemsMap: seen });
  addEventListener(
    'keydown',
    () => {
      const start = performance.now();
      let drawn = 0;
      const look = () => {
        const arrows = document.querySelectorAll('svg [data-edge]').length;
        if (drawn === 0 && arrows > 0) {
          drawn = performance.now() - start;
          document.querySelector('svg [data-node]')?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
        }
        if (drawn > 0 && document.querySelector('aside.card dd')) {
          seen.done = { drawn, answered: performance.now() - start, arrows };
          return;
        }
        requestAnimationFrame(look);
      };
      look();
    },
    { capture: true, once: true }
  );
}

/**
 * The engine's answer to a filter over events that it holds, as the page waits for it.
 * @param {import('../context.mjs').Context} context
 */
async function filteredMany(context) {
  const { page } = await openNotebook(context, many, watchEngine);
  try {
    await waitUntilAllOk(page, 300_000);
    const calls = () =>
      page.evaluate(() =>
        /** @type {any} */ (window).phemsCalls.filter((/** @type {any} */ call) => call.method === 'mapEvents')
      );
    const events = await page.evaluate(
      () =>
        /** @type {any} */ (window).phemsCalls.findLast((/** @type {any} */ call) => call.method === 'openEvents')
          ?.events ?? 0
    );
    /** @type {number[]} */
    const ms = [];
    for (const hospital of ['1', '2', '3', '4', '1']) {
      const before = (await calls()).length;
      await intoText(page);
      await writeCell(page, `from: copies\nedges: { least: 1 }\nhospital: [${hospital}]`);
      await page.keyboard.press('ControlOrMeta+Enter');
      await page.waitForFunction(
        (/** @type {number} */ n) => {
          const asked = /** @type {any} */ (window).phemsCalls.filter(
            (/** @type {any} */ call) => call.method === 'mapEvents'
          );
          return asked.length > n && asked.at(-1).answered !== undefined;
        },
        before,
        { timeout: 60_000, polling: 20 }
      );
      await waitUntilAllOk(page, 60_000);
      const last = (await calls()).at(-1);
      ms.push(rounded(last.answered - last.asked, 0));
    }
    return { events, ms };
  } finally {
    await page.context().close();
  }
}

/** Puts the caret into the map's text; after a run it stays there. @param {import('@playwright/test').Page} page */
async function intoText(page) {
  if ((await page.locator('.cm-content:focus').count()) > 0) return;
  const ways = page.locator(cell).filter({ has: page.locator('header.head :text-is("ways")') });
  await ways.getByRole('button', { name: 'Text', exact: true }).click();
  await ways.getByText('copies').last().click();
  await page.keyboard.press('Enter');
}
