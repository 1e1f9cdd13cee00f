import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../site/places.mjs';

export const line = 'oracles';
export const asked =
  'every case in reference/oracles/clinical, and process-mining, monitoring of statistics, within tolerance';

/** Which tests hold the cases of an oracle; `whole`: its one case is told apart by what is compared, not by its name. */
const oracles = [
  { oracle: 'clinical/phoenix.json', tests: 'workers/clinical/scores/phoenix.test.ts' },
  { oracle: 'clinical/phoenix-windows.json', tests: 'workers/clinical/scores/windows/windows.test.ts' },
  { oracle: 'clinical/psofa.json', tests: 'workers/clinical/scores/other-scores.test.ts' },
  { oracle: 'clinical/pelod2.json', tests: 'workers/clinical/scores/other-scores.test.ts' },
  { oracle: 'clinical/pim3.json', tests: 'workers/clinical/scores/other-scores.test.ts' },
  { oracle: 'clinical/sepsis-utility.json', tests: 'workers/clinical/utility/sepsis-utility.test.ts' },
  { oracle: 'clinical/haemophilia-pk.json', tests: 'workers/clinical/pk/oracle.test.ts' },
  { oracle: 'clinical/haemophilia-pk-fix.json', tests: 'workers/clinical/pk/oracle.test.ts' },
  { oracle: 'clinical/omop-checks.json', tests: 'workers/clinical/quality/oracle.test.ts', whole: true },
  { oracle: 'clinical/phems-proto.json', tests: 'workers/clinical/phems-proto.test.ts' },
  { oracle: 'statistics/process-mining.json', tests: 'workers/clinical/pathway/process-mining.test.ts' },
  { oracle: 'statistics/monitoring.json', tests: 'workers/statistics/monitoring/series.test.ts' }
];

/** Cases whose tests have a name of their own. @type {Readonly<Record<string, string>>} */
const calledOtherwise = {
  'sepsis.csv, SF only where SpO2<=97 (the correct use)': 'give 90, 15, 14 and 110 from raw columns',
  'sepsis.csv, SF not masked (the WRONG use; a test that the mask matters)': 'give 93 and 113 where SpO2/FiO2',
  'risk-adjusted CUSUM for doubling of odds, h=2': 'agree with R 4.2.2 risk-adjusted CUSUM and its first alarm',
  'ITS: OLS with level and slope change; Newey-West lag 1': 'agree with R 4.2.2 interrupted time series, Newey and West'
};

/** The runner cuts the name of a case after so many letters. */
const shownLetters = 36;
const titleOf = (/** @type {string} */ name) => calledOtherwise[name] ?? name.slice(0, shownLetters);

/** @type {import('../measure.mjs').Line['measure']} */
export async function measure(context) {
  context.data('phoenix/sepsis.csv');
  context.data('phems-proto/hours.csv');
  const files = [...new Set(oracles.map(({ tests }) => tests))];
  const { passed, failed, problems, tests, holds } = await context.vitest(files);
  /** @type {Record<string, string>} */
  const cases = {};
  /** @type {string[]} */
  const missing = [];
  for (const { oracle, whole } of oracles) {
    const content = JSON.parse(readFileSync(join(root, 'tests/oracles', oracle), 'utf8'));
    /** @type {string[]} */
    const names = content.cases.map((/** @type {{name: string}} */ one) => one.name);
    const without = whole
      ? tests.some((test) => test.startsWith('the oracle of planted faults'))
        ? []
        : names
      : names.filter((name) => !tests.some((test) => test.includes(titleOf(name))));
    cases[oracle] = `${names.length - without.length} of ${names.length}`;
    missing.push(...without.map((name) => `${oracle}: ${name}`));
  }
  return {
    measured: { cases, missing, passed, failed, problems },
    holds: holds && missing.length === 0
  };
}
