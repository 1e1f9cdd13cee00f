import { CDM, type CdmColumn } from '../cdm';
import { rowsWhere, type Check, type Line, type Part } from '../check';
import type { Extract } from '../extract';
import { isReal, isText, isTimed, isWhole, quoteName, tally, textOf, type FoundColumn } from '../sql';
import { has, present } from './present';
import { domains, foreignKeys } from './references';

/** Without it there is no extract; any other table may be left out of one. */
const REQUIRED_TABLE = 'person';

function presence(extract: Extract): Part[] {
  return CDM.map(({ name, columns }): Part => {
    if (!extract.has(name)) {
      return name === REQUIRED_TABLE
        ? { lines: [{ table: name }], sql: 'SELECT 0 AS line, 1 AS checked, 1 AS failing' }
        : { lacks: { table: name, reason: `The table ${name} is absent.` } };
    }
    const required = columns.filter((column) => column.required);
    if (required.length === 0) return { lines: [], sql: '' };
    const rowsSql = extract.columnsSql(name);
    const values = required.map((column, at) => `(${at}, 1, ${extract.column(name, column.name) ? 0 : 1})`);
    return {
      lines: required.map((column) => ({ table: name, column: column.name, rowsSql })),
      sql: `SELECT * FROM (VALUES ${values.join(', ')}) v(line, checked, failing)`
    };
  });
}

/** When a value of a column cannot be what the column is for. An empty text is a missing value. */
function misfit({ type }: CdmColumn, column: FoundColumn): string {
  const name = `t.${quoteName(column.name)}`;
  const text = `trim(${textOf(column, 't')})`;
  const failsCast = (to: string) => `${text} <> '' AND TRY_CAST(${text} AS ${to}) IS NULL`;
  switch (type) {
    case 'whole':
    case 'concept':
      if (isWhole(column)) return 'false';
      // A double holds whole numbers up to 2^53: beyond, ids of neighbours are one.
      if (isReal(column))
        return `${name} IS NOT NULL AND NOT (${name} = trunc(${name}) AND abs(${name}) < 9007199254740992)`;
      return `${text} <> '' AND (NOT regexp_full_match(${text}, '[-+]?[0-9]+([.]0*)?') OR TRY_CAST(${text} AS BIGINT) IS NULL)`;
    case 'number':
      return isWhole(column) || isReal(column) ? 'false' : failsCast('DOUBLE');
    case 'date':
    case 'time':
      return isTimed(column) ? 'false' : failsCast('TIMESTAMP');
    case 'text':
      return 'false';
  }
}

function filled(column: FoundColumn): string {
  const name = `t.${quoteName(column.name)}`;
  return isText(column) ? `trim(${name}) <> ''` : `${name} IS NOT NULL`;
}

function castable(extract: Extract): Part[] {
  return CDM.filter(has(extract)).map((table): Part => {
    const columns = present(extract, table).map((column) => ({ ...column, misfit: misfit(column, column.found) }));
    const line = ({ name, misfit }: (typeof columns)[number]): Line => ({
      table: table.name,
      column: name,
      rowsSql: rowsWhere(extract, table.name, misfit)
    });
    return {
      lines: columns.map(line),
      sql: tally(
        `${extract.from(table.name)} t`,
        columns.map(({ found, misfit }) => ({ checked: filled(found), failing: misfit }))
      )
    };
  });
}

function unique(extract: Extract): Part[] {
  return CDM.filter(has(extract)).flatMap((table): Part[] =>
    present(extract, table)
      .filter((column) => column.unique)
      .map(({ name }): Part => {
        const key = extract.whole(table.name, name, 't');
        const from = `${extract.from(table.name)} t`;
        const repeated = `SELECT ${key} FROM ${from} GROUP BY 1 HAVING count(*) > 1`;
        const rowsSql = `${rowsWhere(extract, table.name, `${key} IN (${repeated})`)} ORDER BY ${key}`;
        return {
          lines: [{ table: table.name, column: name, rowsSql }],
          sql: `SELECT 0 AS line, count(${key}) AS checked, count(${key}) - count(DISTINCT ${key}) AS failing FROM ${from}`
        };
      })
  );
}

function notNull(extract: Extract): Part[] {
  return CDM.filter(has(extract)).map((table): Part => {
    const columns = present(extract, table).filter((column) => column.required);
    const missing = ({ found }: { found: FoundColumn }) => `NOT coalesce(${filled(found)}, false)`;
    return {
      lines: columns.map((column) => ({
        table: table.name,
        column: column.name,
        rowsSql: rowsWhere(extract, table.name, missing(column))
      })),
      sql:
        columns.length === 0
          ? ''
          : tally(
              `${extract.from(table.name)} t`,
              columns.map((column) => ({ checked: 'true', failing: missing(column) }))
            )
    };
  });
}

/** Is it an extract of the OMOP CDM at all? */
export const conformance: readonly Check[] = [
  {
    number: 1,
    name: 'Required table and column present',
    kind: 'conformance',
    needs: [],
    threshold: 0,
    parts: presence
  },
  {
    number: 2,
    name: 'Values fit the type of the column',
    kind: 'conformance',
    needs: [],
    threshold: 0,
    parts: castable
  },
  { number: 3, name: 'Primary key unique', kind: 'conformance', needs: [], threshold: 0, parts: unique },
  { number: 4, name: 'Foreign key exists', kind: 'conformance', needs: [], threshold: 0, parts: foreignKeys },
  {
    number: 5,
    name: 'Concept standard and of the expected domain',
    kind: 'conformance',
    needs: [{ table: 'concept', columns: ['concept_id'] }],
    threshold: 5,
    parts: domains
  },
  { number: 6, name: 'Required value not missing', kind: 'conformance', needs: [], threshold: 0, parts: notNull }
];
