import { fail } from './errors';

/** A table of counts, row by row. */
export type Counts = readonly (readonly number[])[];

export interface Margins {
  rows: number[];
  columns: number[];
  n: number;
}

/**
 * Sums of a table's rows and columns.
 *
 * @throws `test-table-shape` unless all rows are as long and there are two rows and two columns or more; `test-counts`;
 *   `test-margin-zero`
 */
export function marginsOf(test: string, counts: Counts): Margins {
  const width = counts[0]?.length ?? 0;
  if (counts.length < 2 || width < 2 || counts.some((row) => row.length !== width)) {
    throw fail('test-table-shape', { test, shape: 'two rows and two columns or more' });
  }
  if (counts.some((row) => row.some((count) => !Number.isSafeInteger(count) || count < 0))) throw fail('test-counts');
  const rows = counts.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columns = Array.from({ length: width }, (_, column) => counts.reduce((sum, row) => sum + row[column]!, 0));
  const n = rows.reduce((sum, count) => sum + count, 0);
  if (!Number.isSafeInteger(n)) throw fail('test-counts');
  const empty = [rows.indexOf(0), columns.indexOf(0)] as const;
  if (empty[0] >= 0) throw fail('test-margin-zero', { where: `Row ${empty[0] + 1}` });
  if (empty[1] >= 0) throw fail('test-margin-zero', { where: `Column ${empty[1] + 1}` });
  return { rows, columns, n };
}

/** The four cells of a 2 × 2 table, checked as {@link marginsOf} does. */
export function fourCells(test: string, counts: Counts): [number, number, number, number] {
  if (counts.length !== 2 || counts.some((row) => row.length !== 2)) {
    throw fail('test-table-shape', { test, shape: 'two rows and two columns' });
  }
  return [counts[0]![0]!, counts[0]![1]!, counts[1]![0]!, counts[1]![1]!];
}
