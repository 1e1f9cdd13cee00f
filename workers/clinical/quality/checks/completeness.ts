import { CDM, type CdmColumn } from '../cdm';
import { rowsWhere, type Check, type Part } from '../check';
import type { Extract } from '../extract';
import { mappedFrom, MEASURED, NOTHING_MAPPED, rawValue, variables } from '../measurements';
import { filledText, isText, quoteName, tally } from '../sql';
import { hasNoUnit } from '../units';
import { emptyHours } from './empty-hours';

/** Told, and never failing: most extracts leave them empty, and are right to. */
const SPARSE = 100;
/** Of one column only: everybody's sex is known in a hospital, and every model uses it. */
const GENDER_UNKNOWN = 0.5;
/** The operator "=" says what none says (CDM 5.4, field measurement.operator_concept_id). */
const EQUALS = 4172703;
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

/** Concepts outside the map, by SQL over `(concept, n, k)`: rows, and rows that have what is asked for. */
function others(extract: Extract, { detail, has, among }: { detail: string; has: string; among: string }): Part {
  const concept = extract.whole('measurement', 'measurement_concept_id', 'm');
  const mapped = [...new Set(extract.settings.units.map(({ concept }) => String(concept)))];
  const unmapped =
    mapped.length === 0 ? `${concept} <> 0` : `${concept} <> 0 AND ${concept} NOT IN (${mapped.join(', ')})`;
  const from = `${extract.from('measurement')} m WHERE ${unmapped} AND ${among}`;
  // A concept that has it in most rows should have it in all.
  const usual = `SELECT ${concept} AS concept, count(*) AS n, count(*) FILTER (WHERE ${has}) AS k FROM ${from} GROUP BY 1 HAVING 2 * count(*) FILTER (WHERE ${has}) >= count(*)`;
  return {
    lines: [
      {
        table: 'measurement',
        detail,
        unchecked: 'There is no such concept outside the variable map.',
        rowsSql: `SELECT m.* FROM ${from} AND NOT (${has}) AND ${concept} IN (SELECT concept FROM (${usual}))`
      }
    ],
    sql: `SELECT 0 AS line, coalesce(sum(n), 0) AS checked, coalesce(sum(n - k), 0) AS failing FROM (${usual})`
  };
}

/** "< 1" has no number and misses none: it is below what can be measured. */
function censored(extract: Extract): string {
  const conditions: string[] = [];
  const source = extract.column('measurement', 'value_source_value');
  if (source) conditions.push(`regexp_matches(${filledText(source, 'm')}, '^[<>≤≥]')`);
  if (extract.column('measurement', 'operator_concept_id')) {
    conditions.push(`${extract.whole('measurement', 'operator_concept_id', 'm')} NOT IN (0, ${EQUALS})`);
  }
  return conditions.map((condition) => `coalesce(${condition}, false)`).join(' OR ') || 'false';
}

function values(extract: Extract): Part[] {
  const raw = rawValue(extract);
  const there = `(${raw} IS NOT NULL OR ${censored(extract)})`;
  const parts = [others(extract, { detail: 'other numeric concepts', has: there, among: 'true' })];
  const found = variables(extract);
  if (found.length === 0) return parts;
  const from = mappedFrom(extract, found);
  parts.push({
    lines: found.map(({ name }, line) => ({
      table: 'measurement',
      column: 'value_as_number',
      detail: name,
      rowsSql: `SELECT m.* FROM ${from} WHERE v.line = ${line} AND NOT ${there}`
    })),
    sql: `SELECT v.line, count(*) AS checked, count(*) FILTER (WHERE NOT ${there}) AS failing FROM ${from} GROUP BY 1`
  });
  const source = extract.column('measurement', 'value_source_value');
  if (!source) return parts;
  // A number that was read as text, often for its decimal comma: any one is a fault of the conversion, not of the bedside.
  const left = `regexp_full_match(${filledText(source, 'm')}, '[-+]?[0-9]+([.,][0-9]+)?') AND ${raw} IS NULL`;
  parts.push({
    lines: [
      {
        table: 'measurement',
        column: 'value_source_value',
        detail: 'number left as text',
        threshold: 0,
        rowsSql: `SELECT m.* FROM ${from} WHERE ${left}`
      }
    ],
    sql: `SELECT 0 AS line, count(${filledText(source, 'm')}) AS checked, count(*) FILTER (WHERE ${left}) AS failing FROM ${from}`
  });
  return parts;
}

function unitMissing(extract: Extract): Part[] {
  const given = ['unit_source_value', 'unit_concept_id'].some((name) => extract.column('measurement', name));
  if (!given) {
    return [
      {
        lacks: {
          table: 'measurement',
          column: 'unit_source_value',
          reason: 'The columns measurement.unit_source_value and unit_concept_id are absent.'
        }
      }
    ];
  }
  const raw = rawValue(extract);
  const parts = [
    others(extract, {
      detail: 'other concepts with a unit',
      has: `${extract.settings.unit} <> ''`,
      among: `${raw} IS NOT NULL`
    })
  ];
  const found = variables(extract).filter(({ known }) => !hasNoUnit(known));
  if (found.length === 0) return [...parts, { lacks: NOTHING_MAPPED }];
  const from = mappedFrom(extract, found);
  parts.push({
    lines: found.map(({ name }, line) => ({
      table: 'measurement',
      column: extract.column('measurement', 'unit_source_value') ? 'unit_source_value' : 'unit_concept_id',
      detail: name,
      rowsSql: `SELECT m.* FROM ${from} WHERE v.line = ${line} AND ${raw} IS NOT NULL AND v.unit = ''`
    })),
    sql: `SELECT v.line, count(${raw}) AS checked, count(${raw}) FILTER (WHERE v.unit = '') AS failing FROM ${from} GROUP BY 1`
  });
  return parts;
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
