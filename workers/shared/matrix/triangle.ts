/** Rows that are turned at once: a block of twenty columns and its triangle stay in the cache. */
const BLOCK = 192;

/** Upper triangle R of a QR decomposition of a weighted design, with the right side turned along. */
export interface Triangle {
  /** Number of columns, k. */
  width: number;
  /** R, k × k, row by row; below its diagonal 0. The signs of its rows are arbitrary. */
  r: Float64Array;
  /** The first k entries of Qᵀ·√w·y; zeros where no right side was given. */
  right: Float64Array;
  /** Residual sum of squares of the right side, Σ w (y − Xβ)², when all columns are used. */
  rest: number;
  rows: number;
}

export interface TriangleOptions {
  /** One number a row, ≥ 0, by whose square root a row of the design and of the right side counts. */
  weights?: Float64Array;
  /** The right side, one number a row. */
  right?: Float64Array;
}

/**
 * QR decomposition by Householder's reflections of a tall design, read block by block: rows are turned into the triangle
 * of the rows before them. Neither the design nor Q is copied or kept, and no normal equations are formed.
 *
 * @param design k columns of n numbers each, all finite (subarrays of one column-major array do as well)
 * @returns R with RᵀR = XᵀWX; 2·n·k² operations
 * @see Golub and Van Loan 2013, Matrix Computations, §5.2 and §12.2 (updating by rows)
 */
export function triangleOf(design: readonly Float64Array[], { weights, right }: TriangleOptions = {}): Triangle {
  const width = design.length;
  const rows = design[0]?.length ?? right?.length ?? 0;
  // The right side is one more column; its last pivot is the length of what the design does not reach.
  const sides = width + 1;
  const upper = new Float64Array(sides * sides);
  const work = new Float64Array(sides * BLOCK);
  const roots = new Float64Array(BLOCK);
  for (let from = 0; from < rows; from += BLOCK) {
    const count = Math.min(BLOCK, rows - from);
    if (weights) for (let row = 0; row < count; row++) roots[row] = Math.sqrt(weights[from + row]!);
    else roots.fill(1);
    for (let column = 0; column < sides; column++) {
      const source = column < width ? design[column] : right;
      const start = column * BLOCK;
      if (!source) work.fill(0, start, start + count);
      else for (let row = 0; row < count; row++) work[start + row] = source[from + row]! * roots[row]!;
    }
    turn(upper, work, sides, count);
  }
  const r = new Float64Array(width * width);
  const turned = new Float64Array(width);
  for (let row = 0; row < width; row++) {
    for (let column = row; column < width; column++) r[row * width + column] = upper[row * sides + column]!;
    turned[row] = upper[row * sides + width]!;
  }
  const last = upper[sides * sides - 1]!;
  return { width, r, right: turned, rest: last * last, rows };
}

/** Turns the rows of a block into the triangle above it: afterwards the block is 0. */
function turn(upper: Float64Array, work: Float64Array, sides: number, count: number): void {
  for (let pivot = 0; pivot < sides; pivot++) {
    const start = pivot * BLOCK;
    const end = start + count;
    let squares = 0;
    for (let at = start; at < end; at++) squares += work[at]! * work[at]!;
    if (squares === 0) continue;
    const head = upper[pivot * sides + pivot]!;
    const length = Math.sqrt(head * head + squares);
    const diagonal = head > 0 ? -length : length;
    const top = head - diagonal;
    const factor = 1 / (diagonal * top);
    upper[pivot * sides + pivot] = diagonal;
    let column = pivot + 1;
    // Two columns at once: the mirror is read half as often.
    for (; column + 1 < sides; column += 2) {
      const above = pivot * sides + column;
      const shift = (column - pivot) * BLOCK;
      const next = shift + BLOCK;
      let left = top * upper[above]!;
      let right = top * upper[above + 1]!;
      for (let at = start; at < end; at++) {
        const value = work[at]!;
        left += value * work[at + shift]!;
        right += value * work[at + next]!;
      }
      left *= factor;
      right *= factor;
      upper[above] = upper[above]! + left * top;
      upper[above + 1] = upper[above + 1]! + right * top;
      for (let at = start; at < end; at++) {
        const value = work[at]!;
        work[at + shift] = work[at + shift]! + left * value;
        work[at + next] = work[at + next]! + right * value;
      }
    }
    if (column < sides) {
      const above = pivot * sides + column;
      const shift = (column - pivot) * BLOCK;
      let product = top * upper[above]!;
      for (let at = start; at < end; at++) product += work[at]! * work[at + shift]!;
      product *= factor;
      upper[above] = upper[above]! + product * top;
      for (let at = start; at < end; at++) work[at + shift] = work[at + shift]! + product * work[at]!;
    }
  }
}
