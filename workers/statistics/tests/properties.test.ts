import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as tests from './index';
import { orderStatistic, splitDifferences, splitWalshAverages, type Listless } from './order-statistic';
import { concordantDistribution, rankSumDistribution, signedRankDistribution } from './rank-distributions';

const seeded = { seed: 7, numRuns: 60 };
const value = fc.integer({ min: -40, max: 40 }).map((one) => one / 4);
const sample = fc.array(value, { minLength: 4, maxLength: 14 }).filter((all) => new Set(all).size > 2);
const close = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a));

describe('order statistics that are never listed', () => {
  test('of differences and of Walsh averages are those of the list', () => {
    fc.assert(
      fc.property(sample, sample, (x, y) => {
        const [a, b] = [Float64Array.from(x).sort(), Float64Array.from(y).sort()];
        const differences = x.flatMap((one) => y.map((other) => one - other)).sort((p, q) => p - q);
        const averages = x.flatMap((one, at) => x.slice(at).map((other) => one / 2 + other / 2)).sort((p, q) => p - q);
        const kth = (split: Listless['split'], list: number[], k: number) =>
          orderStatistic({ split, low: list[0]!, high: list.at(-1)!, count: list.length }, k);
        return (
          differences.every((one, at) => kth(splitDifferences(a, b), differences, at + 1) === one) &&
          averages.every((one, at) => kth(splitWalshAverages(a), averages, at + 1) === one)
        );
      }),
      seeded
    );
  });
});

describe('exact distributions', () => {
  test.each([
    ['rank sums of 49 and 49', rankSumDistribution(49, 49), 49 * 49],
    ['signed ranks of 49', signedRankDistribution(49), (49 * 50) / 2],
    ['concordant pairs of 49', concordantDistribution(49), (49 * 48) / 2]
  ])('%s add up to 1 and are symmetric', (_, found, most) => {
    expect(found.lower(most)).toBeCloseTo(1, 12);
    for (const t of [0, 40, Math.floor(most / 2) - 1]) {
      expect(found.lower(t) + found.lower(most - t - 1)).toBeCloseTo(1, 12);
    }
  });
});

describe('tests do not depend on what they should not', () => {
  test('order of rows, unit of measurement', () => {
    fc.assert(
      fc.property(sample, sample, (x, y) => {
        const runs = [tests.tTest, tests.rankSumTest] as const;
        return runs.every((run) => {
          const [once, turned] = [run(x, y), run([...x].reverse(), [...y].reverse())];
          const scaled = run(x.map((one) => 8 * one), y.map((one) => 8 * one)); // prettier-ignore
          return close(once.p, turned.p) && close(once.p, scaled.p) && close(8 * once.estimates[0]!.estimate, scaled.estimates[0]!.estimate); // prettier-ignore
        });
      }),
      seeded
    );
  });

  test('names of the groups: the estimate turns its sign, its limits change places', () => {
    fc.assert(
      fc.property(sample, sample, (x, y) => {
        const runs = [tests.tTest, tests.rankSumTest] as const;
        return runs.every((run) => {
          const [there, back] = [run(x, y), run(y, x)];
          const [a, b] = [there.estimates[0]!, back.estimates[0]!];
          return close(there.p, back.p) && close(a.estimate, -b.estimate) && close(a.lower!, -b.upper!) && a.lower! <= a.estimate && a.estimate <= a.upper!; // prettier-ignore
        });
      }),
      seeded
    );
  });

  test('a table and its transpose', async () => {
    const cell = fc.integer({ min: 1, max: 6 });
    const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(table, async (counts) => {
        const turned = counts[0]!.map((_, column) => counts.map((row) => row[column]!));
        const exact = close((await tests.fisherTableTest(counts)).p, (await tests.fisherTableTest(turned)).p);
        return exact && close(tests.chiSquareTest(counts).p, tests.chiSquareTest(turned).p);
      }),
      seeded
    );
  });

  test('both of Fisher’s tests agree on four cells', async () => {
    const cell = fc.integer({ min: 1, max: 20 });
    await fc.assert(
      fc.asyncProperty(cell, cell, cell, cell, async (a, b, c, d) => {
        const counts = [[a, b], [c, d]]; // prettier-ignore
        return close(tests.fisherTest(counts).p, (await tests.fisherTableTest(counts)).p);
      }),
      seeded
    );
  });

  test('the level: a wider interval for a higher one, which holds 0 as its p says', () => {
    fc.assert(
      fc.property(sample, sample, (x, y) => {
        const { p, estimates } = tests.tTest(x, y, { level: 0.9 });
        const [found] = estimates;
        const wider = tests.tTest(x, y, { level: 0.99 }).estimates[0]!;
        const holds = found!.lower! <= 0 && found!.upper! >= 0;
        return (
          wider.lower! <= found!.lower! &&
          found!.upper! <= wider.upper! &&
          (Math.abs(p - 0.1) < 1e-9 || holds === p > 0.1)
        );
      }),
      seeded
    );
  });

  test('adjusted p-values are in the order of the plain ones and not below them', () => {
    const p = fc.array(fc.option(fc.double({ min: 0, max: 1, noNaN: true })), { maxLength: 12 });
    fc.assert(
      fc.property(p, (values) =>
        (['holm', 'bonferroni', 'benjamini-hochberg', 'benjamini-yekutieli'] as const).every((how) => {
          const adjusted = tests.adjustP(values, how);
          return adjusted.every((one, at) =>
            values[at] === null ? one === null : one! >= values[at]! * (1 - 1e-12) && one! <= 1
          );
        })
      ),
      seeded
    );
  });
});

test('ranks of 100,000 values a group, and their limits, take no list of 10^10 differences', () => {
  const x = Float64Array.from({ length: 100_000 }, (_, at) => (at * 7919) % 100_003);
  const y = x.map((one) => one + 500);
  const [found] = tests.rankSumTest(x, y).estimates;
  expect(found!.estimate).toBeCloseTo(-500, -1);
  expect(found!.lower!).toBeLessThan(found!.estimate);
});
