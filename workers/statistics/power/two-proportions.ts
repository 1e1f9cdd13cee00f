import { normalUpper } from '../../shared/distributions';
import type { StatisticsRemark } from '../estimate';
import { checkPersons, checkRatio, checkTest, roundedUp, sizeFor, within, type Design, type TestOptions } from './design'; // prettier-ignore
import { fail } from './errors';

export interface TwoProportions extends TestOptions {
  /** Probabilities of the event in both groups, above 0 and below 1. */
  first: number;
  second: number;
  /** Fleiss's correction for continuity, for tests that have it (Yates) or are exact. False unless given. */
  continuity?: boolean;
  /** Whether the wrong direction counts as found in a two-sided test, as it does. True unless given. */
  bothTails?: boolean;
}

export interface TwoProportionsSize extends TwoProportions {
  power: number;
  /** Persons of the second group for each of the first, 1 unless given. */
  ratio?: number;
}

export interface TwoProportionsPower extends TwoProportions {
  groups: readonly [number, number];
}

/** Fewer expected events than this: the normal approximation is rough. */
const FEW = 5;

/**
 * Persons for the χ² test of two proportions, by the normal approximation with the pooled variance under no difference.
 *
 * @throws `power-range`, `power-no-difference`, `power-out-of-reach`, `power-from-start`
 * @see Fleiss, Levin and Paik 2003, Statistical Methods for Rates and Proportions, eq. 4.14 and 4.19; equals R 4.2.2
 *   `power.prop.test(strict = TRUE)` for equal groups
 */
export function twoProportionsSize({ ratio = 1, ...asked }: TwoProportionsSize): Design {
  checkRatio(ratio);
  within('The power', asked.power, 0, 1);
  const powerAt = powerOf(asked);
  const exact = sizeFor(asked.power, (n) => powerAt(n, ratio * n), Math.max(1, 1 / ratio));
  const groups = [roundedUp(exact), roundedUp(ratio * exact)] as const;
  return { ...twoProportionsPower({ ...asked, groups }), exact };
}

/**
 * Power of the χ² test of two proportions of given size.
 *
 * @throws `power-range`, `power-no-difference`
 * @see twoProportionsSize
 */
export function twoProportionsPower({ groups, ...asked }: TwoProportionsPower): Design {
  const [one, two] = groups;
  checkPersons('group 1', one, 1);
  checkPersons('group 2', two, 1);
  const { alpha, sides } = checkTest(asked);
  const power = powerOf(asked)(one, two);
  const { first, second } = asked;
  const expected = Math.min(one * first, one * (1 - first), two * second, two * (1 - second));
  const remarks: StatisticsRemark[] =
    expected < FEW ? [{ code: 'power-few-expected', values: { expected: Math.round(expected * 10) / 10 } }] : [];
  const method = `χ² test of two proportions${asked.continuity ? ' with correction for continuity' : ''}`;
  return { groups: [one, two], total: one + two, exact: null, power, alpha, sides, remarks, method };
}

/** @throws `power-range`, `power-no-difference` */
function powerOf({ first, second, continuity = false, bothTails = true, ...test }: TwoProportions) {
  const { sides, z } = checkTest(test);
  within('The first proportion', first, 0, 1);
  within('The second proportion', second, 0, 1);
  const difference = Math.abs(first - second);
  if (difference === 0) throw fail('power-no-difference');
  return (one: number, two: number): number => {
    const pooled = (one * first + two * second) / (one + two);
    const none = z * Math.sqrt(pooled * (1 - pooled) * (1 / one + 1 / two));
    const spread = Math.sqrt((first * (1 - first)) / one + (second * (1 - second)) / two);
    const seen = difference - (continuity ? (1 / one + 1 / two) / 2 : 0);
    const far = sides === 2 && bothTails ? normalUpper((seen + none) / spread) : 0;
    return Math.min(1, normalUpper((none - seen) / spread) + far);
  };
}
