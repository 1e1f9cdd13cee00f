import type { Table } from '$workers/shared/table';

/** The numbers of a column that the engine made: there, and none missing. */
export function numbersOf({ columns }: Table, name: string): ArrayLike<number> {
  const found = columns.find((column) => column.name === name);
  if (found?.type !== 'int32' && found?.type !== 'float64' && found?.type !== 'bool') {
    throw new TypeError(`no figures in ${name}`);
  }
  return found.values;
}

export function textsOf({ columns }: Table, name: string): string[] {
  const found = columns.find((column) => column.name === name);
  if (found?.type !== 'text') throw new TypeError(`no text in ${name}`);
  return Array.from(found.values, (code) => found.dictionary[code] ?? '');
}

/** One object a row: for the few rows that are shown. */
export function rowsOf<Key extends string>(
  table: Table,
  columns: Readonly<Record<Key, string>>,
  most = table.rows
): Record<Key, number>[] {
  const read = Object.entries<string>(columns).map(([key, name]) => [key, numbersOf(table, name)] as const);
  return Array.from(
    { length: Math.min(most, table.rows) },
    (_, row) => Object.fromEntries(read.map(([key, values]) => [key, values[row] ?? 0])) as Record<Key, number>
  );
}
