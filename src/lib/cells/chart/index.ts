import { defineLazy } from '../lazy-kind';
import { renameInTask } from '../task';
import { chartFields } from './fields';
import { runChart, type ChartOutput } from './run';
import { parseChart, type ChartSpec } from './spec';

/** A drawing of one table. The engine reads only its columns, and counts and bins before anything is drawn. */
export const chart = defineLazy<ChartSpec, ChartOutput>({
  parse: parseChart,
  needs: (spec) => ({ tables: [spec.from], values: [] }),
  defines: () => [],
  policy: () => 'auto',
  run: runChart,
  draws: ({ marks, facts }) => marks.rows > 0 && facts.complete > 0,
  rename: (text, change) => renameInTask(text, chartFields, change),
  Output: () => import('./Output.svelte'),
  report: () => import('./report'),
  Form: () => import('./Form.svelte')
});
