/** Sweeps until no entry off the diagonal counts; three or four are usual. */
const SWEEPS = 60;

/**
 * Eigenvalues and -vectors of a symmetric positive definite matrix by Jacobi's rotations. Small eigenvalues are as exact,
 * relative to their size, as large ones, and equal ones do no harm.
 *
 * @param matrix n × n, row by row
 * @returns values from high to low; vectors n × n, row by row, the k-th column belonging to the k-th value
 * @see Demmel & Veselić 1992, SIAM J Matrix Anal Appl 13:1204 (the stopping rule)
 */
export function symmetricEigen(matrix: Float64Array, n: number): { values: Float64Array; vectors: Float64Array } {
  const a = Float64Array.from(matrix);
  const vectors = new Float64Array(n * n);
  for (let row = 0; row < n; row++) vectors[row * n + row] = 1;

  let rotated = true;
  for (let sweep = 0; rotated && sweep < SWEEPS; sweep++) {
    rotated = false;
    for (let p = 0; p < n - 1; p++) {
      for (let q = p + 1; q < n; q++) {
        const off = a[p * n + q]!;
        if (Math.abs(off) <= 1e-17 * Math.sqrt(a[p * n + p]! * a[q * n + q]!)) continue;
        rotated = true;
        rotate(a, vectors, n, [p, q]);
      }
    }
  }
  const order = Array.from({ length: n }, (_, k) => k).sort((k, l) => a[l * n + l]! - a[k * n + k]!);
  const sorted = new Float64Array(n * n);
  for (let row = 0; row < n; row++) {
    for (let k = 0; k < n; k++) sorted[row * n + k] = vectors[row * n + order[k]!]!;
  }
  return { values: Float64Array.from(order, (k) => a[k * n + k]!), vectors: sorted };
}

/** One rotation that makes the entry of row p and column q zero (Golub & Van Loan, Matrix Computations, §8.5). */
function rotate(a: Float64Array, vectors: Float64Array, n: number, [p, q]: readonly [number, number]): void {
  const off = a[p * n + q]!;
  const half = (a[q * n + q]! - a[p * n + p]!) / (2 * off);
  const tangent = (half >= 0 ? 1 : -1) / (Math.abs(half) + Math.sqrt(1 + half * half));
  const cosine = 1 / Math.sqrt(1 + tangent * tangent);
  const sine = tangent * cosine;
  a[p * n + p]! -= tangent * off;
  a[q * n + q]! += tangent * off;
  a[p * n + q] = 0;
  a[q * n + p] = 0;
  for (let k = 0; k < n; k++) {
    if (k !== p && k !== q) {
      const first = a[k * n + p]!;
      const second = a[k * n + q]!;
      a[k * n + p] = a[p * n + k] = cosine * first - sine * second;
      a[k * n + q] = a[q * n + k] = sine * first + cosine * second;
    }
    const left = vectors[k * n + p]!;
    const right = vectors[k * n + q]!;
    vectors[k * n + p] = cosine * left - sine * right;
    vectors[k * n + q] = sine * left + cosine * right;
  }
}
