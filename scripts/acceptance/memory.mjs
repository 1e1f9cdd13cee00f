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
  const session = await page.context().newCDPSession(page);
  /** @type {Set<string>} */
  const workers = new Set();
  /** @type {Map<number, (usage: any) => void>} */
  const waiting = new Map();
  let number = 0;

  /** @param {string} sessionId @param {string} method @param {object} [params] @returns {Promise<any>} */
  const ask = (sessionId, method, params = {}) =>
    new Promise((resolve) => {
      const id = ++number;
      waiting.set(id, resolve);
      const message = JSON.stringify({ id, method, params });
      session.send('Target.sendMessageToTarget', { sessionId, message }).catch(() => {
        waiting.delete(id);
        resolve({});
      });
    });

  session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.type !== 'worker') return;
    workers.add(sessionId);
    // A worker's own workers are seen by asking the worker.
    void ask(sessionId, 'Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  });
  session.on('Target.detachedFromTarget', ({ sessionId }) => workers.delete(sessionId));
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message);
    waiting.get(id)?.(result ?? {});
    waiting.delete(id);
  });
  await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });

  /** @returns {Promise<Usage>} */
  const sample = async () => {
    const own = await session.send('Runtime.getHeapUsage');
    const others = await Promise.all([...workers].map((id) => ask(id, 'Runtime.getHeapUsage')));
    const all = /** @type {any[]} */ ([own, ...others]);
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
      const now = await Promise.race([sample(), new Promise((resolve) => setTimeout(resolve, 2000))]);
      if (now) {
        peak.heapBytes = Math.max(peak.heapBytes, now.heapBytes);
        peak.bufferBytes = Math.max(peak.bufferBytes, now.bufferBytes);
      }
      await new Promise((resolve) => setTimeout(resolve, everyMs));
    }
  })();
  return {
    stop: async () => {
      running = false;
      await loop;
      await session.detach().catch(() => {});
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
