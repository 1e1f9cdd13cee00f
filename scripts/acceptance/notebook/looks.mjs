import { browserTests } from '../browser-tests.mjs';

export const line = 'looks';
export const asked =
  'screenshots of gallery, notebook, data panel, import dialog, palette, cohort, errors, print, in light, dark, 390 px, committed as e2e references and judged against the mock-ups point by point';

const screens = ['gallery', 'notebook', 'data-panel', 'import-dialog', 'palette', 'cohort', 'errors', 'print'];
const looks = ['light', 'dark', 'small'];

/** That they equal the pictures that were judged; judging them is for eyes. @type {import('../measure.mjs').Line['measure']} */
export async function measure(context) {
  const { passed, problems, holds } = await browserTests(context, {
    files: ['e2e/screens.slow.spec.ts'],
    env: { PHEMS_FULL: '1' }
  });
  const wanted = screens.flatMap((screen) => looks.map((look) => `the ${screen} looks as it was judged, ${look}`));
  const missing = wanted.filter((title) => !passed.includes(title));
  return {
    measured: { pictures: wanted.length - missing.length, missing, problems },
    holds: holds && missing.length === 0
  };
}
