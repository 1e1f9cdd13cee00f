import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { log } from '../../shared/elementary';
import { marginsOf, type Counts } from './counts';
import { fisherTableTest } from './index';
import { logFactorials } from './random-table';
import { halvesP } from './table-halves';
import { networkP } from './table-network';

function both(counts: Counts): number[] {
  const { rows, columns, n } = marginsOf('', counts);
  const factorials = logFactorials(n, log);
  const observed = counts.flat().reduce((sum, count) => sum + factorials[count]!, 0);
  return [halvesP, networkP].map((way) => {
    const run = way(rows, columns, { observed, factorials, step: () => undefined });
    for (;;) {
      const { done, value } = run.next();
      if (done) return value;
    }
  });
}

describe("Fisher's exact test by two halves", () => {
  test('gives what the network of partial tables gives', () => {
    const cell = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 6 }));
    const table = fc
      .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 4 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows })
      ) // prettier-ignore
      .filter((counts) => {
        const isFilled = (line: readonly number[]) => line.some((count) => count > 0);
        return counts.every(isFilled) && counts[0]!.every((_, column) => isFilled(counts.map((row) => row[column]!)));
      });
    fc.assert(
      fc.property(table, (counts) => {
        const [halves, network] = both(counts) as [number, number];
        expect(halves / network).toBeCloseTo(1, 11);
      }),
      { seed: 1, numRuns: 80 }
    );
  });

  test('the unlikeliest of all tables has its own probability', async () => {
    const got = await fisherTableTest([[12, 0, 0], [0, 12, 0], [0, 0, 12]]); // prettier-ignore
    // Six such tables, one for each order, of 36!/(12!)³.
    const factorials = logFactorials(36, log);
    expect(got.p / (6 * Math.exp(3 * factorials[12]! - factorials[36]!))).toBeCloseTo(1, 11);
  });
});
