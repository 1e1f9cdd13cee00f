import { exp } from '../../shared/elementary';

/** Nodes x of ∫ e^(−x²) f(x) dx, and weights w·e^(x²)/√π, which stay of moderate size. */
export interface Quadrature {
  nodes: Float64Array;
  weights: Float64Array;
}

const ROOT_PI = 1.7724538509055159;
/** π^(−1/4) */
const FIRST = 0.7511255444649425;

/** Orthonormal Hermite functions of degrees 0 to n at x. */
function hermiteFunctions(n: number, x: number): Float64Array {
  const values = new Float64Array(n + 1);
  values[0] = FIRST * exp((-x * x) / 2);
  if (n > 0) values[1] = Math.SQRT2 * x * values[0];
  for (let degree = 2; degree <= n; degree++) {
    values[degree] =
      Math.sqrt(2 / degree) * x * values[degree - 1]! - Math.sqrt((degree - 1) / degree) * values[degree - 2]!;
  }
  return values;
}

/**
 * Gauss-Hermite quadrature of n nodes, exact for polynomials up to degree 2n − 1.
 *
 * @param n 1 to 100
 * @see Szegő 1975, Orthogonal Polynomials, §3.4 (weights as the inverse of the sum of squares) and §6.31 (their distance)
 */
export function gaussHermite(n: number): Quadrature {
  const value = (x: number) => hermiteFunctions(n, x)[n]!;
  const end = Math.sqrt(2 * n + 1);
  // Neighbours are at least π/√(2n + 1) apart: no step holds two.
  const step = Math.PI / end / 2;
  const positive: number[] = [];
  for (let low = step / 2; low < end; low += step) {
    if (value(low) * value(low + step) < 0) positive.push(rootBetween(value, low, low + step));
  }
  const middle = n % 2 === 1 ? [0] : [];
  const nodes = Float64Array.from([...positive.map((x) => -x).reverse(), ...middle, ...positive]);
  const weights = nodes.map((x) => {
    const squares = hermiteFunctions(n, x).reduce((sum, one, degree) => sum + (degree < n ? one * one : 0), 0);
    return 1 / (squares * ROOT_PI);
  });
  return { nodes, weights };
}

function rootBetween(value: (x: number) => number, low: number, high: number): number {
  const isUp = value(high) > 0;
  let [a, b] = [low, high];
  for (;;) {
    const middle = (a + b) / 2;
    if (middle <= a || middle >= b) return middle;
    if (value(middle) > 0 === isUp) b = middle;
    else a = middle;
  }
}
