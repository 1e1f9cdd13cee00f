import { exp, log } from '../../shared/elementary';
import { crossProduct, linearCombination, transposedProduct } from '../../shared/matrix';
import { GroupRows } from './group-mode';
import type { Quadrature } from './gauss-hermite';
import type { SortedRows } from './sorted-rows';

/** Rows after which a pause is due: some milliseconds of work. */
const REST_ROWS = 20_000;

/**
 * Log-likelihood of a logistic model with a random intercept σ·u, u ~ N(0, 1), the integral over u by adaptive
 * Gauss-Hermite quadrature around each group's mode. Parameters: one coefficient a column, then σ, whose sign does not
 * matter. Modes are kept as the next call's first guess.
 *
 * @see Pinheiro and Bates 1995, J Comput Graph Stat 4:12; Liu and Pierce 1994, Biometrika 81:624
 */
export class MarginalLikelihood {
  /** û of each group, and its curvature: 1 + σ²·Σ μ(1 − μ). */
  readonly modes: Float64Array;
  readonly curvatures: Float64Array;
  readonly #eta: Float64Array;
  readonly #group: GroupRows;
  readonly #slopes: Float64Array;
  readonly #misses: Float64Array;
  #rested = 0;
  #evaluations = 0;

  /** @param rest called after some rows with the evaluations so far, to hear whether to stop */
  constructor(
    private readonly sorted: SortedRows,
    private readonly rest: (evaluations: number) => Promise<void>
  ) {
    const groups = sorted.starts.length - 1;
    this.modes = new Float64Array(groups);
    this.curvatures = new Float64Array(groups);
    this.#eta = new Float64Array(sorted.rows);
    this.#slopes = new Float64Array(sorted.rows);
    this.#misses = new Float64Array(sorted.rows);
    let most = 0;
    for (let group = 0; group < groups; group++)
      most = Math.max(most, sorted.starts[group + 1]! - sorted.starts[group]!);
    this.#group = new GroupRows(sorted.y, this.#eta, most);
  }

