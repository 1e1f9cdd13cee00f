import { pathwayWords as words } from '$lib/messages/pathway';
import { defineLazy } from '../lazy-kind';
import { renameInTask } from '../task';
import { pathwayFields } from './fields';
import { keysOf, runPathway, tableNames, type PathwayOutput } from './run';
import { parsePathway, type PathwaySpec } from './spec';

/** Who follows whom in a table of events, how often and after what time; variants, waits, and a reference path. */
export const pathway = defineLazy<PathwaySpec, PathwayOutput>({
  parse: parsePathway,
  needs: ({ from }) => ({ tables: [from], values: [] }),
  defines: ({ name }) => Object.values(tableNames(name)),
  policy: () => 'auto',
  run: runPathway,
  draws: ({ map }) => map.nodes.length > 0,
  rename: (text, change) => renameInTask(text, pathwayFields, change),
  dispose: async (names, engines) => {
    await Promise.all([engines.data.remove(names), engines.clinical.forgetEvents(keysOf(names))]);
  },
  summary: ({ counts }) => words.summary(counts.cases, counts.variants),
  Output: () => import('./Output.svelte'),
  report: () => import('./report'),
  Form: () => import('./Form.svelte')
});
