import type { JobOptions } from '../shared/job';
import type { Table } from '../shared/table';
import { arrange, columnOf, conditionsOf, hasRowid, isPlain, orderOf } from './arrange';
import type { PageRequest } from './contract';
import { onlySignal, type Duck } from './duck';
import type { Held } from './relations';

/** Up to here the engine keeps only the best rows; beyond, the order of all rows is kept. */
const shallow = 2_000;

/**
 * Rows of a table in a fixed order. Without `orderBy` its own; with it, equal rows stay in the table's order, so that
 * pages fit together. A deep page sorts once and keeps the row numbers, and so does a filter.
 */
export async function readPage(duck: Duck, held: Held, request: PageRequest, job: JobOptions = {}): Promise<Table> {
  const { offset, limit } = request;
  const options = onlySignal(job);
  const { source } = held;
  if (source === undefined) throw new Error(`${held.relation.name} is no table.`);
  const names = request.columns ?? held.relation.columns.map((column) => column.name);
  const select = `SELECT ${names.map(columnOf).join(', ')} FROM ${source} AS t`;
  const part = `LIMIT ${whole(limit)} OFFSET ${whole(offset)}`;
  const plain = isPlain(request);
  if (!hasRowid(held)) {
    const { where, parameters } = conditionsOf(held, request);
    const order = request.orderBy?.length ? ` ORDER BY ${orderOf(held, request)}` : '';
    return duck.query(`${select}${where}${order} ${part}`, parameters, options);
  }
  // Tables lose no rows, so a row's number is its place; an offset would be counted through.
  const rows = `rowid >= ${offset} AND rowid < ${offset + limit}`;
  if (plain) return duck.query(`${select} WHERE t.${rows.replace('AND ', 'AND t.')} ORDER BY t.rowid`, [], options);
  if (!request.filters?.length && offset + limit <= shallow) {
    return duck.query(`${select} ORDER BY ${orderOf(held, request)} ${part}`, [], options);
  }
  const { table } = await arrange(duck, held, request, job);
  return duck.query(
    `${select} JOIN (SELECT r, rowid AS k FROM ${table} WHERE ${rows}) AS o ON t.rowid = o.r ORDER BY o.k`,
    [],
    options
  );
}

function whole(rows: number): number {
  if (!Number.isSafeInteger(rows) || rows < 0) throw new RangeError(`A page of ${rows} rows.`);
  return rows;
}
