import type { JobOptions } from '../shared/job';
import { whereOf } from '../shared/table-filter';
import type { TableView } from '../shared/table-view';
import { onlySignal, quoteName, type Duck } from './duck';
import { countRows } from './materialise';
import type { Held } from './relations';

/** The rows of a view of a relation: their numbers in the relation, in the order of the view. */
export interface Arrangement {
  /** A table with one column `r`; its own row number is the place in the view. */
  table: string;
  rows: number;
}

/** Views of one relation that are kept at a time: two cells may show it, and one be filtered back and forth. */
const kept = 3;
let made = 0;

export const isPlain = ({ orderBy = [], filters = [] }: TableView): boolean =>
  orderBy.length === 0 && filters.length === 0;

/** Whether a column of that name hides the row numbers. */
export const hidesRowid = ({ relation }: Held): boolean =>
  relation.columns.some((column) => column.name.toLowerCase() === 'rowid');

/** A relation has row numbers unless it is a file read in place, or a column hides them. */
export const hasRowid = (held: Held): boolean =>
  !hidesRowid(held) && !(held.relation.kind === 'file' && (held.source?.startsWith('main.') ?? true));

export const columnOf = (name: string): string => `t.${quoteName(name)}`;

/** ORDER BY of a view: equal rows stay in the order of the table, so that pages fit together. */
export function orderOf(held: Held, { orderBy = [] }: TableView): string {
  const keys = orderBy.map(({ column, descending }) => `${columnOf(column)} ${descending ? 'DESC' : 'ASC'} NULLS LAST`);
  const ties = hidesRowid(held) ? held.relation.columns.map((column) => columnOf(column.name)) : ['t.rowid'];
  return [...keys, ...ties].join(', ');
}

/** `WHERE …` of a view, or nothing, with its parameters. */
export function conditionsOf(
  held: Held,
  { filters = [] }: TableView
): { where: string; parameters: readonly string[] } {
  const { sql, parameters } = whereOf(filters, held.relation.columns, columnOf);
  return { where: sql && ` WHERE ${sql}`, parameters };
}

/**
 * Filters and sorts once and keeps the row numbers (8 bytes a row), not the rows: a second copy of a large table does
 * not fit.
 */
export async function arrange(duck: Duck, held: Held, view: TableView, job: JobOptions = {}): Promise<Arrangement> {
  const arrangements = (held.arrangements ??= new Map<string, Arrangement>());
  const key = JSON.stringify([view.orderBy ?? [], view.filters ?? []]);
  const known = arrangements.get(key);
  if (known) {
    // The newest stands last.
    arrangements.delete(key);
    arrangements.set(key, known);
    return known;
  }
  const table = `phems_order.${quoteName(`${held.relation.name} ${++made}`)}`;
  const { where, parameters } = conditionsOf(held, view);
  const order = view.orderBy?.length ? ` ORDER BY ${orderOf(held, view)}` : '';
  await duck.run(
    `CREATE TABLE ${table} AS SELECT t.rowid AS r FROM ${held.source} AS t${where}${order}`,
    parameters,
    onlySignal(job)
  );
  const arrangement = { table, rows: await countRows(duck, table) };
  arrangements.set(key, arrangement);
  for (const [oldest, { table: old }] of arrangements) {
    if (arrangements.size <= kept) break;
    arrangements.delete(oldest);
    await duck.run(`DROP TABLE IF EXISTS ${old}`);
  }
  return arrangement;
}

/** Rows of a view, counted. */
export async function countArranged(duck: Duck, held: Held, view: TableView, job: JobOptions = {}): Promise<number> {
  if (!view.filters?.length) return held.relation.rows ?? countRows(duck, held.source!, job);
  if (hasRowid(held)) return (await arrange(duck, held, view, job)).rows;
  const { where, parameters } = conditionsOf(held, view);
  const counted = await duck.query(
    `SELECT count(*) AS n FROM ${held.source} AS t${where}`,
    parameters,
    onlySignal(job)
  );
  return Number((counted.columns[0]!.values as BigInt64Array)[0]);
}

/** The rows of a view with their place `k` in it, as SQL, and its parameters. */
export async function numbered(
  duck: Duck,
  held: Held,
  view: TableView,
  job: JobOptions = {}
): Promise<{ from: string; parameters: readonly string[] }> {
  const { source } = held;
  if (!hasRowid(held)) {
    const { where, parameters } = conditionsOf(held, view);
    const order = view.orderBy?.length ? `ORDER BY ${orderOf(held, view)}` : '';
    return { from: `(SELECT row_number() OVER (${order}) - 1 AS k, t.* FROM ${source} AS t${where}) AS t`, parameters };
  }
  if (isPlain(view)) return { from: `(SELECT rowid AS k, * FROM ${source}) AS t`, parameters: [] };
  const { table } = await arrange(duck, held, view, job);
  return {
    from: `(SELECT o.k, t.* FROM (SELECT r, rowid AS k FROM ${table}) AS o JOIN ${source} AS t ON t.rowid = o.r) AS t`,
    parameters: []
  };
}
