import { holdCases } from '../oracle-cases.mjs';

export const line = 'oracles';
export const asked =
  'every case in reference/oracles/clinical, and process-mining, monitoring of statistics, within tolerance';

const oracles = [
  'clinical/phoenix.json',
  'clinical/phoenix-windows.json',
  'clinical/psofa.json',
  'clinical/pelod2.json',
  'clinical/pim3.json',
  'clinical/sepsis-utility.json',
  'clinical/haemophilia-pk.json',
  'clinical/haemophilia-pk-fix.json',
  'clinical/omop-checks.json',
  'clinical/phems-proto.json',
  'statistics/process-mining.json',
  'statistics/monitoring.json'
];

/** @type {import('../measure.mjs').Line['measure']} */
export async function measure(context) {
  context.data('phoenix/sepsis.csv');
  context.data('phems-proto/hours.csv');
  const { cases, missing, passed, failed, problems, holds } = await holdCases(context, oracles);
  return { measured: { cases, missing, passed, failed, problems }, holds };
}
