import { benchmarkWords as words } from '$lib/messages/benchmark';
import { defineLazy } from '../lazy-kind';
import { renameInTask } from '../task';
import { benchmarkFields } from './fields';
import { runBenchmark, type BenchmarkOutput } from './run';
import { parseBenchmark, tableNames, type BenchmarkSpec } from './spec';

/** Outcomes of hospitals beside each other: funnel, observed over expected, each over time. Never a ranking. */
export const benchmark = defineLazy<BenchmarkSpec, BenchmarkOutput>({
  parse: parseBenchmark,
  needs: ({ from, risk_model }) => ({ tables: [from, ...(risk_model === undefined ? [] : [risk_model])], values: [] }),
  defines: tableNames,
  policy: () => 'auto',
  run: runBenchmark,
  draws: () => true,
  rename: (text, change) => renameInTask(text, benchmarkFields, change),
  dispose: (names, engines) => engines.data.remove(names),
  summary: ({ found }) => words.summary(found.table.rows, found.used),
  Output: () => import('./Output.svelte'),
  report: () => import('./report'),
  Form: () => import('./Form.svelte')
});
