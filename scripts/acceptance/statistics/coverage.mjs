import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../site/places.mjs';
import { rounded } from '../measure.mjs';

export const line = 'coverage';
export const asked = 'simulation: nominal 95 % intervals cover 93–97 % for ten methods (in `test:full`)';

const folder = 'workers/statistics/coverage';
const leastMethods = 10;
const leastRuns = 2000;

/** @type {import('../measure.mjs').Line['measure']} */
export async function measure(context) {
  const tests = readdirSync(join(root, folder)).filter((name) => name.endsWith('.slow.test.ts'));
  const run = await context.vitest(tests.map((name) => `${folder}/${name}`));
  /** @type {Record<string, string>} */
  const covers = {};
  /** Told as they are, of regimes that a method is not made for. @type {Record<string, string>} */
  const toldOnly = {};
  let methods = 0;
  for (const [title, { coverage = NaN, runs = 0, refused = 0 }] of Object.entries(run.measured)) {
    // Held ones are called "coverage | method and regime".
    const [head = '', ...method] = title.split(' | ');
    const isHeld = head === 'coverage';
    const told = `${rounded(100 * coverage, 1)} % of ${runs}${refused > 0 ? `, ${refused} refused` : ''}`;
    if (isHeld) covers[method.join(' | ')] = told;
    else toldOnly[title] = told;
    if (isHeld && coverage >= 0.93 && coverage <= 0.97 && runs >= leastRuns) methods += 1;
  }
  return {
    measured: { methods, covers, toldOnly, problems: run.problems },
    holds: run.holds && methods >= leastMethods && methods === Object.keys(covers).length
  };
}
