import { rounded } from '../measure.mjs';

export const line = 'speed';
export const asked =
  'Cox 100 k × 10 ≤ 2 × R’s `coxph`; logistic 1 M × 20 ≤ 2 × R’s `glm.fit`; bootstrap AUC 2,000 × 50 k ≤ 10 s (same machine and run)';

/** One after another, so that none waits for another. Each runs three times, R in turn; the medians are told. */
const tests = {
  cox: 'workers/statistics/survival/cox.slow.test.ts',
  logistic: 'workers/statistics/regression/speed.slow.test.ts',
  bootstrap: 'workers/statistics/prediction/bootstrap.slow.test.ts'
};
const mostRatio = 2;
const mostSeconds = 10;

/** @type {import('../measure.mjs').Line['measure']} */
export async function measure(context) {
  /** @type {Record<string, Record<string, number> | string>} */
  const measured = {};
  let holds = true;
  for (const [name, path] of Object.entries(tests)) {
    const run = await context.vitest([path]);
    const figures = Object.values(run.measured)[0] ?? {};
    const { seconds = NaN, secondsByPerson = seconds, ratio } = figures;
    const within =
      name === 'bootstrap'
        ? seconds <= mostSeconds && secondsByPerson <= mostSeconds
        : ratio !== undefined && ratio <= mostRatio;
    measured[name] =
      name === 'bootstrap' || ratio !== undefined
        ? Object.fromEntries(Object.entries(figures).map(([of, value]) => [of, rounded(value, 2)]))
        : `${rounded(seconds, 2)} s; R is not here to compare with`;
    holds = holds && run.holds && within;
  }
  return { measured: { ...measured, where: 'Node, median of three' }, holds };
}
