import { isPresent } from './exact-text';
import type { Column } from './table';
import { packValidity } from './validity';

/** These rows of a column, in the order given; its type, 64-bit ids and what is missing stay as they are. */
export function takenRows<Of extends Column>(column: Of, rows: Int32Array | readonly number[]): Of {
  const { length } = rows;
  const values = new (column.values.constructor as new (length: number) => Float64Array)(length);
  for (let at = 0; at < length; at++) values[at] = column.values[rows[at] as number] as number;
  const validity = column.validity && packValidity(length, (at) => isPresent(column, rows[at] as number));
  return { ...column, values, ...(validity && { validity }) };
}
