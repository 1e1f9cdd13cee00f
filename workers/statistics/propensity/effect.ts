import { log } from '../../shared/elementary';
import type { Estimate } from '../estimate';
import { waldEstimate } from '../wald';
import { fail } from './errors';

/** Rows that are compared. */
export interface Compared {
  treated: Uint8Array;
  /** 0 for rows that are left out. */
  weights: Float64Array;
  outcome: Float64Array;
  /** Rows of the same set vary together; −1 for none. Default: each row by itself. */
  sets?: Int32Array;
}

/**
 * Weighted difference of means (risks, if the outcome is 0 and 1, and then their ratio too) with a robust error. The score
 * counts as known: for weights the error is then rather too large than too small.
 *
 * @throws `propensity-no-error`, `level-range`
 * @see Lunceford and Davidian 2004, Stat Med 23:2937; errors as R sandwich `vcovHC(type = "HC0")`, or by sets `vcovCL` with
 * HC0 and without its cluster correction
 */
export function effectOf(
  { treated, weights, outcome, sets }: Compared,
  about: Pick<Estimate, 'n' | 'nDropped' | 'level' | 'method'>
): Estimate[] {
  const means = [1, 0].map((group) => weightedMean(outcome, weights, treated, group)) as [Mean, Mean];
  const [exposed, others] = means;
  const parts = (row: number) => {
    const isTreated = treated[row] === 1;
    const { mean, total } = isTreated ? exposed : others;
    return ((weights[row] as number) * ((outcome[row] as number) - mean)) / total;
  };
  const error = (forTreated: number, forOthers: number) => {
    const sums = new Map<number, number>();
    for (let row = 0; row < treated.length; row++) {
      if (weights[row] === 0) continue;
      const set = sets ? (sets[row] as number) : row;
      sums.set(set, (sums.get(set) ?? 0) + parts(row) * (treated[row] === 1 ? forTreated : -forOthers));
    }
    let squares = 0;
    for (const sum of sums.values()) squares += sum * sum;
    return Math.sqrt(squares);
  };
  const se = error(1, 1);
  if (!(se > 0)) throw fail('propensity-no-error');
  const isBinary = outcome.every((value, row) => weights[row] === 0 || value === 0 || value === 1);
  const difference = waldEstimate({
    ...about,
    name: isBinary ? 'risk-difference' : 'mean-difference',
    estimate: exposed.mean - others.mean,
    se,
    scale: 'identity'
  });
  if (!isBinary || exposed.mean === 0 || others.mean === 0) return [difference];
  const ratio = error(1 / exposed.mean, 1 / others.mean);
  if (!(ratio > 0)) return [difference];
  const estimate = log(exposed.mean) - log(others.mean);
  return [difference, waldEstimate({ ...about, name: 'risk-ratio', estimate, se: ratio, scale: 'log' })];
}

interface Mean {
  mean: number;
  total: number;
}

function weightedMean(outcome: Float64Array, weights: Float64Array, treated: Uint8Array, group: number): Mean {
  let [sum, total] = [0, 0];
  for (let row = 0; row < outcome.length; row++) {
    if (treated[row] !== group || weights[row] === 0) continue;
    total += weights[row] as number;
    sum += (weights[row] as number) * (outcome[row] as number);
  }
  return { mean: sum / total, total };
}
