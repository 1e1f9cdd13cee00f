import { CompensatedSum } from './compensated-sum';
import { eachScore } from './falling-scores';

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
  const positives = label.reduce((sum, value) => sum + value, 0);
  const area = new CompensatedSum();
  let found = 0;
  eachScore(scores, (_, order, from, to) => {
    const before = found;
    for (let place = from; place < to; place++) found += label[order[place]!]!;
    area.add(((found - before) / positives) * (found / to));
  });
  return area.value;
}
