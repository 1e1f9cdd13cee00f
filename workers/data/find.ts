import type { JobOptions } from '../shared/job';
import { containing, familyOf } from '../shared/table-filter';
import { hasRowid, numbered } from './arrange';
import type { FindRequest, Found, RelationColumn } from './contract';
import { onlySignal, quoteName, type Duck } from './duck';
import { countRows } from './materialise';
import type { Held } from './relations';

/** Rows of one statement: between two a person hears how far it is, and a page that is waited for is read. */
const part = 200_000;
/** Where a part can only be cut from a list of all. */
const largePart = 1_000_000;
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
  const long = (held.relation.rows ?? 0) > largePart;
  if (request.nearest && long && held.hits?.key !== keyOf(request)) return nearest(duck, held, request, job);
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

/** Looks no further than to the first row that holds it. */
async function nearest(duck: Duck, held: Held, request: FindRequest, job: JobOptions): Promise<Found> {
  const { from: begin, backward = false } = request;
  const total = held.relation.rows ?? 0;
  const { from, any, parameters } = await looking(duck, held, request, job);
  let done = 0;
  for (const [start, end] of partsFrom(begin, total, { backward, size: partOf(held) })) {
    const found = await duck.query(
      `SELECT ${backward ? 'max' : 'min'}(t.k) AS k FROM ${from} WHERE t.k >= ${start} AND t.k < ${end} AND (${any})`,
      parameters,
      onlySignal(job)
    );
    const [{ values, validity } = {}] = found.columns;
    const isThere = validity === undefined || ((validity[0] ?? 0) & 1) === 1;
    if (isThere) return { rows: undefined, row: Number((values as BigInt64Array)[0]), place: undefined };
    done += end - start;
    job.progress?.({ step: 'table-find', done, total, unit: 'rows' });
  }
  return { rows: 0, row: undefined, place: undefined };
}

/** All rows in parts, in the order in which they are looked through: from one row on, then around. */
export function partsFrom(
  begin: number,
  total: number,
  { backward, size }: { backward: boolean; size: number }
): [start: number, end: number][] {
  const cut = Math.min(Math.max(0, backward ? begin + 1 : begin), total);
  const up = (low: number, high: number) =>
    Array.from({ length: Math.ceil((high - low) / size) }, (_, at): [number, number] => [
      low + at * size,
      Math.min(high, low + (at + 1) * size)
    ]);
  const down = (low: number, high: number) =>
    up(0, high - low).map(([start, end]): [number, number] => [high - end, high - start]);
  return backward ? [...down(0, cut), ...down(cut, total)] : [...up(cut, total), ...up(0, cut)];
}

const partOf = (held: Held) => (hasRowid(held) ? part : largePart);

function keyOf({ text, orderBy = [], filters = [], columns }: FindRequest): string {
  return JSON.stringify([orderBy, filters, text, columns ?? []]);
}

/** The rows of a view with their place, and the condition that a text stands in them. */
async function looking(duck: Duck, held: Held, request: FindRequest, job: JobOptions) {
  const { text, columns } = request;
  const looked = held.relation.columns.filter(
    (column) => (columns?.includes(column.name) ?? true) && mayHold(column, text)
  );
  const { from, parameters } = await numbered(duck, held, request, job);
  const any = looked.map(({ name, sqlType }) => containing(`t.${quoteName(name)}`, sqlType)).join(' OR ') || 'false';
  return { from, any, parameters: [...parameters, ...looked.map(() => text)] };
}

async function hitsOf(duck: Duck, held: Held, request: FindRequest, job: JobOptions): Promise<Hits> {
  const key = keyOf(request);
  if (held.hits?.key === key) return held.hits;
  const table = `phems_order.${quoteName(`${held.relation.name} hits ${++made}`)}`;
  const { from, any, parameters } = await looking(duck, held, request, job);
  const total = held.relation.rows ?? 0;
  const size = partOf(held);
  await duck.run(`CREATE TABLE ${table} (k BIGINT)`);
  try {
    for (let start = 0; start === 0 || start < total; start += size) {
      await duck.run(
        `INSERT INTO ${table} SELECT t.k FROM ${from} WHERE t.k >= ${start} AND t.k < ${start + size} AND (${any}) ORDER BY t.k`,
        parameters,
        onlySignal(job)
      );
      job.progress?.({ step: 'table-find', done: Math.min(total, start + size), total, unit: 'rows' });
    }
  } catch (error) {
    await duck.run(`DROP TABLE IF EXISTS ${table}`).catch(() => undefined);
    throw error;
  }
  if (held.hits) await duck.run(`DROP TABLE IF EXISTS ${held.hits.table}`);
  held.hits = { key, table, rows: await countRows(duck, table) };
  return held.hits;
}
