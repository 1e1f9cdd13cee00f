import { fallingOrder } from './falling-order';

/** Rows in the order of falling scores, equal ones together. */
export interface Ranking {
  /** Rows, from the highest score. */
  order: Uint32Array;
  /** Place in `order` of the first row of every distinct score, and at the end the number of rows. */
  starts: Uint32Array;
}

/** @param scores any numbers but NaN */
export function rankFalling(scores: Float64Array): Ranking {
  const order = fallingOrder(scores);
  const starts = new Uint32Array(order.length + 1);
  let groups = 0;
  for (let from = 0, to = 0; from < order.length; from = to) {
    const score = scores[order[from]!]!;
    while (to < order.length && scores[order[to]!] === score) to++;
    starts[++groups] = to;
  }
  return { order, starts: starts.slice(0, groups + 1) };
}

/**
 * Calls back for every distinct score, from the highest: with the score, and the places of its first row and of the row
 * after its last in the order of falling scores.
 */
export function eachScore(
  scores: Float64Array,
  told: (score: number, order: Uint32Array, from: number, to: number) => void
) {
  const { order, starts } = rankFalling(scores);
  for (let group = 0; group + 1 < starts.length; group++) {
    const from = starts[group]!;
    told(scores[order[from]!]!, order, from, starts[group + 1]!);
  }
}
