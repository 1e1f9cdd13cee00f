/** Rows whose columns stay in the cache while all their products are summed. */
const BLOCK = 512;

/**
 * XᵀWX of a tall design.
 *
 * @param design k columns of n numbers each
 * @param weights one number a row; 1 where absent
 * @returns k × k, row by row, symmetric
 */
export function crossProduct(design: readonly Float64Array[], weights?: Float64Array): Float64Array {
  const width = design.length;
  const rows = design[0]?.length ?? 0;
  const sums = new Float64Array(width * width);
  const scaled = new Float64Array(BLOCK);
  for (let from = 0; from < rows; from += BLOCK) {
    const count = Math.min(BLOCK, rows - from);
    for (let row = 0; row < width; row++) {
      const left = design[row]!;
      for (let at = 0; at < count; at++)
        scaled[at] = weights ? left[from + at]! * weights[from + at]! : left[from + at]!;
      for (let column = 0; column <= row; column++) {
        const right = design[column]!;
        let first = 0;
        let second = 0;
        let at = 0;
        for (; at + 1 < count; at += 2) {
          first += scaled[at]! * right[from + at]!;
          second += scaled[at + 1]! * right[from + at + 1]!;
        }
        if (at < count) first += scaled[at]! * right[from + at]!;
        sums[row * width + column] = sums[row * width + column]! + first + second;
      }
    }
  }
  for (let row = 0; row < width; row++) {
    for (let column = 0; column < row; column++) sums[column * width + row] = sums[row * width + column]!;
  }
  return sums;
}

/** Xᵀ·v of a tall design: k numbers. */
export function transposedProduct(design: readonly Float64Array[], values: Float64Array): Float64Array {
  return Float64Array.from(design, (column) => {
    let first = 0;
    let second = 0;
    let row = 0;
    for (; row + 1 < column.length; row += 2) {
      first += column[row]! * values[row]!;
      second += column[row + 1]! * values[row + 1]!;
    }
    return row < column.length ? first + second + column[row]! * values[row]! : first + second;
  });
}

/** X·b, one number a row, into `into` where given. */
export function linearCombination(
  design: readonly Float64Array[],
  coefficients: Float64Array,
  into: Float64Array = new Float64Array(design[0]?.length ?? 0)
): Float64Array {
  into.fill(0);
  design.forEach((column, index) => {
    const factor = coefficients[index]!;
    for (let row = 0; row < into.length; row++) into[row] = into[row]! + factor * column[row]!;
  });
  return into;
}

/** A·B of square matrices, n × n, row by row. */
export function squareProduct(left: Float64Array, right: Float64Array, n: number): Float64Array {
  const product = new Float64Array(n * n);
  for (let row = 0; row < n; row++) {
    for (let inner = 0; inner < n; inner++) {
      const factor = left[row * n + inner]!;
      for (let column = 0; column < n; column++) {
        product[row * n + column] = product[row * n + column]! + factor * right[inner * n + column]!;
      }
    }
  }
  return product;
}
