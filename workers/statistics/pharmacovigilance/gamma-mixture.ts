import { digamma, incompleteGamma, log1p, logGamma, probability } from '../../shared/distributions';
import { exp, log } from '../../shared/elementary';
import { fail } from './errors';

/** Prior of the true ratio: P·Gamma(α₁, rate β₁) + (1 − P)·Gamma(α₂, rate β₂). */
export interface Prior {
  alpha1: number;
  beta1: number;
  alpha2: number;
  beta2: number;
  /** Share of the first component, from 0 to 1, both excluded. */
  p: number;
}

/** Scores of pairs, each as long as the counts. */
export interface Scores {
  /** Posterior share of the first component. */
  share: Float64Array;
  /** exp of the posterior mean of ln λ. */
  ebgm: Float64Array;
  /** 5 % and 95 % points of the posterior of λ. */
  eb05: Float64Array;
  eb95: Float64Array;
}

/** @throws `pharmacovigilance-prior` */
export function checkPrior(prior: Prior): void {
  for (const parameter of ['alpha1', 'beta1', 'alpha2', 'beta2'] as const) {
    if (!(prior[parameter] >= 1e-8 && prior[parameter] <= 1e8)) throw fail('pharmacovigilance-prior', { parameter });
  }
  if (!(prior.p > 0 && prior.p < 1)) throw fail('pharmacovigilance-prior', { parameter: 'P' });
}

/** @throws `pharmacovigilance-lengths`, `pharmacovigilance-count`, `pharmacovigilance-expected` */
export function checkPairs(observed: ArrayLike<number>, expected: ArrayLike<number>): void {
  if (observed.length !== expected.length) throw fail('pharmacovigilance-lengths');
  for (const count of Array.from(observed)) {
    if (!Number.isSafeInteger(count) || count < 0 || count > 1e9) throw fail('pharmacovigilance-count');
  }
  for (const mean of Array.from(expected)) {
    if (!(mean >= 1e-12 && mean <= 1e12)) throw fail('pharmacovigilance-expected');
  }
}

/** ln of the probability of so many reports, a Poisson count whose mean is the expected one times a gamma. */
export function logNegativeBinomial(count: number, expected: number, alpha: number, beta: number): number {
  return (
    logGamma(alpha + count) -
    logGamma(alpha) -
    logGamma(count + 1) -
    alpha * log1p(expected / beta) -
    count * log1p(beta / expected)
  );
}

/** Posterior of one pair: two gammas and the share of the first. */
export function posterior(count: number, expected: number, prior: Prior) {
  const first = log(prior.p) + logNegativeBinomial(count, expected, prior.alpha1, prior.beta1);
  const second = log(1 - prior.p) + logNegativeBinomial(count, expected, prior.alpha2, prior.beta2);
  return {
    share: 1 / (1 + exp(second - first)),
    other: 1 / (1 + exp(first - second)),
    shapes: [prior.alpha1 + count, prior.alpha2 + count] as const,
    rates: [prior.beta1 + expected, prior.beta2 + expected] as const
  };
}

type Posterior = ReturnType<typeof posterior>;

/** exp of the mean of ln λ. */
export function geometricMean({ share, other, shapes, rates }: Posterior): number {
  return exp(share * (digamma(shapes[0]) - log(rates[0])) + other * (digamma(shapes[1]) - log(rates[1])));
}

/**
 * The point below which the posterior has so much of its mass. Between the points of its two parts, by halving in ln λ with
 * Newton's steps where they stay inside.
 */
export function posteriorQuantile(of: Posterior, p: number): number {
  const { share, other, shapes, rates } = of;
  const lower = (t: number) => {
    const x = exp(t);
    const first = probability(incompleteGamma(shapes[0], x * rates[0]), false);
    return share * first + other * probability(incompleteGamma(shapes[1], x * rates[1]), false) - p;
  };
  // Density in ln λ of each part.
  const slope = (t: number) => {
    const x = exp(t);
    const part = (shape: number, rate: number) => exp(shape * log(x * rate) - x * rate - logGamma(shape));
    return share * part(shapes[0], rates[0]) + other * part(shapes[1], rates[1]);
  };
  let [low, high] = bracket(lower, log((shapes[0] / rates[0]) * share + (shapes[1] / rates[1]) * other));
  let t = (low + high) / 2;
  for (let step = 0; step < 200 && high - low > 1e-15 * Math.max(1, Math.abs(t)); step++) {
    const value = lower(t);
    if (value === 0) return exp(t);
    if (value > 0) high = t;
    else low = t;
    const next = t - value / slope(t);
    if (Math.abs(next - t) < 1e-14 * Math.max(1, Math.abs(t))) return exp(next);
    t = next > low && next < high ? next : (low + high) / 2;
  }
  return exp(t);
}

/** Around the mean outward until the sign changes; ln λ stays where exp does not vanish. */
function bracket(lower: (t: number) => number, middle: number): [number, number] {
  let [low, high] = [middle - 1, middle + 1];
  for (let width = 1; lower(low) > 0 && low > -700; width *= 2) low = Math.max(-700, low - width);
  for (let width = 1; lower(high) < 0 && high < 700; width *= 2) high = Math.min(700, high + width);
  return [low, high];
}
