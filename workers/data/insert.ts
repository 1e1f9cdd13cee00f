import type { JobOptions } from '../shared/job';
import type { Column, Table } from '../shared/table';
import type { Relation } from './contract';
import { quoteName, type Duck } from './duck';
import { encode } from './encode';
import { fail } from './errors';
import { noteOf, type ColumnNotes, type Relations } from './relations';

/** Rows a part: one row group of DuckDB, and a multiple of 8. */
const part = 122_880;
/** Tables on their way, so that two that arrive at once do not share a name. */
let arrivals = 0;

/**
 * A table from columns. It arrives under a name of its own and takes its place only when it is whole.
 * @throws `table-without-columns`, `table-column-twice`, `table-uneven`, `stopped`
 */
export async function insertTable(
  duck: Duck,
  relations: Relations,
  name: string,
  table: Table,
  job: JobOptions = {}
): Promise<Relation> {
  check(name, table);
  await arrive(duck, name, table, job, async (staging) =>
    duck.transaction([...(await takesPlace(duck, relations, name)), ...arrived(staging, name, table.columns)])
  );
  relations.delete(name);
  return relations.adopt(name, 'table', { rows: table.rows, notes: notesOf(table.columns) });
}

/**
 * Brings columns into a table of its own in schema main, named by their numbers: names of a person's file need not be
 * names that Arrow or DuckDB would keep.
 * @param take what becomes of that table; where it fails, the table goes
 */
export async function arrive(
  duck: Duck,
  name: string,
  table: Table,
  { signal, progress }: JobOptions,
  take: (staging: string) => Promise<void>
): Promise<void> {
  const staging = `phems_inserting_${++arrivals}`;
  try {
    await duck.run(`DROP TABLE IF EXISTS main.${staging}`, [], signal && { signal });
    const numbered = { ...table, columns: table.columns.map((column, at) => ({ ...column, name: `c${at}` })) };
    for (let from = 0; from === 0 || from < table.rows; from += part) {
      if (signal?.aborted) throw fail('stopped');
      const to = Math.min(from + part, table.rows);
      await duck.insertArrow(encode(numbered, from, to), staging, { create: from === 0 });
      progress?.({ step: 'table-insert', done: to, total: table.rows, unit: 'rows', of: name });
    }
    await take(staging);
  } catch (error) {
    await duck.run(`DROP TABLE IF EXISTS main.${staging}`).catch(() => undefined);
    throw error;
  }
}

/** Statements that clear a name of whatever held it. */
export async function takesPlace(duck: Duck, relations: Relations, name: string): Promise<string[]> {
  const found = await duck.query(
    `SELECT table_type = 'VIEW' AS is_view FROM information_schema.tables
     WHERE table_catalog = current_database() AND table_schema = 'main' AND lower(table_name) = lower(?)`,
    [name]
  );
  const held = relations.find(name);
  const orders = [...(held?.arrangements?.values() ?? []), ...(held?.hits ? [held.hits] : [])];
  const clear = [
    `DROP TABLE IF EXISTS phems_held.${quoteName(name)}`,
    ...orders.map(({ table }) => `DROP TABLE IF EXISTS ${table}`),
    ...(held?.beside === undefined ? [] : [`DROP TABLE IF EXISTS ${held.beside}`]),
    ...relations
      .wideningsOf(name)
      .flatMap(({ relation, beside }) => [
        `DROP VIEW IF EXISTS main.${quoteName(relation.name)}`,
        `DROP TABLE IF EXISTS ${beside}`
      ])
  ];
  if (found.rows > 0) {
    const isView = (found.columns[0]!.values as Uint8Array)[0] === 1;
    clear.push(`DROP ${isView ? 'VIEW' : 'TABLE'} main.${quoteName(relations.find(name)?.relation.name ?? name)}`);
  }
  return clear;
}

/** @throws `table-without-columns`, `table-column-twice`, `table-uneven` */
export function check(name: string, table: Table): void {
  if (table.columns.length === 0) throw fail('table-without-columns', { name });
  const seen = new Set<string>();
  for (const column of table.columns) {
    const key = column.name.toLowerCase();
    if (seen.has(key)) throw fail('table-column-twice', { name, column: column.name });
    seen.add(key);
    if (column.values.length !== table.rows) {
      throw fail('table-uneven', { name, column: column.name, found: column.values.length, rows: table.rows });
    }
  }
}

const castable =
  /^(TINYINT|SMALLINT|UTINYINT|USMALLINT|UINTEGER|UBIGINT|HUGEINT|UHUGEINT|FLOAT|UUID|INTERVAL|TIME|TIMESTAMP_S|TIMESTAMP_MS|TIMESTAMP_NS|DECIMAL\(\d+,\d+\))$/;

/** Renames the columns, and gives back the types that our table only mentions. */
function arrived(staging: string, name: string, columns: readonly Column[]): string[] {
  const target = `main.${quoteName(name)}`;
  const retyped = columns.some((column) => column.sqlType && castable.test(column.sqlType));
  if (!retyped) {
    return [
      ...columns.map((column, at) => `ALTER TABLE main.${staging} RENAME COLUMN c${at} TO ${quoteName(column.name)}`),
      `ALTER TABLE main.${staging} RENAME TO ${quoteName(name)}`
    ];
  }
  return [
    `CREATE TABLE ${target} AS SELECT ${arrivedColumns(columns)} FROM main.${staging}`,
    `DROP TABLE main.${staging}`
  ];
}

/** Columns that arrived, by their own names and types, as SQL. */
export function arrivedColumns(columns: readonly Column[]): string {
  const typeOf = (column: Column): string | undefined =>
    column.sqlType && castable.test(column.sqlType)
      ? column.sqlType
      : column.type === 'decimal'
        ? `DECIMAL(18,${column.scale})`
        : undefined;
  return columns
    .map((column, at) => {
      const type = typeOf(column);
      return `${type ? `CAST(c${at} AS ${type})` : `c${at}`} AS ${quoteName(column.name)}`;
    })
    .join(', ');
}

export function notesOf(columns: readonly Column[]): ColumnNotes {
  return new Map(columns.map((column) => [column.name.toLowerCase(), noteOf(column)]));
}
