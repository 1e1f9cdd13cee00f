import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Table } from '../../shared/table';
import { adherence, adherenceByPerson } from './index';

const at = (...hours: number[]) => Float64Array.from(hours);

/** The most pairs there can be, by trying all. */
function most(planned: readonly number[], given: readonly number[], tolerance: number): number {
  const [first, ...others] = planned;
  if (first === undefined) return 0;
  let best = most(others, given, tolerance);
  for (const [position, time] of given.entries()) {
    if (Math.abs(time - first) > tolerance) continue;
    best = Math.max(best, 1 + most(others, given.toSpliced(position, 1), tolerance));
  }
  return best;
}

describe('adherence', () => {
  test.each([
    // planned, given, tolerance, taken, longest gap
    [[0, 48, 96], [0, 48, 96], 0, 3, 48],
    [[0, 48, 96], [96, 1, 50], 2, 3, 49],
    [[0, 48, 96], [1, 50.5], 2, 1, 49.5],
    [[0, 48, 96], [0, 96], 6, 2, 96],
    [[0, 48, 96], [48], 6, 1, 48],
    [[0, 48, 96], [], 6, 0, 96],
    [[0, 48, 96], [-10, 47, 48, 49, 120], 12, 2, 71],
    [[0], [], 6, 0, undefined],
    [[0], [2], 1, 0, 2],
    [[0, 0], [0], 1, 1, 0],
    [[0, 4], [2, 2], 2, 2, 2]
  ])('of %j with %j given, ± %d h: %i taken', (planned, given, tolerance, taken, longestGapHours) => {
    expect(adherence(at(...planned), at(...given), tolerance)).toEqual({
      planned: planned.length,
      taken,
      share: taken / planned.length,
      longestGapHours
    });
  });

  test('pairs as many doses as can be paired', () => {
    const hours = fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 6 });
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 6 }),
        hours,
        fc.integer({ min: 0, max: 9 }),
        (planned, given, tolerance) => {
          expect(adherence(at(...planned), at(...given), tolerance).taken).toBe(most(planned, given, tolerance));
        }
      )
    );
  });

  test.each<[string, () => unknown, string]>([
    ['no plan', () => adherence(at(), at(1), 1), 'adherence-none'],
    ['a negative tolerance', () => adherence(at(1), at(1), -1), 'pk-option-impossible'],
    ['a tolerance without end', () => adherence(at(1), at(1), Infinity), 'pk-option-impossible'],
    ['a time that is no number', () => adherence(at(1), at(1, NaN), 1), 'pk-time-impossible']
  ])('%s is refused', (_, ask, code) => {
    expect(ask).toThrowError(expect.objectContaining({ code }));
  });
});

describe('adherence by person', () => {
  const times = (...rows: readonly (readonly [person: bigint, hours: number])[]): Table => ({
    rows: rows.length,
    columns: [
      { name: 'person_id', type: 'int64', values: BigInt64Array.from(rows, ([person]) => person) },
      { name: 'time', type: 'timestamp', values: BigInt64Array.from(rows, ([, hours]) => BigInt(hours * 3.6e9)) }
    ]
  });
  const big = 9_007_199_254_740_993n;

  test('keeps ids beyond 2^53 apart, and shows who had no plan', () => {
    const planned = times([big, 480_000], [big + 1n, 480_000], [big, 480_048]);
    const given = times([big, 480_002], [7n, 480_001], [big, 480_050]);
    const found = adherenceByPerson(planned, given, 2);
    const column = (name: string) => found.columns.find((one) => one.name === name)!;
    expect([...column('person_id').values]).toEqual([big, big + 1n, 7n]);
    expect([...column('planned').values]).toEqual([2, 1, 0]);
    expect([...column('taken').values]).toEqual([2, 0, 0]);
    expect(column('share').values[0]).toBe(1);
    expect(column('share').validity?.[0]).toBe(0b011);
    expect(column('longest_gap').validity?.[0]).toBe(0b001);
    expect(column('longest_gap').values[0]).toBeCloseTo(48, 6);
  });

  test('without any plan is refused', () => {
    expect(() => adherenceByPerson(times(), times([1n, 0]), 2)).toThrowError(
      expect.objectContaining({ code: 'adherence-none' })
    );
  });
});
