import { quoteText } from '../../duck';
import type { CsvOptions, DateOrder, ImportType } from '../contract';

/** How texts of one column are to be understood. */
export interface Reading {
  decimal: CsvOptions['decimal'];
  thousands: CsvOptions['thousands'];
  dateOrder: DateOrder;
  /** Without it, years of two digits are no years. */
  yearsFrom?: number | undefined;
  missing: readonly string[];
}

export const plainReading: Reading = { decimal: '.', thousands: '', dateOrder: 'ymd', missing: [] };

/** DuckDB's name of an import type. */
export function sqlTypeOf(type: ImportType): string {
  switch (type) {
    case 'text':
      return 'VARCHAR';
    case 'number':
      return 'DOUBLE';
    default:
      return type.toUpperCase();
  }
}

/**
 * SQL that reads the text `column` as a type: NULL where it does not fit, missing tokens not yet considered.
 * TRY_CAST alone is too kind: it rounds `1.7` to 2, takes `0x1F`, `1_000` and `1e3` for whole numbers, drops the time of
 * day for a date and the offset of a timestamp (seen in DuckDB 1.4.3). Each guard below closes one of these.
 */
export function castSql(column: string, type: ImportType, reading: Reading = plainReading): string {
  switch (type) {
    case 'text':
      return column;
    case 'integer':
    case 'bigint':
      return wholeSql(plainNumber(column, reading), sqlTypeOf(type));
    case 'number':
      return numberSql(plainNumber(column, reading));
    case 'boolean':
      return (
        `CASE WHEN lower(trim(${column})) IN ('true', 't', 'yes', 'y', '1') THEN true ` +
        `WHEN lower(trim(${column})) IN ('false', 'f', 'no', 'n', '0') THEN false END`
      );
    case 'date':
      return dateSql(isoText(column, reading));
    case 'timestamp':
      return timestampSql(isoText(column, reading));
    case 'time':
      return `CASE WHEN regexp_full_match(${column}, '\\s*\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d{1,6})?)?\\s*') THEN TRY_CAST(${column} AS TIME) END`;
    default:
      return decimalSql(plainNumber(column, reading), type);
  }
}

/** SQL that is true where the text stands for "not recorded". An empty field (NULL) is dealt with before. */
export function missingSql(column: string, tokens: readonly string[]): string {
  return `trim(${column}) IN (${['', ...tokens].map(quoteText).join(', ')})`;
}

/** The value of a column: typed, NULL where missing. `misfitSql` tells NULL from wrong. */
export function valueSql(column: string, type: ImportType, reading: Reading): string {
  if (type === 'text') {
    const tokens = reading.missing;
    return tokens.length === 0 ? column : `CASE WHEN NOT (${exactly(column, tokens)}) THEN ${column} END`;
  }
  const cast = castSql(column, type, reading);
  return reading.missing.length === 0 ? cast : `CASE WHEN NOT (${exactly(column, reading.missing)}) THEN ${cast} END`;
}

/** True where `value` (what `valueSql` gave) is NULL though the text holds something. */
export function misfitSql(column: string, value: string, reading: Reading): string {
  return `(${value} IS NULL AND ${column} IS NOT NULL AND CASE WHEN ${value} IS NULL THEN NOT ${missingSql(column, reading.missing)} END)`;
}

function exactly(column: string, tokens: readonly string[]): string {
  return `${column} IN (${tokens.map(quoteText).join(', ')})`;
}

/** The number as SQL writes it; NULL where its marks stand in the wrong places, so that 1.5 never becomes 15. */
function plainNumber(column: string, { decimal, thousands }: Reading): string {
  if (decimal === '.' && thousands === '') return column;
  const point = `replace(${column}, ',', '.')`;
  if (thousands === '') {
    return `CASE WHEN NOT contains(${column}, '.') THEN ${point} END`;
  }
  const mark = thousands === '.' ? '\\.' : thousands;
  const comma = decimal === '.' ? '\\.' : ',';
  const grouped = `regexp_full_match(${column}, '\\s*[+-]?\\d{1,3}(${mark.replaceAll("'", "''")}\\d{3})+(${comma}\\d*)?\\s*')`;
  const without = `replace(${column}, ${quoteText(thousands)}, '')`;
  const plain = decimal === ',' ? `replace(${column}, ',', '.')` : column;
  const ungrouped = decimal === ',' ? `replace(${without}, ',', '.')` : without;
  const foreign = decimal === ',' ? `NOT contains(${column}, '.')` : `NOT contains(${column}, ${quoteText(thousands)})`;
  return `CASE WHEN ${foreign} AND NOT contains(trim(${column}), ${quoteText(thousands)}) THEN ${plain} WHEN ${grouped} THEN ${ungrouped} END`;
}

