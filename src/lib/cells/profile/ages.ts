import { ageBands, ageLimitsOf, type AgeBand } from '$workers/shared/age-limits';
import { plausibleOf, type PlausibleRange } from '$workers/shared/plausible';
import type { RelationColumn } from '$workers/data/contract';
import type { Table } from '$workers/shared/table';
import { figureOf } from '../chart/vector';
import { quoted } from '../sql-name';
import type { AgeUnit } from './fields';

/** A variable in one band of age. */
export interface AgeFigures extends AgeBand {
  n: number;
  median: number;
  /** Beyond what is possible at any age. */
  impossible: number;
  /** Beyond what is usual for the age; undefined where no limit is known. */
  low: number | undefined;
  high: number | undefined;
}

export interface AgeVariable {
  column: string;
  range: PlausibleRange;
  /** Where the limits by age were read; undefined: there are none. */
  source: string | undefined;
  bands: readonly AgeFigures[];
}

const monthsIn: Record<AgeUnit, number> = { years: 12, months: 1, weeks: 12 / 52.1775, days: 12 / 365.2425 };

/** The unit of an age: as it is written, or as the column's unit or name tells. */
export function ageUnitOf({ name, unit }: RelationColumn, written: AgeUnit | undefined): AgeUnit | undefined {
  if (written) return written;
  const text = `${unit ?? ''} ${name}`.toLowerCase();
  const known: readonly [RegExp, AgeUnit][] = [
    [/month|\bmo\b|_mo\b/, 'months'],
    [/week|\bwk\b/, 'weeks'],
    [/day|\bd\b/, 'days'],
    [/year|\byr?\b|_y\b/, 'years']
  ];
  return known.find(([pattern]) => pattern.test(text))?.[1];
}

/** Columns whose values are known to have limits. */
export function agedColumns(columns: readonly RelationColumn[]): { column: RelationColumn; range: PlausibleRange }[] {
  return columns.flatMap((column) => {
    const range = column.type === 'text' || column.type === 'bool' ? undefined : plausibleOf(column.name, column.unit);
    return range ? [{ column, range }] : [];
  });
}

export function agesQuery(
  table: string,
  age: RelationColumn,
  unit: AgeUnit,
  { column, range }: { column: RelationColumn; range: PlausibleRange }
): string {
  const limits = ageLimitsOf(range.variable)?.limits ?? [];
  const months = `(${quoted(age.name)}::DOUBLE * ${monthsIn[unit]})`;
  const bands = `CASE ${ageBands.map(({ from, to }, at) => `WHEN months >= ${from} AND months < ${to} THEN ${at}`).join(' ')} END`;
  const beyond = (of: 'low' | 'high', sign: string) => {
    const cases = limits.flatMap((limit) =>
      limit[of] === undefined ? [] : [`(months >= ${limit.from} AND months < ${limit.to} AND v ${sign} ${limit[of]})`]
    );
    return cases.length === 0 ? 'NULL::DOUBLE' : `(count(*) FILTER (WHERE ${cases.join(' OR ')}))::DOUBLE`;
  };
  return `SELECT (${bands})::DOUBLE AS band, count(*)::DOUBLE AS n, quantile_cont(v, 0.5) AS median,
    (count(*) FILTER (v < ${range.low} OR v > ${range.high}))::DOUBLE AS impossible, ${beyond('low', '<')} AS low, ${beyond('high', '>')} AS high
    FROM (SELECT ${months} AS months, ${quoted(column.name)}::DOUBLE AS v FROM ${quoted(table)}
      WHERE ${quoted(column.name)} IS NOT NULL AND ${quoted(age.name)} IS NOT NULL) WHERE band IS NOT NULL GROUP BY 1 ORDER BY 1`;
}

export function readAges(
  table: Table,
  { column, range }: { column: RelationColumn; range: PlausibleRange }
): AgeVariable {
  const known = ageLimitsOf(range.variable);
  const bands = Array.from({ length: table.rows }, (_, row): AgeFigures => {
    const band = ageBands[figureOf(table, 'band', row)] as AgeBand;
    const isLimited = (of: 'low' | 'high') =>
      known?.limits.some((limit) => limit[of] !== undefined && limit.from < band.to && limit.to > band.from) ?? false;
    return {
      ...band,
      n: figureOf(table, 'n', row),
      median: figureOf(table, 'median', row),
      impossible: figureOf(table, 'impossible', row),
      low: isLimited('low') ? figureOf(table, 'low', row) : undefined,
      high: isLimited('high') ? figureOf(table, 'high', row) : undefined
    };
  });
  return { column: column.name, range, source: known?.source, bands };
}
