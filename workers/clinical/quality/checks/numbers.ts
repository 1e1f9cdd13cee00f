import type { Part } from '../check';
import type { Extract } from '../extract';
import { mappedFrom, NOTHING_MAPPED, rawValue, variables } from '../measurements';
import { filledText } from '../sql';
import { hasNoUnit } from '../units';

/** The operator "=" says what none says (CDM 5.4, field measurement.operator_concept_id). */
const EQUALS = 4172703;

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

/** 10. */
export function values(extract: Extract): Part[] {
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

/** 11. */
export function unitMissing(extract: Extract): Part[] {
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
