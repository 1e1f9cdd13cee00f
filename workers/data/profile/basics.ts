import type { RowCount } from '../../shared/profile';
import { asDouble, isCountable, isNumber, isTime, type Asked } from './classify';
import type { Result } from './results';
import { keptCount, type Rows } from './rows';

/** What one scan tells of a column. */
export interface Basics {
  rows: number;
  kept: number | undefined;
  missing: RowCount;
  /** NaN and infinities. */
  notFinite: number;
  /** As text: exact. */
  least: string | undefined;
  greatest: string | undefined;
  /** As doubles; NaN where there are none. */
  low: number;
  high: number;
}

/** Columns of one statement: more would make its shortest slice too long for a query that waits. */
export const columnsAtOnce = 5;

/**
 * Counts, least and greatest values. NaN and infinities are the greatest and least where there are any: then the
 * column is asked again, `carefully`, which costs twice as much.
 */
export function basicsQuery(rows: Rows, columns: readonly Asked[], { carefully = false } = {}): string {
  const inner: string[] = [];
  const outer: string[] = [];
  for (const [at, column] of columns.entries()) {
    const { sql } = column;
    inner.push(`count(${sql}) AS n${at}`, `${keptCount(rows, `${sql} IS NULL`)} AS k${at}`);
    outer.push(`n${at}`, `k${at}`);
    if (!isOrdered(column)) continue;
    const countable = carefully ? `FILTER (WHERE ${isCountable(column)})` : '';
    inner.push(`min(${sql}) ${countable} AS l${at}`, `max(${sql}) ${countable} AS g${at}`);
    inner.push(`${carefully ? `count(*) ${countable}` : `count(${sql})`} AS f${at}`);
    outer.push(`f${at}`, `l${at}::VARCHAR AS l${at}`, `g${at}::VARCHAR AS g${at}`);
    outer.push(
      `${asDouble({ ...column, sql: `l${at}` })} AS a${at}`,
      `${asDouble({ ...column, sql: `g${at}` })} AS b${at}`
    );
  }
  const counts = `count(*) AS n, ${keptCount(rows)} AS k`;
  return `SELECT ${['n', 'k', ...outer].join(', ')} FROM (SELECT ${[counts, ...inner].join(', ')} FROM ${rows.from})`;
}

export function readBasics(result: Result, columns: readonly Asked[]): Basics[] {
  const rows = result.number('n');
  return columns.map((column, at): Basics => {
    const present = result.number(`n${at}`);
    const part = {
      rows,
      kept: result.count('k'),
      missing: { n: rows - present, kept: result.count(`k${at}`) }
    };
    if (!isOrdered(column)) {
      return { ...part, notFinite: 0, least: undefined, greatest: undefined, low: NaN, high: NaN };
    }
    return {
      ...part,
      notFinite: present - result.number(`f${at}`),
      least: result.text(`l${at}`),
      greatest: result.text(`g${at}`),
      low: result.number(`a${at}`),
      high: result.number(`b${at}`)
    };
  });
}

/** Whether there is something in it that no number can be compared with. */
export function needsCare(column: Asked, { rows, missing, low, high }: Basics): boolean {
  return isOrdered(column) && rows > missing.n && !(Number.isFinite(low) && Number.isFinite(high));
}

function isOrdered(column: Asked): boolean {
  return isNumber(column) || isTime(column);
}
