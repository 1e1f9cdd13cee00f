/** Central differences at h and 2h; their combination leaves an error of h⁴ and rounding of about 1e-16 / h. */
const STEP = 1e-3;

/**
 * Second derivatives by differences of an exact gradient (Richardson's combination of two central differences), relative
 * error about 1e-12 for a smooth function whose variables are of size 1.
 *
 * @returns n × n, row by row, symmetric; not finite where the gradient is not
 */
export function hessianOf(gradient: (x: Float64Array) => Float64Array, x: Float64Array): Float64Array {
  const n = x.length;
  const hessian = new Float64Array(n * n);
  const difference = (variable: number, step: number): Float64Array => {
    const above = Float64Array.from(x);
    const below = Float64Array.from(x);
    above[variable]! += step;
    below[variable]! -= step;
    const high = gradient(above);
    const low = gradient(below);
    // The distance as it is, not as it was meant: x ± step rounds.
    const width = above[variable]! - below[variable]!;
    return high.map((value, row) => (value - low[row]!) / width);
  };
  for (let variable = 0; variable < n; variable++) {
    const step = STEP * Math.max(1, Math.abs(x[variable]!));
    const near = difference(variable, step);
    const far = difference(variable, 2 * step);
    for (let row = 0; row < n; row++) hessian[row * n + variable] = (4 * near[row]! - far[row]!) / 3;
  }
  for (let row = 0; row < n; row++) {
    for (let column = 0; column < row; column++) {
      const mean = (hessian[row * n + column]! + hessian[column * n + row]!) / 2;
      hessian[row * n + column] = mean;
      hessian[column * n + row] = mean;
    }
  }
  return hessian;
}
