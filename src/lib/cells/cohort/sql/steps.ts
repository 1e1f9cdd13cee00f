// One step after the other becomes a flag that is true, false or missing; the cases only make sense side by side.
import type { Relation } from '$workers/data/contract';
import { quoted } from '../../sql-name';
import { failCohort as fail } from '../failures';
import { columnFor, isNumber } from '../recognise';
import type { Condition, Rows, Step } from '../spec';
import type { CohortTables } from '../tables';
import { ageFlag, type Birth } from './age';
import { isOneOf, isWithin, type Binder } from './binder';
import { isObserved, observedFlag } from './observed';
import { meant, numbered, sourceRow, timeOrder } from './rows';
import { inWindow } from './time';

/** A step as SQL. */
export interface Flag {
  /** A flag over the columns of `entry` and `person`. */
  own?: string;
  /** A flag over the columns of a query that has a row (`"cohort row"`) for each entry with something to count. */
  joined?: { query: string; flag: (alias: string) => string };
  /** A group: how many of its flags must be true. */
  parts?: readonly (Flag & { step: Step })[];
  least?: number;
  most?: number | undefined;
  /** First or last of those still in. */
  occurrence?: 'first' | 'last';
  /** The days of birth decide it. */
  birth?: true;
  /** The column whose ages were converted between calendar and days. */
  rounded?: string | undefined;
}

export interface Compiling {
  tables: CohortTables;
  birth: Birth | undefined;
  binder: Binder;
  /** The entry table with a number a row, and the list of entries. */
  entries: string;
  listed: string;
}

/** @throws `cohort-…`, `no-column` */
export function flagOf(step: Step, number: number, compiling: Compiling): Flag {
  const { condition } = step;
  switch (condition.kind) {
    case 'age': {
      const { sql, source, rounded } = ageFlag(condition, step, compiling);
      return { own: sql, rounded, ...(source === 'birth' && { birth: true }) };
    }
    case 'group':
      return {
        parts: condition.of.map((part) => ({ ...flagOf(part, number, compiling), step: part })),
        least: condition.least,
        most: condition.most
      };
    case 'category': {
      const place = step.placeOf('category', 'column');
      const { column, sql } = compiling.tables.own(condition.column, place);
      const values = step.placeOf('category', condition.not ? 'not_in' : 'in');
      const found = isOneOf(column, condition.values, compiling.binder, values)(sql.slice(0, sql.indexOf('.')));
      return { own: condition.not ? `NOT ${found}` : found };
    }
    case 'event':
      return eventFlag(condition, { ...compiling, step, number });
    case 'value':
      return condition.table === undefined
        ? ownValueFlag(condition, { ...compiling, step, number })
        : valueFlag(condition, { ...compiling, step, number });
    case 'history':
    case 'follow_up':
      return observedFlag(condition, { ...compiling, step, number });
    case 'occurrence':
      return { occurrence: condition.end };
    case 'sql':
      return { own: `CAST((\n${condition.sql}\n) AS BOOLEAN)` };
  }
}

export interface Asking extends Compiling {
  step: Step;
  number: number;
}

type Of<Kind extends Condition['kind']> = Extract<Condition, { kind: Kind }>;

/** The rows that are meant, each beside its entry: `item` and `listed` are their aliases. */
function rowsBeside(rows: Rows, kind: string, asking: Asking, { itself }: { itself: 'out' | 'in' }) {
  const { tables, entries, listed, step, binder } = asking;
  const found = tables.rowsOf(rows, step, kind);
  const { relation, id, clock } = found;
  const conditions = [`item.${quoted(id.name)} = listed."cohort person"`];
  const condition = meant(found, binder);
  if (condition) conditions.push(condition('item'));
  const same = relation === tables.from && !tables.entries.gathered;
  if (itself === 'out') {
    if (same) conditions.push('item."cohort row" <> listed."cohort row"');
    else if (tables.entries.gathered) {
      const own = `listed."cohort table" = ${binder.bind(relation.name)} AND listed.${sourceRow} = item.${sourceRow}`;
      conditions.push(`NOT (${own})`);
    }
  }
  const needsNumber = tables.entries.gathered || rows.earliest;
  const own = needsNumber ? `(SELECT *, "cohort row" AS ${sourceRow} FROM ${entries})` : entries;
  const source = same ? own : needsNumber ? numbered(relation) : quoted(relation.name);
  return { relation, clock, from: `${listed} AS listed JOIN ${source} AS item ON ${conditions.join(' AND ')}` };
}

