import { median, rounded } from '../measure.mjs';
import { runnerPath, waitForRunner } from '../page.mjs';

export const line = 'speed';
export const asked =
  '1 M × 10 from SQL: first line of a js cell ≤ 150 ms after the table is ready; a DOUBLE column of 1 M ≤ 150 ms; Plot of 10 k points on screen ≤ 600 ms after, no main-thread task over 50 ms';

const columns = Array.from({ length: 10 }, (_, at) => `hash(range * 10 + ${at}) / 18446744073709551616 as c${at}`);
const now = 'performance.timeOrigin + performance.now()';

const notebook = `\`\`\`sql id=big
select ${columns.join(', ')} from range(1000000)
\`\`\`

\`\`\`js id=firstLine
big.columns.length === 10 ? ${now} : Infinity
\`\`\`

\`\`\`js id=table
await big.column('c9')
\`\`\`

\`\`\`js id=column
(async () => {
  const times = [];
  for (const name of table.length ? ['c1', 'c2', 'c3', 'c4', 'c5'] : []) {
    const asked = performance.now();
    const column = await big.column(name);
    times.push(column instanceof Float64Array && column.length === 1e6 ? performance.now() - asked : Infinity);
  }
  return d3.median(times);
})()
\`\`\`

\`\`\`js id=points
column && Array.from({length: 10000}, (_, i) => ({x: table[2 * i], y: table[2 * i + 1]}))
\`\`\`

\`\`\`js id=plotBegins
points.length > 0 ? ${now} : 0
\`\`\`

\`\`\`js id=drawing
(plotBegins, Plot.dot(points, {x: 'x', y: 'y', r: 1.5}).plot())
\`\`\`
`;

/** Notes, by the page's clock, when each cell came to be fresh, when the drawing was there, and every long task. */
const watch = () => {
  /** @type {any} */ (window).seen = { fresh: {}, drawn: 0, tasks: [] };
  const seen = /** @type {any} */ (window).seen;
  const clock = () => performance.timeOrigin + performance.now();
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      seen.tasks.push({ at: performance.timeOrigin + entry.startTime, ms: entry.duration });
    }
  }).observe({ type: 'longtask' });
  const circles = () => {
    for (const host of document.querySelectorAll('li.cell .code-output *')) {
      const count = host.shadowRoot?.querySelectorAll('circle').length ?? 0;
      if (count >= 10_000) return true;
    }
    return false;
  };
  const look = () => {
    for (const cell of document.querySelectorAll('li.cell')) {
      const name = cell.querySelector('code.name')?.textContent ?? '';
      if (cell.getAttribute('data-status') === 'fresh') seen.fresh[name] ??= clock();
    }
    if (!seen.drawn && seen.fresh.drawing && circles()) seen.drawn = clock();
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
};

/**
 * @param {import('@playwright/test').Page} page
 * @returns {Promise<{firstLine: number, column: number, plot: number, longest: number}>} milliseconds
 */
async function once(page) {
  await page.evaluate((text) => window.phemsRunner?.open(text), notebook);
  await page.evaluate(watch);
  const outcome = await page.evaluate(() => window.phemsRunner?.run({ rows: 1 }));
  const bad = outcome?.cells.find(({ status }) => status !== 'ok');
  if (bad) throw new Error(`${bad.id}: ${bad.error?.message}`);
  await page.waitForFunction(() => /** @type {any} */ (window).seen.drawn > 0, undefined, { timeout: 30_000 });
  // A long task is told after it has ended.
  await page.waitForTimeout(300);
  const seen = await page.evaluate(() => /** @type {any} */ (window).seen);
  const value = (/** @type {string} */ id) => Number(outcome?.cells.find((cell) => cell.id === id)?.value);
  const [firstLine, column, plotBegins] = [value('firstLine'), value('column'), value('plotBegins')];
  const during = seen.tasks.filter((/** @type {{at: number}} */ { at }) => at >= plotBegins);
  return {
    firstLine: firstLine - seen.fresh.big,
    column,
    plot: seen.drawn - plotBegins,
    longest: Math.max(0, ...during.map((/** @type {{ms: number}} */ { ms }) => ms))
  };
}

/** @type {import('../measure.mjs').Line['measure']} */
export async function measure(context) {
  const page = await context.page(runnerPath);
  try {
    await waitForRunner(page);
    /** @type {Awaited<ReturnType<typeof once>>[]} */
    const rounds = [];
    for (let round = 0; round < 5; round++) rounds.push(await once(page));
    const of = (/** @type {'firstLine' | 'column' | 'plot' | 'longest'} */ name) =>
      rounded(median(rounds.map((round) => round[name])), 0);
    const measured = {
      firstLineMs: of('firstLine'),
      columnMs: of('column'),
      plotMs: of('plot'),
      longestTaskMs: of('longest'),
      rounds: rounds.map((round) => Object.values(round).map((value) => rounded(value, 0)))
    };
    return {
      measured,
      holds:
        measured.firstLineMs <= 150 &&
        measured.columnMs <= 150 &&
        measured.plotMs <= 600 &&
        measured.longestTaskMs <= 50
    };
  } finally {
    await page.context().close();
  }
}
