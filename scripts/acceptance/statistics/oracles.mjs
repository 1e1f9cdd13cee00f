import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../site/places.mjs';
import { holdCases } from '../oracle-cases.mjs';

export const line = 'oracles';
export const asked =
  'every case of reference/oracles/statistics within its tolerance, plus ≥ 150 cases of your own for what is not covered there, computed by Debian’s R';

const leastOwn = 150;

/** @type {import('../measure.mjs').Line['measure']} */
export async function measure(context) {
  context.data('sepsis-log/sepsis-log.csv');
  const oracles = readdirSync(join(root, 'tests/oracles/statistics'))
    .filter((name) => name.endsWith('.json'))
    .map((name) => `statistics/${name}`);
  const { cases, held, missing, passed, failed, problems, holds } = await holdCases(context, oracles);
  // Those of our own by R.
  const own = oracles
    .filter((oracle) => oracle.startsWith('statistics/r-'))
    .reduce((sum, oracle) => sum + (held[oracle] ?? 0), 0);
  return { measured: { cases, own, missing, passed, failed, problems }, holds: holds && own >= leastOwn };
}
