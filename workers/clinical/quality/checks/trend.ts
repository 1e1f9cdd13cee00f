import { EVENTS } from '../cdm';
import type { Part } from '../check';
import type { Extract } from '../extract';
import { quoteText } from '../sql';

/** Scales the median absolute deviation to the standard deviation of a normal distribution, as R's `mad` does. */
const MAD_SCALE = 1.4826;
/** The middle of the records: an extract begins and ends part way, and late returns trickle out. */
const TAIL = 0.025;
const FEWEST_MONTHS = 6;
/** Where ten persons are usual, a month without one is no chance (e⁻¹⁰). */
const FEWEST_PERSONS = 10;

/**
 * 23. Months whose number of records lies outside median ± 4 · MAD, and months without a record.
 *
 * The spread is never taken below that of chance. Records come in persons, so that is √Σ n² over the persons of a month
 * (√n where each has one record): without it every month of a steady table, whose MAD is 0, would be outside, and in a
 * small unit the month of one long stay. Records after the date of the extract are left out (check 14 finds them), and
 * the months that hold the first and the last 2.5 % of the records.
 */
export function trends(extract: Extract): Part[] {
  return EVENTS.flatMap(({ table, start }): Part[] => {
    const lacks = extract.lacking([{ table, columns: [] }]);
    if (lacks) return [{ lacks }];
    const column = extract.timeColumn(table, { start });
    const day = extract.day(table, start, 't');
    if (day === undefined) return [{ lacks: { table, column, reason: `The column ${table}.${column} is absent.` } }];
    const months = judged(extract, table, day);
    const outside = 'records > 0 AND (records < low OR records > high)';
    const unchecked = `There are fewer than ${FEWEST_MONTHS} whole months, or fewer than ${FEWEST_PERSONS} persons in most of them.`;
    const line = { table, column, unchecked };
    const rows = (condition: string) => `SELECT * FROM (${months}) WHERE ${condition} ORDER BY month`;
    return [
      {
        lines: [
          { ...line, detail: 'months', rowsSql: rows(outside) },
          { ...line, detail: 'months without a record', threshold: 0, rowsSql: rows('records = 0') }
        ],
        sql: `SELECT unnest([0, 1]) AS line, months AS checked, unnest([odd, empty]) AS failing
FROM (SELECT count(*) AS months, count(*) FILTER (WHERE ${outside}) AS odd, count(*) FILTER (WHERE records = 0) AS empty FROM (${months}))`
      }
    ];
  });
}

/** Whole months `(month, records, low, high)`; none where there are too few. */
function judged(extract: Extract, table: string, day: string): string {
  const { extractDate, limits } = extract.settings;
  const until = extractDate === undefined ? '' : ` AND ${day} <= CAST(${quoteText(extractDate)} AS DATE)`;
  const source = `FROM ${extract.from(table)} t WHERE ${day} IS NOT NULL${until}`;
  const month = `CAST(date_trunc('month', ${day}) AS DATE) AS month`;
  const person = extract.column(table, 'person_id') && extract.whole(table, 'person_id', 't');
  const counted = person
    ? `SELECT month, sum(k) AS n, count(*) AS persons, sum(k * k) AS squares FROM (
      SELECT ${month}, ${person} AS person, count(*) AS k ${source} GROUP BY 1, 2) GROUP BY 1`
    : `SELECT ${month}, count(*) AS n, count(*) AS persons, count(*) AS squares ${source} GROUP BY 1`;
  const edge = (name: string) => `CAST(${name} AS TIMESTAMP)`;
  return `WITH counted AS (${counted}),
  shares AS (SELECT month, sum(n) OVER (ORDER BY month) / sum(n) OVER () AS share FROM counted),
  span AS (SELECT min(month) FILTER (WHERE share >= ${TAIL}) AS first, min(month) FILTER (WHERE share >= ${1 - TAIL}) AS last FROM shares),
  series AS (SELECT CAST(unnest(generate_series(${edge('first')} + INTERVAL 1 MONTH, ${edge('last')} - INTERVAL 1 MONTH, INTERVAL 1 MONTH)) AS DATE) AS month FROM span),
  filled AS (SELECT s.month, coalesce(n, 0) AS records, coalesce(persons, 0) AS persons, coalesce(squares, 0) AS squares
    FROM series s LEFT JOIN counted c ON c.month = s.month),
  middle AS (SELECT median(records) AS centre, sqrt(median(squares)) AS chance, median(persons) AS persons, count(*) AS months FROM filled),
  spread AS (SELECT ${limits.trend} * greatest(${MAD_SCALE} * median(abs(records - centre)), any_value(chance)) AS reach FROM filled, middle)
  SELECT month, records, centre - reach AS low, centre + reach AS high
  FROM filled, middle, spread WHERE months >= ${FEWEST_MONTHS} AND middle.persons >= ${FEWEST_PERSONS}`;
}
