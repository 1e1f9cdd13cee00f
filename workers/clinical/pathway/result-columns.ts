import type { Column, Float64Column, Int32Column, Table, TextColumn } from '../../shared/table';

export function textColumn(name: string, values: Int32Array, dictionary: readonly string[]): TextColumn {
  return { name, type: 'text', values, dictionary };
}

export function countColumn(name: string, values: Int32Array): Int32Column {
  return { name, type: 'int32', values };
}

/** Seconds; missing where `n` is 0. */
export function secondsColumn(name: string, values: Float64Array, n?: Int32Array): Float64Column {
  const column: Float64Column = { name, type: 'float64', values, unit: 's' };
  if (n?.includes(0)) column.validity = validityOf(n.length, (row) => n[row]! > 0);
  return column;
}

/** A bit a row, as tables hold them. */
export function validityOf(rows: number, isThere: (row: number) => boolean): Uint8Array {
  const bits = new Uint8Array((rows + 7) >> 3);
  for (let row = 0; row < rows; row++) if (isThere(row)) bits[row >> 3]! |= 1 << (row & 7);
  return bits;
}

/** 1, 2, 3 … as people count. */
export function numberColumn(name: string, rows: number): Int32Column {
  return countColumn(
    name,
    Int32Array.from({ length: rows }, (_, row) => row + 1)
  );
}

export function tableOf(rows: number, columns: readonly Column[]): Table {
  return { rows, columns };
}
