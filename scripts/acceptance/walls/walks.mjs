import { browserTests } from '../browser-tests.mjs';

export const line = 'walks';
export const asked = 'walks 1, 3 (without training), 7, 11 of reference/notebooks.md §19; in walk 3 each Stop ≤ 1 s';

const wanted = [1, 3, 7, 11];
/** What walk 3 stops: a loop and a cross join. */
const stops = 2;

/** @type {import('../measure.mjs').Line['measure']} */
export async function measure(context) {
  const { passed, problems, notes, holds } = await browserTests(context, {
    titles: `walk (${wanted.join('|')}):`,
    env: { PHEMS_FULL: '1' },
    alone: true
  });
  const missing = wanted.filter((number) => !passed.some((title) => title.startsWith(`walk ${number}:`)));
  const stopSeconds = Object.fromEntries(
    notes
      .filter(({ type }) => type.startsWith('seconds to stop '))
      .map(({ type, description }) => [type.replace('seconds to stop ', ''), Number(description)])
  );
  const times = Object.values(stopSeconds);
  return {
    measured: { passed, stopSeconds, missing, problems },
    holds: holds && missing.length === 0 && times.length === stops && times.every((seconds) => seconds <= 1)
  };
}
