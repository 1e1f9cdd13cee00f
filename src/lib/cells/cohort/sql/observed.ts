import { quoted } from '../../sql-name';
import { failCohort as fail } from '../failures';
import { clockOf, columnFor, isNumber, isTime, type Clock } from '../recognise';
import type { Condition, Step } from '../spec';
import type { CohortTables, OwnColumn } from '../tables';
import type { Binder } from './binder';
import type { Asking, Flag } from './steps';
import { distance, entryDay } from './time';

type Of<Kind extends Condition['kind']> = Extract<Condition, { kind: Kind }>;

/** The days of observation around the entry, kept in the list of entries where something asks for them. */
export const seenFrom = '"cohort seen from"';
export const seenTo = '"cohort seen to"';

/** Whether a row lies in the observation period that the entry lies in. */
export function isObserved(clock: Clock, { tables, step, number }: Asking): string {
  if (tables.ofPersons('period') === undefined) {
    const values = { step: number, role: 'start', key: 'period' };
    throw fail('cohort-needs-table', values, { place: step.placeOf('event', 'observed') });
  }
  const day = clock.kind === 'calendar' && tables.clock.kind === 'calendar' ? clock.day('item') : undefined;
  if (day === undefined) {
    throw fail('cohort-needs-calendar', { key: 'observed', table: clock.table }, { place: step.placeOf('event') });
  }
  return `${day} BETWEEN listed.${seenFrom} AND listed.${seenTo}`;
}

/** The observation period of each entry as a query; of periods that overlap, the one that lasts longest. */
export function observationQuery(tables: CohortTables, place: ReturnType<Step['placeOf']>): string | undefined {
  const period = tables.ofPersons('period');
  if (!period || tables.clock.kind !== 'calendar') return undefined;
  const { relation, id } = period;
  const days = (['start', 'end'] as const).map((role) => {
    const column = columnFor(relation, role, { name: undefined, key: 'column', place });
    return `CAST(period.${quoted(column.name)} AS DATE)`;
  });
  const [start = '', end = ''] = days;
  const day = tables.clock.day('entry');
  return `SELECT entry."cohort row", arg_max(${start}, ${end}) AS seen_from, max(${end}) AS seen_to FROM entries AS entry JOIN ${quoted(relation.name)} AS period ON period.${quoted(id.name)} = entry.${quoted(tables.personId.name)} AND ${start} <= ${day} AND ${end} >= ${day} GROUP BY 1`;
}

/** Observed long enough before or after the entry: by a date of the entry or person, else by the observation period. */
export function observedFlag(condition: Of<'history' | 'follow_up'>, asking: Asking): Flag {
  const { tables, step, number, binder } = asking;
  const { kind, min, unit, column: name } = condition;
  if (name !== undefined) {
    const place = step.placeOf(kind, 'column');
    return { own: byColumn(tables.own(name, place), condition, asking) };
  }
  const period = tables.ofPersons('period');
  if (!period) {
    const role = kind === 'history' ? 'start' : 'end';
    throw fail('cohort-needs-table', { step: number, role, key: 'period' }, { place: step.placeOf(kind) });
  }
  const { relation, id } = period;
  const date = (role: 'start' | 'end'): Clock => {
    const column = columnFor(relation, role, { name: undefined, key: 'column', place: step.placeOf(kind) });
    return clockOf(relation, { name: column.name, key: 'column', place: step.placeOf(kind) });
  };
  const [start, end] = [date('start'), date('end')];
  const asked = { entry: tables.clock, step, number };
  const [toStart, toEnd] = [distance(start, 'days', asked), distance(end, 'days', asked)];
  const far = distance(kind === 'history' ? start : end, unit, asked);
  const long = binder.bind((kind === 'history' ? -min : min) * far.scale);
  const covers = `${toStart.sql('item')} <= 0 AND ${toEnd.sql('item')} >= 0`;
  const enough = `${covers} AND ${far.sql('item')} ${kind === 'history' ? '<=' : '>='} ${long}`;
  const query = `SELECT listed."cohort row", bool_or(${enough}) AS enough, bool_or((${covers}) IS NULL) AS undated FROM ${asking.listed} AS listed JOIN ${quoted(relation.name)} AS item ON item.${quoted(id.name)} = listed."cohort person" GROUP BY 1`;
  const known = (alias: string) =>
    `CASE WHEN ${alias}.enough THEN true WHEN ${alias}."cohort row" IS NULL OR coalesce(${alias}.undated, false) THEN NULL ELSE false END`;
  return { joined: { query, flag: known } };
}

function byColumn(own: OwnColumn, { kind, min, unit }: Of<'history' | 'follow_up'>, asking: Asking): string {
  const { tables, step, number, binder } = asking;
  const { column, table, sql } = own;
  const place = step.placeOf(kind, 'column');
  if (!isTime(column) && !isNumber(column)) throw fail('cohort-not-a-time', { column: column.name, table }, { place });
  const alias = sql.slice(0, sql.indexOf('.'));
  const relation = alias === 'person' && tables.person ? tables.person.relation : tables.from;
  const clock = clockOf(relation, { name: column.name, key: 'column', place });
  const far = distance(clock, unit, { entry: tables.clock, step, number });
  const long = binder.bind((kind === 'history' ? -min : min) * far.scale);
  return `${far.sql(alias)} ${kind === 'history' ? '<=' : '>='} ${long}`;
}

/** When the entry's person died, as a query with a row a person; undefined where no table tells deaths. */
export function deathQuery(tables: CohortTables, place: ReturnType<Step['placeOf']>): string | undefined {
  const death = tables.ofPersons('death');
  if (!death || tables.clock.kind !== 'calendar') return undefined;
  const clock = clockOf(death.relation, { name: undefined, key: 'date', place });
  if (clock.kind !== 'calendar') return undefined;
  const id = quoted(death.id.name);
  return `SELECT ${id} AS person, min(${clock.day('death')}) AS died FROM ${quoted(death.relation.name)} AS death WHERE ${id} IS NOT NULL GROUP BY 1`;
}

/** A follow-up that ends with death is complete: `died` may lie on the day of entry, and up to its end. */
export function orDied(flag: string, condition: Of<'follow_up'>, died: string, binder: Binder): string {
  const days = condition.unit === 'hours' ? condition.min / 24 : condition.min;
  const within = `${died} >= ${entryDay} AND ${died} - ${entryDay} <= ${binder.bind(days)}`;
  return `CASE WHEN ${within} THEN true ELSE ${flag} END`;
}
