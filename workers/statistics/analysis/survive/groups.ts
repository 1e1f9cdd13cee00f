import { comparedGroups } from '../groups';
import type { Classes, Given } from '../given';

/**
 * Groups under the names that people read; undefined where none are asked for. The one that `reference` names is the
 * first, the others stand in ascending order.
 *
 * @throws `groups-many`; `event-absent` where no row has the reference
 */
export function labelledGroups(given: Given): Classes | undefined {
  if (!given.has('group')) return undefined;
  const { codes, labels } = comparedGroups(given, { needed: 0 });
  return { codes, names: labels };
}

/** Two of some groups: rows of the others belong to none. */
export function onlyTwo({ codes, names }: Classes, first: number, second: number): Classes {
  return {
    codes: codes.map((code) => (code === first ? 0 : code === second ? 1 : -1)),
    names: [names[first]!, names[second]!]
  };
}
