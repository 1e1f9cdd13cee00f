import type { Part } from '../check';
import type { Extract } from '../extract';
import { FEMALE_CONDITIONS, FEMALE_FINDINGS, MALE_CONDITIONS, MALE_FINDINGS } from './gender-conditions';

const MALE = 8507;
const FEMALE = 8532;

/** 17. Conditions of one gender in a person of the other; a person whose gender is not known is not checked. */
export function genders(extract: Extract): Part[] {
  const condition = extract.whole('condition_occurrence', 'condition_concept_id', 't');
  const from = `${extract.from('condition_occurrence')} t
  JOIN (SELECT ${extract.whole('person', 'person_id', 'p')} AS person, any_value(${extract.whole('person', 'gender_concept_id', 'p')}) AS gender FROM ${extract.from('person')} p GROUP BY 1) g
  ON g.person = ${extract.whole('condition_occurrence', 'person_id', 't')} AND g.gender IN (${MALE}, ${FEMALE})`;
  const of = (conditions: readonly number[], findings: readonly number[]) => {
    const listed = `${condition} IN (${[...conditions, ...findings].join(', ')})`;
    if (extract.lacking([{ table: 'concept_ancestor', columns: ['ancestor_concept_id', 'descendant_concept_id'] }]))
      return listed;
    const below = `SELECT ${extract.whole('concept_ancestor', 'descendant_concept_id', 'a')} FROM ${extract.from('concept_ancestor')} a
    WHERE ${extract.whole('concept_ancestor', 'ancestor_concept_id', 'a')} IN (${findings.join(', ')})`;
    return `(${listed} OR ${condition} IN (${below}))`;
  };
  const male = of(MALE_CONDITIONS, MALE_FINDINGS);
  const female = of(FEMALE_CONDITIONS, FEMALE_FINDINGS);
  const wrong = `((${male} AND g.gender = ${FEMALE}) OR (${female} AND g.gender = ${MALE}))`;
  return [
    {
      lines: [
        {
          table: 'condition_occurrence',
          column: 'condition_concept_id',
          unchecked: 'There is no condition that only one gender has.',
          rowsSql: `SELECT t.* FROM ${from} WHERE ${wrong}`
        }
      ],
      sql: `SELECT 0 AS line, count(*) FILTER (WHERE ${male} OR ${female}) AS checked, count(*) FILTER (WHERE ${wrong}) AS failing FROM ${from}`
    }
  ];
}
