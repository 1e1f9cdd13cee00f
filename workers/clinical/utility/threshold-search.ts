import { CompensatedSum, sumOf } from '../../shared/compensated-sum';
import type { Table } from '../../shared/table';
import { weighHours, type UtilityOptions } from './hourly';
import { numbersOf } from './numeric-columns';
import { readPatientHours, type DroppedHours, type HourColumns } from './patient-hours';
import { boundsOf, normalise } from './sepsis-utility';
import { eachScore } from '../../shared/falling-scores';

/** The normalised utility of every threshold. */
export interface UtilityByThreshold {
  /** threshold, calls, normalised: one row a distinct score, from the highest. */
  table: Table;
  /** The highest threshold of the greatest utility. No threshold: every one is worse than never to call, which is 0. */
  best: { threshold: number | undefined; normalised: number };
  shiftHours: number;
  dropped: DroppedHours;
}

/**
 * Normalised utility at every threshold, a call being a score at or above it. Choose on patients other than those it is
 * reported on.
 *
 * @throws as {@link sepsisUtility}
 */
export function utilityByThreshold(
  table: Table,
  columns: HourColumns & { score: string },
  options: UtilityOptions = {}
): UtilityByThreshold {
  // An endless score would be an endless threshold; it is no probability either.
  const scores = numbersOf(table, columns.score, 'score').map((score) => (Number.isFinite(score) ? score : NaN));
  const hours = readPatientHours(table, columns, scores);
  const weights = weighHours(hours, options);
  const byPatient = boundsOf(hours, weights);
  const bounds = { best: sumOf(byPatient.best), inaction: sumOf(byPatient.inaction) };
  const patients = weights.onset.length;
  const septic = weights.onset.filter((hour) => !Number.isNaN(hour)).length;

  const [thresholds, calls, normalised]: [number[], number[], number[]] = [[], [], []];
  const observed = new CompensatedSum();
  observed.add(bounds.inaction);
  const best: UtilityByThreshold['best'] = {
    threshold: undefined,
    normalised: normalise(bounds.inaction, bounds, septic, patients)
  };
  eachScore(
    Float64Array.from(hours.row, (row) => scores[row]!),
    (score, order, from, to) => {
      for (let place = from; place < to; place++) {
        const hour = order[place]!;
        observed.add(weights.call[hour]! - weights.silence[hour]!);
      }
      const utility = normalise(observed.value, bounds, septic, patients);
      thresholds.push(score);
      calls.push(to);
      normalised.push(utility);
      if (utility > best.normalised) Object.assign(best, { threshold: score, normalised: utility });
    }
  );
  return {
    table: {
      rows: thresholds.length,
      columns: [
        { name: 'threshold', type: 'float64', values: Float64Array.from(thresholds) },
        { name: 'calls', type: 'int32', values: Int32Array.from(calls) },
        { name: 'normalised', type: 'float64', values: Float64Array.from(normalised) }
      ]
    },
    best,
    shiftHours: weights.shiftHours,
    dropped: hours.dropped
  };
}
