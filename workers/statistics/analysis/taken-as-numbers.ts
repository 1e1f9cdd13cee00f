import { isPresent } from '../../shared/exact-text';
import type { Column } from '../../shared/table';
import type { StatisticsRemark } from '../estimate';
import { plainColumns } from '../regression';
import type { Given } from './given';
import { remark } from './tidy';

/** Columns of fewer different values are yes and no; those of more are rarely codes. */
const LEAST = 3;
const MOST = 12;

/**
 * Columns of a model that are taken as numbers and may be codes, as of hospitals: a few whole numbers without a unit. What
 * stands in `factor()` is none.
 */
export function takenAsNumbers({ table }: Given, formula: string): StatisticsRemark[] {
  const names = plainColumns(formula).filter((name) => {
    const column = table.columns.find((one) => one.name === name);
    return column !== undefined && mayBeCodes(column);
  });
  return names.length === 0 ? [] : [remark('model-codes-as-numbers', { columns: names.join(', ') })];
}

function mayBeCodes(column: Column): boolean {
  const { type, unit, values } = column;
  if (unit !== undefined || (type !== 'int32' && type !== 'int64' && type !== 'float64')) return false;
  const seen = new Set<number>();
  for (let row = 0; row < values.length; row++) {
    if (!isPresent(column, row)) continue;
    const value = Number(values[row]);
    if (Number.isNaN(value)) continue;
    if (!Number.isInteger(value)) return false;
    if (seen.add(value).size > MOST) return false;
  }
  return seen.size >= LEAST;
}
