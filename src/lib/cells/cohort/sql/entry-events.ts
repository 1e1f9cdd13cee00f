import type { Variable } from '$workers/data/contract';
import { quoted } from '../../sql-name';
import { failCohort as fail } from '../failures';
import { recognised, type Clock, type Expression } from '../recognise';
import type { CohortSpec, EntryEvent } from '../spec';
import type { CohortTables } from '../tables';
import { Binder } from './binder';
import { meant, numbered, sourceRow, type MeantRows } from './rows';

/** Where an entry that several events can make has the day on which its own row ends. */
export const entryUntil = '"cohort until"';

/** Whether the entries must be put together before they are judged: more than a list of one table names them. */
export function isGathered({ entry }: CohortSpec): boolean {
  return entry.or.length > 0 || entry.where.length > 0 || entry.earliest;
}

/**
 * Every row that lets its person enter, of all tables, in the columns of the first: others have those of the same name
 * and type, and are missing in the rest. A row that meets several events of its table enters once.
 */
export function gatherEntries(
  spec: CohortSpec,
  tables: CohortTables
): { sql: string; variables: Readonly<Record<string, Variable>> } {
  const binder = new Binder();
  const { entry, from, placeOf } = spec;
  const own: EntryEvent = {
    ...entry,
    table: from,
    end_date: spec.exit?.end_date,
    placeOf: (...keys) => placeOf('entry', ...keys)
  };
  const selects = grouped([own, ...entry.or], tables).map(({ found, event, events }) => {
    const conditions = events.map((one) => meant({ ...found, rows: one }, binder)?.('item') ?? 'true');
    const columns = [
      ...columnsOf(found, tables),
      `${quotedText(binder, found.relation.name)} AS "cohort table"`,
      `item.${sourceRow} AS ${sourceRow}`,
      `${untilOf(event, found)('item')} AS ${entryUntil}`
    ];
    const any = conditions.map((condition) => `(${condition})`).join(' OR ');
    return `SELECT ${columns.join(', ')} FROM ${numbered(found.relation)} AS item WHERE ${any}`;
  });
  return { sql: selects.join('\nUNION ALL '), variables: binder.variables };
}

const quotedText = (binder: Binder, text: string) => `CAST(${binder.bind(text)} AS VARCHAR)`;

interface Group {
  found: MeantRows;
  event: EntryEvent;
  events: EntryEvent[];
}

/** Events of one table that mean the same columns by person and date. */
function grouped(events: readonly EntryEvent[], tables: CohortTables): Group[] {
  const groups = new Map<string, Group>();
  for (const event of events) {
    const found = tables.rowsAt(event);
    const key = JSON.stringify([found.relation.name, found.id.name, found.clock().column.name, event.end_date ?? null]);
    const group = groups.get(key);
    if (group) group.events.push(event);
    else groups.set(key, { found, event, events: [event] });
  }
  return [...groups.values()];
}

/** The columns of the table of entries, of a row of another: its person and its time stand where those of entries do. */
function columnsOf({ relation, id, clock, rows }: MeantRows, tables: CohortTables): string[] {
  const { from, personId, clock: wanted } = tables;
  const given = clock();
  if (given.kind !== wanted.kind) {
    const word = (one: Clock) => (one.kind === 'number' ? 'clock' : 'calendar');
    const values = { one: from.name, first: word(wanted), other: relation.name, second: word(given) };
    throw fail('cohort-clocks', values, { place: rows.placeOf('date') });
  }
  const beside = timeBeside(tables);
  return from.columns.map((column) => {
    const name = quoted(column.name);
    const same = relation.columns.find(
      (one) => one.name.toLowerCase() === column.name.toLowerCase() && one.type === column.type
    );
    if (column === personId) return `item.${quoted(id.name)} AS ${name}`;
    if (column === wanted.column) return `${timeAs(given, wanted)} AS ${name}`;
    if (column.name === beside && given.kind === 'calendar') {
      return `${given.time?.('item') ?? 'NULL::TIMESTAMP'} AS ${name}`;
    }
    return `${same ? `item.${quoted(same.name)}` : 'NULL'} AS ${name}`;
  });
}

/** The column of times that stands beside the days of the entries. */
function timeBeside({ clock, from }: CohortTables): string | undefined {
  if (clock.kind !== 'calendar' || clock.column.type !== 'date') return undefined;
  const beside = `${clock.column.name.replace(/date$/i, '')}datetime`.toLowerCase();
  return from.columns.find(({ name, type }) => name.toLowerCase() === beside && type === 'timestamp')?.name;
}

function timeAs(given: Clock, wanted: Clock): string {
  if (given.kind === 'number' || wanted.kind === 'number') {
    const hours = (clock: Clock) => (clock.kind === 'number' && clock.unit === 'days' ? 24 : 1);
    const value = given.kind === 'number' ? given.value('item') : 'NULL::DOUBLE';
    return `(${value} * ${hours(given)} / ${hours(wanted)})`;
  }
  if (wanted.column.type === 'date') return given.day('item');
  return given.time?.('item') ?? `CAST(${given.day('item')} AS TIMESTAMP)`;
}

/** The day on which a row of an event ends, where its table tells it. */
function untilOf({ end_date, placeOf }: EntryEvent, { relation }: MeantRows): Expression {
  const column =
    end_date === undefined
      ? recognised(relation, 'until')
      : relation.columns.find(({ name }) => name.toLowerCase() === end_date.toLowerCase());
  if (!column && end_date !== undefined) {
    const known = relation.columns.map(({ name }) => name).join(', ');
    const values = { table: relation.name, role: 'until', key: 'end_date', known };
    throw fail('cohort-no-role', values, { place: placeOf('end_date') });
  }
  return column ? (alias) => `CAST(${alias}.${quoted(column.name)} AS DATE)` : () => 'NULL::DATE';
}
