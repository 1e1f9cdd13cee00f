import { pkWords as words } from '$lib/messages/pk';
import { defineLazy } from '../lazy-kind';
import { renameInTask } from '../task';
import { pkFields } from './fields';
import { runPk, type PkOutput } from './run';
import { namesOf, parsePk, tablesOf, type PkSpec } from './spec';

/** Factor levels of one person over time, bleeding rates, adherence: what-if for research and teaching. */
export const pk = defineLazy<PkSpec, PkOutput>({
  parse: parsePk,
  needs: (spec) => ({ tables: tablesOf(spec), values: [] }),
  defines: namesOf,
  policy: () => 'auto',
  run: runPk,
  draws: () => true,
  rename: (text, change) => renameInTask(text, pkFields, change),
  dispose: (names, engines) => engines.data.remove(names),
  summary: (output) => words.summary(output.show, output.relation.rows ?? 0),
  Output: () => import('./Output.svelte'),
  report: () => import('./report'),
  Form: () => import('./Form.svelte')
});
