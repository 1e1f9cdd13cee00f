import type { Table } from '$workers/shared/table';
import type { ColumnDetails } from '$workers/shared/profile';
import { quoted } from '../sql-name';
import { figureOf, textsOf } from '../chart/vector';

/** Rows that lack the same columns. */
export interface MissingPattern {
  /** For each of the columns whether it is missing. */
  missing: readonly boolean[];
  n: number;
}

export interface Missingness {
  /** Columns that lack values, most first. */
  columns: readonly { name: string; n: number }[];
  /** The most frequent patterns, the complete one among them. */
  patterns: readonly MissingPattern[];
  /** How many patterns there are, and rows of those not listed. */
  all: number;
  others: number;
}

/** Columns and patterns that a page can show. */
const mostColumns = 24;
const mostPatterns = 12;

/** Columns of a table that lack values, most first. */
export function lacking(details: readonly ColumnDetails[]): { name: string; n: number }[] {
  return details
    .map(({ profile }) => ({ name: profile.name, n: profile.missing.n }))
    .filter(({ n }) => n > 0)
    .toSorted((a, b) => b.n - a.n)
    .slice(0, mostColumns);
}

/** Rows by what they lack, as a text of 0 and 1. */
export function patternQuery(table: string, columns: readonly { name: string }[]): string {
  const bits = columns.map(({ name }) => `CASE WHEN ${quoted(name)} IS NULL THEN '1' ELSE '0' END`).join(' || ');
  const groups = `SELECT ${bits} AS pattern, count(*) AS n FROM ${quoted(table)} GROUP BY 1`;
  return `SELECT pattern, n::DOUBLE AS n, (count(*) OVER ())::DOUBLE AS patterns, (sum(n) OVER ())::DOUBLE AS total
    FROM (${groups}) ORDER BY n DESC, pattern LIMIT ${mostPatterns}`;
}

export function readPatterns(table: Table, columns: readonly { name: string; n: number }[]): Missingness {
  const patterns = textsOf(table, 'pattern').map((pattern, row) => ({
    missing: [...pattern].map((bit) => bit === '1'),
    n: figureOf(table, 'n', row)
  }));
  const shown = patterns.reduce((sum, { n }) => sum + n, 0);
  return {
    columns,
    patterns,
    all: table.rows === 0 ? 0 : figureOf(table, 'patterns'),
    others: table.rows === 0 ? 0 : figureOf(table, 'total') - shown
  };
}
