import { cells } from '$lib/messages/cells';
import { profileWords as words } from '$lib/messages/profile';
import { defineKind } from '$lib/notebook/kind';
import { runProfile, type ProfileOutput } from './run';
import { parseProfile, type ProfileSpec } from './spec';

/** A table as a page: its columns, what is missing together, how groups differ, what ages make implausible. */
export const profile = defineKind<ProfileSpec, ProfileOutput>({
  name: 'profile',
  get title() {
    return cells.profileTitle;
  },
  get hint() {
    return cells.profileHint;
  },
  icon: 'chart-column',
  letter: 'l',
  safe: true,
  language: 'yaml',
  template: 'from: \n',
  parse: parseProfile,
  needs: ({ from }) => ({ tables: [from], values: [] }),
  defines: () => [],
  policy: () => 'auto',
  run: runProfile,
  resultTab: true,
  summary: ({ rows, columns, left }) => words.cell.summary(rows, columns.length + left),
  Output: () => import('./Output.svelte'),
  report: () => import('./report'),
  Form: () => import('./Form.svelte')
});
