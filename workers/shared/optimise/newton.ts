import { cholesky, solve } from './cholesky';
import { hessianOf } from './hessian';

/** A function to minimise. Outside its domain `value` is Infinity or NaN: such points are never accepted. */
export interface Smooth {
  value: (x: Float64Array) => number;
  /** First derivatives, exact to rounding. */
  gradient: (x: Float64Array) => Float64Array;
}

export interface Minimum {
  x: Float64Array;
  value: number;
  /** Largest size of a first derivative at x. */
  gradientNorm: number;
  iterations: number;
  /** The gradient is below the tolerance, or as small as rounding lets it be: no step is left to take. */
  converged: boolean;
}

export interface NewtonOptions {
  /** Stop as soon as each derivative is smaller. Default 1e-8. */
  tolerance?: number;
  /** Default 200. */
  iterations?: number;
}

/** Share of the foreseen fall that a step must bring (Armijo). */
const FALL = 1e-4;
const HALVINGS = 50;
/** Where the minimum is nearer than this, as a share of x, rounding alone keeps a steep function's gradient up. */
const NO_STEP = 1e-11;
/** Falls below this share of the value are rounding: there the gradient says whether a step is good. */
const ROUNDING = 1e-13;

export const largest = (values: Float64Array): number => {
  let most = 0;
  // Written so that NaN is the largest of all.
  for (const value of values) if (!(Math.abs(value) <= most)) most = Math.abs(value);
  return most;
};

/** Cholesky factor of the matrix, its diagonal raised until it is positive definite: then every step goes downhill. */
function raisedFactor(hessian: Float64Array, n: number): Float64Array | undefined {
  const size = largest(hessian);
  if (!Number.isFinite(size)) return undefined;
  for (let ridge = 1e-3 * Math.max(size, 1e-8); ridge <= 1e3 * Math.max(size, 1); ridge *= 10) {
    const raised = Float64Array.from(hessian);
    for (let row = 0; row < n; row++) raised[row * n + row]! += ridge;
    const factor = cholesky(raised, n);
    if (factor) return factor;
  }
  return undefined;
}

/**
 * Minimum by Newton's method with halved steps; for few variables (each step takes 4·n gradients).
 *
 * Where the Hessian is not positive definite its diagonal is raised (Levenberg 1944; Nocedal & Wright, Numerical
 * Optimization, 2006, §3.4); steps are halved until the value falls enough (Armijo).
 *
 * @returns `converged: false` where no step helps: the caller decides whether that is a failure
 */
export function newton(problem: Smooth, start: Float64Array, options: NewtonOptions = {}): Minimum {
  const { tolerance = 1e-8, iterations: most = 200 } = options;
  const n = start.length;
  let x = Float64Array.from(start);
  let value = problem.value(x);
  let gradient = problem.gradient(x);
  let iterations = 0;
  let isAtMinimum = false;
  const here = (): Minimum => {
    const gradientNorm = largest(gradient);
    const converged = Number.isFinite(value) && (gradientNorm < tolerance || isAtMinimum);
    return { x, value, gradientNorm, iterations, converged };
  };
  if (!Number.isFinite(value)) return here();

  for (; iterations < most && !(largest(gradient) < tolerance); iterations++) {
    const hessian = hessianOf(problem.gradient, x);
    const plain = cholesky(hessian, n);
    const factor = plain ?? raisedFactor(hessian, n);
    if (!factor) break;
    const step = solve(factor, gradient);
    let slope = 0;
    for (let row = 0; row < n; row++) slope -= step[row]! * gradient[row]!;
    let moved = false;
    for (let halving = 0, scale = 1; halving < HALVINGS && !moved; halving++, scale /= 2) {
      const trial = x.map((from, row) => from - scale * step[row]!);
      const found = problem.value(trial);
      if (!Number.isFinite(found)) continue;
      const falls = found <= value + FALL * scale * slope && found < value;
      const rounds = Math.abs(found - value) <= ROUNDING * (1 + Math.abs(value));
      if (!falls && !rounds) continue;
      const there = problem.gradient(trial);
      if (!falls && !(largest(there) < largest(gradient))) continue;
      [x, value, gradient] = [trial, found, there];
      moved = true;
    }
    if (!moved) {
      isAtMinimum = plain !== undefined && largest(step) <= NO_STEP * Math.max(1, largest(x));
      break;
    }
  }
  return here();
}
