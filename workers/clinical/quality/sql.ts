/** A column as the engine holds it. */
export interface FoundColumn {
  name: string;
  /** DuckDB's name of the type. */
  type: string;
}

export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A number as a DOUBLE constant with every digit. */
export function double(value: number): string {
  return `CAST('${value}' AS DOUBLE)`;
}

const whole = /^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER)$/;
const real = /^(DOUBLE|FLOAT|DECIMAL\(.*\))$/;
const timed = /^(DATE|TIMESTAMP.*)$/;

export const isWhole = ({ type }: FoundColumn): boolean => whole.test(type);
export const isReal = ({ type }: FoundColumn): boolean => real.test(type);
export const isTimed = ({ type }: FoundColumn): boolean => timed.test(type);
export const isText = ({ type }: FoundColumn): boolean => type === 'VARCHAR';

/** As text; what is no text in the table goes through it, since not every type casts to every other. */
export function textOf(column: FoundColumn, alias: string): string {
  const name = `${alias}.${quoteName(column.name)}`;
  return isText(column) ? name : `CAST(${name} AS VARCHAR)`;
}

/** A whole number: an id of 64 bits, a concept, a year. What cannot be one is missing (check 2 counts it). */
export function wholeOf(column: FoundColumn, alias: string): string {
  const name = `${alias}.${quoteName(column.name)}`;
  if (isWhole(column)) return name;
  return isReal(column) ? `TRY_CAST(${name} AS BIGINT)` : `TRY_CAST(${textOf(column, alias)} AS BIGINT)`;
}

/** A finite DOUBLE, or missing. */
export function numberOf(column: FoundColumn, alias: string): string {
  const name = `${alias}.${quoteName(column.name)}`;
  if (isWhole(column) || column.type.startsWith('DECIMAL')) return `CAST(${name} AS DOUBLE)`;
  const value = isReal(column) ? name : `TRY_CAST(${textOf(column, alias)} AS DOUBLE)`;
  return `CASE WHEN isfinite(${value}) THEN ${value} END`;
}

/** A TIMESTAMP without a zone, or missing. One with a zone is taken in UTC: the cast would need a time zone database. */
export function timeOf(column: FoundColumn, alias: string): string {
  const name = `${alias}.${quoteName(column.name)}`;
  if (column.type === 'TIMESTAMP') return name;
  if (column.type === 'TIMESTAMP WITH TIME ZONE') return `make_timestamp(epoch_us(${name}))`;
  return isTimed(column) ? `CAST(${name} AS TIMESTAMP)` : `TRY_CAST(${textOf(column, alias)} AS TIMESTAMP)`;
}

/** Text without the spaces around it; empty text is missing. */
export function filledText(column: FoundColumn, alias: string): string {
  return `nullif(trim(${textOf(column, alias)}), '')`;
}

export interface Tally {
  /** Condition of the rows that count. */
  checked: string;
  failing: string;
}

/** Counts of many lines in one pass: a row a line, `(line, checked, failing)`. */
export function tally(from: string, lines: readonly Tally[]): string {
  const count = (condition: string) => `count(*) FILTER (WHERE ${condition})`;
  const counts = lines.map((line, at) => `${count(line.checked)} AS c${at}, ${count(line.failing)} AS f${at}`);
  const list = (letter: string) => `unnest([${lines.map((_, at) => `${letter}${at}`).join(', ')}])`;
  return `SELECT unnest(range(${lines.length})) AS line, ${list('c')} AS checked, ${list('f')} AS failing
FROM (SELECT ${counts.join(',\n  ')} FROM ${from})`;
}
