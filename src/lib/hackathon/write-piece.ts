import { hackathonWords as words } from '$lib/messages/hackathon';
import { quoted } from '../cells/sql-name';

/** What one table adds to the query: columns of its result, how they are joined, and what its comment says. */
export interface Piece {
  columns: readonly string[];
  join?: string;
  notes: readonly string[];
}

/** Names in a comment at most. */
const MOST_LISTED = 20;

/** The hour of a column of times. */
export const hourOf = (column: string): string => `date_trunc('hour', ${column})`;

export const literals = (names: readonly string[]): string =>
  names.map((name) => `'${name.replaceAll("'", "''")}'`).join(', ');

/** Names as a comment may have them: of one line, without what a cell would read as its own. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, MOST_LISTED).map((name) => {
    const plain = name.replaceAll(/[\p{C}\s`]+/gu, ' ').replaceAll('${', '$ {');
    return `“${plain.length > 60 ? `${plain.slice(0, 59)}…` : plain}”`;
  });
  const rest = names.length - shown.length;
  return rest > 0 ? words.andMore(shown.join(', '), rest) : shown.join(', ');
}

/** Rows of a table made one a person and hour, beside the hours. Never by person alone: that multiplies rows. */
export function joined(alias: string, table: string, time: string, values: readonly string[]): string {
  return `LEFT JOIN (
  SELECT "person_id", ${hourOf(quoted(time))} AS "hour",
${values.map((value) => `    ${value}`).join(',\n')}
  FROM ${quoted(table)} GROUP BY ALL
) AS ${alias} ON ${onHour(alias)}`;
}

export const onHour = (alias: string): string =>
  `${alias}."person_id" = hours."person_id" AND ${alias}."hour" = ${hourOf('hours."measurement_datetime"')}`;
