import { isPresent } from '$workers/shared/exact-text';
import type { Column, Table } from '$workers/shared/table';
import { exactValue } from '../column-values';

/** Values as a chart takes them: NaN, undefined or null where something is missing, so that lines break there. */
export type Vector = Float64Array | readonly (Date | undefined)[] | readonly (string | null)[];

export function columnNamed(table: Table, name: string): Column | undefined {
  return table.columns.find((column) => column.name === name);
}

/** One figure of a result of ours. @returns NaN where it is missing */
export function figureOf(table: Table, name: string, row = 0): number {
  const column = columnNamed(table, name);
  if (!column || !isPresent(column, row)) return NaN;
  return Number(exactValue(column, row));
}

export function textsOf(table: Table, name: string): string[] {
  const column = columnNamed(table, name);
  return column ? Array.from({ length: table.rows }, (_, row) => String(exactValue(column, row))) : [];
}

export function vectorOf(column: Column, rows: number): Vector {
  switch (column.type) {
    case 'timestamp':
      return Array.from({ length: rows }, (_, row) =>
        // A chart has no finer grain than the millisecond.
        isPresent(column, row) ? new Date(Number((column.values[row] as bigint) / 1000n)) : undefined
      );
    case 'date':
      return Array.from({ length: rows }, (_, row) =>
        isPresent(column, row) ? new Date((column.values[row] as number) * 864e5) : undefined
      );
    case 'text':
      return Array.from({ length: rows }, (_, row) => exactValue(column, row) as string | null);
    default: {
      const values = new Float64Array(rows);
      for (let row = 0; row < rows; row++) {
        values[row] = isPresent(column, row) ? Number(exactValue(column, row)) : NaN;
      }
      return values;
    }
  }
}
