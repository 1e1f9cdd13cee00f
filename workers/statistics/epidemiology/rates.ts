import { poisson } from '../../shared/distributions';
import { log } from '../../shared/elementary';
import type { Estimate, StatisticsRemark } from '../estimate';
import { observedExpected, poissonLimits } from '../poisson-count';
import { binomialP, checkLevel, clopperPearson } from '../proportion';
import { twoSidedP } from '../two-sided';
import { waldEstimate } from '../wald';
import { checkCounts, checkTimes } from './counts';
import { ratioOf, type Measure } from './two-by-two';

interface Result {
  estimates: Estimate[];
  n: number;
  nDropped: number;
  method: string;
  remarks: StatisticsRemark[];
}

export interface Rate extends Result {
  events: number;
  time: number;
  /** Events in `per` units of time, with exact Poisson limits. */
  rate: Measure;
  /** Exact, that the rate is the reference; null without one. */
  p: number | null;
}

/**
 * Events over time at risk.
 *
 * @param events whole, 0 or more
 * @param time persons × time, above 0
 * @param options.per the rate is shown in so many units, default 1
 * @param options.reference a rate in the same units to test against
 * @throws `epidemiology-count`, `epidemiology-time`, `level-range`
 * @see Garwood 1936, Biometrika 28:437; p as R 4.2.2 `poisson.test`
 */
export function rate(
  events: number,
  time: number,
  {
    per = 1,
    reference,
    level = 0.95,
    nDropped = 0
  }: { per?: number; reference?: number; level?: number; nDropped?: number } = {}
): Rate {
  checkCounts('Events', [events]);
  checkTimes('Time', [time, per, reference ?? 1]);
  const limits = poissonLimits(events, level);
  const scale = per / time;
  const measure = { estimate: events * scale, lower: limits.lower * scale, upper: limits.upper * scale };
  const mean = reference === undefined ? undefined : reference / scale;
  const p = mean === undefined ? null : twoSidedP(poisson(mean), events, mean);
  const method = 'Rate (exact Poisson limits)';
  const estimates = logEstimate(measure, { name: 'rate', events, p, level, n: events, nDropped, method, reference });
  return { estimates, events, time, rate: measure, p, n: events, nDropped, method, remarks: zeroRemark(events) };
}

/** As a logarithm, with the interval that was found otherwise; none of 0 events. */
function logEstimate(
  measure: Measure,
  { events, reference = 1, ...about }: Pick<Estimate, 'name' | 'p' | 'level' | 'n' | 'nDropped' | 'method'> & { events: number; reference?: number | undefined } // prettier-ignore
): Estimate[] {
  if (events === 0) return [];
  return [
    {
      ...about,
      estimate: log(measure.estimate as number),
      se: 1 / Math.sqrt(events),
      lower: log(measure.lower as number),
      upper: log(measure.upper as number),
      scale: 'log',
      null: log(reference),
      df: null
    }
  ];
}

const zeroRemark = (events: number): StatisticsRemark[] =>
  events === 0 ? [{ code: 'epidemiology-no-event', values: {} }] : [];

export interface StandardisedMortality extends Result {
  observed: number;
  expected: number;
  ratio: Measure;
  byar: { lower: number; upper: number };
  p: number;
}

/**
 * Standardised mortality (or incidence) ratio: observed over expected, exact limits, Byar's beside them.
 *
 * @throws `observed-impossible`, `expected-not-positive`, `level-range`
 * @see {@link observedExpected}
 */
export function standardisedRatio(
  observed: number,
  expected: number,
  { level = 0.95, nDropped = 0 }: { level?: number; nDropped?: number } = {}
): StandardisedMortality {
  const { ratio, lower, upper, byarLower, byarUpper, p } = observedExpected(observed, expected, level);
  const measure = { estimate: ratio, lower, upper };
  const method = 'Standardised ratio (exact Poisson limits)';
  const about = { name: 'standardised-ratio', events: observed, p, level, n: observed, nDropped, method };
  const estimates = logEstimate(measure, about);
  const byar = { lower: byarLower, upper: byarUpper };
  return { estimates, observed, expected, ratio: measure, byar, p, n: observed, nDropped, method, remarks: zeroRemark(observed) }; // prettier-ignore
}

export interface RateRatio extends Result {
  /** Wald's limits, by the logarithm. */
  ratio: Measure;
  /** Limits of the exact conditional test, with its p. The upper one is null where there is none. */
  exact: { lower: number; upper: number | null; p: number };
  /** Difference of the rates per unit of time, Wald's limits. */
  difference: Measure;
}

/**
 * Ratio and difference of two rates.
 *
 * @param exposed events and time at risk
 * @throws `epidemiology-count`, `epidemiology-time`, `level-range`
 * @see Rothman, Greenland and Lash 2008, Modern Epidemiology, ch. 14; exact as R 4.2.2 `poisson.test` of two counts
 */
export function rateRatio(
  exposed: { events: number; time: number },
  unexposed: { events: number; time: number },
  { level = 0.95, nDropped = 0 }: { level?: number; nDropped?: number } = {}
): RateRatio {
  checkCounts('Events', [exposed.events, unexposed.events]);
  checkTimes('Time', [exposed.time, unexposed.time]);
  checkLevel(level);
  const n = exposed.events + unexposed.events;
  const common = { level, n, nDropped };
  const wald = ratioOf(
    exposed.events * unexposed.time,
    unexposed.events * exposed.time,
    1 / exposed.events + 1 / unexposed.events,
    { name: 'rate-ratio', method: 'Rate ratio (Wald)', ...common }
  );
  const variance = exposed.events / exposed.time ** 2 + unexposed.events / unexposed.time ** 2;
  const difference = exposed.events / exposed.time - unexposed.events / unexposed.time;
  const byDifference =
    variance > 0
      ? [waldEstimate({ name: 'rate-difference', estimate: difference, se: Math.sqrt(variance), scale: 'identity', method: 'Rate difference (Wald)', ...common })] // prettier-ignore
      : [];
  return {
    estimates: [...wald.estimates, ...byDifference],
    ratio: wald.measure,
    exact: exactRatio(exposed, unexposed, level),
    difference: { estimate: difference, lower: byDifference[0]?.lower ?? null, upper: byDifference[0]?.upper ?? null },
    n,
    nDropped,
    method: 'Rate ratio and difference, Wald and exact conditional limits',
    remarks: Math.min(exposed.events, unexposed.events) === 0 ? [{ code: 'epidemiology-zero-cell', values: { cells: 1 } }] : [] // prettier-ignore
  };
}

/** Given their sum, the events of the exposed are binomial. */
function exactRatio(
  exposed: { events: number; time: number },
  unexposed: { events: number; time: number },
  level: number
): RateRatio['exact'] {
  const n = exposed.events + unexposed.events;
  if (n === 0) return { lower: 0, upper: null, p: 1 };
  const share = clopperPearson(exposed.events, n, level);
  const times = unexposed.time / exposed.time;
  // The odds from the side that keeps its digits: 1 − upper is the lower limit of the others.
  const others = clopperPearson(unexposed.events, n, level);
  return {
    lower: (share.lower / others.upper) * times,
    upper: others.lower === 0 ? null : (share.upper / others.lower) * times,
    p: binomialP(exposed.events, n, exposed.time / (exposed.time + unexposed.time))
  };
}
