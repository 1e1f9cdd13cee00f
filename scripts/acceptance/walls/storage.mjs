import { browserTests } from '../browser-tests.mjs';

export const line = 'storage';
export const asked = 'after "forget everything", no canary remains in IndexedDB, OPFS, Cache, localStorage';

/** @type {import('../measure.mjs').Line['measure']} */
export async function measure(context) {
  const { passed, problems, holds } = await browserTests(context, {
    files: ['tests/e2e/gate.spec.ts'],
    titles: 'no canary remains'
  });
  return { measured: { passed, problems }, holds };
}
