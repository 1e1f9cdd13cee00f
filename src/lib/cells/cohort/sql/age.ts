import type { Relation, RelationColumn } from '$workers/data/contract';
import { quoted } from '../../sql-name';
import { failCohort as fail } from '../failures';
import type { AgeUnit } from '../fields';
import { ageUnitOf, isNumber, recognised, recognisedAge } from '../recognise';
import type { Condition, Step } from '../spec';
import type { CohortTables } from '../tables';
import type { Binder } from './binder';
import { entryDay } from './time';

type AgeCondition = Extract<Condition, { kind: 'age' }>;

/** The earliest and the latest day of birth: of some persons only the year or month is known. */
export interface Birth {
  earliest: string;
  latest: string;
}

/** The birth of the entry's person, where the tables tell it and the entry has a day of the calendar. */
export function birthOf(tables: CohortTables): Birth | undefined {
  if (tables.clock.kind !== 'calendar') return undefined;
  const date = tables.ownRole((relation) => recognised(relation, 'birth'));
  const { person } = tables;
  const part = (name: string) => {
    const column = person?.relation.columns.find((one) => one.name.toLowerCase() === name && isNumber(one));
    return column ? `CAST(person.${quoted(column.name)} AS BIGINT)` : undefined;
  };
  const year = part('year_of_birth');
  const written = date && `CAST(${date.sql} AS DATE)`;
  if (year === undefined) return written === undefined ? undefined : { earliest: written, latest: written };
  const month = part('month_of_birth') ?? 'NULL::BIGINT';
  const day = part('day_of_birth') ?? 'NULL::BIGINT';
  const first = (of: string, m: string, d: string) => `TRY(make_date(${of}, ${m}, ${d}))`;
  const earliest = first(
    year,
    `coalesce(${month}, 1)`,
    `CASE WHEN ${month} IS NULL THEN 1 ELSE coalesce(${day}, 1) END`
  );
  const latest = `CASE WHEN ${month} IS NULL THEN ${first(year, '12', '31')} WHEN ${day} IS NULL THEN last_day(${first(year, month, '1')}) ELSE ${first(year, month, day)} END`;
  const known = (parts: string) => (written === undefined ? parts : `coalesce(${written}, ${parts})`);
  return { earliest: known(earliest), latest: known(latest) };
}

/** Names of the two columns in which the entry's list keeps the days of birth. */
export const bornFirst = '"cohort born"';
export const bornLast = '"cohort born last"';

const interval: Record<AgeUnit, (count: string) => string> = {
  years: (count) => `to_years(CAST(${count} AS INTEGER))`,
  months: (count) => `to_months(CAST(${count} AS INTEGER))`,
  weeks: (count) => `to_days(CAST(${count} AS INTEGER) * 7)`,
  days: (count) => `to_days(CAST(${count} AS INTEGER))`
};

/**
 * Whether the age at entry, in completed units, lies within the limits. Missing where it is not known, where the birth
 * is after the entry, and where the known part of a date of birth cannot decide it.
 */
export function ageFlag(
  condition: AgeCondition,
  step: Step,
  { tables, birth, binder }: { tables: CohortTables; birth: Birth | undefined; binder: Binder }
): { sql: string; source: 'birth' | 'column'; rounded: string | undefined } {
  const { unit, column: name } = condition;
  const place = step.placeOf('age', name === undefined ? 'unit' : 'column');
  const column = name === undefined ? undefined : tables.own(name, place);
  if (column && !isNumber(column.column)) {
    throw fail('cohort-not-number', { column: column.column.name, table: column.table }, { place });
  }
  if (!column && birth) {
    const sql = condition.by === 'year' ? fromYear(condition, binder) : fromBirth(condition, binder);
    return { sql, source: 'birth', rounded: undefined };
  }
  if (condition.by === 'year') throw fail('cohort-age-by-year', { step: 0 }, { place: step.placeOf('age', 'by') });
  const found = column ?? tables.ownRole((relation: Relation): RelationColumn | undefined => recognisedAge(relation));
  if (!found) {
    const known = tables.from.columns.map((one) => one.name).join(', ');
    throw fail('cohort-no-role', { table: tables.from.name, role: 'birth', key: 'column', known }, { place });
  }
  const own = ageUnitOf(found.column);
  if (own === undefined) {
    throw fail('cohort-age-unit', { column: found.column.name, unit: found.column.unit }, { place });
  }
  const { factor, exact } = conversion(own, unit);
  return {
    sql: fromColumn(`CAST(${found.sql} AS DOUBLE)`, factor, condition, binder),
    source: 'column',
    rounded: exact ? undefined : found.column.name
  };
}

function fromBirth({ min, max, unit }: AgeCondition, binder: Binder): string {
  const after = (born: string, count: string) => `CAST(${born} + ${interval[unit](count)} AS DATE)`;
  const latest = `least(${bornLast}, ${entryDay})`;
  const limits: string[] = [];
  if (min !== undefined) {
    const count = binder.bind(Math.ceil(min));
    const [sure, possible] = [after(latest, count), after(bornFirst, count)];
    limits.push(`CASE WHEN ${sure} <= ${entryDay} THEN true WHEN ${possible} > ${entryDay} THEN false END`);
  }
  if (max !== undefined) {
    const count = binder.bind(Math.floor(max) + 1);
    const [sure, possible] = [after(bornFirst, count), after(latest, count)];
    limits.push(`CASE WHEN ${sure} > ${entryDay} THEN true WHEN ${possible} <= ${entryDay} THEN false END`);
  }
  const born = `${bornFirst} IS NOT NULL AND ${bornLast} IS NOT NULL AND ${bornFirst} <= ${entryDay}`;
  return `CASE WHEN ${born} THEN ${limits.map((limit) => `(${limit})`).join(' AND ')} END`;
}

/** The year of the entry less the year of birth, as ATLAS counts: a child can be a year older than by its birthday. */
function fromYear({ min, max }: AgeCondition, binder: Binder): string {
  const year = (day: string) => `date_part('year', ${day})`;
  const [most, least] = [bornFirst, bornLast].map((born) => `(${year(entryDay)} - ${year(born)})`);
  const limits = [
    ...(min === undefined ? [] : [`${least} >= ${binder.bind(min)}`]),
    ...(max === undefined ? [] : [`${most} <= ${binder.bind(max)}`])
  ];
  // Of all whose month is not known the year is, so the earliest and the latest birth give the same.
  return `CASE WHEN ${bornFirst} IS NOT NULL AND ${year(bornFirst)} <= ${year(entryDay)} THEN ${limits.join(' AND ')} END`;
}

function fromColumn(value: string, factor: number, { min, max }: AgeCondition, binder: Binder): string {
  const completed = `floor(${value} * ${binder.bind(factor)})`;
  const limits = [
    ...(min === undefined ? [] : [`${completed} >= ${binder.bind(Math.ceil(min))}`]),
    ...(max === undefined ? [] : [`${completed} <= ${binder.bind(Math.floor(max))}`])
  ];
  return `CASE WHEN ${value} >= 0 AND NOT isnan(${value}) THEN ${limits.join(' AND ')} END`;
}

const inDays: Record<AgeUnit, number> = { years: 365.25, months: 30.4375, weeks: 7, days: 1 };

/** What a number of one unit is in another. Years and months, weeks and days convert without rounding. */
function conversion(own: AgeUnit, wanted: AgeUnit): { factor: number; exact: boolean } {
  const calendar = (unit: AgeUnit) => unit === 'years' || unit === 'months';
  return { factor: inDays[own] / inDays[wanted], exact: calendar(own) === calendar(wanted) };
}
