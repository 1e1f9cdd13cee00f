import type { Part } from '../check';
import type { Extract } from '../extract';
import { mappedFrom, NOTHING_MAPPED, valueOf, variables } from '../measurements';

const DAYS_PER_MONTH = 30.4375;
const JUMP = 0.25;
const JUMP_DAYS = 30;
const RATIO = [0.4, 2.5] as const;
/** Children only: the medians end there. */
const OLDEST_MONTHS = 216;

/** Median weight in kg by age in months, in SQL: the formula of `shared/weight.ts`. */
const median =
  'CASE WHEN months < 12 THEN 0.5 * months + 3.4 WHEN months < 72 THEN months / 6 + 8 ELSE months / 4 + 7 END';

/** 22. A weight beside the one before, and beside the median of the age. */
export function weights(extract: Extract): Part[] {
  const found = variables(extract).filter(({ known }) => known === 'weight');
  const births = extract.births();
  const at = extract.moment('measurement', 'measurement', 'm');
  if (found.length === 0)
    return [{ lacks: { ...NOTHING_MAPPED, reason: 'The variable weight is not among the measurements.' } }];
  if (at === undefined)
    return [{ lacks: { table: 'measurement', reason: 'The column measurement.measurement_datetime is absent.' } }];
  if (births === undefined)
    return [
      { lacks: { table: 'person', column: 'year_of_birth', reason: 'The column person.year_of_birth is absent.' } }
    ];
  const person = extract.whole('measurement', 'person_id', 'm');
  const id = extract.column('measurement', 'measurement_id')
    ? `${extract.whole('measurement', 'measurement_id', 'm')} AS measurement_id, `
    : '';
  const weighed = `SELECT ${id}${person} AS person_id, ${at} AS "at", ${valueOf(extract)} AS weight_kg,
    epoch(${at} - CAST(b.birth AS TIMESTAMP)) / 86400 / ${DAYS_PER_MONTH} AS months
  FROM ${mappedFrom(extract, found)} JOIN ${births} b ON b.person = ${person}
  WHERE v.factor IS NOT NULL AND ${valueOf(extract)} IS NOT NULL AND ${at} IS NOT NULL`;
  const compared = `SELECT *, weight_kg / median_kg AS ratio FROM (SELECT *, ${median} AS median_kg FROM (${weighed}) WHERE months >= 0 AND months < ${OLDEST_MONTHS})`;
  const odd = `ratio NOT BETWEEN ${RATIO[0]} AND ${RATIO[1]}`;
  const previous = (name: string) => `lag(${name}) OVER (PARTITION BY person_id ORDER BY "at", weight_kg)`;
  const pairs = `SELECT * FROM (SELECT *, ${previous('weight_kg')} AS before_kg, ${previous('"at"')} AS before_at FROM (${weighed}))
  WHERE months > 12 AND before_kg > 0 AND "at" - before_at <= INTERVAL ${JUMP_DAYS} DAY`;
  const jumps = `abs(weight_kg / before_kg - 1) > ${JUMP}`;
  const line = { table: 'measurement', column: 'value_as_number' };
  return [
    {
      lines: [
        {
          ...line,
          detail: 'weight beside the median of the age',
          unchecked: 'No weight of a child whose age is known.',
          rowsSql: `SELECT * FROM (${compared}) WHERE ${odd}`
        }
      ],
      sql: `SELECT 0 AS line, count(*) AS checked, count(*) FILTER (WHERE ${odd}) AS failing FROM (${compared})`
    },
    {
      lines: [
        {
          ...line,
          detail: `weight beside one of the ${JUMP_DAYS} days before`,
          unchecked: `No two weights of a child of more than a year lie within ${JUMP_DAYS} days.`,
          rowsSql: `SELECT * FROM (${pairs}) WHERE ${jumps}`
        }
      ],
      sql: `SELECT 0 AS line, count(*) AS checked, count(*) FILTER (WHERE ${jumps}) AS failing FROM (${pairs})`
    }
  ];
}
