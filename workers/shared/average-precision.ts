import { CompensatedSum } from './compensated-sum';
import { rankFalling, type Ranking } from './falling-scores';

/**
 * Average precision: the sum over distinct scores of the gain in recall times the precision there. Equal scores are one
 * step; there is no line between steps, which would promise too much.
 *
 * @param scores any numbers but NaN
 * @param label 0 or 1, as long as the scores
 * @returns NaN where no row is positive: the caller refuses that
 * @see Davis and Goadrich 2006, ICML; equals scikit-learn `average_precision_score`
 */
export function averagePrecisionOf(scores: Float64Array, label: Uint8Array): number {
  return averagePrecisionIn(rankFalling(scores), label);
}

/**
 * The same of rows that are ranked already.
 *
 * @param weights how often each row counts, 0 or more; once without them
 */
export function averagePrecisionIn({ order, starts }: Ranking, label: Uint8Array, weights?: Float64Array): number {
  let positives = 0;
  for (let row = 0; row < label.length; row++) if (label[row] === 1) positives += weights ? weights[row]! : 1;
  const area = new CompensatedSum();
  let found = 0;
  let called = 0;
  for (let group = 0; group + 1 < starts.length; group++) {
    const before = found;
    const end = starts[group + 1]!;
    for (let place = starts[group]!; place < end; place++) {
      const row = order[place]!;
      const weight = weights ? weights[row]! : 1;
      called += weight;
      if (label[row] === 1) found += weight;
    }
    if (found > before) area.add(((found - before) / positives) * (found / called));
  }
  return positives > 0 ? area.value : NaN;
}
