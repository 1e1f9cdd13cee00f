import { cholesky, hessianOf, solve } from '../../shared/optimise';
import { fail } from './errors';
import { gaussHermite, type Quadrature } from './gauss-hermite';
import type { MarginalLikelihood } from './marginal-likelihood';

const MOST_STEPS = 100;
const HALVINGS = 40;
/** Stop when the step is shorter than this many standard errors. */
const NEAR = 1e-9;
/** So close, in standard errors, steps shrink fast, unless the quadrature is so coarse that its derivatives are others. */
const CLOSE = 0.1;
const SLOW = 0.1;
/** Nodes that the information needs, however few the likelihood has. */
const INFORMATION_NODES = 9;
/**
 * Standard deviation of log odds between groups above which there is none: two groups then differ by a factor of 10,000 as a
 * rule, so that nearly every group has one outcome only, the likelihood hardly falls again, and quadrature of few nodes
 * has tops of its own.
 */
const ENDLESS = 10;

export interface Maximum {
  /** Coefficients of the orthogonal columns, then σ ≥ 0. */
  parameters: Float64Array;
  value: number;
  iterations: number;
}

/**
 * Maximum of the marginal likelihood by Newton's method, with the information of the integral and halved steps.
 *
 * @param group name of the groups' column, for the failure
 * @throws `mixed-variance-endless`, `mixed-not-converged`
 */
export async function maximise(
  likelihood: MarginalLikelihood,
  quadrature: Quadrature,
  start: Float64Array,
  group: string
): Promise<Maximum> {
  const fine = quadrature.nodes.length < INFORMATION_NODES ? gaussHermite(INFORMATION_NODES) : quadrature;
  let parameters = start;
  let { value, gradient } = await likelihood.gradient(parameters, quadrature);
  let isSlow = false;
  let before = Infinity;
  for (let iterations = 1; iterations <= MOST_STEPS; iterations++) {
    const information = isSlow
      ? await secondDerivatives(likelihood, quadrature, parameters)
      : await likelihood.information(parameters, fine);
    const step = stepOf(information, gradient);
    const length = Math.sqrt(Math.max(0, sumOfProducts(step, gradient)));
    if (length < NEAR) return { parameters, value, iterations };
    isSlow ||= length < CLOSE && length > SLOW * before;
    before = length;
    let isBetter = false;
    for (let halving = 0, share = 1; halving < HALVINGS && !isBetter; halving++, share /= 2) {
      const trial = parameters.map((from, at) => from + share * step[at]!);
      if (Math.abs(trial.at(-1)!) > 2 * ENDLESS) continue;
      const there = await likelihood.gradient(trial, quadrature);
      const isRounding = Math.abs(there.value - value) <= 1e-13 * (1 + Math.abs(value));
      if (!(there.value > value) && !(isRounding && length < 1e-4)) continue;
      parameters = trial;
      ({ value, gradient } = there);
      isBetter = true;
    }
    if (Math.abs(parameters.at(-1)!) > ENDLESS) throw fail('mixed-variance-endless', { group });
    if (!isBetter) break;
  }
  throw fail('mixed-not-converged', { steps: MOST_STEPS });
}

/** Newton's step uphill; where the information is not that of a maximum, its diagonal is raised until it is. */
function stepOf(information: Float64Array, gradient: Float64Array): Float64Array {
  const width = gradient.length;
  let size = 0;
  for (let at = 0; at < width; at++) size = Math.max(size, Math.abs(information[at * width + at]!));
  for (let raise = 0; raise < 1e6 * size; raise = raise === 0 ? 1e-3 * size : raise * 4) {
    const raised = information.map((value, cell) => (cell % (width + 1) === 0 ? value + raise : value));
    const factor = cholesky(raised, width);
    if (factor) return solve(factor, gradient);
  }
  throw fail('mixed-not-converged', { steps: 1 });
}

const sumOfProducts = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, at) => sum + value * b[at]!, 0);

/** Below this error of the log-likelihood, or share of it, the quadrature's derivatives are those of the integral. */
const EXACT = 1e-10;
const EXACT_SHARE = 1e-14;

/**
 * Second derivatives of the quadrature's logarithm, negative: k × k, row by row.
 *
 * @param error how far the quadrature is from the integral
 */
export async function observedInformation(
  likelihood: MarginalLikelihood,
  quadrature: Quadrature,
  { parameters, value }: Maximum,
  error: number
): Promise<Float64Array> {
  const isExact = error < EXACT || error < EXACT_SHARE * Math.abs(value);
  if (isExact && quadrature.nodes.length >= INFORMATION_NODES) return likelihood.information(parameters, quadrature);
  return secondDerivatives(likelihood, quadrature, parameters);
}

/** Differences of exact gradients: first which ones are needed, then, in turns of the event loop, those themselves. */
async function secondDerivatives(likelihood: MarginalLikelihood, quadrature: Quadrature, parameters: Float64Array) {
  const places: Float64Array[] = [];
  hessianOf((at) => {
    places.push(at);
    return new Float64Array(at.length);
  }, parameters);
  const found: Float64Array[] = [];
  for (const place of places) found.push((await likelihood.gradient(place, quadrature)).gradient);
  let next = 0;
  return hessianOf(() => found[next++]!, parameters).map((value) => -value);
}
