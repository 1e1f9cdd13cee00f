import { qualityWords as words } from '$lib/messages/quality';
import { defineLazy } from '../lazy-kind';
import { renameInTask } from '../task';
import { qualityFieldsFor } from './fields';
import { runQuality, type QualityOutput } from './run';
import { countsOf } from './sections';
import { needsOf, parseQuality, type QualitySpec } from './spec';

/** The data-quality checks of an OMOP extract, as a page to read and a table to query. */
export const quality = defineLazy<QualitySpec, QualityOutput>({
  parse: parseQuality,
  needs: needsOf,
  defines: ({ name }) => [name],
  policy: () => 'auto',
  run: runQuality,
  rename: (text, change) => renameInTask(text, qualityFieldsFor(text), change),
  dispose: (names, engines) => engines.data.remove(names),
  summary: ({ report }) => words.failedOf(countsOf(report).failed, countsOf(report).checks),
  Output: () => import('./Output.svelte'),
  report: () => import('./report'),
  Form: () => import('./Form.svelte')
});
