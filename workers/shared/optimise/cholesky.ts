/**
 * Cholesky factor of a symmetric matrix.
 *
 * @param matrix n × n, row by row; only its lower half is read
 * @returns the lower factor L with L·Lᵀ = matrix, row by row; `undefined` where the matrix is not positive definite
 */
export function cholesky(matrix: Float64Array, n: number): Float64Array | undefined {
  const factor = new Float64Array(n * n);
  for (let row = 0; row < n; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = matrix[row * n + column]!;
      for (let k = 0; k < column; k++) sum -= factor[row * n + k]! * factor[column * n + k]!;
      if (row !== column) {
        factor[row * n + column] = sum / factor[column * n + column]!;
      } else {
        if (!(sum > 0 && sum < Infinity)) return undefined;
        factor[row * n + row] = Math.sqrt(sum);
      }
    }
  }
  return factor;
}

/** x of L·Lᵀ·x = right, from the factor that {@link cholesky} gave. */
export function solve(factor: Float64Array, right: Float64Array): Float64Array {
  const n = right.length;
  const x = Float64Array.from(right);
  for (let row = 0; row < n; row++) {
    for (let k = 0; k < row; k++) x[row]! -= factor[row * n + k]! * x[k]!;
    x[row]! /= factor[row * n + row]!;
  }
  for (let row = n - 1; row >= 0; row--) {
    for (let k = row + 1; k < n; k++) x[row]! -= factor[k * n + row]! * x[k]!;
    x[row]! /= factor[row * n + row]!;
  }
  return x;
}

/** Inverse of the matrix whose factor {@link cholesky} gave: n × n, row by row, symmetric to the last bit. */
export function inverseOf(factor: Float64Array, n: number): Float64Array {
  const inverse = new Float64Array(n * n);
  for (let column = 0; column < n; column++) {
    const unit = new Float64Array(n);
    unit[column] = 1;
    const x = solve(factor, unit);
    for (let row = column; row < n; row++) {
      inverse[row * n + column] = x[row]!;
      inverse[column * n + row] = x[row]!;
    }
  }
  return inverse;
}
