/** Tables of two columns with given sums, each as likely as under independence. */
export class TwoColumns {
  readonly #rows: readonly number[];
  readonly #column: number;
  /** Cells of the first column in the likeliest table, and its probability. */
  readonly #mode: number[];
  readonly likeliest: number;

  /**
   * @param rows sums of the rows, together those of both columns
   * @param column sum of the first column
   */
  constructor(rows: readonly number[], column: number, factorials: Float64Array, exp: (x: number) => number) {
    this.#rows = rows;
    this.#column = column;
    const all = rows.reduce((sum, row) => sum + row, 0);
    this.#mode = modeOf(rows, column, all);
    const chosen = (n: number, k: number) => factorials[n]! - factorials[k]! - factorials[n - k]!;
    this.likeliest = exp(rows.reduce((sum, row, at) => sum + chosen(row, this.#mode[at]!), -chosen(all, column)));
  }

  /**
   * Probabilities of all tables, ascending.
   *
   * @param step called with the number of tables that are listed next
   */
  probabilities(step: (tables: number) => void): Float64Array {
    const rows = this.#rows;
    // Relative to the likeliest table: only what counts for nothing can underflow.
    const shares = rows.map((row, at) => relative(row, this.#mode[at]!));
    const behind = rows.map((_, row) => rows.slice(row + 1).reduce((sum, one) => sum + one, 0));
    const [before, last] = [shares.at(-2)!, shares.at(-1)!];
    let found = new Float64Array(1024);
    let count = 0;
    const fill = (row: number, left: number, probability: number): void => {
      const from = Math.max(0, left - behind[row]!);
      const to = Math.min(rows[row]!, left);
      if (row < rows.length - 2) {
        const own = shares[row]!;
        for (let n = from; n <= to; n++) fill(row + 1, left - n, probability * own[n]!);
        return;
      }
      if (from > to) return;
      step(to - from + 1);
      if (count + to - from + 1 > found.length) found = grown(found, count + to - from + 1);
      for (let n = from; n <= to; n++) found[count++] = probability * before[n]! * last[left - n]!;
    };
    fill(0, this.#column, this.likeliest);
    return found.slice(0, count).sort();
  }
}

/** Cells of the likeliest table: a product of log-concave terms, so that the proportional one is mended by single moves. */
function modeOf(rows: readonly number[], column: number, all: number): number[] {
  const cells = rows.map((row) => Math.floor((row * column) / Math.max(1, all)));
  let toPlace = column - cells.reduce((sum, cell) => sum + cell, 0);
  // What one more, and the last one there, multiplies the probability by.
  const gain = (row: number) => (rows[row]! - cells[row]!) / (cells[row]! + 1);
  const loss = (row: number) => (rows[row]! - cells[row]! + 1) / cells[row]!;
  const bestOf = (value: (row: number) => number) =>
    rows.reduce((best, _, row) => (value(row) > value(best) ? row : best), 0);
  for (; toPlace > 0; toPlace--) cells[bestOf(gain)]! += 1;
  for (;;) {
    const up = bestOf(gain);
    const down = bestOf((row) => (cells[row] === 0 ? -Infinity : -loss(row)));
    if (cells[down] === 0 || !(gain(up) > loss(down)) || up === down) return cells;
    cells[up]! += 1;
    cells[down]! -= 1;
  }
}

/** C(row, n)/C(row, mode) for every n. */
function relative(row: number, mode: number): Float64Array {
  const shares = new Float64Array(row + 1);
  shares[mode] = 1;
  for (let n = mode; n < row; n++) shares[n + 1] = (shares[n]! * (row - n)) / (n + 1);
  for (let n = mode; n > 0; n--) shares[n - 1] = (shares[n]! * n) / (row - n + 1);
  return shares;
}

function grown(values: Float64Array, least: number): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(Math.max(2 * values.length, least));
  larger.set(values);
  return larger;
}
