import { whereOf } from '../../shared/table-filter';
import type { ColumnFilter } from '../../shared/table-view';
import type { RelationColumn } from '../contract';
import { quoteName, quoteText } from '../duck';
import { placeholders } from '../duck-parameters';
import type { Asked } from './classify';

/** Rows above which a sample is drawn, and how many it has. */
export const mostRows = 1_000_000;
/** Rows that steps and suspicions are read from. */
export const probedRows = 10_000;

/** The rows that a profile looks at, as SQL. */
export interface Rows {
  /** What stands behind FROM. */
  from: string;
  /** True for rows that pass the filter; undefined: there is none. */
  kept: string | undefined;
}

const keptColumn = quoteName('phems kept');

/** The filters as a condition; its values stand in it as constants, since it stands in a statement many times. */
export function keptOf(
  filters: readonly ColumnFilter[] | undefined,
  columns: readonly RelationColumn[]
): string | undefined {
  if (!filters?.length) return undefined;
  const { sql, parameters } = whereOf(filters, columns, quoteName);
  let constant = '';
  let from = 0;
  placeholders(sql).forEach((place, at) => {
    constant += sql.slice(from, place) + quoteText(parameters[at] ?? '');
    from = place + 1;
  });
  return constant + sql.slice(from) || undefined;
}

/** How many rows of a group pass the filter. */
export function keptCount({ kept }: Rows, condition = 'true'): string {
  return kept === undefined ? 'NULL::BIGINT' : `count(*) FILTER (WHERE (${kept}) AND ${condition})`;
}

/** Draws the sample of a large table: what is looked at, and whether it passes the filter. */
export function sampleOf(
  rows: Rows,
  columns: readonly Asked[],
  { table, seed }: { table: string; seed: number }
): { statement: string; rows: Rows } {
  const list = columns.map(({ sql }) => sql).join(', ');
  const flag = rows.kept === undefined ? '' : `, coalesce((${rows.kept}), false) AS ${keptColumn}`;
  const drawn = `(SELECT * FROM ${rows.from} USING SAMPLE reservoir(${mostRows} ROWS) REPEATABLE (${seed}))`;
  return {
    statement: `CREATE OR REPLACE TABLE ${table} AS SELECT ${list}${flag} FROM ${drawn}`,
    rows: { from: table, kept: rows.kept === undefined ? undefined : keptColumn }
  };
}