function eventFlag(condition: Of<'event'>, asking: Asking): Flag {
  const { tables, step, number, binder } = asking;
  const { clock, from } = rowsBeside(condition, 'event', asking, { itself: condition.itself ? 'in' : 'out' });
  const { within, undated } = inWindow(clock, condition.window, { entry: tables.clock, step, number }, binder);
  const during = condition.observed ? ` AND ${isObserved(clock(), asking)}` : '';
  const query = `SELECT listed."cohort row", count(*) FILTER (WHERE ${within('item')}) AS n, count(*) FILTER (WHERE ${undated('item')}) AS undated FROM ${from}${during} GROUP BY 1`;
  const { least, most } = condition;
  const [atLeast, atMost] = [binder.bind(least), most === undefined ? undefined : binder.bind(most)];
  // A row without a date may lie within the window or not: where it would decide, nobody knows.
  const flag = (alias: string) => {
    const [n, all] = [`coalesce(${alias}.n, 0)`, `(coalesce(${alias}.n, 0) + coalesce(${alias}.undated, 0))`];
    const enough = `CASE WHEN ${n} >= ${atLeast} THEN true WHEN ${all} < ${atLeast} THEN false END`;
    if (atMost === undefined) return enough;
    return `(${enough}) AND (CASE WHEN ${n} > ${atMost} THEN false WHEN ${all} <= ${atMost} THEN true END)`;
  };
  return { joined: { query, flag } };
}

function ownValueFlag(condition: Of<'value'>, { tables, step, number, binder }: Asking): Flag {
  const place = step.placeOf('value', 'value');
  const { column, table, sql } = tables.own(condition.value ?? '', place);
  if (!isNumber(column)) throw fail('cohort-not-number', { column: column.name, table }, { place });
  const { unit, min, max } = condition;
  if (unit !== undefined && column.unit !== undefined && unit !== column.unit) {
    const values = { column: column.name, has: column.unit, unit, step: number };
    throw fail('cohort-unit', values, { place: step.placeOf('value', 'unit') });
  }
  const value = `CAST(${sql} AS DOUBLE)`;
  return { own: `CASE WHEN NOT isnan(${value}) THEN ${isWithin(value, min, max, binder)} END` };
}

/** The column that tells the unit of each value. */
export function unitColumn(relation: Relation) {
  return relation.columns.find(({ name }) => /^(unit_source_value|unit|units)$/i.test(name));
}

function valueFlag(condition: Of<'value'>, asking: Asking): Flag {
  const { tables, step, number, binder } = asking;
  const { relation, clock, from } = rowsBeside(condition, 'value', asking, { itself: 'in' });
  const place = step.placeOf('value', 'value');
  const column = columnFor(relation, 'value', { name: condition.value, key: 'value', place });
  if (!isNumber(column)) throw fail('cohort-not-number', { column: column.name, table: relation.name }, { place });
  const { unit, pick, min, max, window } = condition;
  if (unit !== undefined && column.unit !== undefined && unit !== column.unit) {
    const values = { column: column.name, has: column.unit, unit, step: number };
    throw fail('cohort-unit', values, { place: step.placeOf('value', 'unit') });
  }
  const value = `CAST(item.${quoted(column.name)} AS DOUBLE)`;
  const units = unit === undefined ? undefined : unitColumn(relation);
  const inUnit = units ? ` AND item.${quoted(units.name)} = ${binder.bind(unit ?? '')}` : '';
  const { within, undated } = inWindow(clock, window, { entry: tables.clock, step, number }, binder);
  const here = (sql: string) => `${sql} FILTER (WHERE ${within('item')})`;
  const ordered = pick === 'first' || pick === 'last' ? timeOrder(clock())('item') : '';
  const results: Record<typeof pick, string> = {
    any: here(`bool_or(${isWithin(value, min, max, binder)})`),
    every: here(`bool_and(${isWithin(value, min, max, binder)})`),
    // Of several at the same time the lowest: any other rule would depend on the order of rows.
    first: here(`first(${value} ORDER BY ${ordered} ASC, ${value} ASC)`),
    last: here(`first(${value} ORDER BY ${ordered} DESC, ${value} ASC)`),
    lowest: here(`min(${value})`),
    highest: here(`max(${value})`),
    mean: here(`avg(${value})`)
  };
  const query = `SELECT listed."cohort row", count(*) FILTER (WHERE ${within('item')}) AS n, count(*) FILTER (WHERE ${undated('item')}) AS undated, ${results[pick]} AS result FROM ${from} AND NOT isnan(${value})${inUnit} GROUP BY 1`;
  const flag = (alias: string) => {
    const open = `${alias}.n IS NULL OR ${alias}.n = 0 OR ${alias}.undated > 0`;
    if (pick === 'any') return `CASE WHEN ${alias}.result THEN true WHEN ${open} THEN NULL ELSE false END`;
    if (pick === 'every') return `CASE WHEN NOT ${alias}.result THEN false WHEN ${open} THEN NULL ELSE true END`;
    return `CASE WHEN ${open} THEN NULL ELSE ${isWithin(`${alias}.result`, min, max, binder)} END`;
  };
  return { joined: { query, flag } };
}
