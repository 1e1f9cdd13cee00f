import type { ColumnFilter } from './table-view';

/** A condition with a `?` for each of its parameters. */
export interface Condition {
  sql: string;
  parameters: readonly string[];
}

type Family = 'whole' | 'decimal' | 'float' | 'bool' | 'date' | 'timestamp' | 'text';

/** What a column's values are compared as, by DuckDB's name of its type. */
export function familyOf(sqlType: string): Family {
  const type = sqlType.toUpperCase();
  if (/^U?(TINY|SMALL|BIG|HUGE)INT$|^U?INTEGER$/.test(type)) return 'whole';
  if (/^DECIMAL(\(\d+,\s*\d+\))?$/.test(type)) return 'decimal';
  if (type === 'DOUBLE' || type === 'FLOAT') return 'float';
  if (type === 'BOOLEAN') return 'bool';
  if (type === 'DATE') return 'date';
  return /^TIMESTAMP(_S|_MS|_NS)?$/.test(type) ? 'timestamp' : 'text';
}

const day = /^\d{4}-\d{2}-\d{2}$/;

/** The `?` of a value, cast so that nothing is rounded: 2.5 against whole numbers is not 3. */
function bound(text: string, family: Family): string {
  switch (family) {
    case 'whole':
      if (/^[-+]?\d{1,38}$/.test(text)) return 'CAST(? AS HUGEINT)';
      return /^[-+]?\d{0,18}\.\d{1,10}$/.test(text) ? 'CAST(? AS DECIMAL(38,10))' : 'CAST(? AS DOUBLE)';
    case 'decimal':
      return /^[-+]?\d{0,28}(\.\d{0,10})?$/.test(text) ? 'CAST(? AS DECIMAL(38,10))' : 'CAST(? AS DOUBLE)';
    case 'float':
      return 'CAST(? AS DOUBLE)';
    case 'bool':
      return 'CAST(? AS BOOLEAN)';
    case 'date':
      return 'CAST(? AS DATE)';
    case 'timestamp':
      return 'CAST(? AS TIMESTAMP)';
    case 'text':
      return '?';
  }
}

/**
 * A filter as SQL.
 *
 * @param name the column as SQL: quoted, with its table where there is one
 * @param sqlType DuckDB's name of its type
 */
export function conditionOf(filter: ColumnFilter, name: string, sqlType: string): Condition {
  const family = familyOf(sqlType);
  const value = family === 'text' && sqlType.toUpperCase() !== 'VARCHAR' ? `CAST(${name} AS VARCHAR)` : name;
  switch (filter.kind) {
    case 'missing':
      return { sql: `${name} IS NULL`, parameters: [] };
    case 'present':
      return { sql: `${name} IS NOT NULL`, parameters: [] };
    case 'contains':
      return { sql: containing(name, sqlType), parameters: [filter.text] };
    case 'values':
      if (filter.values.length === 0) return { sql: 'false', parameters: [] };
      return {
        sql: `${value} IN (${filter.values.map((one) => bound(one, family)).join(', ')})`,
        parameters: filter.values
      };
    case 'range':
      return rangeOf(filter, value, family);
  }
}

/** That the text of a column holds a `?`, whatever its letters' case. */
export function containing(name: string, sqlType: string): string {
  const text = sqlType.toUpperCase() === 'VARCHAR' ? name : `CAST(${name} AS VARCHAR)`;
  return `contains(lower(${text}), lower(?))`;
}

function rangeOf(filter: ColumnFilter & { kind: 'range' }, value: string, family: Family): Condition {
  const { from, to, below } = filter;
  const parts: string[] = [];
  const parameters: string[] = [];
  if (from !== undefined) {
    parts.push(`${value} >= ${bound(from, family)}`);
    parameters.push(from);
  }
  if (to !== undefined) {
    const wholeDay = family === 'timestamp' && day.test(to) && !below;
    parts.push(
      wholeDay
        ? `${value} < ${bound(to, family)} + INTERVAL 1 DAY`
        : `${value} ${below ? '<' : '<='} ${bound(to, family)}`
    );
    parameters.push(to);
  }
  // DuckDB takes NaN for greater than every number; a person who asks for numbers does not.
  if (family === 'float') parts.push(`NOT isnan(${value})`);
  return { sql: parts.length === 0 ? 'true' : parts.join(' AND '), parameters };
}

/** All of these, or nothing where there are none. @param nameOf a column's name as SQL */
export function whereOf(
  filters: readonly ColumnFilter[],
  columns: readonly { name: string; sqlType: string }[],
  nameOf: (column: string) => string
): Condition {
  const types = new Map(columns.map(({ name, sqlType }) => [name, sqlType]));
  const all = filters.flatMap((filter) => {
    const sqlType = types.get(filter.column);
    return sqlType === undefined ? [] : [conditionOf(filter, nameOf(filter.column), sqlType)];
  });
  return { sql: all.map(({ sql }) => `(${sql})`).join(' AND '), parameters: all.flatMap((one) => one.parameters) };
}

/** The same condition as a person would write it: values in their places, simple names bare. */
export function writtenWhere(
  filters: readonly ColumnFilter[],
  columns: readonly { name: string; sqlType: string }[]
): string {
  const { sql, parameters } = whereOf(filters, columns, writtenName);
  let at = 0;
  // No name that stands in the condition may be taken for a parameter: quoted texts are skipped.
  return sql.replace(/"(?:[^"]|"")*"|\?/g, (found) => {
    if (found !== '?') return found;
    return `'${(parameters[at++] ?? '').replaceAll("'", "''")}'`;
  });
}

/** A name as it may stand in SQL, quoted only where it must be. */
export function writtenName(name: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(name) && !reserved.has(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

/** Words of DuckDB that no bare column can have. */
const reserved = new Set(
  'all analyse analyze and any array as asc asymmetric both case cast check collate column constraint create default deferrable desc describe distinct do else end except false fetch for foreign from group having in initially intersect into lambda lateral leading limit not null offset on only or order pivot placing primary qualify references returning select show some summarize symmetric table then to trailing true union unique unpivot using variadic when where window with at'.split(
    ' '
  )
);
