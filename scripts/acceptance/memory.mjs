import { setTimeout as wait } from 'node:timers/promises';
import { openTarget } from './targets.mjs';

/**
 * Measures JavaScript heaps of a page and all its workers, through the browser's own protocol: `performance.memory`
 * knows nothing of workers.
 * @typedef {{heapBytes: number, bufferBytes: number}} Usage JavaScript objects; array buffers without the WebAssembly
 *   memories that stood when watching began JavaScript objects; array buffers that are no WebAssembly memory
 */

/**
 * @param {import('@playwright/test').Page} page
 * @param {number} [everyMs]
 * @returns {Promise<{stop: () => Promise<{peak: Usage, first: Usage}>}>}
 */
export async function watchMemory(page, everyMs = 100) {
  const { target, detach } = await openTarget(page);
  const engines = await findEngines(target);

  /** @returns {Promise<Usage>} */
  const sample = async () => {
    const all = await Promise.all(target.all().map((one) => one.ask('Runtime.getHeapUsage')));
    const engine = await Promise.all(engines.map((sizeOf) => sizeOf()));
    return {
      heapBytes: total(all.map((usage) => usage.usedSize ?? 0)),
      bufferBytes: total(all.map((usage) => usage.backingStorageSize ?? 0)) - total(engine)
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

/**
 * Everything that a page and its workers hold, the engines' WebAssembly memories among it: the most of it while
 * somebody watches. Asks less than `watchMemory`, and so answers while an engine holds gigabytes.
 * @param {import('@playwright/test').Page} page
 * @param {number} [everyMs]
 * @returns {Promise<{first: number, stop: () => Promise<number>}>} bytes
 */
export async function watchTotal(page, everyMs = 250) {
  const { target, detach } = await openTarget(page);
  const sample = async () => {
    const all = await Promise.all(target.all().map((one) => one.ask('Runtime.getHeapUsage')));
    return total(all.map(({ usedSize = 0, backingStorageSize = 0 }) => usedSize + backingStorageSize));
  };
  // A worker's own workers are attached a moment after it.
  await wait(300);
  const first = await sample();
  let peak = first;
  let running = true;
  const loop = (async () => {
    while (running) {
      peak = Math.max(peak, (await Promise.race([sample(), wait(2000, 0)])) ?? 0);
      await wait(everyMs);
    }
  })();
  return {
    first,
    stop: async () => {
      running = false;
      await loop;
      // What stands at the end is counted whatever was heard on the way.
      peak = Math.max(peak, await sample());
      await detach();
      return peak;
    }
  };
}

/** @param {readonly number[]} values */
const total = (values) => values.reduce((sum, value) => sum + value, 0);

/**
 * The WebAssembly memories below a target: the browser counts them among the array buffers.
 * @param {import('./targets.mjs').Target} target
 * @returns {Promise<(() => Promise<number>)[]>} each asks for a size in bytes
 */
async function findEngines(target) {
  // A worker's own workers are attached a moment after it.
  await wait(300);
  const found = await Promise.all(
    target.all().map(async (one) => {
      const prototype = await one.ask('Runtime.evaluate', { expression: 'WebAssembly.Memory.prototype' });
      const prototypeObjectId = prototype.result?.objectId;
      const { objects } = await one.ask('Runtime.queryObjects', { prototypeObjectId });
      return async () => {
        const functionDeclaration = 'function () { return this.reduce((sum, one) => sum + one.buffer.byteLength, 0); }';
        const asked = { objectId: objects?.objectId, functionDeclaration, returnByValue: true };
        const answer = await one.ask('Runtime.callFunctionOn', asked);
        return Number(answer.result?.value ?? 0);
      };
    })
  );
  return found;
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
