import { readdirSync } from 'node:fs';
import type { Worker } from '@playwright/test';
import { runnerPath, waitForRunner } from '../../scripts/acceptance/page.mjs';
import { securityHeaders } from '../../scripts/site/headers.mjs';
import { buildDirectory } from '../../scripts/site/places.mjs';
import { serveSite, type RunningSite } from '../../scripts/site/server.mjs';
import { expect, test as attacked } from './attack';
import { holdPolicy, pageWays } from './page-ways';
import { code } from './tricks/code.mjs';

/** The site as GitHub Pages and other simple hosts send it: without one header of ours, and no service worker yet. */
const test = attacked.extend<{ site: RunningSite }>({
  site: async ({ watch }, use) => {
    const site = await serveSite({ directory: buildDirectory, headers: false });
    // It stands at another port than the other tests' server, and every attempt is an error in the console.
    watch.expectsRefusals = true;
    await use(site);
    await site.close();
  }
});

/** Ways out that a worker has. Each says whether it was let through. */
const fromWorker = async (host: string) => {
  const settled = (begin: (yes: () => void, no: () => void) => void) =>
    new Promise<boolean>((resolve) => {
      setTimeout(() => resolve(false), 3000);
      try {
        begin(
          () => resolve(true),
          () => resolve(false)
        );
      } catch {
        resolve(false);
      }
    });
  const nested = (text: string) =>
    settled((yes, no) => {
      const inner = new Worker(URL.createObjectURL(new Blob([text], { type: 'text/javascript' })));
      inner.onmessage = ({ data }) => (data === 'out' ? yes() : no());
      inner.onerror = no;
    });
  return {
    fetch: await fetch(`${host}/fetch`).then(
      () => true,
      () => false
    ),
    xhr: await settled((yes, no) => {
      const request = new XMLHttpRequest();
      request.onload = yes;
      request.onerror = no;
      request.open('GET', `${host}/xhr`);
      request.send();
    }),
    // The listener breaks the handshake off: that it was asked is what counts.
    socket: await settled((yes, no) => {
      const socket = new WebSocket(`${host.replace('http', 'ws')}/socket`);
      socket.onopen = yes;
      socket.onerror = no;
    }),
    events: await settled((yes, no) => {
      const source = new EventSource(`${host}/events`);
      source.onopen = yes;
      source.onerror = () => (source.close(), no());
    }),
    module: await import(`${host}/module.js`).then(
      () => true,
      () => false
    ),
    nested: await nested(`fetch('${host}/nested').then(() => postMessage('out'), () => postMessage('refused'))`),
    script: await nested(`try { importScripts('${host}/script.js'); } catch {} postMessage('tried')`)
  };
};

const everyEngine = `\`\`\`simulate id=ward
use: picu-sepsis
persons: 5
seed: 1
tables: [hours]
\`\`\`

\`\`\`sql id=n
select count(*) as n from ward_hours
\`\`\`

\`\`\`simulate id=heart
use: cardiac-surgery
persons: 40
seed: 1
tables: [operations, events]
\`\`\`

\`\`\`benchmark id=compared
from: heart_operations
hospital: hospital
outcome: aki
\`\`\`

\`\`\`pathway id=ways
from: heart_events
\`\`\`
`;

test('without a header from the host each worker is walled by the blob it starts from', async ({
  page,
  honeypot,
  site
}) => {
  const open = await page.goto(`${honeypot.url}/free`);
  expect(open?.ok()).toBe(true);
  const starting = page.waitForEvent('worker');
  await page.evaluate(() => {
    const address = URL.createObjectURL(new Blob(['postMessage(1)'], { type: 'text/javascript' }));
    Object.assign(globalThis, { kept: new Worker(address) });
  });
  await (await starting).evaluate(fromWorker, honeypot.url);
  // All of it is heard where there is no policy.
  expect([...honeypot.paths].sort()).toEqual(
    ['/events', '/fetch', '/module.js', '/nested', '/script.js', '/socket', '/xhr'].sort()
  );
  honeypot.caught = [];

  const answer = await page.goto(`${site.url}${runnerPath}`);
  const sent = answer?.headers() ?? {};
  expect(Object.keys(securityHeaders()).filter((name) => name.toLowerCase() in sent)).toEqual([]);
  await waitForRunner(page);
  const outcome = await page.evaluate(async (text) => {
    await window.phemsRunner?.open(text);
    return window.phemsRunner?.run({ rows: 1 });
  }, everyEngine);
  expect(outcome?.cells.map(({ status }) => status)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok']);

  const files = readdirSync(`${buildDirectory}/_app/immutable/workers`).filter((name) => name.endsWith('.js'));
  // A map is laid out once it is drawn, which is after its cell has run.
  await expect.poll(() => page.workers().length).toBe(files.length);
  const running: Worker[] = page.workers();
  expect(running.map((worker) => worker.url().slice(0, 5))).toEqual(files.map(() => 'blob:'));
  for (const worker of running) {
    const got = await worker.evaluate(fromWorker, honeypot.url);
    expect(Object.entries(got).filter(([, through]) => through)).toEqual([]);
  }
  expect(honeypot.caught).toEqual([]);
});

test('without a header from the host no code gets out of the page or the sandbox', async ({ page, honeypot, site }) => {
  await page.goto(`${site.url}${runnerPath}`);
  await waitForRunner(page);
  const tricks = code(`${honeypot.url}/`);
  const outcome = await page.evaluate(
    async (text) => {
      await window.phemsRunner?.open(text);
      return window.phemsRunner?.run({ rows: 1 });
    },
    tricks.map(({ text }, n) => `\`\`\`js id=c${n}\n${text}\n\`\`\`\n`).join('\n')
  );
  expect(outcome?.cells).toHaveLength(tricks.length);
  expect(outcome?.cells.filter(({ status }) => status !== 'ok' && status !== 'error')).toEqual([]);
  await page.evaluate(holdPolicy);
  for (const [name, attempt] of pageWays) {
    await test.step(name, () => page.evaluate(attempt, honeypot.url).catch(() => undefined));
  }
  // The own host has answered since: whatever was asked for before has been decided.
  await page.evaluate(() => fetch('build.json').then((answer) => answer.text()));
  expect(honeypot.caught).toEqual([]);
  expect(await page.evaluate(() => document.body.dataset.caught)).toBeUndefined();
});
