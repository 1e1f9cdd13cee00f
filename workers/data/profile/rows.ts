import { quoteName } from '../duck';
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
