import { digamma, expm1, log1p, logGamma, trigamma } from '../../shared/distributions';
import { exp, log } from '../../shared/elementary';
import type { Prior } from './gamma-mixture';

/** α₁, β₁, α₂, β₂ as logarithms and P as a logit: every point is a prior. */
export const toPoint = ({ alpha1, beta1, alpha2, beta2, p }: Prior): Float64Array =>
  Float64Array.of(log(alpha1), log(beta1), log(alpha2), log(beta2), log(p) - log(1 - p));

export function toPrior(point: Float64Array): Prior {
  const [alpha1 = 0, beta1 = 0, alpha2 = 0, beta2 = 0, p = 0] = point;
  return { alpha1: exp(alpha1), beta1: exp(beta1), alpha2: exp(alpha2), beta2: exp(beta2), p: 1 / (1 + exp(-p)) };
}

/** Points beyond are no priors of reports: e^12 reports' worth of knowledge, where the surface is flat. */
const FARTHEST = 12;
const SIZE = 5;

/** −ln of the likelihood, its slopes, and its second derivatives row by row. */
export interface Derivatives {
  value: number;
  gradient: Float64Array;
  hessian: Float64Array;
}

/**
 * −ln of the likelihood of pairs with at least one report, each component divided by its own chance of one.
 *
 * @param counts 1 or more
 * @see DuMouchel and Pregibon 2001, Proc 7th ACM SIGKDD, 67
 */
export class TruncatedLikelihood {
  /** Counts repeat: their gamma functions are found once a prior. */
  readonly #distinct: Float64Array;
  readonly #place: Int32Array;
  readonly #factorials: Float64Array;

