import type { Aggregate } from './contract';

const codes: Record<Aggregate, number> = { last: 0, first: 1, min: 2, max: 3, mean: 4, count: 5 };

/** The values of one variable by cell of the grid (an hour of a stay), while rows come in. NaN is no value. */
export class Gathered {
  readonly values: Float64Array;
  /** Time of the newest value of the cell. */
  readonly newest: Float64Array;
  readonly #aggregate: number;
  readonly #oldest: Float64Array | undefined;
  readonly #counts: Int32Array | undefined;

  constructor(
    cells: number,
    readonly aggregate: Aggregate
  ) {
    this.#aggregate = codes[aggregate];
    this.values = new Float64Array(cells).fill(NaN);
    this.newest = new Float64Array(cells).fill(NaN);
    if (aggregate === 'first') this.#oldest = new Float64Array(cells).fill(NaN);
    if (aggregate === 'mean' || aggregate === 'count') this.#counts = new Int32Array(cells);
  }

  /** Rows come in file order: of equal times the later row wins. */
  add(cell: number, time: number, value: number): void {
    const { values, newest } = this;
    const isNewest = !(time < (newest[cell] as number));
    if (isNewest) newest[cell] = time;
    const held = values[cell] as number;
    switch (this.#aggregate) {
      case 0:
        if (isNewest) values[cell] = value;
        return;
      case 1: {
        const oldest = this.#oldest as Float64Array;
        if (time > (oldest[cell] as number)) return;
        oldest[cell] = time;
        values[cell] = value;
        return;
      }
      case 2:
        if (!(held <= value)) values[cell] = value;
        return;
      case 3:
        if (!(held >= value)) values[cell] = value;
        return;
      default: {
        const counts = this.#counts as Int32Array;
        const n = counts[cell] as number;
        counts[cell] = n + 1;
        values[cell] = n === 0 ? value : held + value;
      }
    }
  }

  /** Sums become means, or counts. */
  finish(): void {
    const counts = this.#counts;
    if (!counts) return;
    const { values } = this;
    for (let cell = 0; cell < values.length; cell++) {
      const n = counts[cell] as number;
      if (this.#aggregate === 5) values[cell] = n;
      else if (n > 1) values[cell] = (values[cell] as number) / n;
    }
  }
}
