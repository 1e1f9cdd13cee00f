import { CDM, DOMAINS, TARGETS } from '../cdm';
import { rowsWhere, type Part } from '../check';
import type { Extract } from '../extract';
import { quoteText } from '../sql';
import { has, present } from './present';

/** 4. */
export function foreignKeys(extract: Extract): Part[] {
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

/** 5. Concept 0 and concepts that are not there are those of 8 and 4. */
export function domains(extract: Extract): Part[] {
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
