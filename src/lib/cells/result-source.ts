import type { DataEngine, Relation } from '$workers/data/contract';
import type { Table } from '$workers/shared/table';
import type { TableSource } from '$lib/ui/data-table/source';

type Engine = Pick<DataEngine, 'page' | 'countView' | 'find' | 'summarise' | 'exportFile'>;

interface Shown {
  relation: Pick<Relation, 'name' | 'rows' | 'columns'>;
  first: Table;
}

/** A query's result as the grid pages through it: the first rows at once, the others from the table it becomes. */
export function resultSource({ relation, first }: Shown, data: Engine): TableSource {
  const { name } = relation;
  return {
    rows: relation.rows,
    columns: relation.columns,
    first,
    page: (offset, limit) => data.page({ name, offset, limit }),
    whole: {
      count: (view, job) => data.countView({ name, ...view }, job),
      page: (view, offset, limit, job) => data.page({ name, ...view, offset, limit }, job),
      find: (view, wanted, job) => data.find({ name, ...view, ...wanted }, job),
      summarise: (view, cells, job) => data.summarise({ name, ...view, ...cells }, job),
      file: (view, wanted, job) => data.exportFile({ name, ...view, ...wanted }, job)
    }
  };
}
