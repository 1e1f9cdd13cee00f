import { defineLazy } from '../lazy-kind';
import { runSimulate, type SimulateOutput } from './run';
import { nameOf, parseSimulate, type SimulateSpec } from './spec';

/** More than this takes long enough that a person should ask for it. */
const UNASKED_PERSONS: Readonly<Record<SimulateSpec['use'], number>> = {
  'picu-sepsis': 1000,
  // A row an operation, not an hour: a second's work.
  'cardiac-surgery': 10_000,
  haemophilia: 1000
};

/** Data of children who do not exist, made on the device from a seed: something safe to learn and to teach with. */
export const simulate = defineLazy<SimulateSpec, SimulateOutput>({
  parse: parseSimulate,
  needs: () => ({ tables: [], values: [] }),
  defines: (spec, id) => spec.tables.map((table) => nameOf(spec, id, table)),
  policy: ({ use, persons }) => (persons <= UNASKED_PERSONS[use] ? 'auto' : 'ask'),
  run: runSimulate,
  dispose: (names, engines) => engines.data.remove(names),
  Output: () => import('./Output.svelte'),
  report: () => import('./report'),
  Form: () => import('./Form.svelte')
});
