// How much slower is the data engine of the built site than native DuckDB on one thread? Same version, same tables,
// same five queries, in turns, so that a busy machine hits both. Run alone it serves `build/` itself:
//   node tests/bench/engine-vs-native.mjs [--runs N] [--rows N]
import { DuckDBInstance } from '@duckdb/node-api';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { EngineInPage } from './engine-in-page.mjs';

/** @param {number} rows */
export const tables = (rows) => ({
  events: `select (range % 100000)::integer as person, (range * 7919 % 1000)::integer as hour, range::double / 7 as reading,
    timestamp '2020-01-01' + to_minutes((range * 31 % 1000000)::bigint) as taken, range % 20 as ward from range(${rows})`,
  persons: 'select range::integer as person, range % 20 as ward from range(100000)',
  doses: `select (range % 100000)::integer as person, range::double as dose,
    timestamp '2020-01-01' + to_minutes((range * 17 % 1000000)::bigint) as taken from range(${rows / 10})`
});

/** Results are summed up inside, so that neither side is measured by how it hands rows to JavaScript. */
export const queries = {
  top: 'select person, reading from events where hour < 500 order by reading desc limit 100',
  groups: `select count(*) as n, sum(mean) as s from
    (select person, avg(reading) as mean, count(*) as n from events group by person)`,
  hashJoin: `select p.ward, count(*) as n, avg(reading) as mean from events e join persons p using (person)
    group by p.ward order by p.ward`,
  lag: `select count(*) as n, sum(change) as s from
    (select reading - lag(reading) over (partition by person order by taken) as change from events)`,
  asof: `select count(*) as n, sum(e.reading) as s from doses d asof join events e
    on d.person = e.person and d.taken >= e.taken`
};

/**
 * @typedef {object} Comparison
 * @property {number} medianRatio of the five ratios of medians
 * @property {number} worstRatio
 * @property {Record<string, {engineMs: number, nativeMs: number, ratio: number}>} queries medians
 * @property {number} openMs the engine's start, with the first answer
 *
 * @param {{siteUrl: string, browser: import('@playwright/test').Browser, runs?: number, rows?: number}} settings
 * @returns {Promise<Comparison>}
 * @throws Error where the two do not give the same result
 */
export async function compare({ siteUrl, browser, runs = 5, rows = 5_000_000 }) {
  const engine = await EngineInPage.open(browser, siteUrl);
  try {
    const native = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
    const opened = await engine.query('select 1 as x');
    for (const [name, sql] of Object.entries(tables(rows))) {
      await native.run(`create table ${name} as ${sql}`);
      await engine.makeTable(name, sql);
    }
    /** @type {Comparison['queries']} */
    const measured = {};
    for (const [name, sql] of Object.entries(queries)) {
      /** @type {number[]} */ const engineMs = [];
      /** @type {number[]} */ const nativeMs = [];
      // The first run of each warms up and is compared, not timed.
      for (let run = 0; run <= runs; run++) {
        const started = performance.now();
        const reader = await native.runAndReadAll(sql);
        const nativeTook = performance.now() - started;
        const theirs = await engine.query(sql);
        if (run === 0) agree(name, reader.getRows().flat(), theirs.values);
        else {
          nativeMs.push(nativeTook);
          engineMs.push(theirs.milliseconds);
        }
      }
      const [ours, plain] = [median(engineMs), median(nativeMs)];
      measured[name] = { engineMs: rounded(ours, 1), nativeMs: rounded(plain, 1), ratio: rounded(ours / plain, 2) };
    }
    const ratios = Object.values(measured).map(({ ratio }) => ratio);
    return {
      medianRatio: median(ratios),
      worstRatio: Math.max(...ratios),
      queries: measured,
      openMs: rounded(opened.milliseconds, 0)
    };
  } finally {
    await engine.close();
  }
}

/** Sums of doubles may differ in the last digits: the order of adding is not fixed. @param {string} name @param {unknown[]} native @param {number[]} engine */
function agree(name, native, engine) {
  const plain = native.map(Number).sort((a, b) => a - b);
  const ours = [...engine].sort((a, b) => a - b);
  const same =
    plain.length === ours.length && plain.every((value, at) => Math.abs(value - ours[at]) <= 1e-9 * Math.abs(value));
  if (!same) throw new Error(`${name}: the engine gives ${ours.slice(0, 4)}, native DuckDB ${plain.slice(0, 4)}.`);
}

/** @param {readonly number[]} values */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** @param {number} value @param {number} digits */
function rounded(value, digits) {
  return Number(value.toFixed(digits));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { runs: { type: 'string' }, rows: { type: 'string' } } });
  const { serveSite } = await import('../../scripts/site/server.mjs');
  const { launchBrowser } = await import('../../scripts/browser.mjs');
  const site = await serveSite({ directory: fileURLToPath(new URL('../../build', import.meta.url)), port: 0 });
  const browser = await launchBrowser();
  try {
    const settings = {
      siteUrl: site.url,
      browser,
      runs: Number(values.runs ?? 5),
      rows: Number(values.rows ?? 5_000_000)
    };
    console.log(JSON.stringify(await compare(settings), undefined, 2));
  } finally {
    await browser.close();
    await site.close();
  }
}
