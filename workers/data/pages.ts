import type { JobOptions } from '../shared/job';
import type { Table } from '../shared/table';
import type { PageRequest } from './contract';
import { onlySignal, quoteName, type Duck } from './duck';
import type { Held } from './relations';

/** Up to here the engine keeps only the best rows; beyond, the order of all rows is kept. */
const shallow = 2_000;

/**
 * Rows of a table in a fixed order. Without `orderBy` its own; with it, equal rows stay in the table's order, so that
 * pages fit together. A deep page sorts once and keeps the row numbers (8 bytes a row), not the rows.
 */
export async function readPage(duck: Duck, held: Held, request: PageRequest, job: JobOptions = {}): Promise<Table> {
  const { offset, limit, orderBy = [] } = request;
  const options = onlySignal(job);
  const { source } = held;
  if (source === undefined) throw new Error(`${held.relation.name} is no table.`);
  const names = request.columns ?? held.relation.columns.map((column) => column.name);
  const list = names.map((name) => `t.${quoteName(name)}`).join(', ');
  const from = `SELECT ${list} FROM ${source} AS t`;
  const part = `LIMIT ${whole(limit)} OFFSET ${whole(offset)}`;
  if (orderBy.length === 0) return duck.query(`${from} ${part}`, [], options);

  const keys = orderBy.map(
    ({ column, descending }) => `t.${quoteName(column)} ${descending ? 'DESC' : 'ASC'} NULLS LAST`
  );
  // A column of that name hides the row numbers: then every column breaks ties.
  const hidden = held.relation.columns.some((column) => column.name.toLowerCase() === 'rowid');
  const ties = hidden ? held.relation.columns.map((column) => `t.${quoteName(column.name)}`) : ['t.rowid'];
  const order = [...keys, ...ties].join(', ');
  if (hidden || offset + limit <= shallow) return duck.query(`${from} ORDER BY ${order} ${part}`, [], options);

  const kept = `phems_order.${quoteName(held.relation.name)}`;
  if (held.order !== order) {
    await duck.run(
      `CREATE OR REPLACE TABLE ${kept} AS SELECT t.rowid AS r FROM ${source} AS t ORDER BY ${order}`,
      [],
      options
    );
    held.order = order;
  }
  return duck.query(
    `${from} JOIN (SELECT r, rowid AS k FROM ${kept} ${part}) AS o ON t.rowid = o.r ORDER BY o.k`,
    [],
    options
  );
}

function whole(rows: number): number {
  if (!Number.isSafeInteger(rows) || rows < 0) throw new RangeError(`A page of ${rows} rows.`);
  return rows;
}
