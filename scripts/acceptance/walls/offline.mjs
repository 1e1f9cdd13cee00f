import { browserTests } from '../browser-tests.mjs';

export const line = 'offline';
export const asked =
  'e2e with the server stopped: gallery, sample with DuckDB, js cell, chart all work; from the site as built and from the site as zip, started by its start.sh';

/** The site as built, and the zip. */
const sites = 2;

/** @type {import('../measure.mjs').Line['measure']} */
export async function measure(context) {
  const { passed, problems, notes, holds } = await browserTests(context, {
    files: ['tests/e2e/offline-work.slow.spec.ts'],
    env: { PHEMS_FULL: '1' }
  });
  const checked = notes.filter(({ type }) => type === 'checked').map(({ description }) => description);
  return { measured: { passed, checked, problems }, holds: holds && passed.length === sites };
}
