import type { RowPlace } from './copy-cells';
import type { TableSource } from './source';
import type { Table } from '$workers/shared/table';

const pageRows = 200;
const keptPages = 60;
const atOnce = 2;

/**
 * The pages of a source that were read. Only what is seen is read, the newest wish first; a page that does not come
 * whole is an error that can be read again, never a shorter table.
 */
export class PageCache {
  #pages = new Map<number, Table>();
  #failed = new Map<number, unknown>();
  #reading = new Map<number, Promise<void>>();
  #wanted: number[] = [];
  /** More while a large range is copied. */
  #kept = keptPages;
  #end: number;
  #endIsKnown: boolean;

  /** @param changed called when a page came or failed */
  constructor(
    readonly source: TableSource,
    private readonly changed: () => void
  ) {
    const { rows, first } = source;
    this.#endIsKnown = rows !== undefined || first.rows < pageRows;
    this.#end = rows ?? first.rows + (this.#endIsKnown ? 0 : pageRows);
  }

  /** Rows there are; while nobody knows, as many as were seen and one page more. */
  get rows(): number {
    return this.#end;
  }

  get rowsAreKnown(): boolean {
    return this.#endIsKnown;
  }

  /** Somebody counted. */
  countIs(rows: number): void {
    if (this.#endIsKnown) return;
    this.#end = rows;
    this.#endIsKnown = true;
    this.changed();
  }

  placeOf(row: number): RowPlace | undefined {
    const { first } = this.source;
    if (row < first.rows) return { columns: first.columns, index: row };
    const number = Math.floor(row / pageRows);
    const page = this.#pages.get(number);
    const index = row - number * pageRows;
    return page && index < page.rows ? { columns: page.columns, index } : undefined;
  }

  failureOf(row: number): unknown {
    return this.#failed.get(Math.floor(row / pageRows));
  }

  /** Asks for the pages of these rows, in place of what was asked for before. */
  want(from: number, to: number): void {
    this.#kept = keptPages;
    this.#wanted = this.#pagesOf(from, to).filter((page) => !this.#failed.has(page));
    this.#readNext();
  }

  /** Reads all pages of these rows. @throws what the source threw */
  async read(from: number, to: number): Promise<void> {
    this.#kept = Math.max(keptPages, Math.ceil((to - from) / pageRows) + 2);
    for (const page of this.#pagesOf(from, to)) {
      this.#failed.delete(page);
      await (this.#reading.get(page) ?? this.#readPage(page));
      if (this.#failed.has(page)) throw this.#failed.get(page);
    }
  }

  again(row: number): void {
    const page = Math.floor(row / pageRows);
    this.#failed.delete(page);
    this.#wanted.push(page);
    this.#readNext();
  }

  #pagesOf(from: number, to: number): number[] {
    const pages: number[] = [];
    for (let page = Math.floor(from / pageRows); page * pageRows < to; page += 1) {
      const lastRow = Math.min(this.#end, (page + 1) * pageRows) - 1;
      if (lastRow >= this.source.first.rows && !this.#pages.has(page)) pages.push(page);
    }
    return pages;
  }

  #readNext(): void {
    while (this.#reading.size < atOnce) {
      const page = this.#wanted.shift();
      if (page === undefined) return;
      if (!this.#pages.has(page) && !this.#reading.has(page)) void this.#readPage(page).then(() => this.#readNext());
    }
  }

  #readPage(page: number): Promise<void> {
    const reading = this.source
      .page(page * pageRows, pageRows)
      .then((table) => this.#keep(page, table))
      .catch((error: unknown) => {
        this.#failed.set(page, error);
      })
      .finally(() => {
        this.#reading.delete(page);
        this.changed();
      });
    this.#reading.set(page, reading);
    return reading;
  }

  #keep(page: number, table: Table): void {
    const offset = page * pageRows;
    if (this.#endIsKnown) {
      const expected = Math.min(pageRows, this.#end - offset);
      if (table.rows < expected) throw new Error(`${table.rows} rows came where ${expected} were expected`);
    } else {
      this.#endIsKnown = table.rows < pageRows;
      this.#end = Math.max(this.source.first.rows, offset + table.rows + (this.#endIsKnown ? 0 : pageRows));
    }
    this.#pages.set(page, table);
    for (const oldest of this.#pages.keys()) {
      if (this.#pages.size <= this.#kept) break;
      this.#pages.delete(oldest);
    }
  }
}
