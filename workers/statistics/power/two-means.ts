import { studentT } from '../../shared/distributions';
import { smallestOf } from '../../shared/extent';
import type { StatisticsRemark } from '../estimate';
import { checkPersons, checkRatio, checkTest, measurable, roundedUp, sizeFor, within, type Design, type TestOptions } from './design'; // prettier-ignore
import { fail } from './errors';
import { noncentralTUpper } from './noncentral-t';

export interface TwoMeans extends TestOptions {
  /** Of the means, in the unit of `sd`; its sign does not matter. */
  difference: number;
  /** Standard deviation within each group; of pairs that of their differences. */
  sd: number;
}

export interface TwoMeansSize extends TwoMeans {
  /** Probability to find the difference, 0.8 say. */
  power: number;
  /** Two groups, or the same persons twice. `independent` unless given. */
  design?: 'independent' | 'paired';
  /** Persons of the second group for each of the first, 1 unless given. */
  ratio?: number;
}

export interface TwoMeansPower extends TwoMeans {
  /** Persons of both groups, or pairs. */
  groups: readonly [number, number] | readonly [number];
}

/** Fewer persons than this in a group: the test leans on normal distributions. */
const FEW = 10;

/**
 * Persons for a t test of two means, or of pairs. Both tails count, as they do in the test.
 *
 * @throws `power-range`, `power-no-difference`, `power-out-of-reach`, `power-from-start`
 * @see Cohen 1988, Statistical Power Analysis, ch. 2; equals R 4.2.2 `power.t.test(strict = TRUE)` for equal groups
 */
export function twoMeansSize({ design = 'independent', ratio = 1, ...asked }: TwoMeansSize): Design {
  checkRatio(ratio);
  within('The power', asked.power, 0, 1);
  const isPaired = design === 'paired';
  const powerAt = powerOf(asked);
  const groupsOf = (n: number): readonly [number, number] | readonly [number] => (isPaired ? [n] : [n, ratio * n]);
  // A first and a second person in each group.
  const least = isPaired ? 2 : Math.max(2, 2 / ratio);
  const exact = sizeFor(asked.power, (n) => powerAt(groupsOf(n)), least);
  const groups = groupsOf(exact).map(roundedUp) as [number, number] | [number];
  return { ...twoMeansPower({ ...asked, groups }), exact };
}

/**
 * Power of a t test of two means, or of pairs, of given size.
 *
 * @throws `power-range`, `power-no-difference`
 * @see twoMeansSize
 */
export function twoMeansPower({ groups, ...asked }: TwoMeansPower): Design {
  groups.forEach((n, group) => checkPersons(`group ${group + 1}`, n, 2));
  const { alpha, sides } = checkTest(asked);
  const remarks: StatisticsRemark[] = [{ code: 'power-equal-spread', values: { sd: asked.sd } }];
  const smallest = smallestOf(groups);
  if (smallest < FEW) remarks.push({ code: 'power-few-persons', values: { persons: smallest } });
  return {
    groups: [...groups],
    total: groups.reduce((sum, n) => sum + n, 0),
    exact: null,
    power: powerOf(asked)(groups),
    alpha,
    sides,
    remarks,
    method: groups.length === 2 ? 't test of two means' : 't test of paired differences'
  };
}

/** @throws `power-range`, `power-no-difference` */
function powerOf({ difference, sd, ...test }: TwoMeans): (groups: readonly number[]) => number {
  const { alpha, sides } = checkTest(test);
  if (difference === 0) throw fail('power-no-difference');
  const size = Math.abs(difference);
  measurable('The difference', size);
  measurable('The standard deviation', sd);
  return (groups) => {
    const total = groups.reduce((sum, n) => sum + n, 0);
    const df = total - groups.length;
    const shift = size / sd / Math.sqrt(groups.reduce((sum, n) => sum + 1 / n, 0));
    const limit = studentT(df).upperQuantile(alpha / sides);
    // The far tail, P(T < −limit), is that of the mirrored shift.
    const far = sides === 2 ? noncentralTUpper(limit, df, -shift) : 0;
    return Math.min(1, noncentralTUpper(limit, df, shift) + far);
  };
}
