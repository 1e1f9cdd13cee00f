import { scoreWords as words } from '$lib/messages/score';
import { defineLazy } from '../lazy-kind';
import { renameInTask } from '../task';
import { scoreFields } from './fields';
import { runScore, type ScoreOutput } from './run';
import { onsetName, parseScore, type ScoreSpec } from './spec';

/** A clinical score of every row of a table, with the points of each part, and what was missing or impossible. */
export const score = defineLazy<ScoreSpec, ScoreOutput>({
  parse: parseScore,
  needs: ({ from, reference }) => ({ tables: [from, ...(reference === undefined ? [] : [reference])], values: [] }),
  defines: ({ name, onset }) => [name, ...(onset ? [onsetName(name)] : [])],
  policy: () => 'auto',
  run: runScore,
  rename: (text, change) => renameInTask(text, scoreFields, change),
  dispose: (names, engines) => engines.data.remove(names),
  summary: ({ rows }) => words.rowsScored(rows),
  Output: () => import('./Output.svelte'),
  report: () => import('./report'),
  Form: () => import('./Form.svelte')
});
