import { browserTests } from '../browser-tests.mjs';

export const line = 'two tabs, kill, full storage, private window';
export const asked =
  'e2e (full storage by the protocol’s quota override, private window by stores that refuse): nothing lost, each says what it does';

/** What has to be among the tests that pass, so that one which is renamed or taken out is missed. */
const promised = {
  'two tabs': /^walk 6: of two tabs/,
  'two tabs without locks': /^without locks/,
  kill: /^walk 4: /,
  'full storage': /^full storage: the page says so/,
  'full storage, new notebook': /^full storage: a new notebook/,
  'private window': /^private window: /,
  Bin: /^walk 5: /
};
const files = ['tabs', 'kill', 'room', 'keeping', 'stored'].map((name) => `e2e/${name}.spec.ts`);

/** @type {import('../measure.mjs').Line['measure']} */
export async function measure(context) {
  const { passed, problems, holds } = await browserTests(context, { files, env: { PHEMS_FULL: '1' } });
  const kept = Object.entries(promised).map(([name, title]) => [name, passed.some((one) => title.test(one))]);
  return {
    measured: { tests: passed.length, ...Object.fromEntries(kept), problems },
    holds: holds && kept.every(([, passes]) => passes)
  };
}
