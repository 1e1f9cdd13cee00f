import type { Figures, ProfileKind } from '../../shared/profile';
import { asDouble, isCountable, type Asked } from './classify';
import type { Result } from './results';
import type { Rows } from './rows';

const second = 1_000_000;
const day = 86_400 * second;

/** All figures of one column in one statement. */
export function figuresQuery({ from }: Rows, column: Asked, kind: ProfileKind, today: number): string {
  const { sql } = column;
  switch (kind) {
    case 'number':
    case 'whole':
      return `SELECT count(*) AS n, count(DISTINCT v) AS distinct_n, favg(v) AS mean, stddev_samp(v) AS sd,
        ${[0.01, 0.25, 0.5, 0.75, 0.99].map((p, at) => `quantile_cont(v, ${p}) AS q${at}`).join(', ')},
        count(*) FILTER (v = 0) AS zeros, count(*) FILTER (v < 0) AS negative
        FROM (SELECT ${asDouble(column)} AS v FROM ${from} WHERE ${isCountable(column)})`;
    case 'time':
      return `SELECT count(*) AS distinct_n, max(v) - min(v) AS span, max(gap) AS gap,
        (SUM(n) FILTER (v % ${day} = 0))::BIGINT AS midnight,
        (SUM(n) FILTER (month(make_timestamp(v)) = 1 AND day(make_timestamp(v)) = 1))::BIGINT AS january,
        (SUM(n) FILTER (v > ${today}))::BIGINT AS future
        FROM (SELECT v, n, v - lag(v) OVER (ORDER BY v) AS gap FROM
          (SELECT ${asDouble(column)}::BIGINT AS v, count(*) AS n FROM ${from} WHERE ${isCountable(column)} GROUP BY 1))`;
    case 'category':
    case 'text':
      return `SELECT count(*) AS distinct_n, min(length(v)) AS shortest, max(length(v)) AS longest,
        sum(length(v) * n)::DOUBLE / sum(n) AS mean, (sum(n) FILTER (trim(v) = ''))::BIGINT AS blank,
        count(*) - count(DISTINCT lower(trim(regexp_replace(v, '\\s+', ' ', 'g')))) AS variants,
        count(*) FILTER (n < 10) AS small
        FROM (SELECT ${sql}::VARCHAR AS v, count(*) AS n FROM ${from} WHERE ${sql} IS NOT NULL GROUP BY 1)`;
    case 'id':
      return `SELECT sum(d)::BIGINT AS distinct_n, sum(n)::BIGINT AS n, count(*) AS patterns, min(shortest) AS shortest, max(longest) AS longest,
        arg_max(pattern, (n, pattern)) AS pattern, max(n)::BIGINT AS pattern_n
        FROM (SELECT left(${patternOf('v')}, 40) AS pattern, sum(n) AS n, count(*) AS d, min(length(v)) AS shortest, max(length(v)) AS longest
          FROM (SELECT ${sql}::VARCHAR AS v, count(*) AS n FROM ${from} WHERE ${sql} IS NOT NULL GROUP BY 1) GROUP BY 1)`;
    case 'bool':
      return `SELECT count(DISTINCT ${sql}) AS distinct_n, count(*) FILTER (${sql}) AS yes, count(*) FILTER (NOT ${sql}) AS no FROM ${from}`;
    case 'other':
      return `SELECT NULL::BIGINT AS distinct_n`;
  }
}

/** Letters become A and a, figures 9: a pattern tells how identifiers are made, and none of them. */
function patternOf(sql: string): string {
  return `regexp_replace(regexp_replace(regexp_replace(${sql}, '\\p{Lu}', 'A', 'g'), '\\p{Ll}|\\p{Lo}|\\p{Lt}|\\p{Lm}', 'a', 'g'), '\\p{N}', '9', 'g')`;
}

export function readFigures(result: Result, kind: ProfileKind): Figures {
  const figure = (name: string) => result.number(name);
  const count = (name: string) => result.count(name) ?? 0;
  switch (kind) {
    case 'number':
    case 'whole':
      return {
        of: 'number',
        mean: figure('mean'),
        sd: figure('sd'),
        p1: figure('q0'),
        p25: figure('q1'),
        median: figure('q2'),
        p75: figure('q3'),
        p99: figure('q4'),
        zeros: count('zeros'),
        negative: count('negative')
      };
    case 'time':
      return {
        of: 'time',
        spanDays: figure('span') / day,
        longestGapDays: figure('gap') / day,
        atMidnight: count('midnight'),
        onFirstOfJanuary: count('january'),
        future: count('future')
      };
    case 'category':
    case 'text':
      return {
        of: 'text',
        shortest: figure('shortest'),
        longest: figure('longest'),
        meanLength: figure('mean'),
        blank: count('blank'),
        variants: count('variants')
      };
    case 'id':
      return {
        of: 'id',
        pattern: result.text('pattern'),
        patternRows: count('pattern_n'),
        patterns: count('patterns'),
        shortest: figure('shortest'),
        longest: figure('longest'),
        duplicates: count('n') - count('distinct_n')
      };
    case 'bool':
      return { of: 'bool', yes: count('yes'), no: count('no') };
    case 'other':
      return { of: 'none' };
  }
}
