import { digamma, expm1, log1p, logGamma } from '../../shared/distributions';
import { exp, log } from '../../shared/elementary';
import type { Smooth } from '../../shared/optimise';
import type { Prior } from './gamma-mixture';

/** α₁, β₁, α₂, β₂ as logarithms and P as a logit: every point is a prior. */
export const toPoint = ({ alpha1, beta1, alpha2, beta2, p }: Prior): Float64Array =>
  Float64Array.of(log(alpha1), log(beta1), log(alpha2), log(beta2), log(p) - log(1 - p));

export function toPrior(point: Float64Array): Prior {
  const [alpha1 = 0, beta1 = 0, alpha2 = 0, beta2 = 0, p = 0] = point;
  return {
    alpha1: exp(alpha1),
    beta1: exp(beta1),
    alpha2: exp(alpha2),
    beta2: exp(beta2),
    p: 1 / (1 + exp(-p))
  };
}

/** Points beyond are no priors of reports: there the surface is flat. */
const FARTHEST = 16;

/**
 * −ln of the likelihood of pairs with at least one report, each component divided by its own chance of one, and its gradient.
 *
 * @see DuMouchel and Pregibon 2001, Proc 7th ACM SIGKDD, 67
 */
export function truncatedLikelihood(counts: Float64Array, expected: Float64Array): Smooth {
  // Counts repeat: their gamma functions are found once a prior.
  const places = new Map<number, number>();
  const place = Int32Array.from(counts, (count) => {
    const known = places.get(count);
    if (known !== undefined) return known;
    places.set(count, places.size);
    return places.size - 1;
  });
  const distinct = Float64Array.from(places.keys());
  const factorials = distinct.map((count) => logGamma(count + 1));
  const part = (alpha: number, beta: number) => ({
    alpha,
    beta,
    gammas: distinct.map((count, index) => logGamma(alpha + count) - logGamma(alpha) - (factorials[index] as number)),
    digammas: distinct.map((count) => digamma(alpha + count) - digamma(alpha))
  });
  const evaluate = (point: Float64Array, gradient?: Float64Array): number => {
    if (point.some((value) => !(Math.abs(value) <= FARTHEST))) return Infinity;
    const { alpha1, beta1, alpha2, beta2, p } = toPrior(point);
    const parts = [part(alpha1, beta1), part(alpha2, beta2)] as const;
    let sum = 0;
    for (let row = 0; row < counts.length; row++) {
      const [count, mean, at] = [counts[row] as number, expected[row] as number, place[row] as number];
      const first = log(p) + logPart(parts[0], count, mean, at);
      const second = log(1 - p) + logPart(parts[1], count, mean, at);
      const most = Math.max(first, second);
      sum -= most + log(exp(first - most) + exp(second - most));
      if (!gradient) continue;
      const share = 1 / (1 + exp(second - first));
      addSlopes(gradient, 0, share, parts[0], count, mean, at);
      addSlopes(gradient, 2, 1 - share, parts[1], count, mean, at);
      gradient[4] = (gradient[4] as number) - (share - p);
    }
    return sum;
  };
  return {
    value: (point) => evaluate(point),
    gradient: (point) => {
      const gradient = new Float64Array(5);
      if (!Number.isFinite(evaluate(point, gradient))) gradient.fill(NaN);
      return gradient;
    }
  };
}

interface Part {
  alpha: number;
  beta: number;
  gammas: Float64Array;
  digammas: Float64Array;
}

/** ln of the probability of the count, given that there is at least one. */
function logPart({ alpha, beta, gammas }: Part, count: number, mean: number, at: number): number {
  const none = -alpha * log1p(mean / beta);
  return (gammas[at] as number) + none + count * -log1p(beta / mean) - log(-expm1(none));
}

function addSlopes(
  gradient: Float64Array,
  from: number,
  weight: number,
  { alpha, beta, digammas }: Part,
  count: number,
  mean: number,
  at: number
): void {
  const [byAlpha, byBeta] = [-log1p(mean / beta), ((alpha / beta) * mean) / (beta + mean)];
  // −d ln(1 − f₀) = f₀ / (1 − f₀) · d ln f₀
  const truncated = 1 / expm1(-alpha * byAlpha);
  const alphaSlope = (digammas[at] as number) + byAlpha + truncated * byAlpha;
  const betaSlope = alpha / beta - (alpha + count) / (beta + mean) + truncated * byBeta;
  gradient[from] = (gradient[from] as number) - weight * alphaSlope * alpha;
  gradient[from + 1] = (gradient[from + 1] as number) - weight * betaSlope * beta;
}
