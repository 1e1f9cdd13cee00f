import { isPresent } from '../../shared/exact-text';
import type { Table } from '../../shared/table';
import type { EventTable } from './cdm';
import type { QualityLimits, QualitySource } from './contract';
import { numberOf, quoteName, quoteText, textOf, timeOf, wholeOf, type FoundColumn } from './sql';
import type { ResolvedUnit } from './units';

/** What a check cannot do without. */
export interface Need {
  table: string;
  columns: readonly string[];
}

export interface Lack {
  table: string;
  column?: string;
  reason: string;
}

interface FoundTable {
  /** As it stands in SQL. */
  from: string;
  schema: string;
  name: string;
  columns: ReadonlyMap<string, FoundColumn>;
}

/** What the checks are made with beside the tables. */
export interface Settings {
  limits: QualityLimits;
  ageYears: readonly [number, number];
  intensiveCare: readonly number[];
  /** ISO date of the extract, where known. */
  extractDate: string | undefined;
  /** Variables of the measurements there are, by concept and unit as written. */
  units: readonly ResolvedUnit[];
  /** SQL of the unit of a measurement `m`, empty where none is given. */
  unit: string;
  hours: { table: string; label: string; stay: readonly string[]; time: readonly string[] };
}

/** The tables that are there, under the names of the CDM in lower case, and SQL for their columns. */
export class Extract {
  constructor(
    private readonly tables: ReadonlyMap<string, FoundTable>,
    readonly settings: Settings
  ) {}

  has(table: string): boolean {
    return this.tables.has(table);
  }

  /** The table as it stands in SQL. Only of one that is there. */
  from(table: string): string {
    return this.#table(table).from;
  }

  columns(table: string): FoundColumn[] {
    return [...(this.tables.get(table)?.columns.values() ?? [])];
  }

  column(table: string, column: string): FoundColumn | undefined {
    return this.tables.get(table)?.columns.get(column.toLowerCase());
  }

  /** The first thing that is missing. */
  lacking(needs: readonly Need[]): Lack | undefined {
    for (const { table, columns } of needs) {
      if (!this.has(table)) return { table, reason: `The table ${table} is absent.` };
      const column = columns.find((name) => !this.column(table, name));
      if (column !== undefined) return { table, column, reason: `The column ${table}.${column} is absent.` };
    }
    return undefined;
  }

  whole(table: string, column: string, alias: string): string {
    return wholeOf(this.#column(table, column), alias);
  }

  number(table: string, column: string, alias: string): string {
    return numberOf(this.#column(table, column), alias);
  }

  text(table: string, column: string, alias: string): string {
    return textOf(this.#column(table, column), alias);
  }

  /** Time stamp of the start or end of an event, the date where there is none. `undefined`: neither column is there. */
  moment(table: string, base: string, alias: string): string | undefined {
    return this.#both(table, [`${base}_datetime`, `${base}_date`], (column) => timeOf(column, alias));
  }

  /** Date of the start or end of an event, from the time stamp where there is none. */
  day(table: string, base: string, alias: string): string | undefined {
    const date = (column: FoundColumn) =>
      column.type === 'DATE' ? `${alias}.${quoteName(column.name)}` : `CAST(${timeOf(column, alias)} AS DATE)`;
    return this.#both(table, [`${base}_date`, `${base}_datetime`], date);
  }

  /** The column that stands for the time of an event in a result. */
  timeColumn(table: string, { start }: Pick<EventTable, 'start'>): string {
    return this.column(table, `${start}_datetime`) ? `${start}_datetime` : `${start}_date`;
  }

  /** One row a person, `(person, birth)`: a date, January and the first where month or day are not given. */
  births(): string | undefined {
    if (!this.column('person', 'person_id')) return undefined;
    const dates: string[] = [];
    const stamp = this.column('person', 'birth_datetime');
    if (stamp) dates.push(`CAST(${timeOf(stamp, 'p')} AS DATE)`);
    if (this.column('person', 'year_of_birth')) {
      const part = (name: string) =>
        this.column('person', name) ? `coalesce(${this.whole('person', name, 'p')}, 1)` : '1';
      const year = this.whole('person', 'year_of_birth', 'p');
      dates.push(
        `TRY_CAST(printf('%04d-%02d-%02d', ${year}, ${part('month_of_birth')}, ${part('day_of_birth')}) AS DATE)`
      );
    }
    if (dates.length === 0) return undefined;
    return `(SELECT ${this.whole('person', 'person_id', 'p')} AS person, min(coalesce(${dates.join(', ')})) AS birth
  FROM ${this.from('person')} p GROUP BY 1)`;
  }

  /** Columns of a table as the engine tells them, for a line about a column that is not there. */
  columnsSql(table: string): string {
    const { schema, name } = this.#table(table);
    return `SELECT column_name, data_type FROM information_schema.columns
WHERE table_catalog = current_database() AND table_schema = ${quoteText(schema)} AND table_name = ${quoteText(name)}`;
  }

  #both(table: string, names: readonly string[], sql: (column: FoundColumn) => string): string | undefined {
    const found = names.map((name) => this.column(table, name)).filter((column) => column !== undefined);
    return found.length === 0
      ? undefined
      : found.length === 1
        ? sql(found[0]!)
        : `coalesce(${found.map(sql).join(', ')})`;
  }

  #table(table: string): FoundTable {
    const found = this.tables.get(table);
    if (!found) throw new Error(`no table ${table}`);
    return found;
  }

  #column(table: string, column: string): FoundColumn {
    const found = this.column(table, column);
    if (!found) throw new Error(`no column ${table}.${column}`);
    return found;
  }
}

