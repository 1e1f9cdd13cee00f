import { smallGroup } from '$workers/shared/profile';
import type { CohortCounts } from './counts';

const isSmall = (count: number): boolean => count > 0 && count < smallGroup;
/** To tens; what is there never becomes nothing. */
const rounded = (count: number): number => (count === 0 ? 0 : Math.max(10, Math.round(count / 10) * 10));

/**
 * Counts as an audience sees them. Where any group is smaller than ten, all are rounded to tens: one hidden count could
 * be found again by subtraction from those around it. What was left out is the difference of what is shown.
 *
 * @returns the counts themselves where no group is small
 */
export function forAudience<Counts extends CohortCounts>(counts: Counts): Counts {
  const { rows } = counts;
  const groups = rows.flatMap((row, at) => {
    const leavers = (rows[at - 1]?.persons ?? row.persons) - row.persons;
    return [row.entries, row.persons, row.lost, row.alone, row.unknown, leavers];
  });
  if (!groups.some(isSmall)) return counts;
  let left = rounded(rows[0]?.entries ?? 0);
  return {
    ...counts,
    entries: rounded(counts.entries),
    persons: rounded(counts.persons),
    rows: rows.map((row) => {
      const entries = rounded(row.entries);
      const lost = left - entries;
      left = entries;
      const persons = row.persons === row.entries ? entries : Math.min(entries, rounded(row.persons));
      const alone = row.alone === row.lost ? lost : rounded(row.alone);
      return { ...row, entries, persons, lost, alone, unknown: rounded(row.unknown), ties: 0 };
    })
  };
}
