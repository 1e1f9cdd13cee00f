import type { Arranged } from './cox-design';
import { eachPart, walkRiskSets } from './risk-sets';

/**
 * The steps of the baseline hazard, stratum by stratum, from the last death to the first; matrices have p places a step.
 * By Efron a death is at risk in its own step with a part of its hazard only: the second of each pair.
 */
export interface DeathTimes {
  count: number;
  /** First step of each stratum, and the end. */
  strata: Int32Array;
  /** Code of the time of each step. */
  time: Int32Array;
  hazard: Float64Array;
  ownHazard: Float64Array;
  /** Hazard times the mean covariates of the risk set. */
  drift: Float64Array;
  ownDrift: Float64Array;
  /** Mean covariates of the risk set, over its parts. */
  mean: Float64Array;
  /** Variance of each step's hazard. */
  variance: Float64Array;
  /** Sums of `hazard`, `drift` and `variance` over this step and all earlier times of the stratum. */
  sumHazard: Float64Array;
  sumVariance: Float64Array;
  sumDrift: Float64Array;
}

/** @param risk weight times relative hazard of the arranged rows */
export function deathTimesOf(arranged: Arranged, risk: Float64Array): DeathTimes {
  const { p, ties, status } = arranged;
  const most = status.reduce((sum, one) => sum + one, 0);
  const found: DeathTimes = {
    count: 0,
    strata: new Int32Array(arranged.strata.length),
    time: new Int32Array(most),
    hazard: new Float64Array(most),
    ownHazard: new Float64Array(most),
    drift: new Float64Array(most * p),
    ownDrift: new Float64Array(most * p),
    mean: new Float64Array(most * p),
    variance: new Float64Array(most),
    sumHazard: new Float64Array(most),
    sumVariance: new Float64Array(most),
    sumDrift: new Float64Array(most * p)
  };
  walkRiskSets(arranged, risk, (set) => {
    const step = found.count++;
    found.time[step] = set.time;
    found.strata[set.stratum + 1] = found.count;
    eachPart(set, ties, (weight, off, left) => {
      const hazard = weight / left;
      const own = hazard * (1 - off);
      found.hazard[step]! += hazard;
      found.ownHazard[step]! += own;
      found.variance[step]! += hazard / left;
      for (let term = 0, at = step * p; term < p; term++, at++) {
        const mean = (set.sum1[term]! - off * set.death1[term]!) / left;
        found.mean[at]! += (mean * weight) / set.deathWeight;
        found.drift[at]! += hazard * mean;
        found.ownDrift[at]! += own * mean;
      }
    });
  });
  for (let stratum = 1; stratum < found.strata.length; stratum++) {
    found.strata[stratum] = Math.max(found.strata[stratum]!, found.strata[stratum - 1]!);
    addUp(found, p, stratum);
  }
  return found;
}

function addUp(times: DeathTimes, p: number, stratum: number): void {
  const { strata, hazard, drift, variance, sumHazard, sumDrift, sumVariance } = times;
  const from = strata[stratum - 1]!;
  const to = strata[stratum]!;
  for (let step = to - 1; step >= from; step--) {
    const isFirst = step === to - 1;
    sumHazard[step] = hazard[step]! + (isFirst ? 0 : sumHazard[step + 1]!);
    sumVariance[step] = variance[step]! + (isFirst ? 0 : sumVariance[step + 1]!);
    for (let at = step * p; at < (step + 1) * p; at++) sumDrift[at] = drift[at]! + (isFirst ? 0 : sumDrift[at + p]!);
  }
}

/** The last step of a stratum at or before a time: the first in falling order; the end of the stratum if there is none. */
export function stepAtOrBefore({ strata, time }: DeathTimes, stratum: number, code: number): number {
  let low = strata[stratum]!;
  let high = strata[stratum + 1]!;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (time[middle]! <= code) high = middle;
    else low = middle + 1;
  }
  return low;
}
