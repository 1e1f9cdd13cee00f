import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { root } from '../../site/places.mjs';
import { rounded } from '../measure.mjs';
import { paintDelays, watchPaint } from '../paint.mjs';
import { runnerPath, waitForRunner } from '../page.mjs';

export const line = 'speed';
export const asked =
  "engine's ratio to native DuckDB on one thread over 5 M rows, five queries, median of 5 alternating runs: median ≤ 1.6, worst ≤ 2.8; last batch to painted grid ≤ 100 ms each";

const events = `select (range % 100000)::integer as person, (range * 7919 % 1000)::integer as hour, range::double / 7 as reading,
  timestamp '2020-01-01' + to_minutes((range * 31 % 1000000)::bigint) as at from range(5000000)`;
const persons = 'select range::integer as person, range % 20 as ward from range(100000)';
const doses = `select (range % 100000)::integer as person, range::double as dose,
  timestamp '2020-01-01' + to_minutes((range * 17 % 1000000)::bigint) as at from range(500000)`;

const queries = {
  top: 'select * from events where hour < 500 order by reading desc limit 100',
  groups: 'select person, avg(reading) as mean, count(*) as n from events group by person',
  hashJoin: 'select ward, count(*) as n, avg(reading) as mean from events join persons using (person) group by ward',
  lag: 'select person, at, reading - lag(reading) over (partition by person order by at) as change from events',
  asof: 'select d.person, d.dose, e.reading from doses d asof join events e on d.person = e.person and d.at >= e.at'
};

/** @type {import('../measure.mjs').Line['measure']} */
export async function measure(context) {
  const { browser, siteUrl } = await context.host();
  const bench = await import(pathToFileURL(join(root, 'tests/bench/engine-vs-native.mjs')).href);
  const compared = await bench.compare({ siteUrl, browser });
  const paintMs = await painted(context);
  const { medianRatio, worstRatio } = compared;
  return {
    measured: { ...compared, paintMs },
    holds:
      medianRatio <= 1.6 &&
      worstRatio <= 2.8 &&
      paintMs.length === Object.keys(queries).length &&
      paintMs.every((milliseconds) => milliseconds <= 100)
  };
}

/** @param {import('../context.mjs').Context} context @returns {Promise<number[]>} one for each query's grid */
async function painted(context) {
  const page = await context.page(runnerPath, { prepare: watchPaint });
  try {
    await waitForRunner(page);
    const given = { events, persons, doses, ...queries };
    const text = Object.entries(given).map(([id, sql]) => `\`\`\`sql id=${id}\n${sql}\n\`\`\`\n`);
    await page.evaluate((source) => window.phemsRunner?.open(source), text.join('\n'));
    await page.evaluate(() => window.phemsRunner?.run({ rows: 1 }));
    await page.waitForTimeout(500);
    const delays = await paintDelays(page);
    // The three tables that the queries stand on have grids too.
    return delays.slice(-Object.keys(queries).length).map((milliseconds) => rounded(milliseconds, 0));
  } finally {
    await page.context().close();
  }
}
