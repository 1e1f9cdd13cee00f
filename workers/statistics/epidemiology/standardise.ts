import { gamma } from '../../shared/distributions';
import { log } from '../../shared/elementary';
import { sumOf } from '../../shared/compensated-sum';
import { largestOf } from '../../shared/extent';
import type { Estimate, StatisticsRemark } from '../estimate';
import { checkLevel } from '../proportion';
import { checkCounts, checkTimes, commonLength } from './counts';
import { fail } from './errors';
import { standardisedRatio, type StandardisedMortality } from './rates';
import type { Measure } from './two-by-two';

/** By stratum: events, and persons or time at risk. */
export interface Strata {
  events: ArrayLike<number>;
  time: ArrayLike<number>;
}

export interface DirectlyStandardised {
  /** `standardised-rate` as a logarithm; none of 0 events. */
  estimates: Estimate[];
  crude: number;
  /** With Fay and Feuer's limits. */
  adjusted: Measure;
  /** Of the adjusted rate. */
  se: number;
  events: number;
  n: number;
  nDropped: number;
  method: string;
  remarks: StatisticsRemark[];
}

const DIRECT = 'Direct standardisation (gamma limits of Fay and Feuer)';

/**
 * Directly standardised rate: Σ wᵢ·rᵢ with the weights of a standard population.
 *
 * @param standard persons of the standard by stratum, in the order of the strata, each 0 or more
 * @throws `epidemiology-count`, `epidemiology-time`, `epidemiology-lengths`, `epidemiology-no-strata`, `level-range`
 * @see Fay and Feuer 1997, Stat Med 16:791; equals R epitools 0.5-10.1 `ageadjust.direct`
 */
export function directlyStandardised(
  { events, time }: Strata,
  standard: ArrayLike<number>,
  { level = 0.95, nDropped = 0 }: { level?: number; nDropped?: number } = {}
): DirectlyStandardised {
  checkStrata({ events, time }, standard);
  checkLevel(level);
  const people = Array.from(standard);
  if (people.some((persons) => !(persons >= 0 && persons <= 1e15))) throw fail('epidemiology-time', { what: 'The standard' }); // prettier-ignore
  const total = sumOf(people);
  if (total < 1e-12) throw fail('epidemiology-time', { what: 'The standard' });
  // The weight that one event has: wᵢ / nᵢ.
  const weights = people.map((persons, stratum) => persons / total / (time[stratum] as number));
  const sums = (of: (weight: number, count: number) => number) =>
    sumOf(weights.map((weight, stratum) => of(weight, events[stratum] as number)));
  const adjusted = sums((weight, count) => weight * count);
  const variance = sums((weight, count) => weight * weight * count);
  const all = sumOf(Array.from(events));
  const [lower, upper] = gammaLimits(adjusted, variance, largestOf(weights), (1 - level) / 2);
  const about = { level, n: all, nDropped, method: DIRECT };
  const isThere = adjusted > 0;
  return {
    estimates: isThere
      ? [
          {
            ...about,
            name: 'standardised-rate',
            estimate: log(adjusted),
            se: Math.sqrt(variance) / adjusted,
            lower: log(lower),
            upper: log(upper),
            scale: 'log',
            null: 0,
            df: null,
            p: null
          }
        ]
      : [],
    crude: all / sumOf(Array.from(time)),
    adjusted: { estimate: adjusted, lower, upper },
    se: Math.sqrt(variance),
    events: all,
    n: all,
    nDropped,
    method: DIRECT,
    remarks: isThere ? [] : [{ code: 'epidemiology-no-event', values: {} }]
  };
}

/** Gamma distributions matched by mean and variance; the upper one as if one more event came where it weighs most. */
function gammaLimits(adjusted: number, variance: number, most: number, tail: number): [number, number] {
  const lower = adjusted === 0 ? 0 : gamma((adjusted / variance) * adjusted, variance / adjusted).quantile(tail);
  const [mean, spread] = [adjusted + most, variance + most * most];
  return [lower, gamma((mean / spread) * mean, spread / mean).upperQuantile(tail)];
}

export interface IndirectlyStandardised extends StandardisedMortality {
  /** Crude rate of the reference. */
  referenceRate: number;
  /** Ratio × crude rate of the reference, with the ratio's exact limits. */
  adjusted: Measure;
}

/**
 * Indirectly standardised ratio and rate: the events over those expected at the reference's rates.
 *
 * Ratios of several groups have different weights: they compare each with the reference, not with one another.
 *
 * @param reference events and time of the reference, in the order of the strata
 * @throws `epidemiology-…`, `expected-not-positive`, `level-range`
 * @see Breslow and Day 1987, Statistical Methods in Cancer Research, vol. II, ch. 2
 */
export function indirectlyStandardised(
  strata: Strata,
  reference: Strata,
  options: { level?: number; nDropped?: number } = {}
): IndirectlyStandardised {
  checkStrata(strata, reference.events);
  checkStrata(reference, strata.events);
  const expected = sumOf(
    Array.from(strata.time, (time, stratum) => time * ((reference.events[stratum] as number) / (reference.time[stratum] as number))) // prettier-ignore
  );
  if (expected === 0) throw fail('epidemiology-reference');
  const found = standardisedRatio(sumOf(Array.from(strata.events)), expected, options);
  const referenceRate = sumOf(Array.from(reference.events)) / sumOf(Array.from(reference.time));
  const { estimate, lower, upper } = found.ratio;
  const times = (ratio: number | null) => (ratio === null ? null : ratio * referenceRate);
  return {
    ...found,
    method: 'Indirect standardisation (exact Poisson limits)',
    referenceRate,
    adjusted: { estimate: times(estimate), lower: times(lower), upper: times(upper) }
  };
}

function checkStrata({ events, time }: Strata, others: ArrayLike<number>): void {
  if (commonLength([events, time, others]) === 0) throw fail('epidemiology-no-strata');
  checkCounts('Events', events);
  checkTimes('Time', time);
}
