import { quoteName } from '../duck';
import type { ImportColumn, ImportPlan } from './contract';
import { fail } from './errors';
import type { Staged, StagedColumn } from './source';
import { misfitSql, sqlTypeOf, valueSql, type Reading } from './types/cast';

/** One column of a plan with where it comes from and the SQL that reads it. */
export interface Selected {
  column: ImportColumn;
  staged: StagedColumn;
  value: string;
  /** SQL that is true where the file has something that does not fit. Undefined: nothing can fail. */
  misfit: string | undefined;
}

/**
 * Matches a plan's columns with the file's, by name.
 * @throws `column-missing`, `column-unplanned` (a file that has grown a column is another file)
 */
export function select(plan: ImportPlan, staged: Staged): Selected[] {
  const free = new Set(staged.columns);
  const selected = plan.columns.map((column) => {
    const wanted = column.from ?? column.name;
    const found =
      staged.columns.find((one) => one.name === wanted) ??
      staged.columns.find((one) => one.name.toLowerCase() === wanted.toLowerCase());
    if (!found) {
      const has = staged.columns.slice(0, 12).map(({ name }) => name);
      const values = { file: plan.file, column: wanted, has: has.join(', ') };
      throw fail('column-missing', values, { place: { file: plan.file } });
    }
    free.delete(found);
    return selectedColumn(column, found, plan);
  });
  if (free.size > 0) {
    const values = { file: plan.file, found: staged.columns.length, planned: plan.columns.length };
    throw fail('column-unplanned', values, { place: { file: plan.file } });
  }
  return selected;
}

function selectedColumn(column: ImportColumn, staged: StagedColumn, plan: ImportPlan): Selected {
  const { key } = staged;
  if (staged.kind === 'fixed') {
    if (staged.type === column.type) return { column, staged, value: key, misfit: undefined };
    const type = sqlTypeOf(column.type);
    const value = column.type === 'text' ? `CAST(${key} AS VARCHAR)` : `TRY_CAST(${key} AS ${type})`;
    // A whole number or date must not swallow a fraction or a time of day: the way back must give the same.
    const same = `CAST(${value} AS DOUBLE) = CAST(${key} AS DOUBLE)`;
    const lossy = staged.type === 'number' && column.type !== 'text' ? `NOT (${same})` : 'false';
    const cut =
      staged.type === 'timestamp' && column.type === 'date' ? `CAST(${value} AS TIMESTAMP) <> ${key}` : 'false';
    const misfit =
      column.type === 'text' ? undefined : `(${key} IS NOT NULL AND (${value} IS NULL OR ${lossy} OR ${cut}))`;
    return { column, staged, value, misfit };
  }
  const reading: Reading = {
    decimal: plan.csv?.decimal ?? '.',
    thousands: plan.csv?.thousands ?? '',
    dateOrder: column.dateOrder ?? plan.csv?.dateOrder ?? 'ymd',
    yearsFrom: column.yearsFrom,
    missing: column.missing ?? []
  };
  const value = valueSql(key, column.type, reading);
  const misfit = column.type === 'text' ? undefined : misfitSql(key, value, reading);
  return { column, staged, value, misfit };
}

/** The SELECT that a table or view is made of. */
export function selectSql(selected: readonly Selected[], staged: Staged, where = ''): string {
  const list = selected.map(({ value, column }) => `${value} AS ${quoteName(column.name)}`).join(', ');
  return `SELECT ${list} FROM ${staged.from}${where}`;
}
