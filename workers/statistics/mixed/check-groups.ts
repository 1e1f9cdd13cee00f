import { independentColumns, triangleOf } from '../../shared/matrix';
import type { Frame } from '../regression';
import { fail } from './errors';
import { stacked, withColumns, type GroupedMoments } from './moments';

/** Two groups leave one difference between them, from which no spread can be learned. */
const LEAST_GROUPS = 3;
/** Below so many groups their spread is known to a factor only, and tests of what differs between them are bold. */
const MANY_GROUPS = 10;
/** A column whose distances from the groups' means are shorter than this share of its length is constant within groups. */
const ROUNDING = 1e-9;

/**
 * Refuses groups that carry no random intercept, and remarks few ones.
 *
 * @throws `mixed-groups-few`, `mixed-groups-single`
 */
export function checkGroups(frame: Frame): void {
  const { column, codes, levels } = frame.groups!;
  const groups = levels.length;
  if (groups < LEAST_GROUPS) throw fail('mixed-groups-few', { group: column.name, groups, least: LEAST_GROUPS });
  if (groups === codes.length) throw fail('mixed-groups-single', { group: column.name });
  if (groups < MANY_GROUPS) frame.remarks.push({ code: 'mixed-groups-few', values: { groups, enough: MANY_GROUPS } });
}

export interface Independence {
  kept: number[];
  aliased: number[];
  /** Of the columns kept. */
  moments: GroupedMoments;
  /** What groups and columns together leave of the outcome: its degrees of freedom and sum of squares. */
  left: { degrees: number; squares: number };
  /** Sum of the outcome's squares. */
  squares: number;
}

/**
 * Leaves out columns that repeat earlier ones, and looks whether the groups say something that the others do not.
 *
 * @param group name of the groups' column, for failures
 * @throws `mixed-groups-fixed`, `mixed-large`
 */
export function independence(all: GroupedMoments, group: string): Independence {
  const columns = stacked(all, (size) => size);
  if (!columns.every((column) => Number.isFinite(squareOf(column)))) throw fail('mixed-large');
  const { kept, aliased } = independentColumns(triangleOf(columns.slice(0, -1)));
  const moments = aliased.length === 0 ? all : withColumns(all, kept);
  const varying = kept.flatMap((column, place) => {
    const own = moments.within[place]!;
    return squareOf(own) > ROUNDING ** 2 * squareOf(columns[column]!) ? [own] : [];
  });
  const within = triangleOf(varying, { right: moments.within.at(-1)! });
  const withinRank = independentColumns(within).kept.length;
  if (all.sizes.length + withinRank <= kept.length) throw fail('mixed-groups-fixed', { group });
  const left = { degrees: all.rows - all.sizes.length - withinRank, squares: within.rest };
  return { kept, aliased, moments, left, squares: squareOf(columns.at(-1)!) };
}

const squareOf = (values: Float64Array) => values.reduce((sum, value) => sum + value * value, 0);
