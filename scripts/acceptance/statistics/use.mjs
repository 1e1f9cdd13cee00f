import { browserTests } from '../browser-tests.mjs';

export const line = 'use';
export const asked =
  'from an imported file to a Cox model with a forest plot by form alone ≤ 2 minutes, keyboard only; sentences read by a statistician’s eye';

const mostSeconds = 120;

/** @type {import('../measure.mjs').Line['measure']} */
export async function measure(context) {
  const walks = await browserTests(context, { files: ['e2e/statistics.spec.ts'] });
  const walk = walks.notes.find(({ type }) => type === 'walk');
  const [keys = NaN, fields = NaN, machine = NaN, seconds = NaN] = (walk?.description ?? '').split(' | ').map(Number);
  return {
    measured: { keys, fields, machineSeconds: machine, seconds, problems: walks.problems },
    holds: walks.holds && seconds <= mostSeconds
  };
}
