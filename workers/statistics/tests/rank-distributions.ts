import { fail } from './errors';

/** Work that an exact distribution may take: some hundred milliseconds. */
const MOST_WORK = 5e7;

/** A distribution of the whole numbers from 0 that is its own mirror image. */
export class RankDistribution {
  readonly #lower: Float64Array;

  constructor(probabilities: Float64Array) {
    this.#lower = Float64Array.from(probabilities);
    // From the small end: a sum of small numbers keeps its digits.
    for (let at = 1; at < this.#lower.length; at++) this.#lower[at]! += this.#lower[at - 1]!;
  }

  /** P(T ≤ t). */
  lower(t: number): number {
    if (t < 0) return 0;
    return Math.min(1, this.#lower[Math.min(t, this.#lower.length - 1)]!);
  }

  /** Twice the smaller tail that holds t, at most 1. By symmetry the upper tail is a lower one, without a subtraction. */
  twoSided(t: number): number {
    return Math.min(1, 2 * this.lower(Math.min(t, this.#lower.length - 1 - t)));
  }

  /** The smallest t with P(T ≤ t) ≥ p. */
  quantile(p: number): number {
    // The last digits of a probability do not decide.
    return Math.max(
      0,
      this.#lower.findIndex((sum) => sum >= p * (1 - 64 * Number.EPSILON))
    );
  }
}

/**
 * Distribution of the Mann-Whitney statistic without ties.
 *
 * The largest of all is one of x with probability m/(m + n), and then lies above all n of y; otherwise one of y, above none.
 *
 * @throws `test-exact-work`
 * @see Mann and Whitney 1947, Ann Math Stat 18:50
 */
export function rankSumDistribution(m: number, n: number): RankDistribution {
  if (m * n * (m * n + 1) > MOST_WORK) throw fail('test-exact-work', { n: m + n });
  let rows = Array.from({ length: n + 1 }, () => Float64Array.of(1));
  for (let a = 1; a <= m; a++) {
    const next = [Float64Array.of(1)];
    for (let b = 1; b <= n; b++) {
      const sums = new Float64Array(a * b + 1);
      rows[b]!.forEach((p, u) => (sums[u + b]! += (p * a) / (a + b)));
      next[b - 1]!.forEach((p, u) => (sums[u]! += (p * b) / (a + b)));
      next.push(sums);
    }
    rows = next;
  }
  return new RankDistribution(rows[n]!);
}

/**
 * Distribution of the sum of positive ranks of n numbers without ties and zeros: each rank is in it with probability ½.
 *
 * @throws `test-exact-work`
 * @see Wilcoxon 1945, Biometrics Bulletin 1:80
 */
export function signedRankDistribution(n: number): RankDistribution {
  if ((n * n * (n + 1)) / 2 > MOST_WORK) throw fail('test-exact-work', { n });
  const sums = new Float64Array((n * (n + 1)) / 2 + 1);
  sums[0] = 1;
  for (let rank = 1, top = 1; rank <= n; rank++, top += rank) {
    for (let v = top; v >= 0; v--) sums[v] = (sums[v]! + (v >= rank ? sums[v - rank]! : 0)) / 2;
  }
  return new RankDistribution(sums);
}

/**
 * Distribution of the number of concordant pairs of n pairs without ties: the place of each among those before it is
 * uniform.
 *
 * @see Kendall 1938, Biometrika 30:81
 */
export function concordantDistribution(n: number): RankDistribution {
  if ((n * n * n) / 2 > MOST_WORK) throw fail('test-exact-work', { n });
  let sums = Float64Array.of(1);
  for (let size = 2; size <= n; size++) {
    const next = new Float64Array(sums.length + size - 1);
    for (let at = 0; at < size; at++) sums.forEach((p, t) => (next[t + at]! += p / size));
    sums = next;
  }
  return new RankDistribution(sums);
}
