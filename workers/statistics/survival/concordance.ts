import type { Arranged } from './cox-design';

export interface Concordance {
  /** From 0 to 1; 0.5 is chance. */
  value: number;
  se: number;
}

/**
 * Share of the pairs, of those whose order is known, in which who had the event first had the higher prediction; equal
 * predictions count half. Pairs are within a stratum and both at risk; two events at the same time are no pair. Weighted
 * rows count by the product of their weights. The standard error is the infinitesimal jackknife's, over clusters where
 * there are some.
 *
 * @param eta predictions of the arranged rows
 * @returns undefined without a pair
 * @see Harrell et al. 1982, JAMA 247:2543; R survival 3.5-3 `concordance`
 */
export function concordanceOf(arranged: Arranged, eta: Float64Array): Concordance | undefined {
  const { n, strata, weight, cluster } = arranged;
  // Weight of the pairs of each row, and of those in the right order.
  const pairs = new Float64Array(n);
  const right = new Float64Array(n);
  let all = 0;
  let agreeing = 0;
  for (let stratum = 0; stratum + 1 < strata.length; stratum++) {
    const from = strata[stratum]!;
    const to = strata[stratum + 1]!;
    asEarlier(arranged, new Ranks(eta, { from, to }), { from, to }, { pairs, right });
    for (let row = from; row < to; row++) {
      all += weight[row]! * pairs[row]!;
      agreeing += weight[row]! * right[row]!;
    }
  }
  if (!(all > 0)) return undefined;
  const value = agreeing / all;
  for (let stratum = 0; stratum + 1 < strata.length; stratum++) {
    const part = { from: strata[stratum]!, to: strata[stratum + 1]! };
    asLater(arranged, new Ranks(eta, part), part, { pairs, right });
  }
  const influence = new Float64Array(cluster ? cluster.reduce((most, one) => Math.max(most, one + 1), 0) : n);
  for (let row = 0; row < n; row++) {
    influence[cluster ? cluster[row]! : row]! += (weight[row]! * (right[row]! - value * pairs[row]!)) / all;
  }
  return { value, se: Math.sqrt(influence.reduce((sum, one) => sum + one * one, 0)) };
}

interface Part {
  from: number;
  to: number;
}

interface Pairs {
  pairs: Float64Array;
  right: Float64Array;
}

/** Pairs in which the row had its event first: with all who are at risk then and stay. Times fall. */
function asEarlier(arranged: Arranged, ranks: Ranks, { from, to }: Part, { pairs, right }: Pairs): void {
  const { stop, start, status, weight, entering } = arranged;
  let gone = from;
  for (let row = from; row < to;) {
    const first = row;
    const time = stop[row]!;
    // Censored at the time of a death outlived it.
    for (; row < to && stop[row] === time; row++) if (status[row] === 0) ranks.add(row, weight[row]!);
    if (entering && start) {
      for (; gone < to && start[entering[gone]!]! >= time; gone++)
        ranks.remove(entering[gone]!, weight[entering[gone]!]!);
    }
    for (let one = first; one < row; one++) {
      if (status[one] === 0) continue;
      pairs[one]! += ranks.total;
      right[one]! += ranks.below(one) + ranks.same(one) / 2;
    }
    for (let one = first; one < row; one++) if (status[one] === 1) ranks.add(one, weight[one]!);
  }
}

/** Pairs in which the other had its event first, while the row was at risk. Times rise. */
function asLater(arranged: Arranged, ranks: Ranks, { from, to }: Part, { pairs, right }: Pairs): void {
  const { stop, start, status, weight, entering } = arranged;
  const count = (row: number, sign: 1 | -1) => {
    const same = ranks.same(row);
    pairs[row]! += sign * ranks.total;
    right[row]! += sign * (ranks.total - ranks.below(row) - same / 2);
  };
  let waiting = to - 1;
  for (let row = to - 1; row >= from;) {
    const last = row;
    const time = stop[row]!;
    if (entering && start) {
      // Events so far came before these rows entered.
      for (; waiting >= from && start[entering[waiting]!]! < time; waiting--) count(entering[waiting]!, -1);
    }
    for (; row >= from && stop[row] === time; row--) if (status[row] === 1) count(row, 1);
    for (let one = last; one > row; one--) if (status[one] === 1) ranks.add(one, weight[one]!);
    for (let one = last; one > row; one--) if (status[one] === 0) count(one, 1);
  }
}

/** Sums of weights by rank of the prediction, in a binary indexed tree. @see Fenwick 1994, Softw Pract Exp 24:327 */
class Ranks {
  total = 0;
  #count = 0;
  readonly #from: number;
  readonly #rank: Int32Array;
  readonly #tree: Float64Array;

  constructor(eta: Float64Array, { from, to }: Part) {
    const own = eta.subarray(from, to);
    const distinct = Float64Array.from(new Set(own)).sort();
    const rankOf = new Map<number, number>();
    distinct.forEach((value, rank) => rankOf.set(value, rank));
    this.#from = from;
    this.#rank = Int32Array.from(own, (value) => rankOf.get(value)!);
    this.#tree = new Float64Array(distinct.length + 1);
  }

  add(row: number, weight: number): void {
    this.#count += 1;
    this.total += weight;
    this.#put(row, weight);
  }

  remove(row: number, weight: number): void {
    this.#count -= 1;
    // Nobody is left: the rest is rounding.
    this.total = this.#count === 0 ? 0 : this.total - weight;
    this.#put(row, -weight);
  }

  below(row: number): number {
    return this.#upTo(this.#rank[row - this.#from]!);
  }

  same(row: number): number {
    return this.#upTo(this.#rank[row - this.#from]! + 1) - this.below(row);
  }

  #put(row: number, amount: number): void {
    for (let at = this.#rank[row - this.#from]! + 1; at < this.#tree.length; at += at & -at) this.#tree[at]! += amount;
  }

  #upTo(count: number): number {
    let sum = 0;
    if (this.#count === 0) return 0;
    for (let at = count; at > 0; at -= at & -at) sum += this.#tree[at]!;
    return sum;
  }
}
