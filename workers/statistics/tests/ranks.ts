/** Ranks of some numbers, equal ones sharing their mean rank, and how many were equal. */
export interface Ranks {
  ranks: Float64Array;
  /** Sizes of the sets of equal numbers, 1 left out. */
  ties: number[];
  /** Σ(t³ − t) over them. */
  tieSum: number;
}

export function ranksOf(values: Float64Array): Ranks {
  const order = Uint32Array.from(values, (_, row) => row).sort((a, b) => values[a]! - values[b]!);
  const ranks = new Float64Array(values.length);
  const ties: number[] = [];
  for (let start = 0; start < order.length;) {
    let end = start + 1;
    while (end < order.length && values[order[end]!] === values[order[start]!]) end++;
    for (let place = start; place < end; place++) ranks[order[place]!] = (start + 1 + end) / 2;
    if (end - start > 1) ties.push(end - start);
    start = end;
  }
  return { ranks, ties, tieSum: tieSumOf(ties) };
}

export function tieSumOf(ties: readonly number[]): number {
  return ties.reduce((sum, t) => sum + (t * t * t - t), 0);
}
