import { hourlyWords as words } from '$lib/messages/hourly';
import { defineLazy } from '../lazy-kind';
import { renameInTask } from '../task';
import { hourlyFields } from './fields';
import { runHourly, type HourlyOutput } from './run';
import { parseHourly, type HourlySpec } from './spec';

/** Measurements of any time become one row a person, stay and hour. */
export const hourly = defineLazy<HourlySpec, HourlyOutput>({
  parse: parseHourly,
  needs: ({ from, stays, map }) => ({
    tables: [from, stays, map].filter((name) => name !== undefined),
    values: []
  }),
  defines: ({ name }) => [name],
  policy: () => 'auto',
  run: runHourly,
  rename: (text, change) => renameInTask(text, hourlyFields, change),
  dispose: (names, engines) => engines.data.remove(names),
  summary: ({ hours }) => words.hoursMade(hours),
  Output: () => import('./Output.svelte'),
  report: () => import('./report'),
  Form: () => import('./Form.svelte')
});
