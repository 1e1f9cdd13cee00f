import type { JobOptions } from '../shared/job';
import { containing, familyOf } from '../shared/table-filter';
import { numbered } from './arrange';
import type { FindRequest, Found, RelationColumn } from './contract';
import { onlySignal, quoteName, type Duck } from './duck';
import { countRows } from './materialise';
import type { Held } from './relations';

/** Rows looked through before a person hears how far it is. */
const part = 1_000_000;
let made = 0;

/** Rows of a view in which a text stands, by their place in it. */
export interface Hits {
  key: string;
  /** A table with one column `k`, ascending. */
  table: string;
  rows: number;
}

/** Whether a column can hold a text at all: letters are in no number. */
export function mayHold({ sqlType }: Pick<RelationColumn, 'sqlType'>, text: string): boolean {
  switch (familyOf(sqlType)) {
    case 'whole':
      return /^-?\d*$/.test(text);
    case 'decimal':
      return /^-?\d*\.?\d*$/.test(text);
    case 'float':
      return /^[-+.\deinfaty]*$/i.test(text);
    case 'bool':
      return ['true', 'false'].some((word) => word.includes(text.toLowerCase()));
    case 'date':
    case 'timestamp':
      return /^[-\d: .]*(bc)?$/i.test(text) || 'infinity'.includes(text.toLowerCase());
    case 'text':
      return true;
  }
}

/**
 * The next row (or the one before) in which any column holds a text, whatever its letters' case. All rows are looked
 * through once; then the places are kept, so that going from one to the next is quick.
 */
export async function find(duck: Duck, held: Held, request: FindRequest, job: JobOptions = {}): Promise<Found> {
  const hits = await hitsOf(duck, held, request, job);
  const step = request.backward ? `k <= ${request.from} ORDER BY k DESC` : `k >= ${request.from} ORDER BY k`;
  const around = request.backward ? 'ORDER BY k DESC' : 'ORDER BY k';
  for (const where of [`WHERE ${step}`, around]) {
    const found = await duck.query(`SELECT k, rowid AS place FROM ${hits.table} ${where} LIMIT 1`, [], onlySignal(job));
    if (found.rows === 0) continue;
    const [row, place] = found.columns.map((column) => Number((column.values as BigInt64Array)[0]));
    return { rows: hits.rows, row, place };
  }
  return { rows: hits.rows, row: undefined, place: undefined };
}

async function hitsOf(duck: Duck, held: Held, request: FindRequest, job: JobOptions): Promise<Hits> {
  const { text, orderBy = [], filters = [], columns } = request;
  const key = JSON.stringify([orderBy, filters, text, columns ?? []]);
  if (held.hits?.key === key) return held.hits;
  const looked = held.relation.columns.filter(
    (column) => (columns?.includes(column.name) ?? true) && mayHold(column, text)
  );
  const table = `phems_order.${quoteName(`${held.relation.name} hits ${++made}`)}`;
  const { from, parameters } = await numbered(duck, held, request, job);
  const any = looked.map(({ name, sqlType }) => containing(`t.${quoteName(name)}`, sqlType)).join(' OR ') || 'false';
  const total = held.relation.rows ?? 0;
  await duck.run(`CREATE TABLE ${table} (k BIGINT)`);
  try {
    for (let start = 0; start === 0 || start < total; start += part) {
      await duck.run(
        `INSERT INTO ${table} SELECT t.k FROM ${from} WHERE t.k >= ${start} AND t.k < ${start + part} AND (${any}) ORDER BY t.k`,
        [...parameters, ...looked.map(() => text)],
        onlySignal(job)
      );
      job.progress?.({ step: 'table-find', done: Math.min(total, start + part), total, unit: 'rows' });
    }
  } catch (error) {
    await duck.run(`DROP TABLE IF EXISTS ${table}`).catch(() => undefined);
    throw error;
  }
  if (held.hits) await duck.run(`DROP TABLE IF EXISTS ${held.hits.table}`);
  held.hits = { key, table, rows: await countRows(duck, table) };
  return held.hits;
}
