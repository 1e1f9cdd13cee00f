import { isPresent } from '../../shared/exact-text';
import { nearNames } from '../../shared/near-names';
import type { Column, Table } from '../../shared/table';
import { fail } from './errors';

/** @throws `utility-column-unknown` */
export function columnOf(table: Table, name: string): Column {
  const found = table.columns.find((column) => column.name === name);
  if (found) return found;
  const names = table.columns.map((column) => column.name);
  throw fail('utility-column-unknown', { column: name, near: nearNames(name, names, 1)[0], known: names.join(', ') });
}

/** @throws `utility-column-unknown`, `utility-column-type` */
export function typedColumn<Type extends Column['type']>(
  table: Table,
  name: string,
  role: string,
  types: readonly Type[]
): Extract<Column, { type: Type }> {
  const column = columnOf(table, name);
  if (types.includes(column.type as Type)) return column as Extract<Column, { type: Type }>;
  throw fail('utility-column-type', { column: name, type: column.type, role, wanted: types.join(' or ') });
}

const NUMBERS = ['float64', 'int32', 'int64', 'bool', 'decimal'] as const;

/** Numbers of a column as doubles; what is missing is NaN. @throws `utility-column-…` */
export function numbersOf(table: Table, name: string, role: string): Float64Array {
  const column = typedColumn(table, name, role, NUMBERS);
  const unit = column.type === 'decimal' ? 10 ** column.scale : 1;
  const numbers = new Float64Array(table.rows);
  for (let row = 0; row < table.rows; row++) {
    numbers[row] = isPresent(column, row) ? Number(column.values[row]) / unit : NaN;
  }
  return numbers;
}

/** The same, each 0, 1 or NaN. @throws `utility-not-binary`, `utility-column-…` */
export function binaryOf(table: Table, name: string, role: string): Float64Array {
  const numbers = numbersOf(table, name, role);
  const odd = numbers.reduce((count, value) => count + Number(value !== 0 && value !== 1 && !Number.isNaN(value)), 0);
  if (odd > 0) throw fail('utility-not-binary', { column: name, rows: odd });
  return numbers;
}
