import type { RelationColumn } from '../../shared/relation';

/** A name as it may stand in SQL, whatever it holds. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A text constant. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

export const isWhole = ({ type }: RelationColumn): boolean => type === 'int32' || type === 'int64';
export const isTime = ({ type }: RelationColumn): boolean => type === 'timestamp';
export const isDay = ({ type }: RelationColumn): boolean => type === 'date';

/** Persons exactly: whole numbers as BIGINT, all else as text. */
export const keySql = (column: RelationColumn): string =>
  `CAST(${quoted(column.name)} AS ${isWhole(column) ? 'BIGINT' : 'VARCHAR'})`;

/** Microseconds since 1970 as DOUBLE: whole numbers up to the year 2255. Null where there is no time. */
export const microsSql = (time: string): string =>
  `CASE WHEN isfinite(${time}) THEN CAST(epoch_us(${time}) AS DOUBLE) END`;

/** A number, or null where the text is none. */
export const numberSql = (column: RelationColumn): string => `TRY_CAST(${quoted(column.name)} AS DOUBLE)`;
