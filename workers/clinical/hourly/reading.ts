import type { HourlySource } from './source';
import type { Stays } from './plan';
import { personsSql } from './stays';
import { isWhole, keySql, literal, microsSql, numberSql, quoted } from './sql-text';

/** Codes as text: what is compared. */
const codeSql = (source: HourlySource & { layout: 'long' }): string => `CAST(${quoted(source.code.name)} AS VARCHAR)`;

const unitSql = (source: HourlySource & { layout: 'long' }): string =>
  source.unit ? `nullif(trim(${quoted(source.unit.name)}), '')` : 'CAST(NULL AS VARCHAR)';

const isPlaced = ({ person, time }: HourlySource): string =>
  `${quoted(person.name)} IS NOT NULL AND isfinite(${quoted(time.name)})`;

/**
 * Rows by code and unit: `code`, `unit`, `n`, `valueless`, `timeless` (with a value, without time or person); in wide tables
 * one row a column, whose `unit` is null.
 */
export function countSql(source: HourlySource): string {
  const from = quoted(source.relation.name);
  if (source.layout === 'long') {
    const value = numberSql(source.value);
    return (
      `SELECT ${codeSql(source)} AS code, ${unitSql(source)} AS unit, count(*) AS n, ` +
      `count(*) FILTER (WHERE ${value} IS NULL) AS valueless, ` +
      `count(*) FILTER (WHERE ${value} IS NOT NULL AND coalesce(${isPlaced(source)}, false) = false) AS timeless ` +
      `FROM ${from} GROUP BY ALL ORDER BY 3 DESC, 1, 2`
    );
  }
  return source.values
    .map(({ column }) => {
      const value = numberSql(column);
      return (
        `SELECT ${literal(column.name)} AS code, CAST(NULL AS VARCHAR) AS unit, count(*) AS n, ` +
        `count(*) FILTER (WHERE ${value} IS NULL) AS valueless, ` +
        `count(*) FILTER (WHERE ${value} IS NOT NULL AND coalesce(${isPlaced(source)}, false) = false) AS timeless FROM ${from}`
      );
    })
    .join(' UNION ALL ');
}

/** Which values are read: the columns of a wide table, or the codes, and whether their units differ. */
export interface Wanted {
  codes: readonly string[];
  units: boolean;
}

/** The rows of the persons of some stays, in file order, as `GridBlock` has them. */
export function blockSql(source: HourlySource, wanted: Wanted, stays: Stays, from: number, to: number): string {
  const table = quoted(source.relation.name);
  const where = `${isPlaced(source)} AND ${personsSql(source, stays, from, to)}`;
  const placed = `${keySql(source.person)} AS person, ${microsSql(quoted(source.time.name))} AS moment`;
  if (source.layout === 'wide') {
    const columns = source.values.filter(({ column }) => wanted.codes.includes(column.name));
    const values = columns.map(({ column }) => `${numberSql(column)} AS ${quoted(column.name)}`);
    return `SELECT ${[placed, ...values].join(', ')} FROM ${table} WHERE ${where}`;
  }
  const value = numberSql(source.value);
  // INTEGER where the codes are: comparing them as numbers is several times faster.
  const narrow = isWhole(source.code) && source.code.type === 'int32';
  const code = narrow ? quoted(source.code.name) : codeSql(source);
  const list = wanted.codes.map((one) => (narrow ? one : literal(one))).join(', ');
  const unit = wanted.units ? `, ${unitSql(source)} AS unit` : '';
  return (
    `SELECT ${placed}, ${code} AS code, ${value} AS value${unit} FROM ${table} ` +
    `WHERE ${where} AND ${code} IN (${list}) AND ${value} IS NOT NULL`
  );
}