  /** Value and exact derivatives of the quadrature, the movement of its nodes included. */
  async gradient(parameters: Float64Array, quadrature: Quadrature): Promise<{ value: number; gradient: Float64Array }> {
    const { starts, columns } = this.sorted;
    const sigma = this.#begin(parameters);
    const slopes = this.#slopes;
    const atMode = this.#misses;
    const { nodes, weights } = quadrature;
    const rows = this.#group;
    let value = 0;
    let bySigma = 0;
    for (let group = 0; group < this.modes.length; group++) {
      const [start, end] = [starts[group]!, starts[group + 1]!];
      const { u, best, curvature } = this.#atMode(group, sigma);
      // Third derivatives by the linear predictor, and what the mode and the scale of the nodes do with them.
      const { missed, weight } = rows;
      let turn = 0;
      for (let row = start; row < end; row++) {
        const miss = rows.misses[row - start]!;
        atMode[row] = miss;
        turn += turnOf(miss);
      }
      const scale = 1 / Math.sqrt(curvature);
      slopes.fill(0, start, end);
      let [sum, byMode, byScale, direct] = [0, 0, 0, 0];
      for (let node = 0; node < nodes.length; node++) {
        const at = u + Math.SQRT2 * scale * nodes[node]!;
        const q = weights[node]! * exp(rows.at(start, end, sigma * at) - (at * at) / 2 - best);
        const slope = q * (sigma * rows.missed - at);
        sum += q;
        byMode += slope;
        byScale += Math.SQRT2 * nodes[node]! * slope;
        direct += q * at * rows.missed;
        for (let row = start; row < end; row++) slopes[row]! += q * rows.misses[row - start]!;
      }
      value += log(scale) + best + log(sum);
      byMode /= sum;
      // d scale = −½·scale/curvature · d curvature
      const byCurvature = (-0.5 * scale * (1 / scale + byScale / sum)) / curvature;
      const curvatureByMode = sigma * sigma * sigma * turn;
      const viaMode = byMode + byCurvature * curvatureByMode;
      const viaRows = (viaMode * sigma) / curvature;
      for (let row = start; row < end; row++) {
        const miss = atMode[row]!;
        slopes[row] = slopes[row]! / sum - viaRows * weightOf(miss) + byCurvature * sigma * sigma * turnOf(miss);
      }
      const modeBySigma = (missed - sigma * u * weight) / curvature;
      bySigma += direct / sum + viaMode * modeBySigma + byCurvature * (2 * sigma * weight + sigma * sigma * u * turn);
      if (this.#isDue(end)) await this.rest(this.#evaluations);
    }
    return { value, gradient: Float64Array.of(...transposedProduct(columns, slopes), bySigma) };
  }

  /**
   * Observed information of the integral itself: that of the rows if u were known, less the variance of their score. Good
   * for steps; not the second derivative of the quadrature.
   *
   * @see Louis 1982, J R Stat Soc B 44:226
   */
  async information(parameters: Float64Array, { nodes, weights }: Quadrature): Promise<Float64Array> {
    const { starts, columns } = this.sorted;
    const sigma = this.#begin(parameters);
    const width = parameters.length;
    const rows = this.#group;
    const known = new Float64Array(this.sorted.rows);
    const tilted = new Float64Array(this.sorted.rows);
    const lost = new Float64Array(width * width);
    let last = 0;
    for (let group = 0; group < this.modes.length; group++) {
      const [start, end] = [starts[group]!, starts[group + 1]!];
      const { u, best, curvature } = this.#atMode(group, sigma);
      const own = columns.map((column) => column.subarray(start, end));
      const mean = new Float64Array(width);
      const square = new Float64Array(width * width);
      let [sum, corner] = [0, 0];
      for (let node = 0; node < nodes.length; node++) {
        const at = u + (Math.SQRT2 * nodes[node]!) / Math.sqrt(curvature);
        const q = weights[node]! * exp(rows.at(start, end, sigma * at) - (at * at) / 2 - best);
        sum += q;
        corner += q * at * at * rows.weight;
        for (let row = start; row < end; row++) {
          const w = q * weightOf(rows.misses[row - start]!);
          known[row]! += w;
          tilted[row]! += w * at;
        }
        const score = Float64Array.of(...transposedProduct(own, rows.misses), at * rows.missed);
        for (let a = 0; a < width; a++) {
          mean[a]! += q * score[a]!;
          for (let b = 0; b <= a; b++) square[a * width + b]! += q * score[a]! * score[b]!;
        }
      }
      for (let row = start; row < end; row++) {
        known[row]! /= sum;
        tilted[row]! /= sum;
      }
      last += corner / sum;
      for (let a = 0; a < width; a++) {
        for (let b = 0; b <= a; b++) {
          lost[a * width + b]! += square[a * width + b]! / sum - (mean[a]! / sum) * (mean[b]! / sum);
        }
      }
      if (this.#isDue(end)) await this.rest(this.#evaluations);
    }
    const block = crossProduct(columns, known);
    const side = transposedProduct(columns, tilted);
    const information = new Float64Array(width * width);
    for (let a = 0; a < width; a++) {
      for (let b = 0; b <= a; b++) {
        const rest = a < width - 1 ? block[a * (width - 1) + b]! : b < a ? side[b]! : last;
        information[a * width + b] = information[b * width + a] = rest - lost[a * width + b]!;
      }
    }
    return information;
  }

  #begin(parameters: Float64Array): number {
    const { columns, offset } = this.sorted;
    linearCombination(columns, parameters.subarray(0, -1), this.#eta);
    if (offset) offset.forEach((value, row) => (this.#eta[row]! += value));
    this.#rested = 0;
    this.#evaluations += 1;
    return parameters.at(-1)!;
  }

  #isDue(row: number): boolean {
    if (row - this.#rested < REST_ROWS) return false;
    this.#rested = row;
    return true;
  }

  /** Mode, logarithm of the joint density there (without the normal constant) and curvature; leaves its sums behind. */
  #atMode(group: number, sigma: number): { u: number; best: number; curvature: number } {
    const [start, end] = [this.sorted.starts[group]!, this.sorted.starts[group + 1]!];
    const { u, logLikelihood } = this.#group.mode(start, end, sigma, this.modes[group]!);
    const best = logLikelihood - (u * u) / 2;
    const curvature = 1 + sigma * sigma * this.#group.weight;
    this.modes[group] = u;
    this.curvatures[group] = curvature;
    return { u, best, curvature };
  }
}

/** μ(1 − μ) of a row from y − μ, and its derivative by the linear predictor. */
const weightOf = (miss: number) => Math.abs(miss) * (1 - Math.abs(miss));
const turnOf = (miss: number) => weightOf(miss) * (2 * miss - Math.sign(miss));
