import { expect } from 'vitest';
import type { Column, Table } from '../../../shared/table';
import { textColumn } from '../../columns';

export type Cell = number | string | boolean | null;

/** A table of a JSON oracle: numbers, texts and truths by column, null where a value is missing. */
export function tableOf(data: Readonly<Record<string, readonly Cell[]>>): Table {
  const columns = Object.entries(data).map(([name, cells]) => columnOf(name, cells));
  return { rows: columns[0]?.values.length ?? 0, columns };
}

function columnOf(name: string, cells: readonly Cell[]): Column {
  const validity = new Uint8Array((cells.length + 7) >> 3);
  cells.forEach((cell, row) => {
    if (cell !== null) validity[row >> 3]! |= 1 << (row & 7);
  });
  const present = cells.filter((cell) => cell !== null);
  if (present.some((cell) => typeof cell === 'string')) {
    return {
      ...textColumn(
        name,
        cells.map((cell) => (cell === null ? '' : String(cell)))
      ),
      validity
    };
  }
  if (present.length > 0 && present.every((cell) => typeof cell === 'boolean')) {
    return { name, type: 'bool', values: Uint8Array.from(cells, Number), validity };
  }
  return {
    name,
    type: 'float64',
    values: Float64Array.from(cells, (cell) => (cell === null ? 0 : Number(cell))),
    validity
  };
}

/** Relative to the number itself; near 0 to the absolute tolerance. */
export function agree(
  got: ArrayLike<number> | number | undefined,
  wanted: unknown,
  relative: number,
  what: string
): void {
  const left = typeof got === 'number' ? [got] : Array.from(got ?? []);
  const right = (Array.isArray(wanted) ? wanted.flat() : [wanted]) as number[];
  expect(left.length, `${what}: length`).toBe(right.length);
  right.forEach((value, index) => {
    const away = Math.abs((left[index] ?? NaN) - value);
    expect(away, `${what}[${index}]: ${left[index]} instead of ${value}`).toBeLessThanOrEqual(
      relative * Math.max(Math.abs(value), 1e-6)
    );
  });
}
