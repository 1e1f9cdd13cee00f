import { cells } from '$lib/messages/cells';
import { defineKind } from '$lib/notebook/kind';
import { renameInProse } from './rename';

export interface MarkdownSpec {
  text: string;
}

/** Prose. Defines nothing, waits for nothing, cannot fail. */
export const markdown = defineKind<MarkdownSpec, MarkdownSpec>({
  name: 'markdown',
  get title() {
    return cells.markdownTitle;
  },
  get hint() {
    return cells.markdownHint;
  },
  icon: 'type',
  letter: 'm',
  safe: true,
  language: 'markdown',
  template: '',
  parse: (text) => ({ text }),
  needs: () => ({ tables: [], values: [] }),
  defines: () => [],
  policy: () => 'auto',
  run: async (spec) => ({ output: spec, values: new Map() }),
  rename: renameInProse,
  Output: () => import('./Output.svelte'),
  report: () => import('./report')
});
