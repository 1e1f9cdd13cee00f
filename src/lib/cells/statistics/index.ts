import { statisticsWords as words } from '$lib/messages/statistics';
import { defineLazy } from '../lazy-kind';
import { renameInTask } from '../task';
import { statisticsFieldsFor } from './fields';
import { runStatistics, type StatisticsOutput } from './run';
import { parseStatistics, tableNames, type StatisticsSpec } from './spec';

/** A method of a clinical paper, chosen by its question: estimates, tests, figures and sentences of one shape. */
export const statistics = defineLazy<StatisticsSpec, StatisticsOutput>({
  parse: parseStatistics,
  needs: ({ from, others }) => ({ tables: [...(from === undefined ? [] : [from]), ...others.values()], values: [] }),
  defines: tableNames,
  policy: () => 'auto',
  run: runStatistics,
  draws: ({ found }) => found.figures.length > 0,
  rename: (text, change) => renameInTask(text, statisticsFieldsFor(text), change),
  dispose: (names, engines) => engines.data.remove(names),
  summary: ({ found: { counted, n } }) => (counted === 'none' ? words.planned : words.counts[counted](n)),
  Output: () => import('./Output.svelte'),
  report: () => import('./report'),
  Form: () => import('./Form.svelte')
});
