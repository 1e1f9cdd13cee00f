import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../site/places.mjs';

export const line = 'oracles';
export const asked =
  'every case of reference/oracles/statistics within its tolerance, plus ≥ 150 cases of your own for what is not covered there, computed by Debian’s R';

const folder = 'tests/oracles/statistics';
const leastOwn = 150;

/** Where the cases of the references are held; those of our own by R begin with `r-`. */
const tests = [
  'workers/statistics',
  'workers/shared/distributions/oracle.test.ts',
  'workers/clinical/pathway/process-mining.test.ts'
];

/** The runner cuts the name of a case after so many letters. */
const shownLetters = 36;

/** @type {import('../measure.mjs').Line['measure']} */
export async function measure(context) {
  context.data('sepsis-log/sepsis-log.csv');
  const { passed, failed, problems, tests: names, holds } = await context.vitest(tests);
  /** @type {Record<string, string>} */
  const cases = {};
  /** @type {string[]} */
  const missing = [];
  let own = 0;
  for (const file of readdirSync(join(root, folder)).filter((name) => name.endsWith('.json'))) {
    /** @type {{cases: {name: string}[]}} */
    const oracle = JSON.parse(readFileSync(join(root, folder, file), 'utf8'));
    const without = oracle.cases.filter(
      ({ name }) => !names.some((test) => test.includes(name.slice(0, shownLetters)))
    );
    const held = oracle.cases.length - without.length;
    cases[file] = `${held} of ${oracle.cases.length}`;
    if (file.startsWith('r-')) own += held;
    missing.push(...without.map(({ name }) => `${file}: ${name}`));
  }
  return {
    measured: { cases, own, missing, passed, failed, problems },
    holds: holds && missing.length === 0 && own >= leastOwn
  };
}
