import type { Relation, RelationColumn } from '$workers/data/contract';
import type { Place } from '$workers/shared/errors';
import { nearNames } from '$workers/shared/near-names';
import { fail } from './failures';

/**
 * A column as a cell names it. Names compare without case, as in SQL; an exact match goes first.
 * @throws `no-column` with near names
 */
export function columnOf(relation: Relation, name: string, place?: Place): RelationColumn {
  const folded = name.toLowerCase();
  const found =
    relation.columns.find((column) => column.name === name) ??
    relation.columns.find((column) => column.name.toLowerCase() === folded);
  if (found) return found;
  const names = relation.columns.map((column) => column.name);
  const near = nearNames(name, names).join(', ');
  const values = { table: relation.name, column: name, near, known: names.join(', ') };
  throw fail('no-column', values, place ? { place } : {});
}
