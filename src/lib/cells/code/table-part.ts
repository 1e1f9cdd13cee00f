import type { OutputPart } from '$workers/sandbox/contract';
import type { DataClient } from '$lib/engines/data';
import { sourceOf, type TableSource } from '$lib/ui/data-table/source';
import { resultSource } from '../result-source';

export type TablePart = Extract<OutputPart, { type: 'table' }>;

/** All of a table that the engine holds; of one made by code, the first rows. */
export function partSource({ rows, first, relation }: TablePart, data: DataClient): TableSource {
  if (relation === undefined) return sourceOf(first);
  const columns = first.columns.map(({ name, type, unit, label, sqlType }) => ({
    name,
    type,
    sqlType: sqlType ?? '',
    ...(unit !== undefined && { unit }),
    ...(label !== undefined && { label })
  }));
  return resultSource({ relation: { name: relation, rows, columns }, first }, data);
}
