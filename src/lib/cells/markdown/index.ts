import { cells } from '$lib/messages/cells';
import { defineKind } from '$lib/notebook/kind';

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
  Output: () => import('./Output.svelte'),
  report: () => import('./report')
});
