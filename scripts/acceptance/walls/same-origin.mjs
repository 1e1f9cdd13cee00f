import { buildDirectory } from '../../site/places.mjs';
import { serveSite } from '../../site/server.mjs';
import { lists, tryWay, ways } from './ways.mjs';

export const line = 'same-origin leaks';
export const asked =
  'tricks that write the data into a request to the own origin (query strings, worker URLs, image URLs, service worker) also counted: 0 requests carry a canary value after start-up';

/** A value of a patient, as far as anybody can see. */
const canary = 'canary-7d1f2c';

/** @type {import('../measure.mjs').Line['measure']} */
export async function measure(context) {
  const { browser } = await context.host();
  /** @type {string[]} */
  const carried = [];
  /** @type {string[]} */
  const problems = [];
  let requests = 0;
  let tricks = 0;
  for (const headers of [true, false]) {
    const site = await serveSite({
      directory: buildDirectory,
      headers,
      log: ({ method, url }) => {
        requests++;
        if (decodeURIComponent(url).includes(canary)) carried.push(`${method} ${url}`);
      }
    });
    try {
      for (const way of ways) {
        // The value stands in the path, and once more in a query.
        const list = lists[way.sort](`${site.url}/${canary}/?${canary}=`);
        tricks += list.length;
        const problem = await tryWay(browser, way, site.url, list, `${site.url}/${canary}/`, context);
        if (problem) problems.push(`${way.name}: ${problem}`);
      }
    } finally {
      await site.close();
    }
  }
  const measured = { carried: carried.length, requests, tricks, examples: carried.slice(0, 10), problems };
  return { measured, holds: carried.length === 0 && problems.length === 0 && requests > 0 };
}
