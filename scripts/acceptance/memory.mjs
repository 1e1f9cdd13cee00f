import { setTimeout as wait } from 'node:timers/promises';
import { openTarget } from './targets.mjs';

/**
 * Measures JavaScript heaps of a page and all its workers, through the browser's own protocol: `performance.memory`
 * knows nothing of workers.
 * @typedef {{heapBytes: number, bufferBytes: number}} Usage JavaScript objects; array buffers that are no WebAssembly memory
 */

/**
 * @param {import('@playwright/test').Page} page
 * @param {number} [everyMs]
 * @returns {Promise<{stop: () => Promise<{peak: Usage, first: Usage}>}>}
 */
export async function watchMemory(page, everyMs = 100) {
  const { target, detach } = await openTarget(page);

  /** @returns {Promise<Usage>} */
  const sample = async () => {
    const all = await Promise.all(target.all().map((one) => one.ask('Runtime.getHeapUsage')));
    return {
      heapBytes: all.reduce((sum, usage) => sum + (usage.usedSize ?? 0), 0),
      bufferBytes: all.reduce((sum, usage) => sum + (usage.backingStorageSize ?? 0), 0)
    };
  };

  const first = await sample();
  const peak = { ...first };
  let running = true;
  const loop = (async () => {
    while (running) {
      // A worker deep in a computation answers late: then the next sample is taken when it does.
      const now = await Promise.race([sample(), wait(2000)]);
      if (now) {
        peak.heapBytes = Math.max(peak.heapBytes, now.heapBytes);
        peak.bufferBytes = Math.max(peak.bufferBytes, now.bufferBytes);
      }
      await wait(everyMs);
    }
  })();
  return {
    stop: async () => {
      running = false;
      await loop;
      await detach();
      return { peak, first };
    }
  };
}

/** Collects the main thread's tasks over 50 ms from the start of the page. @param {import('@playwright/test').Page} page */
export const watchLongTasks = (page) =>
  page.addInitScript(() => {
    const tasks = /** @type {{start: number, milliseconds: number}[]} */ ([]);
    Object.assign(window, { phemsLongTasks: tasks });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) tasks.push({ start: entry.startTime, milliseconds: entry.duration });
    }).observe({ type: 'longtask' });
  });

/** @param {import('@playwright/test').Page} page @param {number} since in the page's `performance.now()` @returns {Promise<number[]>} */
export const longTasksSince = (page, since) =>
  page.evaluate(
    (start) =>
      /** @type {any} */ (window).phemsLongTasks
        .filter((/** @type {{start: number}} */ task) => task.start >= start)
        .map((/** @type {{milliseconds: number}} */ task) => Math.round(task.milliseconds)),
    since
  );
