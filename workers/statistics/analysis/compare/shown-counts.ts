import type { ShownTable } from '../contract';
import type { BarsFigure } from '../figures';
import { hiddenCounts, saidText, word } from '../shown-table';

/**
 * Counts of levels by group, to be read: a row a group, with the share of each level.
 *
 * @param counts a row a group, a column a level
 */
export function shownCounts(
  column: string,
  levels: readonly string[],
  groups: readonly string[],
  counts: readonly (readonly number[])[]
): ShownTable {
  const hidden = hiddenOf(levels, counts);
  return {
    title: 'counts',
    head: [saidText(column), ...levels.map(saidText), word('n')],
    rows: counts.map((row, group) => {
      const n = row.reduce((sum, one) => sum + one, 0);
      return {
        cells: [
          saidText(groups[group] ?? ''),
          ...row.map((value, level) => ({
            as: 'count' as const,
            value,
            of: n,
            ...(hidden[level]![group] && { few: true as const })
          })),
          { as: 'count', value: n, ...(n > 0 && n < 5 && { few: true as const }) }
        ]
      };
    })
  };
}

const hiddenOf = (levels: readonly string[], counts: readonly (readonly number[])[]) =>
  hiddenCounts(
    levels.map((_, level) => counts.map((row) => row[level]!)),
    { all: false }
  );

/** The same as bars. */
export function barsOf(
  value: string,
  levels: readonly string[],
  groups: readonly string[],
  counts: readonly (readonly number[])[]
): BarsFigure {
  const hidden = hiddenOf(levels, counts);
  return {
    kind: 'bars',
    value,
    parts: levels,
    rows: groups.map((name, group) => ({
      name,
      counts: counts[group] ?? [],
      ...(hidden.some((level) => level[group]) && { hidden: hidden.map((level) => level[group] ?? false) })
    }))
  };
}
