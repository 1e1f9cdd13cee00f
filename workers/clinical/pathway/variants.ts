/** Events of cases, those of case c from `starts[c]` to before `starts[c + 1]`. */
export interface Traces {
  starts: Int32Array;
  activity: Int32Array;
}

/** Cases with the same activities in the same order, the most frequent variant first, then by the activities. */
export interface Variants {
  /** Variant of each case. */
  of: Int32Array;
  /** Cases of each variant. */
  cases: Int32Array;
  /** A case of each variant, whose events spell it. */
  example: Int32Array;
}

/** How two traces of activities are ordered; 0 where they are the same. */
function compareTraces({ starts, activity }: Traces, one: number, other: number): number {
  const from = starts[one]!;
  const against = starts[other]!;
  const length = starts[one + 1]! - from;
  const otherLength = starts[other + 1]! - against;
  const shared = Math.min(length, otherLength);
  for (let place = 0; place < shared; place++) {
    const difference = activity[from + place]! - activity[against + place]!;
    if (difference !== 0) return difference;
  }
  return length - otherLength;
}

function hashOf({ starts, activity }: Traces, one: number): number {
  let hash = 0;
  for (let place = starts[one]!; place < starts[one + 1]!; place++) {
    hash = Math.imul(hash ^ (activity[place]! + 1), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash;
}

/** Finds the variants. Traces of the same hash are compared, so none is taken for another. */
export function findVariants(traces: Traces): Variants {
  const cases = traces.starts.length - 1;
  const of = new Int32Array(cases);
  const example: number[] = [];
  const counts: number[] = [];
  const nextOfHash: number[] = [];
  const lastOfHash = new Map<number, number>();
  for (let one = 0; one < cases; one++) {
    const hash = hashOf(traces, one);
    let variant = lastOfHash.get(hash) ?? -1;
    while (variant >= 0 && compareTraces(traces, one, example[variant]!) !== 0) variant = nextOfHash[variant]!;
    if (variant < 0) {
      variant = example.length;
      example.push(one);
      counts.push(0);
      nextOfHash.push(lastOfHash.get(hash) ?? -1);
      lastOfHash.set(hash, variant);
    }
    counts[variant]!++;
    of[one] = variant;
  }
  const order = Int32Array.from(example, (_, variant) => variant).sort(
    (a, b) => counts[b]! - counts[a]! || compareTraces(traces, example[a]!, example[b]!)
  );
  const place = new Int32Array(order.length);
  order.forEach((variant, at) => (place[variant] = at));
  return {
    of: of.map((variant) => place[variant]!),
    cases: order.map((variant) => counts[variant]!),
    example: order.map((variant) => example[variant]!)
  };
}

/** How many of counts sorted downward hold at least this share of their sum. */
export function covering(counts: Int32Array, share: number): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  // A share of 0.7 of 10 is 7, not the 7.000000000000001 that some products give.
  const wanted = share * total - 1e-9 * total;
  let held = 0;
  let used = 0;
  while (used < counts.length && held < wanted) held += counts[used++]!;
  return used;
}
