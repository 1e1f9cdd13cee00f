import { EVENTS } from '../cdm';
import type { Part } from '../check';
import type { Extract, Lack } from '../extract';
import { quoteName } from '../sql';
import { eachEvent, noTime } from './times';

const VISIT_GRACE = 'INTERVAL 1 DAY';

/** Visits `(visit, person, started, ended)` that do not end before they start. */
function visits(extract: Extract): string | undefined {
  const started = extract.moment('visit_occurrence', 'visit_start', 'v');
  const ended = extract.moment('visit_occurrence', 'visit_end', 'v');
  if (started === undefined || ended === undefined) return undefined;
  const id = (name: string) => extract.whole('visit_occurrence', name, 'v');
  return `SELECT * FROM (SELECT ${id('visit_occurrence_id')} AS visit, ${id('person_id')} AS person, ${started} AS started, ${ended} AS ended
  FROM ${extract.from('visit_occurrence')} v) WHERE ended >= started`;
}

const noVisitTimes: Lack = {
  table: 'visit_occurrence',
  column: 'visit_end_date',
  reason: 'The columns of start and end of visit_occurrence are absent.'
};

/** 15. */
export function insideVisit(extract: Extract): Part[] {
  const stays = visits(extract);
  if (stays === undefined) return [{ lacks: noVisitTimes }];
  const events = EVENTS.filter(({ table }) => table !== 'visit_occurrence');
  return eachEvent(extract, events, (event) => {
    const { table } = event;
    const at = extract.moment(table, event.start, 't');
    const lacks = extract.lacking([{ table, columns: ['visit_occurrence_id'] }]);
    if (lacks || at === undefined) return [{ lacks: lacks ?? noTime(event) }];
    // A visit with a repeated key counts with its whole span.
    const from = `${extract.from(table)} t JOIN (SELECT visit, min(started) AS started, max(ended) AS ended FROM (${stays}) GROUP BY 1) v
  ON v.visit = ${extract.whole(table, 'visit_occurrence_id', 't')}`;
    const outside = `(${at} < v.started - ${VISIT_GRACE} OR ${at} > v.ended + ${VISIT_GRACE})`;
    return [
      {
        lines: [
          { table, column: extract.timeColumn(table, event), rowsSql: `SELECT t.* FROM ${from} WHERE ${outside}` }
        ],
        sql: `SELECT 0 AS line, count(${at}) AS checked, count(*) FILTER (WHERE ${outside}) AS failing FROM ${from}`
      }
    ];
  });
}

/** 18. In whole years, as ages are told. */
export function ageAtVisit(extract: Extract): Part[] {
  const births = extract.births();
  const day = extract.day('visit_occurrence', 'visit_start', 't');
  if (births === undefined)
    return [
      { lacks: { table: 'person', column: 'year_of_birth', reason: 'The column person.year_of_birth is absent.' } }
    ];
  if (day === undefined) return [{ lacks: noTime(EVENTS[0]!) }];
  const [youngest, oldest] = extract.settings.ageYears;
  const age = `CASE WHEN ${day} < b.birth THEN -1 ELSE date_sub('year', b.birth, ${day}) END`;
  const odd = `${age} NOT BETWEEN ${youngest} AND ${oldest}`;
  const from = `${extract.from('visit_occurrence')} t JOIN ${births} b ON b.person = ${extract.whole('visit_occurrence', 'person_id', 't')}`;
  return [
    {
      lines: [
        {
          table: 'visit_occurrence',
          column: extract.timeColumn('visit_occurrence', { start: 'visit_start' }),
          detail: `age ${youngest}–${oldest} years`,
          rowsSql: `SELECT t.*, ${age} AS age_years FROM ${from} WHERE ${odd}`
        }
      ],
      sql: `SELECT 0 AS line, count(${age}) AS checked, count(*) FILTER (WHERE ${odd}) AS failing FROM ${from}`
    }
  ];
}

/** 19. Visits that start before an earlier one of the same person has ended: one pass, no join of a table with itself. */
export function overlaps(extract: Extract): Part[] {
  const stays = visits(extract);
  if (stays === undefined) return [{ lacks: noVisitTimes }];
  const inOrder = `SELECT *, max(ended) OVER (PARTITION BY person ORDER BY started, visit ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before
FROM (${stays})`;
  const names = `visit AS ${quoteName('visit_occurrence_id')}, person AS person_id, started, ended, before AS earlier_ended`;
  return [
    {
      lines: [
        {
          table: 'visit_occurrence',
          column: extract.timeColumn('visit_occurrence', { start: 'visit_start' }),
          rowsSql: `SELECT ${names} FROM (${inOrder}) WHERE started < before`
        }
      ],
      sql: `SELECT 0 AS line, count(*) AS checked, count(*) FILTER (WHERE started < before) AS failing FROM (${inOrder})`
    }
  ];
}
