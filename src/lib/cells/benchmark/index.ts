import { benchmarkWords as words } from '$lib/messages/benchmark';
import { defineLazy } from '../lazy-kind';
import { renameInTask } from '../task';
import { anyTableNames, isWarning, parseAnyBenchmark, type AnyBenchmarkSpec } from './any-spec';
import { benchmarkFields } from './fields';
import { runBenchmark, type BenchmarkOutput } from './run';
import { runWarning, type WarningOutput } from './warning/run';

/**
 * Outcomes of hospitals beside each other: funnel, observed over expected, each over time. Never a ranking. Or what early
 * warnings of sepsis are worth beside none.
 */
export const benchmark = defineLazy<AnyBenchmarkSpec, BenchmarkOutput | WarningOutput>({
  parse: parseAnyBenchmark,
  needs: (spec) => {
    const model = isWarning(spec) ? undefined : spec.risk_model;
    return { tables: [spec.from, ...(model === undefined ? [] : [model])], values: [] };
  },
  defines: anyTableNames,
  policy: () => 'auto',
  run: (spec, context) => (isWarning(spec) ? runWarning(spec, context) : runBenchmark(spec, context)),
  draws: (output) => 'found' in output || output.study.scores !== undefined,
  rename: (text, change) => renameInTask(text, benchmarkFields, change),
  dispose: (names, engines) => engines.data.remove(names),
  summary: (output) =>
    'found' in output
      ? words.summary(output.found.table.rows, output.found.used)
      : words.warning.summary(output.study.utility.patients, output.study.utility.hours),
  Output: () => import('./AnyOutput.svelte'),
  report: () => import('./any-report'),
  Form: () => import('./Form.svelte')
});
