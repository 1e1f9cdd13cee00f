import { cells } from '$lib/messages/cells';
import { defineKind } from '$lib/notebook/kind';
import { runInput, type InputOutput } from './run';
import { renameInTask } from '../task';
import { fieldsFor, parseInput, type InputSpec } from './spec';

/** A control whose value other cells use under the cell's id. */
export const input = defineKind<InputSpec, InputOutput>({
  name: 'input',
  get title() {
    return cells.inputTitle;
  },
  get hint() {
    return cells.inputHint;
  },
  icon: 'sliders-horizontal',
  letter: 'i',
  safe: true,
  language: 'yaml',
  template: 'type: range\nlabel: \nmin: 0\nmax: 100\nstep: 1\nvalue: 50\n',
  parse: parseInput,
  needs: (spec) => ({ tables: 'source' in spec && 'from' in spec.source ? [spec.source.from] : [], values: [] }),
  defines: (_, id) => (id === undefined ? [] : [id]),
  policy: () => 'auto',
  run: runInput,
  rename: (text, change) => renameInTask(text, fieldsFor(text), change),
  Output: () => import('./Output.svelte'),
  report: () => import('./report'),
  Form: () => import('./Form.svelte')
});