// Ways that lead to the same value are branches of their own: with OR or AND inside a CASE, DuckDB plans a table of a
// thousand columns in seconds and one of five thousand in minutes (1.4.3).

function wholeSql(text: string, sqlType: string): string {
  const cast = `TRY_CAST(${text} AS ${sqlType})`;
  return (
    `CASE WHEN CAST(${cast} AS VARCHAR) = ${text} THEN ${cast} ` +
    `WHEN regexp_full_match(${text}, '\\s*[+-]?\\d+\\s*') THEN ${cast} END`
  );
}

function numberSql(text: string): string {
  const cast = `TRY_CAST(${text} AS DOUBLE)`;
  // A whole number from 2^53 on would come back as another one; NaN is a way to write that nothing is there.
  const fraction = ['.', 'e', 'E'].map((mark) => `WHEN contains(${text}, '${mark}') THEN ${cast} `).join('');
  return (
    `CASE WHEN contains(${text}, '_') THEN NULL WHEN abs(${cast}) < 9007199254740992 THEN ${cast} ` +
    `WHEN isnan(${cast}) THEN NULL ${fraction}WHEN isinf(${cast}) THEN ${cast} END`
  );
}

function decimalSql(text: string, type: string): string {
  const scale = Number(/,(\d+)\)/.exec(type)?.[1] ?? 0);
  // DuckDB rounds to the scale: more digits than it holds do not fit, save zeros.
  const pattern = `\\s*[+-]?(\\d+(\\.\\d{0,${scale}}0*)?|\\.\\d{1,${Math.max(scale, 1)}}0*)\\s*`;
  return `CASE WHEN regexp_full_match(${text}, '${pattern}') THEN TRY_CAST(${text} AS ${type.toUpperCase()}) END`;
}

/** Year first and of four digits, whatever the order in the file. */
function isoText(column: string, { dateOrder, yearsFrom }: Reading): string {
  if (dateOrder === 'ymd') return column;
  const parts = dateOrder === 'dmy' ? '\\3-\\2-\\1' : '\\3-\\1-\\2';
  const written = '^\\s*(\\d{1,2})[./-](\\d{1,2})[./-]';
  const long = `regexp_replace(${column}, '${written}(\\d{4})', '${parts}')`;
  if (yearsFrom === undefined) return long;
  const short = `'${written}(\\d{2})(\\D.*)?$'`;
  const year = `TRY_CAST(regexp_extract(${column}, ${short}, 3) AS INTEGER)`;
  const century = Math.floor(yearsFrom / 100);
  const inCentury = (hundred: number) => `regexp_replace(${column}, ${short}, '${hundred}${parts}\\4')`;
  return (
    `CASE WHEN ${year} IS NULL THEN ${long} ` +
    `WHEN ${year} >= ${yearsFrom % 100} THEN ${inCentury(century)} ELSE ${inCentury(century + 1)} END`
  );
}

function dateSql(text: string): string {
  const cast = `TRY_CAST(${text} AS DATE)`;
  const compact = `regexp_replace(${text}, '^\\s*(\\d{4})(\\d{2})(\\d{2})\\s*$', '\\1-\\2-\\3')`;
  return (
    `CASE WHEN ltrim(${text}) < '0' THEN NULL WHEN ltrim(${text}) >= ':' THEN NULL ` +
    `WHEN length(${text}) = 8 THEN CASE WHEN contains(${text}, '-') THEN ${cast} WHEN contains(${text}, '/') THEN ${cast} ` +
    `ELSE TRY_CAST(${compact} AS DATE) END ` +
    `WHEN length(${text}) <= 10 THEN ${cast} WHEN TRY_CAST(${text} AS TIMESTAMP) = ${cast} THEN ${cast} END`
  );
}

function timestampSql(text: string): string {
  const offset = `regexp_matches(${text}, '[0-9] ?[+-][0-9]{2}(:?[0-9]{2})?$')`;
  const twelve = `coalesce(try_strptime(${text}, '%Y-%m-%d %I:%M:%S %p'), try_strptime(${text}, '%Y-%m-%d %I:%M %p'))`;
  return (
    `CASE WHEN ltrim(${text}) < '0' THEN NULL WHEN ltrim(${text}) >= ':' THEN NULL ` +
    `WHEN ${text} ILIKE '%m' THEN ${twelve} ` +
    `WHEN length(${text}) <= 19 THEN TRY_CAST(${text} AS TIMESTAMP) ` +
    // More than six digits of a second would be cut.
    `WHEN regexp_matches(${text}, '\\.\\d{6}\\d*[1-9]') THEN NULL ` +
    `WHEN ${offset} THEN CAST(TRY_CAST(${text} AS TIMESTAMPTZ) AS TIMESTAMP) ` +
    `ELSE TRY_CAST(${text} AS TIMESTAMP) END`
  );
}
