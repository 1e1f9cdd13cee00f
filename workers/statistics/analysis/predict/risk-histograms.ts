import type { HistogramsFigure } from '../figures';

const BINS = 20;

/**
 * How predictions are spread among those with and those without the outcome: what an AUC is made of.
 *
 * @param risk predictions, NaN where missing
 * @param truths 1, 0, NaN where missing
 */
export function risksOf(risk: Float64Array, truths: Float64Array, outcome: string): HistogramsFigure[] {
  const used = [...risk.keys()].filter((row) => !Number.isNaN(risk[row]!) && !Number.isNaN(truths[row]!));
  const [least, most] = used.reduce(([low, high], row) => [Math.min(low, risk[row]!), Math.max(high, risk[row]!)] as const, [Infinity, -Infinity] as const); // prettier-ignore
  // Probabilities start at 0, and end where a twentieth does; scores as they come.
  const [from, to] = least >= 0 && most <= 1 ? [0, Math.ceil(most * BINS) / BINS] : [least, most];
  if (!(to > from)) return [];
  const edges = Float64Array.from({ length: BINS + 1 }, (_, at) => from + ((to - from) * at) / BINS);
  const countsOf = (truth: number) => {
    const counts = new Float64Array(BINS);
    for (const row of used) {
      if (truths[row] === truth)
        counts[Math.min(BINS - 1, Math.floor((BINS * (risk[row]! - from)) / (to - from)))]! += 1;
    }
    return counts;
  };
  return [
    {
      kind: 'histograms',
      what: 'risks',
      value: outcome,
      edges,
      series: [
        { name: 'with', counts: countsOf(1) },
        { name: 'without', counts: countsOf(0) }
      ]
    }
  ];
}
