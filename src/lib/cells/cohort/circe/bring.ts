import type { DataEngine, Relation } from '$workers/data/contract';
import { descendantsOf } from '../vocabulary';
import { ancestorsOf, fromCirce, type FromCirce } from '.';

/**
 * A definition of ATLAS over the tables of this notebook, with the descendants that its vocabulary tells.
 * @throws `circe-…`
 */
export async function bringCirce(
  json: string,
  data: Pick<DataEngine, 'query'>,
  tables: readonly Relation[]
): Promise<FromCirce> {
  const descendants = await descendantsOf(data, tables, ancestorsOf(json));
  return fromCirce(json, { tables: tables.map(({ name }) => name), descendants });
}
