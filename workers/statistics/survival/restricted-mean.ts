import { smallestOf } from '../../shared/extent';
import type { Estimate, StatisticsRemark } from '../estimate';
import { waldEstimate } from '../wald';
import { curveOf, restrictedMeanOf } from './curve';
import { fail } from './errors';
import { prepare, rowsWithout, usedCodes, type Classes, type FollowUp } from './follow-up';
import { zOf } from './interval';
import { checkTau } from './kaplan-meier';
import { checkOptions } from './options';
import { slicesOf } from './slices';

export interface RestrictedMeanDifference {
  tau: number;
  /** Of each of the two groups: mean time up to tau and its standard error. */
  groups: readonly { name: string; n: number; mean: number; se: number }[];
  /** Second group minus first. */
  difference: number;
  se: number;
  lower: number;
  upper: number;
  z: number;
  p: number;
  estimates: Estimate[];
  remarks: StatisticsRemark[];
  n: number;
  nDropped: number;
  method: string;
}

/**
 * Difference of the mean event-free times up to tau between two groups, the second minus the first.
 *
 * @param tau default: the shorter of the last times of the groups
 * @throws `survival-groups-two`, `survival-tau-beyond`, `survival-no-time`, `survival-no-event`, `level-range`,
 *   `survival-options` and those of the follow-up
 * @see Royston and Parmar 2013, BMC Med Res Methodol 13:152; variance by Greenwood, as R survRM2
 */
export function restrictedMeanDifference(
  followUp: FollowUp,
  group: Classes,
  { tau, level = 0.95 }: { tau?: number; level?: number } = {}
): RestrictedMeanDifference {
  checkOptions({ level, tau });
  const z = zOf(level);
  const prepared = prepare(followUp, rowsWithout(followUp.time.length, [group]));
  const parts = slicesOf(prepared, usedCodes(prepared, group), group.names.length)
    .map((slice, code) => ({ name: group.names[code]!, slice }))
    .filter(({ slice }) => slice.leaving.length > 0)
    .map(({ name, slice }) => ({
      name,
      n: slice.leaving.length,
      curve: curveOf(prepared, slice, { scale: 'log-log', z })
    }));
  const [first, second] = parts;
  if (!first || !second || parts.length > 2) throw fail('survival-groups-two', { groups: parts.length });
  const until = tau ?? smallestOf(parts.map(({ curve }) => curve.time[curve.time.length - 1]!));
  const groups = [first, second].map(({ name, n, curve }) => {
    checkTau(name, curve, until);
    return { name, n, ...restrictedMeanOf(curve, until) };
  });
  const [reference, other] = groups as [(typeof groups)[0], (typeof groups)[0]];
  const difference = other.mean - reference.mean;
  const se = Math.hypot(reference.se, other.se);
  // Nobody had the event before tau, or all of a group at once: nothing tells how sure the means are.
  if (!(se > 0)) {
    const isSilent = parts.every(({ curve }) =>
      curve.events.every((deaths, at) => deaths === 0 || curve.time[at]! > until)
    );
    throw fail(isSilent ? 'survival-no-event' : 'survival-means-no-spread');
  }
  const shared = { n: prepared.rows.length, nDropped: prepared.dropped };
  const method = 'Difference of restricted mean survival times (Kaplan-Meier, Greenwood)';
  const name = `${other.name} − ${reference.name}`;
  const estimate = waldEstimate({ name, estimate: difference, se, scale: 'identity', level, ...shared, method });
  return {
    tau: until,
    groups,
    difference,
    se,
    lower: difference - z * se,
    upper: difference + z * se,
    z: difference / se,
    p: estimate.p ?? NaN,
    estimates: [estimate],
    remarks: parts
      .filter(({ curve }) => curve.events.every((deaths) => deaths === 0))
      .map(({ name: silent }) => ({ code: 'survival-all-censored', values: { group: silent } })),
    n: shared.n,
    nDropped: shared.nDropped,
    method
  };
}
