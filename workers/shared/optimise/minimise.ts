import { nelderMead, type NelderMeadOptions } from './nelder-mead';
import { newton, type Minimum, type NewtonOptions, type Smooth } from './newton';

/** Which method reached the minimum. */
export type Method = 'newton' | 'nelder-mead, then newton';

/**
 * Minimum of a smooth function of few variables: Newton's method; where it stalls, Nelder and Mead's simplex from the best
 * point so far, and Newton's method again from there.
 *
 * @returns the better of both; `converged` is false where the gradient stayed above the tolerance
 */
export function minimise(
  problem: Smooth,
  start: Float64Array,
  options: NewtonOptions & Pick<NelderMeadOptions, 'edge'> = {}
): Minimum & { method: Method } {
  const first = newton(problem, start, options);
  if (first.converged || !Number.isFinite(problem.value(start))) return { ...first, method: 'newton' };
  const rough = nelderMead(problem.value, first.x, options.edge === undefined ? {} : { edge: options.edge });
  const second = newton(problem, rough.x, options);
  const better = second.converged || second.value < first.value ? second : first;
  return {
    ...better,
    iterations: first.iterations + second.iterations,
    method: better === first ? 'newton' : 'nelder-mead, then newton'
  };
}
