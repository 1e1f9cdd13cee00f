import { cells } from '$lib/messages/cells';
import { defineKind } from '$lib/notebook/kind';
import { renameInTask } from '../task';
import { chartFields } from './fields';
import { runChart, type ChartOutput } from './run';
import { parseChart, type ChartSpec } from './spec';

/** A drawing of one table. The engine reads only its columns, and counts and bins before anything is drawn. */
export const chart = defineKind<ChartSpec, ChartOutput>({
  name: 'chart',
  get title() {
    return cells.chartTitle;
  },
  get hint() {
    return cells.chartHint;
  },
  icon: 'chart-line',
  safe: true,
  language: 'yaml',
  template: 'from: \nmark: dot\nx: \ny: \n',
  parse: parseChart,
  needs: (spec) => ({ tables: [spec.from], values: [] }),
  defines: () => [],
  policy: () => 'auto',
  run: runChart,
  rename: (text, change) => renameInTask(text, chartFields, change),
  Output: () => import('./Output.svelte'),
  figure: true,
  report: () => import('./report'),
  Form: () => import('./Form.svelte')
});
