/** Pairs of places in two sequences that belong together, both rising. */
export type Pairs = readonly (readonly [number, number])[];

/** Beyond this many steps a comparison is broken off: the rest counts as changed. */
const mostSteps = 600;

/**
 * A longest common subsequence.
 * @returns pairs of places, rising in both; of very different sequences (over 600 single changes) only the common
 * beginning and end
 * @see Myers 1986, Algorithmica 1:251, the greedy algorithm
 */
export function commonPlaces<Item>(a: readonly Item[], b: readonly Item[]): Pairs {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const middle = greedy(a.slice(start, a.length - end), b.slice(start, b.length - end));
  return [
    ...Array.from({ length: start }, (_, at) => [at, at] as const),
    ...middle.map(([x, y]) => [x + start, y + start] as const),
    ...Array.from({ length: end }, (_, at) => [a.length - end + at, b.length - end + at] as const)
  ];
}

function greedy<Item>(a: readonly Item[], b: readonly Item[]): Pairs {
  const most = Math.min(a.length + b.length, mostSteps);
  /** Furthest place in `a` on each diagonal; one map a step, to find the way back. */
  const trace: Map<number, number>[] = [];
  const furthest = new Map<number, number>([[1, 0]]);
  const at = (map: ReadonlyMap<number, number>, diagonal: number) => map.get(diagonal) ?? -1;
  for (let steps = 0; steps <= most; steps++) {
    trace.push(new Map(furthest));
    for (let diagonal = -steps; diagonal <= steps; diagonal += 2) {
      const down =
        diagonal === -steps || (diagonal !== steps && at(furthest, diagonal - 1) < at(furthest, diagonal + 1));
      let x = down ? at(furthest, diagonal + 1) : at(furthest, diagonal - 1) + 1;
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x++;
      furthest.set(diagonal, x);
      if (x >= a.length && x - diagonal >= b.length) return walkBack(trace, a.length, b.length);
    }
  }
  return [];
}

function walkBack(trace: readonly ReadonlyMap<number, number>[], lengthA: number, lengthB: number): Pairs {
  const pairs: [number, number][] = [];
  let x = lengthA;
  let y = lengthB;
  for (let steps = trace.length - 1; steps >= 0 && (x > 0 || y > 0); steps--) {
    const furthest = trace[steps] as ReadonlyMap<number, number>;
    const at = (diagonal: number) => furthest.get(diagonal) ?? -1;
    const diagonal = x - y;
    const down = diagonal === -steps || (diagonal !== steps && at(diagonal - 1) < at(diagonal + 1));
    const before = down ? diagonal + 1 : diagonal - 1;
    const fromX = steps === 0 ? 0 : at(before);
    const fromY = steps === 0 ? 0 : fromX - before;
    while (x > fromX && y > fromY) {
      x--;
      y--;
      pairs.push([x, y]);
    }
    x = fromX;
    y = fromY;
  }
  return pairs.reverse();
}
