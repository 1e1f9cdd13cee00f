import { probabilityLimits, type IntervalScale } from './interval';
import type { Prepared } from './follow-up';
import { walk, type Slice } from './slices';

/** A Kaplan-Meier curve; arrays have a place a distinct time of leaving. */
export interface Curve {
  time: Float64Array;
  atRisk: Float64Array;
  events: Float64Array;
  censored: Float64Array;
  survival: Float64Array;
  /** Greenwood's standard error of the survival; NaN once nobody survives. */
  se: Float64Array;
  /** NaN where undefined. */
  lower: Float64Array;
  upper: Float64Array;
}

/** @see Kaplan and Meier 1958, J Am Stat Assoc 53:457; Greenwood 1926 */
export function curveOf(prepared: Prepared, slice: Slice, interval: { scale: IntervalScale; z: number }): Curve {
  const { leaving } = slice;
  const size = leaving.reduce((sum, place, at) => sum + +(prepared.stop[place] !== prepared.stop[leaving[at - 1]!]), 0);
  const column = () => new Float64Array(size);
  const curve: Curve = {
    time: column(),
    atRisk: column(),
    events: column(),
    censored: column(),
    survival: column(),
    se: column(),
    lower: column(),
    upper: column()
  };
  let survival = 1;
  let spread = 0;
  let at = 0;
  const codes = new Int32Array(prepared.stop.length);
  walk(prepared, slice, { codes, count: 1 }, ({ time, atRisk, ends }) => {
    const n = atRisk[0]!;
    const events = ends[1]![0]!;
    survival *= (n - events) / n;
    if (events > 0) spread += events / (n * (n - events));
    const se = survival > 0 ? survival * Math.sqrt(spread) : NaN;
    const [lower, upper] = probabilityLimits(survival, se, interval);
    curve.time[at] = prepared.times[time]!;
    curve.atRisk[at] = n;
    curve.events[at] = events;
    curve.censored[at] = ends[0]![0]!;
    curve.survival[at] = survival;
    curve.se[at] = se;
    curve.lower[at] = lower;
    curve.upper[at] = upper;
    at += 1;
  });
  return curve;
}

/** Products of many factors stray from 1 − p by less than this. */
const SAME_SURVIVAL = 1e-11;

/**
 * The time by which a share p has had the event: the first with S ≤ 1 − p, or the middle of the stretch on which S is
 * exactly 1 − p (to the last time if it stays there).
 *
 * @param survival the curve, or one of its limits
 * @returns NaN where it is not reached
 * @see R survival 3.5-3 `quantile.survfit`
 */
export function quantileOfCurve(time: Float64Array, survival: Float64Array, p: number): number {
  const rest = 1 - p;
  const first = survival.findIndex((value) => value <= rest + SAME_SURVIVAL);
  if (first < 0) return NaN;
  if (survival[first]! < rest - SAME_SURVIVAL) return time[first]!;
  const next = survival.findIndex((value, at) => at > first && !(value >= rest - SAME_SURVIVAL));
  const ends = next < 0 || Number.isNaN(survival[next]!) ? time.length - 1 : next;
  return (time[first]! + time[ends]!) / 2;
}

/**
 * Mean time without the event up to tau: the area under the curve.
 *
 * @returns the mean and its standard error by Greenwood
 * @see Irwin 1949, J Hygiene 47:188; R survival 3.5-3 `print(survfit, rmean = tau)`
 */
export function restrictedMeanOf({ time, atRisk, events, survival }: Curve, tau: number): { mean: number; se: number } {
  let until = tau;
  let area = 0;
  let variance = 0;
  for (let at = time.length - 1; at >= 0; at--) {
    if (time[at]! > tau) continue;
    area += survival[at]! * (until - time[at]!);
    until = time[at]!;
    const n = atRisk[at]!;
    const d = events[at]!;
    // Where all at risk die nothing lies beyond: the area is 0 and so is the term.
    if (d > 0 && d < n) variance += (area * area * d) / (n * (n - d));
  }
  return { mean: area + until, se: Math.sqrt(variance) };
}
