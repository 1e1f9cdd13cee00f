/** A pivot this small beside its diagonal is rounding: the row repeats earlier ones. */
const REPEATS = 1e-9;

/**
 * Factor of a symmetric non-negative matrix that leaves out rows which repeat earlier ones.
 *
 * @param matrix n × n, row by row; its lower half is read
 * @param floor pivots up to here are rounding, whatever their diagonal
 * @returns the lower factor with zero rows and columns for those left out, and which were kept
 */
export function rankedFactor(matrix: Float64Array, n: number, floor = 0): { factor: Float64Array; kept: boolean[] } {
  const factor = new Float64Array(n * n);
  const kept: boolean[] = [];
  for (let row = 0; row < n; row++) {
    let rest = matrix[row * n + row]!;
    for (let column = 0; column < row; column++) {
      if (!kept[column]) continue;
      let sum = matrix[row * n + column]!;
      for (let k = 0; k < column; k++) sum -= factor[row * n + k]! * factor[column * n + k]!;
      const entry = sum / factor[column * n + column]!;
      factor[row * n + column] = entry;
      rest -= entry * entry;
    }
    kept[row] = rest > Math.max(floor, REPEATS * matrix[row * n + row]!);
    if (kept[row]) factor[row * n + row] = Math.sqrt(rest);
    else factor.fill(0, row * n, row * n + n);
  }
  return { factor, kept };
}

/**
 * uᵀ M⁻ u with a generalised inverse.
 *
 * @returns the form and its rank, the degrees of freedom
 */
export function quadraticForm(matrix: Float64Array, u: Float64Array): { value: number; rank: number } {
  const n = u.length;
  const { factor, kept } = rankedFactor(matrix, n);
  const half = new Float64Array(n);
  let value = 0;
  for (let row = 0; row < n; row++) {
    if (!kept[row]) continue;
    let sum = u[row]!;
    for (let k = 0; k < row; k++) sum -= factor[row * n + k]! * half[k]!;
    half[row] = sum / factor[row * n + row]!;
    value += half[row]! ** 2;
  }
  return { value, rank: kept.filter(Boolean).length };
}

/** Rows and columns of a square matrix, in the order given. */
export function submatrix(matrix: Float64Array, n: number, keep: readonly number[]): Float64Array {
  const size = keep.length;
  const part = new Float64Array(size * size);
  keep.forEach((from, row) => {
    keep.forEach((of, column) => {
      part[row * size + column] = matrix[from * n + of]!;
    });
  });
  return part;
}
