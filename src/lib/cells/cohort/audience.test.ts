import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forAudience } from './audience';
import type { CohortCounts, CohortRow } from './counts';

const row = (of: CohortRow['of'], entries: number, persons: number, lost: number, more = {}): CohortRow => ({
  of,
  entries,
  persons,
  lost,
  alone: lost,
  unknown: 0,
  ties: 0,
  ...more
});
const counts = (rows: CohortRow[]): CohortCounts => ({
  rows,
  entries: rows.at(-1)?.entries ?? 0,
  persons: rows.at(-1)?.persons ?? 0,
  partlyBorn: 0,
  openEnds: 0
});

describe('a cohort before an audience', () => {
  test('of large groups only is shown as it is', () => {
    const large = counts([row('all', 800, 702, 0), row(0, 752, 690, 48)]);
    expect(forAudience(large)).toBe(large);
  });

  test('with a small group all counts are in tens, and what is left out is their difference', () => {
    const small = counts([row('all', 800, 800, 0), row(0, 797, 797, 3, { unknown: 2 }), row(1, 744, 744, 53)]);
    expect(forAudience(small).rows).toEqual([
      row('all', 800, 800, 0),
      row(0, 800, 800, 0, { unknown: 10 }),
      row(1, 740, 740, 60)
    ]);
    expect(forAudience(small).entries).toBe(740);
  });

  test('no count of fewer than ten is ever shown, and none that is there becomes nothing', () => {
    const steps = fc.array(fc.nat(60), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), steps, (first, losses) => {
        let left = first;
        const rows = [row('all', first, first, 0)];
        for (const [at, wanted] of losses.entries()) {
          const lost = Math.min(left, wanted);
          left -= lost;
          rows.push(row(at, left, left, lost));
        }
        const shown = forAudience(counts(rows)).rows;
        shown.forEach((one, at) => {
          for (const count of [one.entries, one.persons, one.lost, one.alone]) {
            expect(count === 0 || count >= 10).toBe(true);
          }
          expect(one.entries === 0).toBe(rows[at]?.entries === 0);
        });
      })
    );
  });
});
