import type { Relation } from '$workers/data/contract';
import { writtenName, writtenWhere } from '$workers/shared/table-filter';
import type { TableView } from '$workers/shared/table-view';

/** A view of a table as the SELECT that a person would write. */
export function selectOf({ name, columns }: Pick<Relation, 'name' | 'columns'>, view: TableView): string {
  const where = writtenWhere(view.filters ?? [], columns);
  const order = (view.orderBy ?? []).map(
    ({ column, descending }) => `${writtenName(column)}${descending ? ' desc' : ''} nulls last`
  );
  return [
    'select *',
    `from ${writtenName(name)}`,
    ...(where ? [`where ${where}`] : []),
    ...(order.length > 0 ? [`order by ${order.join(', ')}`] : [])
  ].join('\n');
}