export interface Place {
  prefix: string;
  schema: string;
  tables?: Readonly<Record<string, string>> | undefined;
}

/** What each table is, in lower case: by its name behind the prefix, or as it is given. */
function keysOf({ prefix, tables }: Place): (name: string) => readonly string[] {
  if (!tables)
    return (name) =>
      name.toLowerCase().startsWith(prefix.toLowerCase()) ? [name.slice(prefix.length).toLowerCase()] : [];
  const given = Object.entries(tables).map(([key, name]) => [key.toLowerCase(), name.toLowerCase()] as const);
  return (name) => given.flatMap(([key, of]) => (of === name.toLowerCase() ? [key] : []));
}

/** In the schema where every name is looked up first none is written: queries are shown to people. */
const placed = (schema: string, name: string) =>
  schema.toLowerCase() === 'main' ? quoteName(name) : `${quoteName(schema)}.${quoteName(name)}`;

/** Reads which tables there are. Names match without regard to case. */
export async function findTables(
  { query }: QualitySource,
  place: Place,
  signal: AbortSignal | undefined
): Promise<ReadonlyMap<string, FoundTable>> {
  const { schema } = place;
  const found = await query(
    `SELECT table_name, column_name, data_type FROM information_schema.columns
WHERE table_catalog = current_database() AND lower(table_schema) = lower(?) ORDER BY table_name, ordinal_position`,
    [schema],
    signal && { signal }
  );
  const keys = keysOf(place);
  const tables = new Map<string, FoundTable & { columns: Map<string, FoundColumn> }>();
  for (let row = 0; row < found.rows; row++) {
    const [name, column, type] = [0, 1, 2].map((at) => textAt(found, at, row) ?? '') as [string, string, string];
    for (const key of keys(name)) {
      let table = tables.get(key);
      if (!table) tables.set(key, (table = { from: placed(schema, name), schema, name, columns: new Map() }));
      table.columns.set(column.toLowerCase(), { name: column, type });
    }
  }
  return tables;
}

/** A text cell of a small result, `undefined` where it is missing. */
export function textAt(table: Table, column: number, row: number): string | undefined {
  const found = table.columns[column];
  if (!found || !isPresent(found, row)) return undefined;
  return found.type === 'text' ? found.dictionary[found.values[row] ?? 0] : String(found.values[row]);
}

/** A number of a small result, `undefined` where it is missing. */
export function numberAt(table: Table, column: number, row: number): number | undefined {
  const text = textAt(table, column, row);
  return text === undefined ? undefined : Number(text);
}
