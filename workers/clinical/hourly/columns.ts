import { isPresent } from '../../shared/exact-text';
import type { Column, Float64Column } from '../../shared/table';
import { withoutNaN } from '../../shared/validity';

/** NaN becomes missing: a table holds none. Takes the array over. */
export function numbers(values: Float64Array): Omit<Float64Column, 'name'> {
  return { type: 'float64', ...withoutNaN(values) };
}

/** A column of one row a stay as one of `cells` rows, one an hour. */
export function expand(column: Column, hours: Int32Array, cells: number): Column {
  const make = column.values.constructor as new (length: number) => typeof column.values;
  const values = new make(cells);
  let cell = 0;
  for (let stay = 0; stay < hours.length; stay++) {
    const end = cell + (hours[stay] as number);
    values.fill(column.values[stay] as never, cell, end);
    cell = end;
  }
  const { validity: _, ...rest } = column;
  return { ...rest, values } as Column;
}

/** Rows `from` to `to` of a column. */
export function sliced(column: Column, from: number, to: number): Column {
  const { validity, ...rest } = column;
  const values = column.values.slice(from, to);
  if (!validity) return { ...rest, values } as Column;
  const bits = new Uint8Array((to - from + 7) >> 3);
  for (let row = from; row < to; row++) {
    if (isPresent(column, row))
      bits[(row - from) >> 3] = (bits[(row - from) >> 3] as number) | (1 << ((row - from) & 7));
  }
  return { ...rest, values, validity: bits } as Column;
}

/** A column's texts and numbers as they are compared: text by word, numbers exactly. */
export function keyAt(column: Column, row: number): string | bigint | number {
  const value = column.values[row] as number | bigint;
  return column.type === 'text' ? (column.dictionary[Number(value)] as string) : value;
}
