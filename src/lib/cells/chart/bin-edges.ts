import type { Column, Table } from '$workers/shared/table';
import type { Bin } from './bins';
import type { Role } from './spec';
import { vectorOf } from './vector';

/** Turns the numbers of bins into where each begins and ends: `x` and `x_end`. */
export function binEdges(table: Table, bins: ReadonlyMap<Role, Bin>): Table {
  const columns = table.columns.flatMap((column): Column[] => {
    const bin = bins.get(column.name as Role);
    if (bin?.kind !== 'number') return [column];
    const index = vectorOf(column, table.rows) as Float64Array;
    const edge = (name: string, add: number): Column => ({
      name,
      type: 'float64',
      // Twelve digits: 3 × 0.1 shall stand as 0.3.
      values: index.map((number) => Number((bin.origin + (number + add) * bin.width).toPrecision(12)))
    });
    return [edge(column.name, 0), edge(`${column.name}_end`, 1)];
  });
  return { rows: table.rows, columns };
}
