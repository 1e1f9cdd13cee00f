import { cells } from '$lib/messages/cells';
import { defineKind } from '$lib/notebook/kind';
import { renameInSql } from './rename';
import { parseSql, runSql, type SqlOutput, type SqlSpec } from './run';

export { asWritten } from './as-written';

/** One SELECT. Its result is a table under the cell's id. */
export const sql = defineKind<SqlSpec, SqlOutput>({
  name: 'sql',
  get title() {
    return cells.sqlTitle;
  },
  get hint() {
    return cells.sqlHint;
  },
  icon: 'database',
  letter: 's',
  safe: true,
  language: 'sql',
  template: 'select *\nfrom ',
  parse: parseSql,
  needs: ({ tables, values }) => ({ tables, values }),
  defines: ({ name }) => [name],
  drawnWhenNear: true,
  policy: () => 'auto',
  run: runSql,
  rename: renameInSql,
  dispose: (names, engines) => engines.data.remove(names),
  Output: () => import('./Output.svelte'),
  report: () => import('./report')
});
