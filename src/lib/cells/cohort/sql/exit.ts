import { columnOf } from '../../columns';
import { quoted } from '../../sql-name';
import { failCohort as fail } from '../failures';
import { columnFor, isNumber, isTime, recognised, type Clock } from '../recognise';
import type { CohortExit, CohortSpec, EntryEvent } from '../spec';
import type { CohortTables } from '../tables';
import type { Binder } from './binder';
import { entryUntil } from './entry-events';
import { seenTo } from './observed';
import { meant, numbered, type MeantRows } from './rows';
import { entryDay } from './time';

/** The last day of the cohort in the statement that judges the entries. */
export const entryEnd = '"cohort end"';

/** What the statement needs for the days on which persons leave. */
export interface ExitQuery {
  parts: string[];
  joins: string[];
  /** The day, as SQL over `listed` and the joins; missing where it is not known. */
  day: string;
}

/**
 * The last day of each entry: by its rule, but not after the observation period that it lies in, a death or a
 * censoring event where those are named, and never before the entry.
 *
 * @throws `cohort-needs-calendar`, `cohort-needs-table`, `cohort-no-role`
 */
export function exitQuery(
  exit: CohortExit,
  { spec, tables, binder, died }: { spec: CohortSpec; tables: CohortTables; binder: Binder; died: string | undefined }
): ExitQuery {
  const place = spec.placeOf('exit');
  if (tables.clock.kind !== 'calendar') {
    throw fail('cohort-needs-calendar', { key: 'exit', table: tables.from.name }, { place });
  }
  const parts: string[] = [];
  const joins: string[] = [];
  const observed = tables.ofPersons('period') === undefined ? [] : [`listed.${seenTo}`];
  const ends = [...observed];
  switch (exit.at) {
    case 'observation':
      if (observed.length === 0) {
        throw fail('cohort-exit-observation', {}, { place: spec.placeOf('exit', 'at') });
      }
      break;
    case 'entry':
      ends.push(`(listed.${entryDay} + CAST(${binder.bind(exit.days)} AS INTEGER))`);
      break;
    case 'end':
      ends.push(endOfEntry(exit, spec, tables, binder));
      break;
    case 'exposure': {
      const { exposure } = exit;
      if (!exposure) break;
      parts.push(`eras AS (${erasQuery({ ...exposure, days: exit.days, without: exit.without_end }, tables, binder)})`);
      joins.push(
        `LEFT JOIN eras ON eras.person = listed."cohort person" AND listed.${entryDay} BETWEEN eras.era_from AND eras.era_to`
      );
      ends.push('eras.era_to');
    }
  }
  for (const [index, event] of exit.censor.entries()) {
    const found = tables.rowsAt(event);
    const condition = meant(found, binder)?.('item') ?? 'true';
    const day = dayOf(found.clock(), event, found)('item');
    const source = `${numbered(found.relation)} AS item ON item.${quoted(found.id.name)} = listed."cohort person"`;
    parts.push(
      `censor_${index} AS (SELECT listed."cohort row", min(${day}) AS day FROM listed JOIN ${source} AND ${condition} AND ${day} >= listed.${entryDay} GROUP BY 1)`
    );
    joins.push(`LEFT JOIN censor_${index} ON censor_${index}."cohort row" = listed."cohort row"`);
    ends.push(`censor_${index}.day`);
  }
  if (died) ends.push(`CASE WHEN ${died} >= listed.${entryDay} THEN ${died} END`);
  const day = ends.length === 1 ? (ends[0] ?? '') : `least(${ends.join(', ')})`;
  // `greatest` leaves out what is missing, so an end that is not known must stay so.
  return { parts, joins, day: `CASE WHEN ${day} IS NOT NULL THEN greatest(${day}, listed.${entryDay}) END` };
}

