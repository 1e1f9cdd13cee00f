import type { Relation, Variable } from '$workers/data/contract';
import type { DataClient } from '$lib/engines/data';
import { exactText, isPresent } from '$lib/ui/data-table/format-value';
import type { Column } from '$workers/shared/table';
import type { CellTable, Scalar } from '../../../scripts/runner/contract';

/** The first rows of a table as plain values, and how many there are. */
export async function tableOf(data: DataClient, relation: Relation, rows: number): Promise<CellTable> {
  const page = await data.page({ name: relation.name, offset: 0, limit: rows });
  const rowCount = relation.rows ?? (await data.count(relation.name));
  return {
    columns: relation.columns.map(({ name, sqlType }) => ({ name, type: sqlType })),
    rows: Array.from({ length: page.rows }, (_, row) => page.columns.map((column) => scalarOf(column, row))),
    rowCount
  };
}

/** BIGINT, HUGEINT and DECIMAL as strings: a number would lose digits on its way through JSON. */
export function scalarOf(column: Column, row: number): Scalar {
  if (!isPresent(column, row)) return null;
  switch (column.type) {
    case 'float64': {
      const value = column.values[row] as number;
      return Number.isFinite(value) ? value : String(value);
    }
    case 'int32':
      return column.values[row] as number;
    case 'bool':
      return column.values[row] === 1;
    default:
      return exactText(column, row);
  }
}

export function valueOf(value: Variable): Scalar {
  if (typeof value === 'bigint') return String(value);
  return Array.isArray(value) ? [...value] : (value as Scalar);
}
