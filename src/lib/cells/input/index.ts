import { defineLazy } from '../lazy-kind';
import { runInput, type InputOutput } from './run';
import { renameInTask } from '../task';
import { fieldsFor, parseInput, type InputSpec } from './spec';

/** A control whose value other cells use under the cell's id. */
export const input = defineLazy<InputSpec, InputOutput>({
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
