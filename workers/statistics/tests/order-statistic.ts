/** How many of some sorted but never listed numbers are at most `at`, the last of them and the first beyond. */
export interface Split {
  atMost: number;
  last: number;
  next: number;
}

export interface Listless {
  split: (at: number) => Split;
  low: number;
  high: number;
  /** How many there are. */
  count: number;
}

/**
 * The k-th smallest, k from 1, without time or memory for all of them: a bracket around it that is split a little beyond
 * where it should lie, a little before, and halfway, in turn.
 *
 * @see the two-sided aim: Floyd and Rivest 1975, Communications of the ACM 18:165
 */
export function orderStatistic({ split, low, high, count }: Listless, k: number): number {
  // Numbers below `low`, and up to `high`.
  let [below, upTo] = [0, count];
  for (let turn = 0; low < high; turn++) {
    const inside = upTo - below;
    const aim = k - 0.5 - below + [1, -1, 0][turn % 3]! * Math.sqrt(inside);
    const share = turn % 3 === 2 || inside < 8 ? 0.5 : Math.min(1, Math.max(0, aim / inside));
    const at = low * (1 - share) + high * share;
    // Between neighbours it rounds to one of them; at the end nothing would be split off.
    const { atMost, last, next } = split(at < high ? Math.max(low, at) : low);
    if (atMost >= k) [high, upTo] = [last, atMost];
    else [low, below] = [next, atMost];
  }
  return low;
}

/** Splits all differences x − y of two rising samples, in one walk through both. */
export function splitDifferences(x: Float64Array, y: Float64Array): (at: number) => Split {
  return (at) => {
    let [atMost, last, next] = [0, -Infinity, Infinity];
    let first = 0;
    for (const value of x) {
      while (first < y.length && value - y[first]! > at) first++;
      atMost += y.length - first;
      if (first < y.length) last = Math.max(last, value - y[first]!);
      if (first > 0) next = Math.min(next, value - y[first - 1]!);
    }
    return { atMost, last, next };
  };
}

/** Splits all Walsh averages (xᵢ + xⱼ)/2, i ≤ j, of a rising sample. */
export function splitWalshAverages(x: Float64Array): (at: number) => Split {
  return (at) => {
    let [atMost, last, next] = [0, -Infinity, Infinity];
    // Of the averages of x[row] with x[row…], those at most `at` end before `end`, which falls as row rises.
    let end = x.length;
    for (let row = 0; row < x.length; row++) {
      const average = (other: number) => x[row]! / 2 + x[other]! / 2;
      while (end > row && average(end - 1) > at) end--;
      const from = Math.max(end, row);
      atMost += from - row;
      if (from > row) last = Math.max(last, average(from - 1));
      if (from < x.length) next = Math.min(next, average(from));
    }
    return { atMost, last, next };
  };
}

/** Median of so many ordered numbers. */
export function medianOf(kth: (k: number) => number, count: number): number {
  const low = kth(Math.floor((count + 1) / 2));
  return count % 2 === 1 ? low : low / 2 + kth(count / 2 + 1) / 2;
}
