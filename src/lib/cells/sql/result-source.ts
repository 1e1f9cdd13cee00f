import type { DataEngine } from '$workers/data/contract';
import type { TableSource } from '$lib/ui/data-table/source';
import type { SqlOutput } from './run';

/** A query's result as the grid pages through it: the first rows at once, the others from the table it becomes. */
export function resultSource({ relation, first }: SqlOutput, data: Pick<DataEngine, 'page'>): TableSource {
  return {
    rows: relation.rows,
    columns: relation.columns,
    first,
    page: (offset, limit) => data.page({ name: relation.name, offset, limit })
  };
}
