import { walk, type Prepared, type Slice } from '../survival';

/** Cumulative incidence of one cause; arrays have a place a distinct time. */
export interface Incidence {
  time: Float64Array;
  atRisk: Float64Array;
  events: Float64Array;
  incidence: Float64Array;
  se: Float64Array;
  /** Without any event so far. */
  survival: Float64Array;
  /** One minus the Kaplan-Meier estimate that takes other causes for censored. */
  naive: Float64Array;
}

/**
 * @param slice the rows of one group
 * @param cause its code, from 1 to `causes`
 */
export function incidenceOf(
  prepared: Prepared,
  slice: Slice,
  { cause, causes }: { cause: number; causes: number }
): Incidence {
  const groups = { codes: new Int32Array(prepared.rows.length), count: 1, endings: causes + 1 };
  const { leaving } = slice;
  const size = leaving.reduce((sum, place, at) => sum + +(prepared.stop[place] !== prepared.stop[leaving[at - 1]!]), 0);
  const column = () => new Float64Array(size);
  const curve: Incidence = {
    time: column(),
    atRisk: column(),
    events: column(),
    incidence: column(),
    se: column(),
    survival: column(),
    naive: column()
  };
  let at = 0;
  let survival = 1;
  let alone = 1;
  let incidence = 0;
  let variance = 0;
  // Σ g, Σ g·(F − Fᵢ), Σ g·(F − Fᵢ)² with g = d/(n(n − d)); Σ k, Σ k·(F − Fᵢ) with k = S⁻·a/n². Kept as differences from
  // the F of now, so that nothing large is subtracted.
  let weight = 0;
  let weightedRise = 0;
  let weightedSquare = 0;
  let slope = 0;
  let slopedRise = 0;
  walk(prepared, slice, groups, ({ time, atRisk, ends }) => {
    const n = atRisk[0]!;
    const own = ends[cause]![0]!;
    let all = 0;
    for (let code = 1; code < ends.length; code++) all += ends[code]![0]!;
    const rise = (survival * own) / n;
    incidence += rise;
    weightedSquare += 2 * rise * weightedRise + rise * rise * weight;
    weightedRise += rise * weight;
    slopedRise += rise * slope;
    if (all > 0 && all < n) weight += all / (n * (n - all));
    slope += (survival * own) / (n * n);
    variance += (survival * survival * own * (n - own)) / (n * n * n);
    survival *= (n - all) / n;
    alone *= (n - own) / n;
    const total = variance + weightedSquare - 2 * slopedRise;
    curve.time[at] = prepared.times[time]!;
    curve.atRisk[at] = n;
    curve.events[at] = own;
    curve.incidence[at] = incidence;
    curve.se[at] = Math.sqrt(Math.max(0, total));
    curve.survival[at] = survival;
    curve.naive[at] = 1 - alone;
    at += 1;
  });
  return curve;
}
