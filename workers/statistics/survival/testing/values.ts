import { isPresent } from '../../../shared/exact-text';
import type { Table } from '../../../shared/table';

/** Values of a numeric column, null where missing. */
export function valuesOf(table: Table, name: string): (number | null)[] {
  const column = table.columns.find((one) => one.name === name);
  if (!column) throw new Error(`no column ${name}`);
  return Array.from({ length: table.rows }, (_, row) => (isPresent(column, row) ? Number(column.values[row]) : null));
}
