import type { ColumnFilter, SortKey, TableView } from '$workers/shared/table-view';
import { orderedColumns } from './column-order';

export const narrowestColumn = 64;
const widestColumn = 1600;

/**
 * How somebody looks at a table: order, filters, widths, places of columns. By name, so that it outlives a run of the
 * cell where the columns still exist. Kept beside the cell, never in the file.
 */
export class ViewState {
  sort = $state.raw<readonly SortKey[]>([]);
  /** At most one a column, in the order they were made. */
  filters = $state.raw<readonly ColumnFilter[]>([]);
  widths = $state.raw<ReadonlyMap<string, number>>(new Map());
  /** Pinned columns stand first and stay while the others scroll. */
  pinned = $state.raw<readonly string[]>([]);
  hidden = $state.raw<ReadonlySet<string>>(new Set());
  /** Empty: the order of the table. */
  order = $state.raw<readonly string[]>([]);
  expanded = $state(false);
  plain = $state(false);

  /** What is asked of the engine: only what the table still has. */
  asked(columns: readonly { name: string }[]): TableView {
    const names = new Set(columns.map(({ name }) => name));
    return {
      orderBy: this.sort.filter(({ column }) => names.has(column)),
      filters: this.filters.filter(({ column }) => names.has(column))
    };
  }

  /** None, ascending, descending, none. `add` keeps the other keys. */
  sortBy(column: string, { add }: { add: boolean }): void {
    const key = this.sort.find((one) => one.column === column);
    const next =
      key === undefined ? { column, descending: false } : key.descending ? undefined : { column, descending: true };
    if (!add) this.sort = next ? [next] : [];
    else if (!next) this.sort = this.sort.filter((one) => one.column !== column);
    else this.sort = key ? this.sort.map((one) => (one === key ? next : one)) : [...this.sort, next];
  }

  sortTo(column: string, descending: boolean | undefined): void {
    this.sort = descending === undefined ? this.sort.filter((one) => one.column !== column) : [{ column, descending }];
  }

  filterOf(column: string): ColumnFilter | undefined {
    return this.filters.find((one) => one.column === column);
  }

  setFilter(filter: ColumnFilter): void {
    const known = this.filterOf(filter.column);
    this.filters = known ? this.filters.map((one) => (one === known ? filter : one)) : [...this.filters, filter];
  }

  removeFilter(column: string): void {
    this.filters = this.filters.filter((one) => one.column !== column);
  }

  resize(column: string, width: number | undefined): void {
    const widths = new Map(this.widths);
    if (width === undefined) widths.delete(column);
    else widths.set(column, Math.round(Math.min(widestColumn, Math.max(narrowestColumn, width))));
    this.widths = widths;
  }

  togglePin(column: string): void {
    this.pinned = this.pinned.includes(column) ? this.pinned.filter((one) => one !== column) : [...this.pinned, column];
  }

  hide(column: string): void {
    this.hidden = new Set([...this.hidden, column]);
  }

  showAll(): void {
    this.hidden = new Set();
  }

  /** Puts a column before another, or last. Among pinned ones it stays pinned, and the other way round. */
  move(column: string, before: string | undefined, all: readonly string[]): void {
    const pinned = this.pinned.includes(column);
    const from = pinned ? this.pinned : orderedColumns(all, this.order);
    const rest = from.filter((one) => one !== column);
    const at = before === undefined ? rest.length : rest.indexOf(before);
    if (at < 0) return;
    const moved = [...rest.slice(0, at), column, ...rest.slice(at)];
    if (pinned) this.pinned = moved;
    else this.order = moved;
  }
}
