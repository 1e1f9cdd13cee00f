import type { Column, Table } from '../table';

/** A file that grows by pages. */
export interface FileWriter {
  add(page: Table): void | Promise<void>;
  end(): Promise<Blob>;
}

/** Enough for one group of a Parquet file, few enough for 5,000 columns. */
const cellsOfPage = 1_000_000;
const mostRowsOfPage = 100_000;

/** Rows of one page of a table with so many columns. */
export function rowsOfPage(columns: number): number {
  return Math.max(1, Math.min(mostRowsOfPage, Math.floor(cellsOfPage / Math.max(1, columns))));
}

/**
 * Writes a whole table page by page, so that only a page stands beside the table in another form.
 * @param between called before each page: where a long job hears that it should stop
 */
export async function writeTable(writer: FileWriter, table: Table, between: () => Promise<void>): Promise<Blob> {
  // Bits of missing values are cut between bytes only.
  const step = Math.max(8, rowsOfPage(table.columns.length) & ~7);
  for (let from = 0; from < table.rows; from += step) {
    await between();
    await writer.add(rowsOf(table, from, Math.min(table.rows, from + step)));
  }
  return writer.end();
}

/** Rows `from` to `to` of a table in the same memory. @param from a multiple of 8 */
function rowsOf({ columns }: Table, from: number, to: number): Table {
  return {
    rows: to - from,
    columns: columns.map(
      ({ validity, ...column }) =>
        ({
          ...column,
          values: column.values.subarray(from, to),
          ...(validity && { validity: validity.subarray(from >> 3, (to + 7) >> 3) })
        }) as Column
    )
  };
}
