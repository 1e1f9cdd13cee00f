import { profileWords as words } from '$lib/messages/profile';
import { defineLazy } from '../lazy-kind';
import { renameInTask } from '../task';
import { profileFields } from './fields';
import { runProfile, type ProfileOutput } from './run';
import { parseProfile, type ProfileSpec } from './spec';

/** A table as a page: its columns, what is missing together, how groups differ, what ages make implausible. */
export const profile = defineLazy<ProfileSpec, ProfileOutput>({
  parse: parseProfile,
  needs: ({ from }) => ({ tables: [from], values: [] }),
  defines: () => [],
  policy: () => 'auto',
  run: runProfile,
  rename: (text, change) => renameInTask(text, profileFields, change),
  summary: ({ rows, columns, left }) => words.cell.summary(rows, columns.length + left),
  Output: () => import('./Output.svelte'),
  report: () => import('./report'),
  Form: () => import('./Form.svelte')
});
