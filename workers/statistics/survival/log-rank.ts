import { pow } from '../../shared/elementary';
import { chiSquare } from '../../shared/distributions';
import type { StatisticsRemark } from '../estimate';
import { fail } from './errors';
import { prepare, rowsWithout, usedCodes, type Classes, type FollowUp } from './follow-up';
import { slicesOf, walk } from './slices';
import { quadraticForm } from './symmetric';

export interface LogRank {
  /** Of each group that has rows: weighted events that came, and that were expected if all hazards were the same. */
  groups: readonly { name: string; n: number; observed: number; expected: number }[];
  statistic: number;
  df: number;
  p: number;
  remarks: StatisticsRemark[];
  n: number;
  nDropped: number;
  method: string;
}

/**
 * Log-rank test and its family with weight S(t−)^rho: 0 is Mantel's log-rank, 1 Peto and Peto's test. With strata the
 * groups are compared within each and the differences added up.
 *
 * @throws `survival-one-group`, `survival-no-event`, `survival-not-comparable`, `survival-options` and those of the follow-up
 * @see Harrington and Fleming 1982, Biometrika 69:553; agrees with R survival 3.5-3 `survdiff`
 */
export function logRank(
  followUp: FollowUp,
  group: Classes,
  { rho = 0, strata }: { rho?: number; strata?: Classes } = {}
): LogRank {
  if (!(rho >= 0 && rho <= 10)) throw fail('survival-options', { option: 'rho', rule: 'lies between 0 and 10' });
  const prepared = prepare(followUp, rowsWithout(followUp.time.length, [group, strata]));
  const codes = usedCodes(prepared, group);
  const count = group.names.length;
  const sizes = new Float64Array(count);
  for (const code of codes) sizes[code]! += 1;
  if (sizes.filter((size) => size > 0).length < 2) throw fail('survival-one-group');
  if (!prepared.status.includes(1)) throw fail('survival-no-event');

  const observed = new Float64Array(count);
  const expected = new Float64Array(count);
  const covariance = new Float64Array(count * count);
  for (const slice of slicesOf(prepared, usedCodes(prepared, strata), strata?.names.length ?? 1)) {
    let survival = 1;
    walk(prepared, slice, { codes, count }, ({ atRisk, ends }) => {
      const deaths = ends[1]!;
      let n = 0;
      let d = 0;
      for (let one = 0; one < count; one++) {
        n += atRisk[one]!;
        d += deaths[one]!;
      }
      if (d === 0) return;
      const weight = rho === 0 ? 1 : pow(survival, rho);
      survival *= (n - d) / n;
      const spread = n > 1 ? (weight * weight * d * (n - d)) / (n - 1) : 0;
      for (let one = 0; one < count; one++) {
        const share = atRisk[one]! / n;
        observed[one]! += weight * deaths[one]!;
        expected[one]! += weight * d * share;
        if (share === 0) continue;
        covariance[one * count + one]! += spread * share;
        for (let other = 0; other < count; other++) {
          covariance[one * count + other]! -= (spread * share * atRisk[other]!) / n;
        }
      }
    });
  }
  const difference = observed.map((value, one) => value - expected[one]!);
  const { value, rank } = quadraticForm(covariance, difference);
  if (rank === 0) throw fail('survival-not-comparable');
  return {
    groups: group.names
      .map((name, one) => ({ name, n: sizes[one]!, observed: observed[one]!, expected: expected[one]! }))
      .filter(({ n }) => n > 0),
    statistic: value,
    df: rank,
    p: chiSquare(rank).upper(value),
    remarks: [],
    n: prepared.rows.length,
    nDropped: prepared.dropped,
    method: `${rho === 0 ? 'Log-rank test' : rho === 1 ? 'Peto-Peto test' : `Fleming-Harrington test (rho ${rho})`}${strata ? ', stratified' : ''}`
  };
}
