import { breathe } from '../../../shared/breathe';
import { log } from '../../../shared/elementary';
import type { JobOptions } from '../../../shared/job';
import { cholesky, inverseOf, solve } from '../../../shared/optimise';
import { fail } from '../errors';
import { derivativesAt, evaluate, type CumulativeModel, type Point } from './cumulative';

export interface CumulativeFit {
  parameters: Float64Array;
  /** Inverse of the observed information. */
  covariance: Float64Array;
  logLikelihood: number;
  iterations: number;
}

const MOST_STEPS = 100;
const HALVINGS = 40;
/** Length of Newton's step in standard errors at which it stops. */
const NEAR = 1e-8;
const FIRST_STEP = 6;
/** As in the logistic model: where a step goes on like this, and every row gains by it, there is no end. */
const STEADY = 0.3;
const STILL = 1e-4;

/** Thresholds at the observed shares, no effect of anything else. */
export function startOf({ y, categories, free, common, weights }: CumulativeModel): Float64Array {
  const counts = new Float64Array(categories);
  y.forEach((category, row) => (counts[category] = counts[category]! + (weights ? weights[row]! : 1)));
  const total = counts.reduce((sum, count) => sum + count, 0);
  const parameters = new Float64Array((categories - 1) * free.length + common.length);
  let below = 0;
  for (let cut = 0; cut < categories - 1; cut++) {
    below += counts[cut]!;
    parameters[cut * free.length] = log(below / (total - below));
  }
  return parameters;
}

/**
 * Maximum likelihood of a cumulative logit model by Newton's method with halved steps.
 *
 * @param nameOf name of a parameter, for the failure
 * @throws `regression-separation`, `regression-not-converged`, `stopped`
 */
export async function fitCumulative(
  model: CumulativeModel,
  start: Float64Array,
  nameOf: (parameter: number) => string,
  { signal }: JobOptions
): Promise<CumulativeFit> {
  let now = evaluate(model, start);
  for (let iterations = 1; iterations <= MOST_STEPS; iterations++) {
    await breathe();
    if (signal?.aborted) throw fail('stopped');
    const { gradient, information } = derivativesAt(model, now.parameters);
    const factor = cholesky(information, gradient.length);
    if (!factor) throw fail('regression-not-converged', { steps: iterations });
    const step = solve(factor, gradient);
    const decrement = step.reduce((sum, value, at) => sum + value * gradient[at]!, 0);
    if (decrement < NEAR * NEAR) {
      const covariance = inverseOf(factor, gradient.length);
      return { parameters: now.parameters, covariance, logLikelihood: now.logLikelihood, iterations };
    }
    const next = climb(model, now, step);
    if (!next) throw fail('regression-not-converged', { steps: iterations });
    if (iterations >= FIRST_STEP) {
      const endless = endlessParameter(model, now, next);
      if (endless !== undefined) throw fail('regression-separation', { column: nameOf(endless) });
    }
    now = next;
  }
  throw fail('regression-not-converged', { steps: MOST_STEPS });
}

function climb(model: CumulativeModel, now: Point, step: Float64Array): Point | undefined {
  const slack = 1e-12 * (1 + Math.abs(now.logLikelihood));
  for (let halving = 0, scale = 1; halving < HALVINGS; halving++, scale /= 2) {
    const next = evaluate(
      model,
      now.parameters.map((value, at) => value + scale * step[at]!)
    );
    if (next.logLikelihood >= now.logLikelihood - slack) return next;
  }
  return undefined;
}

/** The parameter that carries most of a step by which every row gains, and goes on to gain. */
function endlessParameter(
  { free, common, categories, y }: CumulativeModel,
  now: Point,
  next: Point
): number | undefined {
  const shares = next.parameters.map((value, at) => {
    const cuts = (categories - 1) * free.length;
    const column = at < cuts ? free[at % free.length]! : common[at - cuts]!;
    return Math.abs(value - now.parameters[at]!) * reachOf(column);
  });
  const most = shares.reduce((best, share, at) => (share > shares[best]! ? at : best), 0);
  if (!(shares[most]! > STEADY)) return undefined;
  let gain = 0;
  for (let row = 0; row < y.length; row++) gain = Math.max(gain, next.logs[row]! - now.logs[row]!);
  for (let row = 0; row < y.length; row++) if (next.logs[row]! - now.logs[row]! < -STILL * gain) return undefined;
  return most;
}

function reachOf(column: Float64Array): number {
  let [low, high] = [Infinity, -Infinity];
  for (const value of column) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return high > low ? high - low : Math.abs(high);
}
