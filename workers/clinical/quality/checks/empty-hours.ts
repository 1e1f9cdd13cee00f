import type { Part } from '../check';
import type { Extract } from '../extract';
import { mappedFrom, NOTHING_MAPPED, rawValue, variables } from '../measurements';

const VITAL = [
  'heart rate',
  'respiratory rate',
  'mean arterial pressure',
  'systolic pressure',
  'diastolic pressure',
  'temperature',
  'oxygen saturation'
];

/** A stay that is longer is a fault of its dates (check 13, 14), and would count as years of empty hours. */
const LONGEST_HOURS = 24 * 1000;

/** Stays in intensive care: details of a visit, and where there are none the visits themselves. */
const PLACES = [
  { table: 'visit_detail', id: 'visit_detail_id', base: 'visit_detail' },
  { table: 'visit_occurrence', id: 'visit_occurrence_id', base: 'visit' }
];

/** Hours count from the start of the stay; the last one may be cut. Measurements are joined by person and time. */
export function emptyHours(extract: Extract): Part[] {
  const vital = variables(extract).filter(({ known }) => VITAL.includes(known));
  if (vital.length === 0)
    return [{ lacks: { ...NOTHING_MAPPED, reason: 'No vital sign of the variable map is among the measurements.' } }];
  const at = extract.moment('measurement', 'measurement', 'm');
  if (at === undefined)
    return [{ lacks: { table: 'measurement', reason: 'The column measurement.measurement_datetime is absent.' } }];
  const needs = PLACES.map(({ table, id, base }) => ({
    table,
    columns: [id, 'person_id', `${base}_concept_id`, `${base}_start_datetime`, `${base}_end_datetime`]
  }));
  const position = extract.lacking(needs.slice(0, 1)) ? 1 : 0;
  const lacks = extract.lacking(needs.slice(position, position + 1));
  // What is told as absent is what would be best to have.
  if (lacks) return [{ lacks: extract.lacking(needs.slice(0, 1)) ?? lacks }];
  const { table, id, base } = PLACES[position]!;
  const stays = `SELECT ${extract.whole(table, id, 's')} AS stay, ${extract.whole(table, 'person_id', 's')} AS person,
    ${extract.moment(table, `${base}_start`, 's')} AS started, ${extract.moment(table, `${base}_end`, 's')} AS ended
  FROM ${extract.from(table)} s WHERE ${extract.whole(table, `${base}_concept_id`, 's')} IN (${extract.settings.intensiveCare.join(', ')})`;
  const whole = `SELECT *, CAST(ceil(epoch(ended - started) / 3600) AS BIGINT) AS hours FROM (${stays}) WHERE ended > started AND epoch(ended - started) <= ${LONGEST_HOURS * 3600}`;
  const covered = `SELECT DISTINCT s.stay, CAST(floor(epoch(x."at" - s.started) / 3600) AS BIGINT) AS hour
  FROM (SELECT ${extract.whole('measurement', 'person_id', 'm')} AS person, ${at} AS "at" FROM ${mappedFrom(extract, vital)}
    WHERE ${rawValue(extract)} IS NOT NULL) x
  JOIN (${whole}) s ON x.person = s.person AND x."at" >= s.started AND x."at" < s.ended`;
  return [
    {
      lines: [
        {
          table,
          column: `${base}_start_datetime`,
          detail: 'hours',
          unchecked: 'There is no stay in intensive care.',
          rowsSql: `SELECT h.stay AS ${id}, h.person AS person_id, h.hour, h.started + to_hours(h.hour) AS "at"
FROM (SELECT stay, person, started, unnest(range(hours)) AS hour FROM (${whole})) h
ANTI JOIN (${covered}) c ON h.stay = c.stay AND h.hour = c.hour ORDER BY 1, 3`
        }
      ],
      sql: `SELECT 0 AS line, checked, checked - found AS failing
FROM (SELECT coalesce(sum(hours), 0) AS checked FROM (${whole})), (SELECT count(*) AS found FROM (${covered}))`
    }
  ];
}
