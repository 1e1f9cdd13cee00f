/**
 * Calls back for every distinct score, from the highest: with the score, and the places of its first row and of the row
 * after its last in the order of falling scores.
 */
export function eachScore(
  scores: Float64Array,
  told: (score: number, order: Uint32Array, from: number, to: number) => void
) {
  const order = Uint32Array.from(scores, (_, row) => row).sort((a, b) => compareDown(scores[a]!, scores[b]!));
  for (let from = 0, to = 0; from < order.length; from = to) {
    const score = scores[order[from]!]!;
    while (to < order.length && scores[order[to]!] === score) to++;
    told(score, order, from, to);
  }
}

/** Not by a difference: that of two infinities is no number. */
function compareDown(one: number, other: number): number {
  return one > other ? -1 : Number(one < other);
}
