import { exp, log } from '../../shared/elementary';

const MOST_STEPS = 200;
/** A step so short is rounding. */
const NEAR = 1e-13;
/** (1 + e) is at most 2: so many factors stay far from the largest double. */
const FACTORS = 512;

/** Rows of one group, in which one random intercept u stands for all. */
export class GroupRows {
  /** Of the last call, one number a row: y − μ. */
  readonly misses: Float64Array;
  /** Of the last call, Σ (y − μ) and Σ μ(1 − μ). */
  missed = 0;
  weight = 0;

  constructor(
    private readonly y: Float64Array,
    private readonly eta: Float64Array,
    mostRows: number
  ) {
    this.misses = new Float64Array(mostRows);
  }

  /** Log-likelihood of the rows from `start` to `end` with `shift` added to their linear predictor. */
  at(start: number, end: number, shift: number): number {
    const { y, eta, misses } = this;
    let [sum, factors, missed, weight] = [0, 1, 0, 0];
    for (let row = start; row < end; row++) {
      const side = y[row]! > 0.5 ? 1 : -1;
      // How far the predictor stands on the side of what was observed.
      const right = side * (eta[row]! + shift);
      const e = exp(-Math.abs(right));
      const share = 1 / (1 + e);
      // The probability of what was not observed is never a difference of numbers near 1.
      const miss = right > 0 ? e * share : share;
      misses[row - start] = side * miss;
      missed += side * miss;
      weight += e * share * share;
      sum += Math.min(0, right);
      factors *= 1 + e;
      if ((row - start) % FACTORS === FACTORS - 1) {
        sum -= log(factors);
        factors = 1;
      }
    }
    this.missed = missed;
    this.weight = weight;
    return sum - log(factors);
  }

  /**
   * The most likely u of N(0, 1), where σ·u is added to the rows; the density's logarithm is concave. Leaves the sums at
   * the mode behind.
   *
   * @param guess where to begin
   * @returns also the log-likelihood of the rows there
   */
  mode(start: number, end: number, sigma: number, guess: number): { u: number; logLikelihood: number } {
    // The mode lies where the score of the rows, at most one each, holds against u.
    let high = Math.abs(sigma) * (end - start);
    let low = -high;
    let u = Math.min(high, Math.max(low, guess));
    for (let step = 0; ; step++) {
      const logLikelihood = this.at(start, end, sigma * u);
      const slope = sigma * this.missed - u;
      if (slope > 0) low = u;
      else high = u;
      let next = u + slope / (1 + sigma * sigma * this.weight);
      if (!(next > low && next < high)) next = slope === 0 ? u : (low + high) / 2;
      if (step === MOST_STEPS || Math.abs(next - u) <= NEAR * (1 + Math.abs(u))) return { u, logLikelihood };
      u = next;
    }
  }
}