  constructor(
    private readonly counts: Float64Array,
    private readonly expected: Float64Array
  ) {
    const places = new Map<number, number>();
    this.#place = Int32Array.from(counts, (count) => {
      const known = places.get(count);
      if (known !== undefined) return known;
      places.set(count, places.size);
      return places.size - 1;
    });
    this.#distinct = Float64Array.from(places.keys());
    this.#factorials = this.#distinct.map((count) => logGamma(count + 1));
  }

  /** Infinity where there is no prior. */
  value(point: Float64Array): number {
    return this.#sum(point);
  }

  derivatives(point: Float64Array): Derivatives {
    const [gradient, hessian] = [new Float64Array(SIZE), new Float64Array(SIZE * SIZE)];
    const value = this.#sum(point, { gradient, hessian });
    return { value, gradient, hessian };
  }

  #sum(point: Float64Array, sums?: Omit<Derivatives, 'value'>): number {
    if (point.some((value) => !(Math.abs(value) <= FARTHEST))) return Infinity;
    const { alpha1, beta1, alpha2, beta2, p } = toPrior(point);
    const first = new Part(alpha1, beta1, this.#distinct, this.#factorials, sums !== undefined);
    const second = new Part(alpha2, beta2, this.#distinct, this.#factorials, sums !== undefined);
    const [logShare, logOther] = [log(p), log(1 - p)];
    let value = 0;
    for (let row = 0; row < this.counts.length; row++) {
      const [count, mean, at] = [this.counts[row] as number, this.expected[row] as number, this.#place[row] as number];
      const one = logShare + first.at(count, mean, at);
      const other = logOther + second.at(count, mean, at);
      const odds = exp(-Math.abs(one - other));
      value -= Math.max(one, other) + log1p(odds);
      if (!sums) continue;
      const share = one > other ? 1 / (1 + odds) : odds / (1 + odds);
      first.differentiate(count, mean, at);
      second.differentiate(count, mean, at);
      addRow(sums, share, first, second, p);
    }
    return value;
  }
}

/** One component: what the last pair was to it, derivatives by ln α and ln β. */
class Part {
  readonly #gammas: Float64Array;
  readonly #digammas: Float64Array;
  readonly #trigammas: Float64Array;
  #ratio = 0;
  byAlpha = 0;
  byBeta = 0;
  alphaTwice = 0;
  both = 0;
  betaTwice = 0;

  constructor(
    readonly alpha: number,
    readonly beta: number,
    distinct: Float64Array,
    factorials: Float64Array,
    differentiates: boolean
  ) {
    const [none, digammaNone, trigammaNone] = [logGamma(alpha), digamma(alpha), trigamma(alpha)];
    this.#gammas = distinct.map((count, index) => logGamma(alpha + count) - none - (factorials[index] as number));
    const needed = differentiates ? distinct : new Float64Array(0);
    this.#digammas = needed.map((count) => digamma(alpha + count) - digammaNone);
    this.#trigammas = needed.map((count) => trigamma(alpha + count) - trigammaNone);
  }

  /** ln of the probability of the count, given that there is at least one. */
  at(count: number, mean: number, place: number): number {
    this.#ratio = log1p(mean / this.beta);
    const none = -this.alpha * this.#ratio;
    // ln(E / (β + E)) = ln(E / β) − ln(1 + E / β)
    const hit = log(mean / this.beta) - this.#ratio;
    return (this.#gammas[place] as number) + none + count * hit - log(-expm1(none));
  }

  /** Of the pair that was last asked for. */
  differentiate(count: number, mean: number, place: number): void {
    const { alpha, beta } = this;
    const sum = beta + mean;
    const ratio = this.#ratio;
    // d ln(1 + E/β) / dβ = −change; d change / dβ = −change · (2β + E) / (β(β + E))
    const change = mean / beta / sum;
    // f₀ / (1 − f₀), where f₀ is the chance of none
    const none = 1 / expm1(alpha * ratio);
    const curve = none * (1 + none);
    const alphaSlope = (this.#digammas[place] as number) - ratio * (1 + none);
    const betaSlope = alpha * change * (1 + none) - count / sum;
    this.byAlpha = alpha * alphaSlope;
    this.byBeta = beta * betaSlope;
    this.alphaTwice = alpha * alpha * ((this.#trigammas[place] as number) + curve * ratio * ratio) + this.byAlpha;
    this.both = alpha * beta * change * (1 + none - curve * alpha * ratio);
    const bent = -alpha * (1 + none) * change * ((2 * beta + mean) / beta / sum);
    this.betaTwice = beta * beta * (bent + count / sum / sum + alpha * alpha * change * change * curve) + this.byBeta;
  }
}

/** Second derivatives of a mixture: the parts' own by their shares, and share · other · (difference of slopes)². */
function addRow(
  { gradient, hessian }: Omit<Derivatives, 'value'>,
  share: number,
  first: Part,
  second: Part,
  p: number
): void {
  const other = 1 - share;
  const add = (row: number, column: number, value: number) => {
    hessian[row * SIZE + column] = (hessian[row * SIZE + column] as number) - value;
  };
  const slope = (of: number, value: number) => {
    gradient[of] = (gradient[of] as number) - value;
  };
  slope(0, share * first.byAlpha);
  slope(1, share * first.byBeta);
  slope(2, other * second.byAlpha);
  slope(3, other * second.byBeta);
  slope(4, share - p);
  const spread = share * other;
  // Slopes of ln(P·f₁) less those of ln((1 − P)·f₂): the last is (1 − P) + P.
  const [a, b, c, d] = [first.byAlpha, first.byBeta, -second.byAlpha, -second.byBeta];
  add(0, 0, share * first.alphaTwice + spread * a * a);
  add(1, 0, share * first.both + spread * a * b);
  add(1, 1, share * first.betaTwice + spread * b * b);
  add(2, 0, spread * a * c);
  add(2, 1, spread * b * c);
  add(2, 2, other * second.alphaTwice + spread * c * c);
  add(3, 0, spread * a * d);
  add(3, 1, spread * b * d);
  add(3, 2, other * second.both + spread * c * d);
  add(3, 3, other * second.betaTwice + spread * d * d);
  add(4, 0, spread * a);
  add(4, 1, spread * b);
  add(4, 2, spread * c);
  add(4, 3, spread * d);
  add(4, 4, spread - p * (1 - p));
}
