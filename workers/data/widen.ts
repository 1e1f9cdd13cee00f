import type { JobOptions } from '../shared/job';
import type { Table } from '../shared/table';
import type { Relation } from './contract';
import { quoteName, type Duck } from './duck';
import { fail } from './errors';
import { arrive, arrivedColumns, check, notesOf, takesPlace } from './insert';
import type { Relations } from './relations';

/**
 * A view of a table's rows with further columns beside them. Only these are kept: the rows stay where they are, and
 * once they are replaced, the view is outdated instead of standing beside other rows.
 * @param of a table, whose rows have an order
 * @param table its columns, one row a row of `of`, in that order
 * @throws `table-without-columns`, `table-column-twice`, `table-uneven`, `stopped`
 */
export async function widenTable(
  duck: Duck,
  relations: Relations,
  name: string,
  of: string,
  table: Table,
  job: JobOptions = {}
): Promise<Relation> {
  check(name, table);
  const { relation: base, source } = relations.need(of);
  if (source === undefined) throw new Error(`${of} is no table.`);
  const own = new Set(base.columns.map((column) => column.name.toLowerCase()));
  const twice = table.columns.find((column) => own.has(column.name.toLowerCase()));
  if (twice) throw fail('table-column-twice', { name, column: twice.name });
  if (base.rows !== table.rows) {
    throw fail('table-uneven', { name, column: table.columns[0]!.name, found: table.rows, rows: base.rows ?? '?' });
  }
  let beside = '';
  await arrive(duck, name, table, job, async (staging) => {
    beside = `main.${staging}`;
    const sql = `SELECT * FROM ${source} POSITIONAL JOIN (SELECT ${arrivedColumns(table.columns)} FROM ${beside})`;
    await duck.transaction([
      ...(await takesPlace(duck, relations, name)),
      `CREATE VIEW main.${quoteName(name)} AS ${sql}`
    ]);
  });
  relations.delete(name);
  const notes = new Map([...relations.notesOf([of]), ...notesOf(table.columns)]);
  const relation = await relations.adopt(name, 'view', { rows: table.rows, notes });
  Object.assign(relations.need(name), { beside, reads: [of] });
  return relation;
}
