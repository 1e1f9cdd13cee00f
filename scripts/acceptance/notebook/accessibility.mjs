import { browserTests } from '../browser-tests.mjs';

export const line = 'accessibility';
export const asked =
  'axe: nothing critical, serious or moderate on gallery, notebook, panels, dialogs, both themes; keyboard-only e2e from gallery to a chart of an imported file; reflow at 320 px';

/** What has to be among the tests that pass, so that one which is renamed or taken out is missed. */
const promised = {
  'axe: gallery, settings': /^axe: the gallery/,
  'axe: results of every kind': /^axe: a notebook with results/,
  'axe: states, panels, menus': /^axe: cells that failed/,
  'axe: dialogs': /^axe: every dialog/,
  'keyboard to a chart': /^by keyboard only/,
  'walk 12': /^walk 12: /,
  'focus kept': /^the focus stays/,
  'focus seen': /^what has the focus is seen/,
  'reflow, 200 %, wide text': /^at 320 px/,
  'phone of 360 px': /^five entries/
};
const files = ['accessibility', 'walks-by-keyboard', 'walks-by-keyboard.slow', 'small-screens.slow'].map(
  (name) => `e2e/${name}.spec.ts`
);

/** @type {import('../measure.mjs').Line['measure']} */
export async function measure(context) {
  const { passed, problems, holds } = await browserTests(context, { files, env: { PHEMS_FULL: '1' } });
  const kept = Object.entries(promised).map(([name, title]) => [name, passed.some((one) => title.test(one))]);
  return {
    measured: { tests: passed.length, ...Object.fromEntries(kept), problems },
    holds: holds && kept.every(([, passes]) => passes)
  };
}
