import type { Pairs } from './nearest';

export interface MatchSets {
  /** 1 for a matched treated person; for a control, its share of the sets it is in. 0 for all others. */
  weights: Float64Array;
  /** Set of each row, the place of its treated person among the matched; −1 for none. Of a control used twice, the last. */
  sets: Int32Array;
  treated: number;
  controls: number;
}

/**
 * Weights that make matched controls count as their treated persons do: 1 / (controls of the set), summed over sets, scaled
 * so that they sum to the number of controls.
 *
 * @see Ho, Imai, King and Stuart 2011, J Stat Softw 42(8), MatchIt
 */
export function matchWeights(rows: number, { treated, control }: Pairs): MatchSets {
  const size = new Int32Array(rows);
  for (const row of treated) size[row] = (size[row] as number) + 1;
  const weights = new Float64Array(rows);
  const sets = new Int32Array(rows).fill(-1);
  let count = 0;
  for (let row = 0; row < rows; row++) {
    if (size[row] === 0) continue;
    weights[row] = 1;
    sets[row] = count;
    count += 1;
  }
  for (let pair = 0; pair < treated.length; pair++) {
    const [one, other] = [treated[pair] as number, control[pair] as number];
    weights[other] = (weights[other] as number) + 1 / (size[one] as number);
    sets[other] = sets[one] as number;
  }
  const controls = new Set(control);
  for (const row of controls) weights[row] = ((weights[row] as number) * controls.size) / count;
  return { weights, sets, treated: count, controls: controls.size };
}
