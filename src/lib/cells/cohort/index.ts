import { cohortWords as words } from '$lib/messages/cohort';
import { defineLazy } from '../lazy-kind';
import { renameInTask } from '../task';
import { cohortFields } from './fields';
import { entriesName, judgedName, runCohort, type CohortOutput } from './run';
import { needsOf, parseCohort, type CohortSpec } from './spec';
import { tableName } from './steps-table';

/** Who is in: an entry event and steps in order, counted one by one. The cohort is a table that others can use. */
export const cohort = defineLazy<CohortSpec, CohortOutput>({
  parse: parseCohort,
  needs: needsOf,
  defines: ({ name }) => [name, tableName(name)],
  policy: () => 'auto',
  run: runCohort,
  rename: (text, change) => renameInTask(text, cohortFields, change),
  dispose: (names, engines) => engines.data.remove([...names, ...names.map(judgedName), ...names.map(entriesName)]),
  summary: ({ persons }) => words.persons(persons),
  Output: () => import('./Output.svelte'),
  report: () => import('./report'),
  Form: () => import('./Form.svelte')
});
