import { CDM, DOMAINS, TARGETS, type CdmColumn, type CdmTable } from '../cdm';
import { rowsWhere, type Check, type Line, type Part } from '../check';
import type { Extract } from '../extract';
import { isReal, isText, isTimed, isWhole, quoteName, quoteText, tally, textOf, type FoundColumn } from '../sql';

/** Without it there is no extract; any other table may be left out of one. */
const REQUIRED_TABLE = 'person';

const has = (extract: Extract) => (table: CdmTable) => extract.has(table.name);

function present(extract: Extract, { name, columns }: CdmTable): (CdmColumn & { found: FoundColumn })[] {
  return columns.flatMap((column) => {
    const found = extract.column(name, column.name);
    return found ? [{ ...column, found }] : [];
  });
}

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

function foreignKeys(extract: Extract): Part[] {
  return CDM.filter(has(extract)).flatMap((table): Part[] =>
    present(extract, table)
      .filter(({ name, type }) => (type === 'concept' || name in TARGETS) && !isOwnKey(table.name, name))
      .map(({ name, type }): Part => {
        const target = type === 'concept' ? { table: 'concept', column: 'concept_id' } : TARGETS[name]!;
        const lacks = extract.lacking([{ table: target.table, columns: [target.column] }]);
        if (lacks) return { lacks: { ...lacks, table: table.name, column: name } };
        const key = extract.whole(table.name, name, 't');
        // Concept 0 says "no matching concept": check 8 counts it.
        const some = type === 'concept' ? `${key} <> 0` : `${key} IS NOT NULL`;
        const known = `SELECT DISTINCT ${extract.whole(target.table, target.column, 'k')} AS id FROM ${extract.from(target.table)} k`;
        return {
          lines: [
            {
              table: table.name,
              column: name,
              rowsSql: rowsWhere(
                extract,
                table.name,
                `${some} AND NOT EXISTS (SELECT 1 FROM (${known}) x WHERE x.id = ${key})`
              )
            }
          ],
          // Grouped first: millions of rows point to few.
          sql: `SELECT 0 AS line, coalesce(sum(n), 0) AS checked, coalesce(sum(n) FILTER (WHERE x.id IS NULL), 0) AS failing
FROM (SELECT ${key} AS id, count(*) AS n FROM ${extract.from(table.name)} t WHERE ${some} GROUP BY 1) f LEFT JOIN (${known}) x ON f.id = x.id`
        };
      })
  );
}

const isOwnKey = (table: string, column: string) =>
  TARGETS[column]?.table === table && TARGETS[column]?.column === column;

function domains(extract: Extract): Part[] {
  return CDM.filter(has(extract)).flatMap((table): Part[] =>
    present(extract, table)
      .filter(({ name }) => name in DOMAINS)
      .map(({ name }): Part => {
        const key = extract.whole(table.name, name, 't');
        const wrong: string[] = [];
        const differs = (column: string, wanted: string) =>
          extract.column('concept', column) &&
          wrong.push(`${extract.text('concept', column, 'c')} IS DISTINCT FROM ${quoteText(wanted)}`);
        if (DOMAINS[name] !== undefined) differs('domain_id', DOMAINS[name]);
        differs('standard_concept', 'S');
        const concepts = `SELECT ${extract.whole('concept', 'concept_id', 'c')} AS id, bool_or(${wrong.join(' OR ') || 'false'}) AS wrong
  FROM ${extract.from('concept')} c GROUP BY 1`;
        return {
          lines: [
            {
              table: table.name,
              column: name,
              detail: DOMAINS[name] === undefined ? 'standard' : `standard, ${DOMAINS[name]}`,
              rowsSql: rowsWhere(
                extract,
                table.name,
                `${key} <> 0 AND ${key} IN (SELECT id FROM (${concepts}) x WHERE wrong)`
              )
            }
          ],
          sql: `SELECT 0 AS line, coalesce(sum(n), 0) AS checked, coalesce(sum(n) FILTER (WHERE x.wrong), 0) AS failing
FROM (SELECT ${key} AS id, count(*) AS n FROM ${extract.from(table.name)} t WHERE ${key} <> 0 GROUP BY 1) f JOIN (${concepts}) x ON f.id = x.id`
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
