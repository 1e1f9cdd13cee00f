import type { Column, Table } from '../../../shared/table';

type Cell = number | string | null;

function validityOf(cells: readonly Cell[]): Uint8Array {
  const validity = new Uint8Array((cells.length + 7) >> 3);
  cells.forEach((cell, row) => {
    if (cell !== null) validity[row >> 3]! |= 1 << (row & 7);
  });
  return validity;
}

/** A float64 column, or a text one where a cell is a text; null = missing. */
export function columnOf(cells: readonly Cell[], unit?: string): Column {
  const more = { name: 'column', validity: validityOf(cells), ...(unit !== undefined && { unit }) };
  if (!cells.some((cell) => typeof cell === 'string')) {
    return { ...more, type: 'float64', values: Float64Array.from(cells, (cell) => Number(cell ?? 0)) };
  }
  const dictionary = [...new Set(cells.map((cell) => String(cell ?? '')))];
  return {
    ...more,
    type: 'text',
    dictionary,
    values: Int32Array.from(cells, (cell) => dictionary.indexOf(String(cell ?? '')))
  };
}

/** The cells of a result column: numbers, texts, null for missing. */
export function cellsOf(table: Table, name: string): Cell[] {
  const column = table.columns.find((one) => one.name === name);
  if (!column) throw new Error(`No column ${name}.`);
  return Array.from({ length: table.rows }, (_, row) => {
    if (column.validity && !((column.validity[row >> 3]! >> (row & 7)) & 1)) return null;
    const value = Number(column.values[row]);
    return column.type === 'text' ? column.dictionary[value]! : value;
  });
}

export function sum(cells: readonly Cell[]): number {
  return cells.reduce<number>((all, cell) => all + Number(cell), 0);
}
