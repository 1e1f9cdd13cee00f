import { ageLimitsOf, type AgeLimit } from '../../../shared/age-limits';
import type { Part } from '../check';
import type { Extract } from '../extract';
import { mappedFrom, valueOf, variables } from '../measurements';
import { double } from '../sql';

const DAYS_PER_MONTH = 30.4375;

/** Told only: beyond what is usual for an age a value is of a sick child, not wrong. */
const TOLD = 100;

/**
 * 16, by age. A line a variable and band of age: how many values lie beyond what is usual there. None where no limits by age
 * are known (`shared/age-limits.ts`), nor births or times; values in a unit that is not understood are left out.
 */
export function agedRanges(extract: Extract): Part[] {
  const births = extract.births();
  const day = extract.day('measurement', 'measurement', 'm');
  if (births === undefined || day === undefined) return [];
  const found = variables(extract).flatMap((variable) => {
    const limits = ageLimitsOf(variable.known);
    return limits ? [{ variable, limits }] : [];
  });
  if (found.length === 0) return [];
  const bands = found.flatMap(({ variable, limits }, at) =>
    limits.limits.map((limit) => ({ at, limit, name: variable.name, isVerified: limits.isVerified }))
  );
  const value = valueOf(extract);
  const low = (limit: AgeLimit) => (limit.low === undefined ? '-1e308' : double(limit.low));
  const high = (limit: AgeLimit) => (limit.high === undefined ? '1e308' : double(limit.high));
  const rows = bands
    .map(
      ({ at, limit }, band) =>
        `(${band}, ${at}, ${double(limit.from)}, ${double(limit.to)}, ${low(limit)}, ${high(limit)})`
    )
    .join(', ');
  const aged = `${mappedFrom(
    extract,
    found.map(({ variable }) => variable)
  )}
  JOIN ${births} b ON b.person = ${extract.whole('measurement', 'person_id', 'm')}
  JOIN (VALUES ${rows}) a(band, variable, age_from, age_to, low, high) ON a.variable = v.line
    AND date_diff('day', b.birth, ${day}) / ${DAYS_PER_MONTH} >= a.age_from
    AND date_diff('day', b.birth, ${day}) / ${DAYS_PER_MONTH} < a.age_to
  WHERE v.factor IS NOT NULL`;
  const outside = `(${value} < a.low OR ${value} > a.high)`;
  return [
    {
      lines: bands.map(({ name, limit, isVerified }, band) => ({
        table: 'measurement',
        column: 'value_as_number',
        detail: `${name} at ${limit.from}–${limit.to} months, usual ${usual(limit)}${isVerified ? '' : ', unverified'}`,
        threshold: TOLD,
        rowsSql: `SELECT m.* FROM ${aged} AND a.band = ${band} AND ${outside}`
      })),
      sql: `SELECT a.band AS line, count(${value}) AS checked, count(*) FILTER (WHERE ${outside}) AS failing FROM ${aged} GROUP BY 1`
    }
  ];
}

function usual({ low, high }: AgeLimit): string {
  if (low === undefined) return `≤ ${high}`;
  return high === undefined ? `≥ ${low}` : `${low}–${high}`;
}
