import type { Column, Table } from '../shared/table';

/** The first rows of a table, in arrays of their own. Dictionaries are cut to the texts that remain. */
export function firstRows(table: Table, rows: number): Table {
  if (table.rows <= rows) return table;
  return { rows, columns: table.columns.map((column) => firstOf(column, rows)) };
}

function firstOf(column: Column, rows: number): Column {
  const values = column.values.slice(0, rows);
  const validity = column.validity && { validity: column.validity.slice(0, (rows + 7) >> 3) };
  const first = { ...column, ...validity, values } as Column;
  if (first.type !== 'text') return first;
  // Codes are given in order of appearance, so those of the first rows are the first.
  const used = first.values.reduce((most, code) => Math.max(most, code + 1), 0);
  return { ...first, dictionary: first.dictionary.slice(0, used) };
}
