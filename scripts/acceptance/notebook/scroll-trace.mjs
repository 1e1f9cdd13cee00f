/** @typedef {import('@playwright/test').Page} Page */

/**
 * Scrolls while the browser traces itself, and reads the trace.
 * @param {Page} page @param {() => Promise<void>} scroll
 * @returns {Promise<{frames: number, worstTaskMs: number, worstTaskCpuMs: number, longTasks: number, worst: {ms: number, parts: string}[]}>}
 *   frames that the page's main thread began, and the longest stretch of work on that thread: no frame can come
 *   meanwhile; `Cpu` without what other programs of the machine took
 */
export async function traceScrolling(page, scroll) {
  const browser = page.context().browser();
  if (!browser) throw new Error('There is no browser to trace.');
  await browser.startTracing(page, {
    categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'toplevel']
  });
  await page.evaluate(() => performance.mark('phems-scroll-begin'));
  await scroll();
  await page.evaluate(() => performance.mark('phems-scroll-end'));
  /** @type {{traceEvents: {name: string, ph: string, ts: number, dur?: number, tdur?: number, pid: number, tid: number, args?: any}[]}} */
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const main = mainThread(traceEvents);
  const tasks = traceEvents.filter(
    (event) => main.has(`${event.pid}/${event.tid}`) && event.ph === 'X' && /RunTask$/.test(event.name)
  );
  const frames = traceEvents.filter(
    (event) => main.has(`${event.pid}/${event.tid}`) && event.name === 'FireAnimationFrame'
  ).length;
  const durations = tasks.map((task) => ({ ms: (task.dur ?? 0) / 1000, task })).sort((a, b) => b.ms - a.ms);
  return {
    frames,
    worstTaskMs: round(durations[0]?.ms ?? NaN),
    worstTaskCpuMs: round(Math.max(...tasks.map((task) => (task.tdur ?? 0) / 1000))),
    longTasks: durations.filter(({ ms }) => ms > 50).length,
    worst: durations.slice(0, 3).map(({ ms, task }) => ({ ms: round(ms), parts: partsOf(traceEvents, task) }))
  };
}

/** @param {number} value */
const round = (value) => Math.round(value * 10) / 10;

/** Threads called the renderer's main one, of the process that ran our frames. @param {readonly any[]} events */
function mainThread(events) {
  const named = events.filter((event) => event.name === 'thread_name' && event.args?.name === 'CrRendererMain');
  return new Set(named.map((event) => `${event.pid}/${event.tid}`));
}

/** What took longest inside a task. @param {readonly any[]} events @param {any} task */
function partsOf(events, task) {
  return events
    .filter(
      (event) =>
        event.pid === task.pid &&
        event.tid === task.tid &&
        event !== task &&
        event.ph === 'X' &&
        event.ts >= task.ts &&
        event.ts + (event.dur ?? 0) <= task.ts + task.dur
    )
    .sort((a, b) => (b.dur ?? 0) - (a.dur ?? 0))
    .slice(0, 5)
    .map((event) => `${event.name} ${round((event.dur ?? 0) / 1000)}`)
    .join(', ');
}

/**
 * Notes every frame's time on the page itself: the gap between two frames is what a person sees.
 * @param {Page} page @param {() => Promise<void>} scroll @returns {Promise<number[]>} gaps, ms
 */
export async function watchFrames(page, scroll) {
  await page.evaluate(() => {
    /** @type {number[]} */
    const gaps = [];
    let last = performance.now();
    const next = () => {
      const now = performance.now();
      gaps.push(now - last);
      last = now;
      Object.assign(window, { phemsFrame: requestAnimationFrame(next) });
    };
    Object.assign(window, { phemsGaps: gaps, phemsFrame: requestAnimationFrame(next) });
  });
  await scroll();
  return page.evaluate(() => {
    cancelAnimationFrame(/** @type {any} */ (window).phemsFrame);
    return /** @type {any} */ (window).phemsGaps;
  });
}
