import type { Table } from '../shared/table';
import { columnOf } from './column-of';
import { ColumnTable } from './column-table';

/** Columns from row objects: the type of each is what its values have in common. */
export function columnsFrom(rows: Iterable<unknown>): Table {
  const list = [...rows];
  const names = new Set<string>();
  for (const row of list)
    if (typeof row === 'object' && row !== null) for (const name of Object.keys(row)) names.add(name);
  const columns = [...names].map((name) =>
    columnOf(
      name,
      list.map((row) => (row as Record<string, unknown> | null)?.[name])
    )
  );
  return { rows: list.length, columns };
}

export function tableFrom(given: unknown): ColumnTable {
  if (given instanceof ColumnTable) return given;
  if (typeof given !== 'object' || given === null)
    throw new TypeError('tableFrom takes rows, or an object of columns.');
  if (Symbol.iterator in given) return new ColumnTable(columnsFrom(given as Iterable<unknown>));
  const columns = Object.entries(given).map(([name, values]) =>
    columnOf(name, Array.from(values as ArrayLike<unknown>))
  );
  const rows = columns[0]?.values.length ?? 0;
  if (columns.some((column) => column.values.length !== rows))
    throw new RangeError('The columns are not equally long.');
  return new ColumnTable({ rows, columns });
}
