import type { Variable } from '$workers/data/contract';
import type { CohortCounts } from './counts';
import type { CohortSpec } from './spec';
import { rowName } from './wording';

/** The name of the table of counts, beside the cohort's own. */
export const tableName = (name: string): string => `${name}_steps`;

/** The counts as a query over bound lists: they can be charted and joined like any other table. */
export function stepsTable(
  { rows }: CohortCounts,
  spec: CohortSpec
): { sql: string; variables: Record<string, Variable> } {
  const numbers = (read: (row: CohortCounts['rows'][number]) => number): Variable => rows.map(read);
  const variables: Record<string, Variable> = {
    step: rows.map((_, index) => index),
    name: rows.map((row) => rowName(row, spec).replaceAll('`', '').replaceAll('\u00a0', ' ')),
    entries: numbers(({ entries }) => entries),
    persons: numbers(({ persons }) => persons),
    left_out: numbers(({ lost }) => lost),
    left_out_alone: numbers(({ alone }) => alone),
    not_known: numbers(({ unknown }) => unknown)
  };
  const columns = Object.keys(variables).map((name) => {
    const type = name === 'name' ? 'VARCHAR[]' : 'BIGINT[]';
    return `unnest(CAST(\${${name}} AS ${type})) AS "${name}"`;
  });
  return { sql: `SELECT ${columns.join(', ')}`, variables };
}
