import { CDM, type CdmColumn } from '../cdm';
import { rowsWhere, type Check, type Part } from '../check';
import type { Extract } from '../extract';
import { MEASURED } from '../measurements';
import { filledText, isText, quoteName, tally } from '../sql';
import { emptyHours } from './empty-hours';
import { unitMissing, values } from './numbers';

/** Told, and never failing: most extracts leave them empty, and are right to. */
const SPARSE = 100;
/** Of one column only: everybody's sex is known in a hospital, and every model uses it. */
const GENDER_UNKNOWN = 0.5;
/** Concept 0 is the usual answer there. */
const OFTEN_ZERO = /^(operator|value_as|cause|admitt|discharge)/;

const there = (extract: Extract) => CDM.filter(({ name }) => extract.has(name));

const missing = (extract: Extract, table: string, { name }: CdmColumn): string => {
  const column = extract.column(table, name)!;
  return isText(column)
    ? `coalesce(trim(t.${quoteName(column.name)}), '') = ''`
    : `t.${quoteName(column.name)} IS NULL`;
};

function nulls(extract: Extract): Part[] {
  return there(extract).flatMap(({ name: table, columns }): Part[] => {
    const optional = columns.filter(({ name, required }) => !required && extract.column(table, name));
    if (optional.length === 0) return [];
    return [
      {
        lines: optional.map((column) => ({
          table,
          column: column.name,
          ...(column.sparse && { threshold: SPARSE }),
          rowsSql: rowsWhere(extract, table, missing(extract, table, column))
        })),
        sql: tally(
          `${extract.from(table)} t`,
          optional.map((column) => ({ checked: 'true', failing: missing(extract, table, column) }))
        )
      }
    ];
  });
}

function unmapped(extract: Extract): Part[] {
  return there(extract).flatMap(({ name: table, columns }): Part[] => {
    const concepts = columns.filter(({ name, type }) => type === 'concept' && extract.column(table, name));
    if (concepts.length === 0) return [];
    const key = (name: string) => extract.whole(table, name, 't');
    const rows: Part = {
      lines: concepts.map(({ name }) => ({
        table,
        column: name,
        ...(name === 'gender_concept_id' && { threshold: GENDER_UNKNOWN }),
        ...(OFTEN_ZERO.test(name) && { threshold: SPARSE }),
        rowsSql: rowsWhere(extract, table, `${key(name)} = 0`)
      })),
      sql: tally(
        `${extract.from(table)} t`,
        concepts.map(({ name }) => ({ checked: `${key(name)} IS NOT NULL`, failing: `${key(name)} = 0` }))
      )
    };
    return [rows, ...concepts.flatMap(({ name }) => sources(extract, table, name))];
  });
}

/** Of the distinct texts of the source: a code of a million rows counts once. */
function sources(extract: Extract, table: string, concept: string): Part[] {
  const name = concept.replace(/_concept_id$/, '_source_value');
  const column = extract.column(table, name);
  if (!column) return [];
  const source = filledText(column, 't');
  const zero = `coalesce(${extract.whole(table, concept, 't')}, 0) = 0`;
  const grouped = `SELECT ${source} AS ${quoteName(column.name)}, count(*) AS "rows", bool_and(${zero}) AS unmapped
FROM ${extract.from(table)} t WHERE ${source} IS NOT NULL GROUP BY 1`;
  return [
    {
      lines: [
        {
          table,
          column: name,
          detail: `distinct, without ${concept}`,
          rowsSql: `SELECT * EXCLUDE (unmapped) FROM (${grouped}) WHERE unmapped ORDER BY "rows" DESC`
        }
      ],
      sql: `SELECT 0 AS line, count(*) AS checked, count(*) FILTER (WHERE unmapped) AS failing FROM (${grouped})`
    }
  ];
}

function withoutRecords(extract: Extract): Part[] {
  const pair = (table: string, key: string, child: string): Part => {
    const lacks = extract.lacking([
      { table, columns: [key] },
      { table: child, columns: [key] }
    ]);
    const detail = `with no ${child}`;
    if (lacks) return { lacks: { ...lacks, table, column: key }, detail };
    const id = extract.whole(table, key, 't');
    const seen = `SELECT DISTINCT ${extract.whole(child, key, 'c')} AS id FROM ${extract.from(child)} c`;
    return {
      lines: [
        {
          table,
          column: key,
          detail,
          rowsSql: rowsWhere(extract, table, `NOT EXISTS (SELECT 1 FROM (${seen}) x WHERE x.id = ${id})`)
        }
      ],
      sql: `SELECT 0 AS line, count(*) AS checked, count(*) FILTER (WHERE x.id IS NULL) AS failing FROM ${extract.from(table)} t LEFT JOIN (${seen}) x ON x.id = ${id}`
    };
  };
  return [
    pair('person', 'person_id', 'visit_occurrence'),
    pair('person', 'person_id', 'measurement'),
    pair('visit_occurrence', 'visit_occurrence_id', 'measurement')
  ];
}

/** Is what should be there, there? Thresholds below 5 % are those that faults of PHEMS-sim of 1 or 2 % need. */
export const completeness: readonly Check[] = [
  { number: 7, name: 'Missing values', kind: 'completeness', needs: [], threshold: 5, parts: nulls },
  { number: 8, name: 'Concept unknown (0)', kind: 'completeness', needs: [], threshold: 5, parts: unmapped },
  { number: 9, name: 'Without a record', kind: 'completeness', needs: [], threshold: 5, parts: withoutRecords },
  { number: 10, name: 'Number missing', kind: 'completeness', needs: MEASURED, threshold: 5, parts: values },
  { number: 11, name: 'Unit missing', kind: 'completeness', needs: MEASURED, threshold: 1, parts: unitMissing },
  {
    number: 12,
    name: 'Hour in intensive care without a vital sign',
    kind: 'completeness',
    needs: MEASURED,
    threshold: 5,
    parts: emptyHours
  }
];
