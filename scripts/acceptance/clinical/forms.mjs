import { browserTests } from '../browser-tests.mjs';

export const line = 'forms';
export const asked =
  'every method reachable from an empty notebook by ≤ 60 keystrokes besides names; form and YAML agree both ways; screenshots judged';

const most = 60;
/** What must have been walked through; a method more is welcome. */
const kinds = ['simulate', 'score', 'hourly', 'quality', 'pathway', 'benchmark', 'pk', 'cohort'];
const bothWays = ['src/lib/cells/both-ways.test.ts', 'src/lib/cells/task/write-task.test.ts'];

/** @type {import('../measure.mjs').Line['measure']} */
export async function measure(context) {
  const walks = await browserTests(context, { files: ['e2e/forms.slow.spec.ts'], env: { PHEMS_FULL: '1' } });
  const methods = walks.notes
    .filter(({ type }) => type === 'keystrokes')
    .map(({ description }) => {
      const [kind = '', method = '', ...counts] = description.split(' | ');
      const [alone = NaN, withData = NaN, inNames = NaN] = counts.map(Number);
      return { kind, method, alone, withData, inNames };
    });
  const missing = kinds.filter((kind) => !methods.some((one) => one.kind === kind));
  const tooMany = methods.filter(({ withData }) => !(withData <= most));
  const fields = await context.vitest(bothWays);
  const tested = fields.tests.filter((name) => name.includes('both ways | '));
  return {
    measured: {
      methods: methods.length,
      mostKeys: Math.max(...methods.map(({ alone }) => alone)),
      mostKeysWithData: Math.max(...methods.map(({ withData }) => withData)),
      keys: methods.map(
        ({ kind, method, alone, withData, inNames }) =>
          `${kind}, ${method}: ${alone}, with its data ${withData}, and ${inNames} in names and values`
      ),
      missing,
      tooMany: tooMany.map(({ kind, method }) => `${kind}, ${method}`),
      bothWays: { fields: tested.length, passed: fields.passed, failed: fields.failed, problems: fields.problems },
      problems: walks.problems
    },
    holds:
      walks.holds &&
      fields.holds &&
      missing.length === 0 &&
      tooMany.length === 0 &&
      methods.length > 0 &&
      tested.length > 0
  };
}
