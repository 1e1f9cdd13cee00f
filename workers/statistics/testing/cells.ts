import { TableBuilder } from '../../shared/column-builder';
import { isPresent } from '../../shared/exact-text';
import type { Column, Table } from '../../shared/table';
import { keyOf } from '../columns';

export type Cell = string | number | bigint | boolean | undefined;

/** A column for a test. */
export function column(
  name: string,
  type: 'text' | 'float64' | 'bool' | 'int32' | 'int64' | 'date' | 'timestamp',
  cells: Cell[]
): Column {
  const builder = new TableBuilder([{ name, type }]);
  for (const cell of cells) builder.push(cell);
  return builder.finish().columns[0] as Column;
}

/** Its values, missing as undefined. */
export function cellsOf(table: Table, name: string): Cell[] {
  const found = table.columns.find((one) => one.name === name);
  if (!found) throw new Error(`no column ${name}`);
  return Array.from({ length: table.rows }, (_, row) => (isPresent(found, row) ? keyOf(found, row) : undefined));
}
