/** Row numbers from the highest score to the lowest. */
function byScore(scores: Float64Array): Uint32Array {
  return Uint32Array.from(scores, (_, row) => row).sort((one, other) => (scores[other] ?? 0) - (scores[one] ?? 0));
}

/** Calls back once for every distinct score, from the highest, with the counts above or at it. */
function eachThreshold(scores: Float64Array, label: Float64Array, at: (hits: number, alarms: number) => void): void {
  const order = byScore(scores);
  let hits = 0;
  order.forEach((row, position) => {
    hits += label[row] ?? 0;
    const next = order[position + 1];
    if (next === undefined || scores[next] !== scores[row]) at(hits, position + 1);
  });
}

/** Average precision, ties taken together: equals scikit-learn's `average_precision_score`. */
export function averagePrecision(scores: Float64Array, label: Float64Array): number {
  const positives = label.reduce((sum, value) => sum + value, 0);
  let sum = 0;
  let before = 0;
  eachThreshold(scores, label, (hits, alarms) => {
    sum += ((hits - before) / positives) * (hits / alarms);
    before = hits;
  });
  return sum;
}

/** Area under the ROC curve, ties counted half. */
export function auroc(scores: Float64Array, label: Float64Array): number {
  const positives = label.reduce((sum, value) => sum + value, 0);
  const negatives = label.length - positives;
  let area = 0;
  let hitsBefore = 0;
  let falseBefore = 0;
  eachThreshold(scores, label, (hits, alarms) => {
    const wrong = alarms - hits;
    area += ((wrong - falseBefore) * (hits + hitsBefore)) / 2;
    hitsBefore = hits;
    falseBefore = wrong;
  });
  return area / (positives * negatives);
}
