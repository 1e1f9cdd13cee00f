import type { Arranged } from './cox-design';

/**
 * Share of the pairs, of those whose order is known, in which who had the event first had the higher prediction; equal
 * predictions count half. Pairs are within a stratum and both at risk; two events at the same time are no pair. Weighted
 * rows count by the product of their weights.
 *
 * @param eta predictions of the arranged rows
 * @returns undefined without a pair
 * @see Harrell et al. 1982, JAMA 247:2543; R survival 3.5-3 `concordance`
 */
export function concordanceOf(arranged: Arranged, eta: Float64Array): number | undefined {
  const { stop, start, status, weight, strata, entering } = arranged;
  const distinct = Float64Array.from(new Set(eta)).sort();
  const rankOf = new Map<number, number>();
  distinct.forEach((value, rank) => rankOf.set(value, rank));
  const rank = Int32Array.from(eta, (value) => rankOf.get(value)!);
  const tree = new Float64Array(distinct.length + 1);
  const add = (row: number, amount: number) => {
    for (let at = rank[row]! + 1; at < tree.length; at += at & -at) tree[at]! += amount;
  };
  const below = (count: number) => {
    let sum = 0;
    for (let at = count; at > 0; at -= at & -at) sum += tree[at]!;
    return sum;
  };
  let agreeing = 0;
  let pairs = 0;
  for (let stratum = 0; stratum + 1 < strata.length; stratum++) {
    const end = strata[stratum + 1]!;
    let row = strata[stratum]!;
    let gone = row;
    let total = 0;
    let rows = 0;
    tree.fill(0);
    while (row < end) {
      const from = row;
      const time = stop[row];
      // Censored at the time of a death outlived it.
      for (; row < end && stop[row] === time; row++) {
        if (status[row] === 1) continue;
        add(row, weight[row]!);
        total += weight[row]!;
        rows += 1;
      }
      if (entering && start && time !== undefined) {
        for (; gone < end && start[entering[gone]!]! >= time; gone++) {
          add(entering[gone]!, -weight[entering[gone]!]!);
          total -= weight[entering[gone]!]!;
          rows -= 1;
        }
      }
      for (let one = from; one < row; one++) {
        // Without anybody else the sums hold nothing but rounding.
        if (status[one] === 0 || rows === 0) continue;
        const lower = below(rank[one]!);
        const same = below(rank[one]! + 1) - lower;
        agreeing += weight[one]! * (lower + same / 2);
        pairs += weight[one]! * total;
      }
      for (let one = from; one < row; one++) {
        if (status[one] === 0) continue;
        add(one, weight[one]!);
        total += weight[one]!;
        rows += 1;
      }
    }
  }
  return pairs > 0 ? agreeing / pairs : undefined;
}
