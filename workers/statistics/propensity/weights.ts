import { quantileOf } from '../../shared/quantile';
import { fail } from './errors';

/** Whom the effect is of: everybody, the treated, or those whose treatment was open (overlap). */
export type Estimand = 'ate' | 'att' | 'overlap';

export interface WeightOptions {
  /** Default `ate`. */
  estimand?: Estimand | undefined;
  /** Multiplies weights of `ate` by the share of the group, so that they sum to about its size. Default true. */
  stabilised?: boolean | undefined;
  /** Weights beyond this quantile and 1 minus it are set to them: 0.01 cuts at the 1st and 99th percentile. Default none. */
  truncate?: number | undefined;
}

/**
 * Inverse probability of treatment weights and their relatives.
 *
 * @param treated 1 or 0
 * @param score between 0 and 1, both excluded
 * @throws `propensity-option`
 * @see Robins, Hernán and Brumback 2000, Epidemiology 11:550 (stabilised); Li, Morgan and Zaslavsky 2018, JASA 113:390
 * (overlap); Cole and Hernán 2008, Am J Epidemiol 168:656 (truncation)
 */
export function propensityWeights(
  treated: Uint8Array,
  score: Float64Array,
  { estimand = 'ate', stabilised = true, truncate = 0 }: WeightOptions = {}
): Float64Array {
  if (!(truncate >= 0 && truncate < 0.5)) throw fail('propensity-option', { option: 'truncate', rule: 'lies from 0 to below 0.5' }); // prettier-ignore
  const share = treated.reduce((sum, one) => sum + one, 0) / treated.length;
  const weights = score.map((e, row) => {
    const isTreated = treated[row] === 1;
    if (estimand === 'att') return isTreated ? 1 : e / (1 - e);
    if (estimand === 'overlap') return isTreated ? 1 - e : e;
    const plain = isTreated ? 1 / e : 1 / (1 - e);
    return stabilised ? plain * (isTreated ? share : 1 - share) : plain;
  });
  if (truncate === 0) return weights;
  const rising = weights.toSorted();
  const [low, high] = [quantileOf(rising, truncate), quantileOf(rising, 1 - truncate)];
  return weights.map((weight) => Math.min(high, Math.max(low, weight)));
}

/** Persons that as many equal weights would stand for: (Σw)² / Σw². @see Kish 1965, Survey Sampling */
export function effectiveSize(weights: Float64Array): number {
  let [sum, squares] = [0, 0];
  for (const weight of weights) {
    sum += weight;
    squares += weight * weight;
  }
  return squares === 0 ? 0 : (sum * sum) / squares;
}
