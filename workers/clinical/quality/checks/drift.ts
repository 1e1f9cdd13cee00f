import { ageBands } from '../../../shared/age-limits';
import type { Part } from '../check';
import type { Extract, Lack } from '../extract';
import { mappedFrom, NOTHING_MAPPED, valueOf, variables } from '../measurements';
import { double } from '../sql';

const DAYS_PER_MONTH = 30.4375;
const MAD_SCALE = 1.4826;
/** √(π/2): scales the mean absolute deviation to a standard deviation, where more than half of the values are equal. */
const MEAN_DEVIATION_SCALE = 1.2533;
const FEWEST_PERSONS = 10;
/** A difference must also be this many standard errors: in twenty children one is soon found by chance. */
const FEWEST_ERRORS = 4;

/** Bands of age for grown-ups go on where those of children end. */
const bands = [...ageBands.map(({ to }) => to), 480, 780];

function siteOf(extract: Extract): { join: string; site: string } | Lack {
  const visit = extract.lacking([
    { table: 'visit_occurrence', columns: ['visit_occurrence_id', 'care_site_id'] },
    { table: 'measurement', columns: ['visit_occurrence_id'] }
  ]);
  const person = extract.lacking([{ table: 'person', columns: ['person_id', 'care_site_id'] }]);
  if (visit && person) return person;
  const joins: string[] = [];
  const sites: string[] = [];
  const add = (table: string, key: string, alias: string) => {
    joins.push(`LEFT JOIN (SELECT ${extract.whole(table, key, 's')} AS id, any_value(${extract.whole(table, 'care_site_id', 's')}) AS site FROM ${extract.from(table)} s GROUP BY 1) ${alias}
    ON ${alias}.id = ${extract.whole('measurement', key, 'm')}`);
    sites.push(`${alias}.site`);
  };
  if (!visit) add('visit_occurrence', 'visit_occurrence_id', 'sv');
  if (!person) add('person', 'person_id', 'sp');
  return { join: joins.join('\n  '), site: `coalesce(${sites.join(', ')})` };
}

/**
 * 24. Standardised difference between sites: (mean of the site − median of the sites' means) / spread, of logarithms; of
 * two sites each is compared with the other.
 *
 * The spread is that within a site and robust: MAD · 1.4826, the median over the other sites. A standard deviation pooled
 * over all sites swells with the very fault: 3 % of temperatures in °F give a pooled one of 8 °C, and the difference of
 * 1.9 °C looks small. Logarithms, since a wrong unit multiplies: a tenth of the glucose in mmol/L moves the mean of the
 * logarithms by 1.5 robust spreads, that of the values by 0.5. Children's values follow age and sites differ in it, so the
 * median of each band of age over all sites is taken off first. Values of one person hang together, so the standard error
 * is that of persons as clusters.
 */
export function drifts(extract: Extract): Part[] {
  const found = variables(extract);
  if (found.length === 0) return [{ lacks: NOTHING_MAPPED }];
  const sites = siteOf(extract);
  if ('reason' in sites) return [{ lacks: sites }];
  const births = extract.births();
  const day = extract.day('measurement', 'measurement', 'm');
  const person = extract.whole('measurement', 'person_id', 'm');
  const value = valueOf(extract);
  const months = `date_diff('day', b.birth, ${day}) / ${DAYS_PER_MONTH}`;
  const aged = births !== undefined && day !== undefined;
  const band = aged
    ? `CASE WHEN b.birth IS NULL THEN -1 ${bands.map((to, at) => `WHEN ${months} < ${to} THEN ${at}`).join(' ')} ELSE ${bands.length} END`
    : '0';
  const drift = double(extract.settings.limits.drift);
  const compared = `WITH logs AS MATERIALIZED (
    SELECT v.line, ${sites.site} AS site, ${person} AS person, ${band} AS band, ln(${value}) AS x
    FROM ${mappedFrom(extract, found)}
    ${sites.join}${aged ? `\n    LEFT JOIN ${births} b ON b.person = ${person}` : ''}
    WHERE ${value} > 0 AND v.factor IS NOT NULL AND ${sites.site} IS NOT NULL),
  centres AS (SELECT line, band, median(x) AS centre FROM logs GROUP BY line, band HAVING count(DISTINCT site) > 1),
  centred AS MATERIALIZED (SELECT line, site, person, x - centre AS x FROM logs JOIN centres USING (line, band)),
  middles AS (SELECT line, site, count(*) AS n, avg(x) AS mean, median(x) AS middle, ${MAD_SCALE} * mad(x) AS mad FROM centred
    GROUP BY line, site HAVING count(DISTINCT person) >= ${FEWEST_PERSONS}),
  deviations AS (SELECT line, site, ${MEAN_DEVIATION_SCALE} * avg(abs(x - middle)) AS deviation FROM centred JOIN middles USING (line, site) GROUP BY line, site),
  people AS (SELECT line, site, person, count(*) AS k, sum(x) AS total FROM centred GROUP BY line, site, person),
  errors AS (SELECT line, site, sum((total - k * mean) ** 2) / any_value(n) ** 2 * count(*) / (count(*) - 1) AS variance
    FROM people JOIN middles USING (line, site) GROUP BY line, site),
  sites AS (SELECT line, site, n, mean, CASE WHEN mad > 0 THEN mad ELSE deviation END AS spread, variance
    FROM middles JOIN deviations USING (line, site) JOIN errors USING (line, site)),
  pairs AS (SELECT a.line, a.site, a.n,
      a.mean - CASE WHEN count(*) > 2 THEN median(b.mean) ELSE any_value(b.mean) FILTER (WHERE a.site <> b.site) END AS difference,
      median(b.spread) FILTER (WHERE a.site <> b.site) AS spread,
      sqrt(a.variance + median(b.variance) FILTER (WHERE a.site <> b.site)) AS error
    FROM sites a JOIN sites b ON a.line = b.line GROUP BY a.line, a.site, a.n, a.mean, a.variance HAVING count(*) > 1)
  SELECT *, CASE WHEN spread > 0 THEN difference / spread WHEN abs(difference) < 1e-9 THEN 0 END AS standardised,
    CASE WHEN error > 0 THEN difference / error END AS errors FROM pairs`;
  // Where all other sites have one value only, any difference is one.
  const drifted = `(coalesce(abs(standardised) > ${drift}, true) AND coalesce(abs(errors) > ${FEWEST_ERRORS}, true))`;
  return [
    {
      measures: ['standardised difference', 'in standard errors'],
      lines: found.map(({ name }, line) => ({
        table: 'measurement',
        column: 'value_as_number',
        detail: name,
        threshold: 0,
        unchecked: `Fewer than two sites have the variable in ${FEWEST_PERSONS} persons of the same ages.`,
        rowsSql: `SELECT site AS care_site_id, n AS "rows", difference AS log_difference, spread AS log_spread, standardised FROM (${compared}) WHERE line = ${line} AND ${drifted} ORDER BY abs(standardised) DESC`
      })),
      sql: `SELECT line, sum(n) AS checked, coalesce(sum(n) FILTER (WHERE ${drifted}), 0) AS failing, arg_max(standardised, abs(standardised)) AS measure0, arg_max(errors, abs(standardised)) AS measure1
FROM (${compared}) GROUP BY 1`
    }
  ];
}
