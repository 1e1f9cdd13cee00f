/** Columns `from` up to `to`, that one not included, of so many pages. */
export interface ColumnRange {
  from: number;
  to: number;
  pages: number;
}

/** Each has a choice of types and 50 values: more of them would hold up the page for seconds. */
export const COLUMNS_A_PAGE = 100;

/** The page that a column is on; the last one where there are fewer columns. */
export function pageAround(column: number, count: number): ColumnRange {
  const pages = Math.max(1, Math.ceil(count / COLUMNS_A_PAGE));
  const page = Math.min(Math.floor(column / COLUMNS_A_PAGE), pages - 1);
  const from = page * COLUMNS_A_PAGE;
  return { from, to: Math.min(from + COLUMNS_A_PAGE, count), pages };
}
