import { cells } from '$lib/messages/cells';
import { cohortWords as words } from '$lib/messages/cohort';
import { defineKind } from '$lib/notebook/kind';
import { renameInTask } from '../task';
import { cohortFields } from './fields';
import { judgedName, runCohort, type CohortOutput } from './run';
import { needsOf, parseCohort, type CohortSpec } from './spec';
import { tableName } from './steps-table';

/** Who is in: an entry event and steps in order, counted one by one. The cohort is a table that others can use. */
export const cohort = defineKind<CohortSpec, CohortOutput>({
  name: 'cohort',
  get title() {
    return cells.cohortTitle;
  },
  get hint() {
    return cells.cohortHint;
  },
  icon: 'users',
  letter: 'w',
  safe: true,
  language: 'yaml',
  template: 'from: \n',
  parse: parseCohort,
  needs: needsOf,
  defines: ({ name }) => [name, tableName(name)],
  policy: () => 'auto',
  run: runCohort,
  rename: (text, change) => renameInTask(text, cohortFields, change),
  dispose: (names, engines) => engines.data.remove([...names, ...names.map(judgedName)]),
  resultTab: true,
  summary: ({ persons }) => words.persons(persons),
  Output: () => import('./Output.svelte'),
  report: () => import('./report'),
  Form: () => import('./Form.svelte')
});
