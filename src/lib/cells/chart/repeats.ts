import type { Table } from '$workers/shared/table';
import { exactValue } from '../column-values';
import { columnNamed } from './vector';

/** Whether two rows agree in all of these columns (those that the table has). */
export function hasRepeats(table: Table, names: readonly string[]): boolean {
  const columns = names.map((name) => columnNamed(table, name)).filter((column) => column !== undefined);
  const seen = new Set<string>();
  for (let row = 0; row < table.rows; row++) {
    const key = JSON.stringify(columns.map((column) => String(exactValue(column, row))));
    if (seen.has(key)) return true;
    seen.add(key);
  }
  return false;
}
