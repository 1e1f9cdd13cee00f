import { digamma, logGamma, trigamma } from '../../shared/distributions';
import { exp, log } from '../../shared/elementary';
import type { Table } from '../../shared/table';
import { fail } from './errors';
import { negativeBinomialFamily, poissonFamily } from './fit/family';
import type { Irls } from './fit/irls';
import { frameOf, type Frame } from './frame';
import { fitFrame, generalisedInference, nullDeviance, type GeneralisedFit } from './glm';
import { checkCounts, poissonLogLikelihood, type CountOptions } from './poisson';
import { countResponse } from './response';

export interface NegativeBinomialRegression extends GeneralisedFit {
  model: 'negative-binomial';
  /** Variance = μ + μ²/θ; the smaller, the more the counts vary beyond Poisson's. */
  theta: number;
  seTheta: number;
  /** Twice the gain of log-likelihood over Poisson. */
  overPoisson: number;
}

const MOST_ROUNDS = 200;
const MOST_STEPS = 200;
const SETTLED = 1e-10;
/** Counts whose variance exceeds the mean by less than a millionth of it are Poisson's. */
const POISSON = 1e6;

/**
 * Negative binomial regression (NB2) by maximum likelihood: coefficients at a given θ, then θ at given means, until both
 * stand still. Standard errors of the coefficients are conditional on θ; they are independent of it asymptotically.
 *
 * @param formula as R's: `bleeds ~ dose + offset(log(years))`
 * @throws `regression-no-overdispersion` where θ grows without end, `regression-separation`, `regression-one-class`,
 *   `regression-not-converged`, `regression-response-count`, `regression-exposure-impossible`, `formula-…`,
 *   `rows-none`, `regression-too-few`, `regression-weights-…`, `regression-one-cluster`, `level-range`
 * @see Lawless 1987, Can J Stat 15:209; equals MASS 7.3-58.2 `glm.nb`, whose AIC counts θ too
 */
export async function negativeBinomialRegression(
  table: Table,
  formula: string,
  options: CountOptions = {}
): Promise<NegativeBinomialRegression> {
  const frame = frameOf(table, formula, countResponse, options);
  checkCounts(frame);
  const plain = await fitFrame(poissonFamily, frame, options);
  if (frame.n <= plain.kept.length)
    throw fail('regression-too-few', { rows: frame.n, terms: plain.kept.length, error: 1 });
  let theta = thetaAt(frame, plain.working.mean, firstTheta(frame, plain));
  let fit = plain;
  for (let round = 1; ; round++) {
    if (round > MOST_ROUNDS) throw fail('regression-not-converged', { steps: MOST_ROUNDS });
    const before = fit;
    fit = await fitFrame(negativeBinomialFamily(theta, 'observed'), frame, options, startOf(frame, fit));
    const next = thetaAt(frame, fit.working.mean, theta);
    const moved = fit.coefficients.reduce(
      (most, value, index) => {
        return Math.max(most, Math.abs(value - before.coefficients[index]!) / Math.max(1, Math.abs(value)));
      },
      Math.abs(next - theta) / theta
    );
    theta = next;
    if (moved < SETTLED) break;
  }
  // Stays where it is; its weights are those of the errors.
  fit = await fitFrame(negativeBinomialFamily(theta), frame, options, startOf(frame, fit));
  const { coefficients, errors } = generalisedInference(frame, fit, options, {
    scale: 'log',
    method: 'Negative binomial regression'
  });
  const logLikelihood = logLikelihoodAt(frame, fit.working.mean, theta);
  return {
    ...coefficients,
    model: 'negative-binomial',
    theta,
    seTheta: 1 / Math.sqrt(derivatives(frame, fit.working.mean, theta).information),
    overPoisson: 2 * (logLikelihood - poissonLogLikelihood(frame, plain)),
    errors,
    deviance: fit.deviance,
    nullDeviance: await nullDeviance(negativeBinomialFamily(theta, 'observed'), frame, options),
    degreesOfFreedom: frame.n - fit.kept.length,
    logLikelihood,
    aic: -2 * logLikelihood + 2 * (fit.kept.length + 1),
    iterations: fit.iterations,
    rows: frame.design.rows,
    fitted: fit.working.mean
  };
}

/** Coefficients of a fit, one a column of the design. */
function startOf({ design }: Frame, { kept, coefficients }: Irls): Float64Array {
  const start = new Float64Array(design.columns.length);
  kept.forEach((column, index) => (start[column] = coefficients[index]!));
  return start;
}

/** θ by the moments of the Poisson fit: n / Σ (y/μ − 1)². */
function firstTheta({ y, weights }: Frame, { working }: Irls): number {
  let [count, squares] = [0, 0];
  for (let row = 0; row < y.length; row++) {
    const weight = weights ? weights[row]! : 1;
    count += weight;
    squares += weight * (y[row]! / working.mean[row]! - 1) ** 2;
  }
  return Math.min(Math.max(count / squares, 1e-3), 1e3);
}

/** First derivative of the log-likelihood by θ, and minus the second. */
function derivatives({ y, weights }: Frame, mean: Float64Array, theta: number): { score: number; information: number } {
  let [score, information] = [0, 0];
  const [psi, trigammaTheta, logTheta] = [digamma(theta), trigamma(theta), log(theta)];
  for (let row = 0; row < y.length; row++) {
    const weight = weights ? weights[row]! : 1;
    const count = y[row]!;
    const both = theta + mean[row]!;
    const [first, second] = count === 0 ? [psi, trigammaTheta] : [digamma(theta + count), trigamma(theta + count)];
    score += weight * (first - psi + logTheta + 1 - log(both) - (count + theta) / both);
    information += weight * (trigammaTheta - second - 1 / theta + 2 / both - (count + theta) / (both * both));
  }
  return { score, information };
}

/**
 * θ with the score 0 at given means: Newton's steps on ln θ, which keep it above 0, between bounds that close in.
 *
 * @throws `regression-no-overdispersion`
 */
function thetaAt(frame: Frame, mean: Float64Array, start: number): number {
  let [low, high] = [0, Infinity];
  let theta = start;
  for (let step = 0; step < MOST_STEPS; step++) {
    const { score, information } = derivatives(frame, mean, theta);
    if (score > 0) low = theta;
    else high = theta;
    // On the logarithm: slope θ·U, bend θ·U − θ²·I.
    const slope = theta * score;
    const bend = slope - theta * theta * information;
    const wanted = bend < 0 ? theta * exp(Math.min(2, Math.max(-2, -slope / bend))) : NaN;
    const next =
      wanted > low && wanted < high ? wanted : high === Infinity ? 4 * theta : low === 0 ? theta / 4 : (low + high) / 2;
    if (next > POISSON) throw fail('regression-no-overdispersion');
    if (Math.abs(next - theta) <= 1e-13 * theta) return next;
    theta = next;
  }
  return theta;
}

function logLikelihoodAt({ y, weights }: Frame, mean: Float64Array, theta: number): number {
  let sum = 0;
  const own = logGamma(theta);
  for (let row = 0; row < y.length; row++) {
    const count = y[row]!;
    const both = log(theta + mean[row]!);
    const gammas = logGamma(theta + count) - own - logGamma(count + 1);
    const powers = theta * (log(theta) - both) + (count === 0 ? 0 : count * (log(mean[row]!) - both));
    sum += (weights ? weights[row]! : 1) * (gammas + powers);
  }
  return sum;
}
