import type { Relation, RelationColumn } from '$workers/data/contract';
import type { Place } from '$workers/shared/errors';
import { columnOf } from '../../columns';
import { quoted } from '../../sql-name';
import { failCohort as fail } from '../failures';
import { columnFor, isNumber, isTime, type Clock, type Expression } from '../recognise';
import type { Filter, Rows } from '../spec';
import { isOneOf, type Binder } from './binder';

/** The number of a row in its own table: the same row is known again by it. */
export const sourceRow = '"cohort source row"';

/** A table with its rows numbered, as a query. */
export const numbered = (relation: Relation): string =>
  `(SELECT row_number() OVER () AS ${sourceRow}, source.* FROM ${quoted(relation.name)} AS source)`;

/** Rows of a table, as the text names them, with the columns that matter. */
export interface MeantRows {
  rows: Rows & { placeOf(...keys: readonly (string | number)[]): Place };
  relation: Relation;
  id: RelationColumn;
  clock: () => Clock;
}

/**
 * What a row of `rows` must be; undefined where every row will do. A row of which something is missing is none.
 * @throws `no-column`, `cohort-no-role`, `cohort-value-type`, `cohort-not-number`, `cohort-not-a-time`
 */
export function meant({ rows, relation, id, clock }: MeantRows, binder: Binder): Expression | undefined {
  const listed = rows.in && listCondition(rows, rows.in, relation, binder);
  const filters = rows.where.map((filter) => filterCondition(filter, relation, binder));
  const all = [...(listed ? [listed] : []), ...filters];
  if (rows.earliest) {
    const inner = listed ? `${listed('one')} AND ` : '';
    const time = timeOrder(clock());
    const person = `one.${quoted(id.name)}`;
    // The first whatever the other columns say of it, so that a later one does not take its place.
    const first = `SELECT one.${sourceRow} FROM ${numbered(relation)} AS one WHERE ${inner}${person} IS NOT NULL AND ${time('one')} IS NOT NULL QUALIFY row_number() OVER (PARTITION BY ${person} ORDER BY ${time('one')}, one.${sourceRow}) = 1`;
    all.push((alias) => `${alias}.${sourceRow} IN (${first})`);
  }
  return all.length === 0 ? undefined : (alias) => all.map((one) => one(alias)).join(' AND ');
}

function listCondition(rows: MeantRows['rows'], list: NonNullable<Rows['in']>, relation: Relation, binder: Binder) {
  const named = { name: rows.column, key: 'column', place: rows.placeOf('column') };
  return isOneOf(columnFor(relation, 'concept', named), list, binder, rows.placeOf('in'));
}

function filterCondition(filter: Filter, relation: Relation, binder: Binder): Expression {
  const { placeOf } = filter;
  const column = columnOf(relation, filter.column, placeOf('column'));
  const own = (alias: string) => `${alias}.${quoted(column.name)}`;
  const all: Expression[] = [];
  if (filter.in) all.push(isOneOf(column, filter.in, binder, placeOf('in')));
  if (filter.not_in) {
    const found = isOneOf(column, filter.not_in, binder, placeOf('not_in'));
    all.push((alias) => `NOT ${found(alias)}`);
  }
  const { min, max, above, below, from, to } = filter;
  const numbers = (
    [
      ['>=', min],
      ['<=', max],
      ['>', above],
      ['<', below]
    ] as const
  ).flatMap(([sign, limit]) => (limit === undefined ? [] : [`${sign} ${binder.bind(limit)}`]));
  if (numbers.length > 0) {
    const values = { column: column.name, table: relation.name };
    if (!isNumber(column)) throw fail('cohort-not-number', values, { place: placeOf('column') });
    const value = (alias: string) => `CAST(${own(alias)} AS DOUBLE)`;
    all.push((alias) => `NOT isnan(${value(alias)})`);
    for (const limit of numbers) all.push((alias) => `${value(alias)} ${limit}`);
  }
  const days = (
    [
      ['>=', from],
      ['<=', to]
    ] as const
  ).flatMap(([sign, day]) => (day === undefined ? [] : [`${sign} CAST(${binder.bind(day)} AS DATE)`]));
  if (days.length > 0) {
    const values = { column: column.name, table: relation.name };
    if (!isTime(column)) throw fail('cohort-not-a-time', values, { place: placeOf('column') });
    for (const limit of days) all.push((alias) => `CAST(${own(alias)} AS DATE) ${limit}`);
  }
  return (alias) => all.map((one) => one(alias)).join(' AND ');
}

/** What rows of a table are put in order of time by. */
export function timeOrder(clock: Clock): Expression {
  if (clock.kind === 'number') return clock.value;
  const day: Expression = (alias) => `CAST(${clock.day(alias)} AS TIMESTAMP)`;
  const { time } = clock;
  return time ? (alias) => `coalesce(${time(alias)}, ${day(alias)})` : day;
}
