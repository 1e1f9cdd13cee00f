import type { Table } from '../../shared/table';
import type { Duck } from '../duck';
import { encode } from '../encode';

/** Rows a part: one row group of DuckDB, and a multiple of 8, so that validity bits can be cut. */
const PART = 122_880;

/** A table that files are poured into before it is known how they are to be read. */
export class Stage {
  rows = 0;
  #made = false;

  constructor(
    private readonly duck: Duck,
    readonly name: string
  ) {}

  /** Appends columns under the names `c0`, `c1` …; waits for DuckDB, so that no second part lies in memory. */
  async append(table: Table, signal?: AbortSignal): Promise<void> {
    const numbered = { ...table, columns: table.columns.map((column, at) => ({ ...column, name: `c${at}` })) };
    for (let from = 0; from < table.rows || !this.#made; from += PART) {
      signal?.throwIfAborted();
      const to = Math.min(from + PART, table.rows);
      await this.duck.insertArrow(encode(numbered, from, to), this.name, { create: !this.#made });
      this.#made = true;
    }
    this.rows += table.rows;
  }

  /** Appends a whole Arrow stream whose columns are named already. */
  async appendArrow(ipc: Uint8Array): Promise<void> {
    await this.duck.insertArrow(ipc, this.name, { create: !this.#made });
    this.#made = true;
  }

  async release(): Promise<void> {
    await this.duck.run(`DROP TABLE IF EXISTS main.${this.name}`);
  }
}
