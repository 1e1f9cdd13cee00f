import { median, rounded } from '../measure.mjs';
import { watchTotal } from '../memory.mjs';
import { openNotebook } from '../notebook/open-notebook.mjs';
import { cell } from '../page.mjs';

export const line = 'hourly grid';
export const asked =
  '12 M measurement rows to a 2 M-row grid ≤ 25 s in the browser, memory above the source ≤ 1 GB; Phoenix on the finished grid ≤ 5 s';

const least = { measurements: 12_000_000, hours: 2_000_000 };
const mostSeconds = { grid: 25, phoenix: 5 };
const mostBytes = 1e9;
const rounds = 3;

/**
 * 20,000 stays of 100 hours, twenty variables each charted in its usual share of the hours, ids beyond 2^53. `random()`
 * makes the source a table before anything is measured.
 */
const text = `---
title: A large unit
format: 1
---
\`\`\`sql id=visit_detail
select i::bigint as visit_detail_id, (9007199254740993 + i)::bigint as person_id,
  timestamp '2020-01-01' + to_hours((hash(i) % 8000)::int) + to_minutes((hash(i + 7) % 60)::int) as visit_detail_start_datetime,
  visit_detail_start_datetime + to_hours(100) as visit_detail_end_datetime
from range(20000) t(i)
\`\`\`

\`\`\`sql id=charted
select unnest(range(1, 21))::int as variable,
  unnest([.81, .78, .7, .7, .7, .3, .81, .087, .04, .052, .052, .26, .044, .087, .017, .017, .017, .017, .43, .1]) as share,
  unnest(['/min', 'Cel', '%', 'mg/dL', 'mm[Hg]', 'mm[Hg]', '/min', 'mm[Hg]', 'mmol/L', 'mg/L', '10*3/uL', '10*3/uL',
    '{score}', 'mg/dL', 'mg/dL', '{INR}', 'mg/dL', 'mg/L{FEU}', '{fraction}', 'mm[Hg]']) as unit,
  unnest([50, 30, 90, 90, 90, 50, 20, 60, 2, 20, 200, 10, 5, 1, 1, 1, 200, 1, 0.3, 80]) as low
\`\`\`

\`\`\`sql id=measurement
select row_number() over () as measurement_id, person_id, (2000000000 + variable)::int as measurement_concept_id,
  visit_detail_start_datetime + to_minutes((hour * 60 + hash(person_id, hour, variable) % 60)::int) as measurement_datetime,
  low * (1 + (hash(person_id, hour, variable) % 100) / 500.0) as value_as_number,
  visit_detail_id as visit_occurrence_id, unit as unit_source_value
from visit_detail, range(100) hours(hour), charted
where hash(person_id, hour, variable, 1) % 10000 < share * 10000 and random() >= 0
\`\`\`

\`\`\`sql id=size
select count(*)::integer as n from measurement
\`\`\`

\`\`\`hourly id=grid run=ask
from: measurement
stays: visit_detail
\`\`\`

\`\`\`score id=phoenix run=ask
score: phoenix
from: grid
\`\`\`

\`\`\`sql id=sizes run=ask
select (select n from size) as measurements, (select count(*) from grid) as hours, count(phoenix_total)::integer as scored, sum(phoenix_total)::integer as points from phoenix
\`\`\`
`;

/** @type {import('../measure.mjs').Line['measure']} */
export async function measure(context) {
  const { page } = await openNotebook(context, text, watchStates);
  try {
    await until(page, 'size', 300_000);
    console.error('size', Date.now());
    const memory = await watchTotal(page);
    const gridSeconds = await run(page, 'grid');
    const above = (await memory.stop()) - memory.first;
    /** @type {number[]} */
    const phoenixSeconds = [];
    for (let round = 0; round < rounds; round++) phoenixSeconds.push(await run(page, 'phoenix'));
    await run(page, 'sizes');
    const [measurements = 0, hours = 0, scored = 0, points = 0] = await firstRow(page, 'sizes');
    return {
      measured: {
        measurements,
        hours,
        scored,
        points,
        gridSeconds,
        memoryAboveSourceMB: rounded(above / 1e6, 0),
        phoenixSeconds
      },
      holds:
        measurements >= least.measurements &&
        hours >= least.hours &&
        scored === hours &&
        gridSeconds <= mostSeconds.grid &&
        above <= mostBytes &&
        median(phoenixSeconds) <= mostSeconds.phoenix
    };
  } finally {
    await page.context().close();
  }
}

/** In the page: when each cell came into each state. */
function watchStates() {
  /** @type {Record<string, [state: string, at: number][]>} */
  const states = {};
  Object.assign(window, { phemsStates: states });
  new MutationObserver((changes) => {
    for (const { target } of changes) {
      const item = /** @type {HTMLElement} */ (target);
      if (!item.matches('li.cell')) continue;
      const name = item.getAttribute('aria-label')?.split(' ').at(-1) ?? '';
      (states[name] ??= []).push([item.dataset['status'] ?? '', performance.now()]);
    }
  }).observe(document, { subtree: true, attributeFilter: ['data-status'] });
}

/** @param {import('@playwright/test').Page} page @param {string} id */
const cellOf = (page, id) => page.locator(`${cell}[aria-label$=" ${id}"]`);

/** @param {import('@playwright/test').Page} page @param {string} id @param {number} timeout */
async function until(page, id, timeout) {
  const done = cellOf(page, id).and(page.locator('[data-status="fresh"], [data-status="failed"]'));
  await done.waitFor({ timeout });
  if ((await done.getAttribute('data-status')) === 'failed') throw new Error(`${id}: ${await done.innerText()}`);
}

/** From the key that runs a cell until it is done. @param {import('@playwright/test').Page} page @param {string} id */
async function run(page, id) {
  await cellOf(page, id).locator('header.head').click();
  await page.evaluate((name) => Object.assign(/** @type {any} */ (window).phemsStates, { [name]: [] }), id);
  const start = await page.evaluate(() => performance.now());
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.waitForFunction(
    (name) =>
      /** @type {[string, number][] | undefined} */ (/** @type {any} */ (window).phemsStates[name])?.some(([state]) =>
        ['fresh', 'failed'].includes(state)
      ),
    id,
    { timeout: 300_000, polling: 100 }
  );
  await until(page, id, 1_000);
  const end = await page.evaluate((name) => /** @type {any} */ (window).phemsStates[name].at(-1)[1], id);
  return rounded((end - start) / 1000);
}

/** @param {import('@playwright/test').Page} page @param {string} id @returns {Promise<number[]>} */
async function firstRow(page, id) {
  const cells = cellOf(page, id).getByRole('gridcell');
  await cells.first().waitFor();
  return (await cells.allInnerTexts()).map((text) => Number(text.replaceAll(/\D/g, '')));
}
