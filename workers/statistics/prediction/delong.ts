import type { Ranking } from '../../shared/falling-scores';

/**
 * Area under the ROC curve: the probability that a row with the outcome scores higher than one without, ties counted half.
 *
 * @param weights how often each row counts; once without them
 * @returns NaN where one class is empty
 * @see Bamber 1975, J Math Psychol 12:387
 */
export function areaUnderCurve({ order, starts }: Ranking, outcome: Uint8Array, weights?: Float64Array): number {
  let [above, others, pairs] = [0, 0, 0];
  for (let group = 0; group + 1 < starts.length; group++) {
    const end = starts[group + 1]!;
    let positive = 0;
    let negative = 0;
    for (let place = starts[group]!; place < end; place++) {
      const row = order[place]!;
      const weight = weights ? weights[row]! : 1;
      const isEvent = outcome[row]!;
      positive += weight * isEvent;
      negative += weight * (1 - isEvent);
    }
    pairs += negative * (above + positive / 2);
    above += positive;
    others += negative;
  }
  return above > 0 && others > 0 ? pairs / (above * others) : NaN;
}

/**
 * {@link areaUnderCurve} of rows that already stand in the order of falling scores: what a bootstrap runs thousands of times.
 *
 * @param starts place of the first row of every distinct score, and at the end the number of rows
 */
export function areaOfFalling(starts: Uint32Array, outcome: Uint8Array, weights: Float64Array): number {
  let above = 0;
  let others = 0;
  let pairs = 0;
  for (let group = 0, place = 0; group + 1 < starts.length; group++) {
    const end = starts[group + 1]!;
    let positive = 0;
    let all = 0;
    for (; place < end; place++) {
      const weight = weights[place]!;
      all += weight;
      // Without a branch, which nothing could foretell.
      positive += weight * outcome[place]!;
    }
    pairs += (all - positive) * (above + positive / 2);
    above += positive;
    others += all - positive;
  }
  return above > 0 && others > 0 ? pairs / (above * others) : NaN;
}

/** The area and what its variance is made of. */
export interface Placements {
  area: number;
  /**
   * Of a row with the outcome the share of rows without that it beats; of a row without the share of rows with the outcome
   * that beat it. Ties count half.
   */
  placement: Float64Array;
}

/**
 * DeLong's structural components of every row, in the time of a sort.
 *
 * @see DeLong, DeLong and Clarke-Pearson 1988, Biometrics 44:837; Sun and Xu 2014, IEEE Signal Process Lett 21:1389
 */
export function placementsOf({ order, starts }: Ranking, outcome: Uint8Array): Placements {
  const events = outcome.reduce((sum, value) => sum + value, 0);
  const others = outcome.length - events;
  const placement = new Float64Array(outcome.length);
  let [above, passed, pairs] = [0, 0, 0];
  for (let group = 0; group + 1 < starts.length; group++) {
    const rows = order.subarray(starts[group], starts[group + 1]);
    let positive = 0;
    for (const row of rows) positive += outcome[row]!;
    const negative = rows.length - positive;
    for (const row of rows) {
      placement[row] = outcome[row] === 1 ? (others - passed - negative / 2) / others : (above + positive / 2) / events;
    }
    pairs += negative * (above + positive / 2);
    above += positive;
    passed += negative;
  }
  return { area: pairs / (events * others), placement };
}

/**
 * Covariance of two areas on the same rows; of an area with itself its variance.
 *
 * @returns undefined where a class has a single row, whose spread is unknown
 */
export function deLongCovariance(first: Placements, second: Placements, outcome: Uint8Array): number | undefined {
  const sums = [0, 0];
  const counts = [0, 0];
  outcome.forEach((isEvent, row) => {
    sums[isEvent]! += (first.placement[row]! - first.area) * (second.placement[row]! - second.area);
    counts[isEvent]! += 1;
  });
  if (counts[0]! < 2 || counts[1]! < 2) return undefined;
  return sums.reduce((total, sum, isEvent) => total + sum / (counts[isEvent]! - 1) / counts[isEvent]!, 0);
}
