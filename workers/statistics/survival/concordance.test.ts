import fc from 'fast-check';
import { expect, test } from 'vitest';
import { concordanceOf } from './concordance';
import { arrange, type Arranged } from './cox-design';
import type { Classes } from './follow-up';

/** All pairs, one by one. */
function byPairs({ n, stop, start, status, weight, strata, cluster }: Arranged, eta: Float64Array) {
  const stratumOf = (row: number) => strata.findIndex((from, at) => row >= from && row < strata[at + 1]!);
  const pairs = new Float64Array(n);
  const right = new Float64Array(n);
  for (let one = 0; one < n; one++) {
    for (let other = 0; other < n; other++) {
      if (status[one] === 0 || one === other || stratumOf(one) !== stratumOf(other)) continue;
      const stays = stop[other]! > stop[one]! || (stop[other] === stop[one] && status[other] === 0);
      if (!stays || (start && start[other]! >= stop[one]!)) continue;
      const credit = eta[one]! > eta[other]! ? 1 : eta[one] === eta[other] ? 0.5 : 0;
      for (const [mine, theirs] of [
        [one, other],
        [other, one]
      ] as const) {
        pairs[mine]! += weight[theirs]!;
        right[mine]! += weight[theirs]! * credit;
      }
    }
  }
  // Each pair was counted from both sides.
  const all = weight.reduce((sum, one, row) => sum + (one * pairs[row]!) / 2, 0);
  const value = weight.reduce((sum, one, row) => sum + (one * right[row]!) / 2, 0) / all;
  const influence = new Map<number, number>();
  weight.forEach((one, row) => {
    const key = cluster ? cluster[row]! : row;
    influence.set(key, (influence.get(key) ?? 0) + (one * (right[row]! - value * pairs[row]!)) / all);
  });
  return { all, value, se: Math.sqrt([...influence.values()].reduce((sum, one) => sum + one * one, 0)) };
}

const classes = (codes: number[], count: number): Classes => ({
  codes: Int32Array.from(codes),
  names: Array.from({ length: count }, (_, code) => String(code))
});

test('agrees with all pairs counted one by one, with ties, delayed entry, strata, clusters and weights', () => {
  const row = fc.record({
    from: fc.integer({ min: 0, max: 4 }),
    lasts: fc.integer({ min: 1, max: 5 }),
    status: fc.integer({ min: 0, max: 1 }),
    x: fc.integer({ min: 0, max: 4 }),
    stratum: fc.integer({ min: 0, max: 1 }),
    cluster: fc.integer({ min: 0, max: 6 }),
    weight: fc.integer({ min: 1, max: 5 })
  });
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 30 }),
      fc.boolean(),
      fc.boolean(),
      (rows, delayed, clustered) => {
        const followUp = {
          ...(delayed && { start: Float64Array.from(rows, ({ from }) => from) }),
          time: Float64Array.from(rows, ({ from, lasts }) => from + lasts),
          status: rows.map(({ status }) => status)
        };
        const arranged = arrange(
          followUp,
          { names: ['x'], values: Float64Array.from(rows, ({ x }) => x) },
          {
            strata: classes(
              rows.map(({ stratum }) => stratum),
              2
            ),
            weights: Float64Array.from(rows, ({ weight }) => weight / 3),
            ...(clustered && {
              cluster: classes(
                rows.map(({ cluster }) => cluster),
                7
              )
            })
          }
        );
        const eta = arranged.x.slice();
        const expected = byPairs(arranged, eta);
        const got = concordanceOf(arranged, eta);
        if (expected.all === 0) return got === undefined;
        expect(got?.value).toBeCloseTo(expected.value, 10);
        expect(got?.se).toBeCloseTo(expected.se, 10);
        return true;
      }
    ),
    { seed: 6, numRuns: 150 }
  );
});
