import type { Column } from '../../shared/table';
import { groupsOf } from '../columns';
import type { Variable } from './variables';

/**
 * The column with its gaps filled. Values of donors and levels keep the type of the column; drawn numbers are doubles.
 *
 * @param donors a row for each gap, for pmm
 */
export function completedColumn(variable: Variable, values: Float64Array, donors: Int32Array): Column {
  const { column, missing, method } = variable;
  const { name, unit, label } = column;
  const about = { name, ...(unit !== undefined && { unit }), ...(label !== undefined && { label }) };
  if (method === 'norm') return { ...about, type: 'float64', values: values.slice() };
  const from = method === 'pmm' ? donors : levelRows(variable, values);
  const completed = column.values.slice();
  missing.forEach((row, at) => {
    completed[row] = column.values[from[at] as number] as number;
  });
  const { validity: _gone, ...rest } = column;
  return { ...rest, values: completed } as Column;
}

/** A row that has the level which was drawn for each gap. */
function levelRows({ column, missing, values: known, observed }: Variable, values: Float64Array): Int32Array {
  const rows =
    column.type === 'text'
      ? groupsOf(column).rows
      : Int32Array.from([0, 1], (level) => observed.find((row) => known[row] === level) ?? -1);
  return missing.map((row) => rows[values[row] as number] as number);
}
