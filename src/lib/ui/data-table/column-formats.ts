import type { Table } from '$workers/shared/table';
import { columnFormat, type ColumnFormat } from './column-format';
import type { SourceColumn } from './source';

/** With more columns each is judged by fewer values, and beyond by its name alone: 5,000 must open at once. */
const judgedValues = 20_000;
const fewestRows = 20;

/** How each column is shown; worked out when it comes into view. */
export class ColumnFormats {
  readonly #known = new Map<number, ColumnFormat>();
  readonly #values;
  readonly #rows: number;

  constructor(
    readonly columns: readonly SourceColumn[],
    private readonly sample: Table
  ) {
    this.#values = new Map(sample.columns.map((column) => [column.name, column]));
    const rows = Math.floor(judgedValues / Math.max(1, columns.length));
    this.#rows = rows < fewestRows ? 0 : Math.min(sample.rows, rows);
  }

  at(index: number): ColumnFormat | undefined {
    const known = this.#known.get(index);
    const column = this.columns[index];
    if (known || !column) return known;
    const rows = this.#rows === 0 ? Math.min(this.sample.rows, fewestRows) : this.sample.rows;
    const format = columnFormat(column, this.#values.get(column.name), rows);
    this.#known.set(index, format);
    return format;
  }

  /** Before anybody sees the columns: cheap, and the same whenever it is asked. */
  get widths(): readonly { width: number }[] {
    if (this.#rows === 0) {
      return this.columns.map(({ name }) => ({
        width: Math.min(320, Math.max(96, Math.round(name.length * 7.1 + 60)))
      }));
    }
    return this.columns.map((column) => columnFormat(column, this.#values.get(column.name), this.#rows));
  }
}
