import { Honeypot } from '../../../tests/attacks/honeypot.mjs';
import { code, datagrams } from '../../../tests/attacks/tricks/code.mjs';
import { markup } from '../../../tests/attacks/tricks/markup.mjs';
import { names } from '../../../tests/attacks/tricks/names.mjs';
import { sql } from '../../../tests/attacks/tricks/sql.mjs';
import { buildDirectory } from '../../site/places.mjs';
import { serveSite } from '../../site/server.mjs';
import { queryOpenly, tryOpenly } from './wall-off.mjs';
import { lists, tryWay, ways } from './ways.mjs';

export const line = 'honeypot';
export const asked =
  'a second loopback origin (HTTP, WebSocket, STUN/UDP) logs 0 hits from ≥ 80 distinct pairs of trick and way in, at least 5 for each way: a js cell, SQL, Markdown/HTML/SVG output, chart spec, notebook file, data file, share link, imported ipynb; once with our headers and once on a server that sends none; each trick is shown to reach the honeypot when the wall is off';

/** @type {import('../measure.mjs').Line['measure']} */
export async function measure(context) {
  const { browser } = await context.host();
  const honeypot = await Honeypot.open();
  const sites = {
    headers: await serveSite({ directory: buildDirectory }),
    none: await serveSite({ directory: buildDirectory, headers: false })
  };
  try {
    const at = (/** @type {string} */ way) => `${honeypot.url}/${way.replaceAll(' ', '-')}/`;
    await tryOpenly(browser, honeypot, markup(at('open-markup')), 'markup');
    await tryOpenly(browser, honeypot, names(at('open-names')), 'markup');
    await tryOpenly(browser, honeypot, code(at('open-code')), 'code');
    await queryOpenly(browser, sql(at('open-sql')));
    const heard = honeypot.paths;
    const reaches = (/** @type {string} */ sort, /** @type {string} */ name) => {
      if (datagrams.has(name)) return heard.has('UDP');
      const path = `/open-${sort}/${name}`;
      return [...heard].some((one) => one === path || one.startsWith(`${path}.`) || one.startsWith(`${path}/`));
    };
    /** @type {Record<string, number>} */
    const pairs = {};
    /** @type {string[]} */
    const silentInTheOpen = [];
    /** @type {string[]} */
    const hits = [];
    /** @type {string[]} */
    const problems = [];
    for (const way of ways) {
      const tricks = lists[way.sort](at(way.name));
      const proven = tricks.filter(({ name }) => reaches(way.sort, name));
      pairs[way.name] = proven.length;
      silentInTheOpen.push(...tricks.filter((one) => !proven.includes(one)).map(({ name }) => `${way.name}: ${name}`));
      for (const [how, site] of Object.entries(sites)) {
        honeypot.caught = [];
        const problem = await tryWay(browser, way, site.url, tricks, at(way.name), context);
        if (problem) problems.push(`${way.name}, ${how}: ${problem}`);
        hits.push(...honeypot.caught.map((one) => `${how}: ${one}`));
      }
    }
    const count = Object.values(pairs).reduce((sum, one) => sum + one, 0);
    const measured = {
      hits: hits.length,
      pairs: count,
      byWay: pairs,
      servers: Object.keys(sites),
      caught: hits.slice(0, 20),
      silentInTheOpen,
      problems
    };
    const holds =
      hits.length === 0 && problems.length === 0 && count >= 80 && Object.values(pairs).every((one) => one >= 5);
    return { measured, holds };
  } finally {
    await honeypot.close();
    for (const site of Object.values(sites)) await site.close();
  }
}