/** The end date of the entry's own row and some days; a row that ends before it begins has none. */
function endOfEntry(exit: CohortExit, spec: CohortSpec, tables: CohortTables, binder: Binder): string {
  const place = spec.placeOf('exit', 'end_date');
  const { from, entries } = tables;
  const column = exit.end_date === undefined ? recognised(from, 'until') : columnOf(from, exit.end_date, place);
  if (column && !isTime(column)) {
    throw fail('cohort-not-a-time', { column: column.name, table: from.name }, { place });
  }
  const missing = exit.without_end;
  if (!column && !entries.gathered && missing === undefined) {
    columnFor(from, 'until', { name: undefined, key: 'end_date', place });
  }
  const start = `listed.${entryDay}`;
  const until = `listed.${entryUntil}`;
  const known = `CASE WHEN ${until} IS NULL THEN ${missing === undefined ? 'NULL' : `${start} + CAST(${binder.bind(missing)} AS INTEGER)`} WHEN ${until} >= ${start} THEN ${until} END`;
  return `((${known}) + CAST(${binder.bind(exit.days)} AS INTEGER))`;
}

/** The end of the entry's own row as a column of the list of entries. */
export function untilColumn({ exit }: CohortSpec, { from, entries }: CohortTables): string | undefined {
  if (exit?.at !== 'end') return undefined;
  if (entries.gathered) return `entry.${entryUntil}`;
  const name = exit.end_date?.toLowerCase();
  const column =
    name === undefined ? recognised(from, 'until') : from.columns.find((one) => one.name.toLowerCase() === name);
  return column ? `CAST(entry.${quoted(column.name)} AS DATE)` : 'NULL::DATE';
}

/**
 * Exposures of a person in a row: those that lie at most `gap` days apart are one era. Its end has the days after the
 * last exposure; an exposure without an end lasts its days of supply, else as long as the text says.
 */
function erasQuery(
  exposure: EntryEvent & { gap: number; days: number; without: number | undefined },
  tables: CohortTables,
  binder: Binder
): string {
  const found = tables.rowsAt(exposure);
  const { relation, id } = found;
  const place = exposure.placeOf('end_date');
  const start = dayOf(found.clock(), exposure, found)('item');
  const column =
    exposure.end_date === undefined ? recognised(relation, 'until') : columnOf(relation, exposure.end_date, place);
  if (column && !isTime(column))
    throw fail('cohort-not-a-time', { column: column.name, table: relation.name }, { place });
  const supply = relation.columns.find((one) => one.name.toLowerCase() === 'days_supply' && isNumber(one));
  const ends = [
    ...(column ? [`CAST(item.${quoted(column.name)} AS DATE)`] : []),
    ...(supply ? [`(${start} + CAST(item.${quoted(supply.name)} AS INTEGER))`] : []),
    `(${start} + CAST(${binder.bind(exposure.without ?? 0)} AS INTEGER))`
  ];
  const days = `CAST(${binder.bind(exposure.days)} AS INTEGER)`;
  const conditions = [
    meant(found, binder)?.('item') ?? 'true',
    `item.${quoted(id.name)} IS NOT NULL`,
    `${start} IS NOT NULL`
  ];
  const rows = `SELECT item.${quoted(id.name)} AS person, ${start} AS day_from, greatest(coalesce(${ends.join(', ')}), ${start}) + ${days} AS day_to FROM ${numbered(relation)} AS item WHERE ${conditions.join(' AND ')}`;
  const window = 'PARTITION BY person ORDER BY day_from, day_to ROWS BETWEEN UNBOUNDED PRECEDING AND';
  const apart = `day_from > max(day_to) OVER (${window} 1 PRECEDING) + CAST(${binder.bind(exposure.gap)} AS INTEGER)`;
  const marked = `SELECT *, CASE WHEN ${apart} THEN 1 ELSE 0 END AS fresh FROM (${rows})`;
  const runs = `SELECT *, sum(fresh) OVER (${window} CURRENT ROW) AS run FROM (${marked})`;
  return `SELECT person, min(day_from) AS era_from, max(day_to) AS era_to FROM (${runs}) GROUP BY person, run`;
}

function dayOf(clock: Clock, event: EntryEvent, { relation }: MeantRows) {
  if (clock.kind === 'calendar') return clock.day;
  throw fail('cohort-needs-calendar', { key: 'exit', table: relation.name }, { place: event.placeOf('date') });
}
