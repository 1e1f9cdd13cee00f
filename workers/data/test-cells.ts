import type { Column, Table } from '../shared/table';

/** A table's values as rows, for comparing in tests: missing is null, text its words, the rest as stored. */
export function rowsOf(table: Table): unknown[][] {
  return Array.from({ length: table.rows }, (_, row) => table.columns.map((column) => valueAt(column, row)));
}

export function valueAt(column: Column, row: number): unknown {
  if (column.validity && !((column.validity[row >> 3]! >> (row & 7)) & 1)) return null;
  if (column.type === 'text') return column.dictionary[column.values[row]!];
  return column.type === 'bool' ? column.values[row] === 1 : column.values[row];
}
