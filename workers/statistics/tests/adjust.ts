import { holm } from '../two-sided';
import { fail } from './errors';

/** How p-values of several tests are adjusted: the family-wise error (Holm, Bonferroni) or the false discovery rate. */
export type Adjustment = 'holm' | 'bonferroni' | 'benjamini-hochberg' | 'benjamini-yekutieli';

/**
 * p-values adjusted for their number, in the order given. A missing one stays missing and does not count.
 *
 * @param p from 0 to 1; null is missing
 * @throws `test-p-range`
 * @see Holm 1979, Scand J Stat 6:65; Benjamini and Hochberg 1995, J R Stat Soc B 57:289; Benjamini and Yekutieli 2001, Ann
 *   Stat 29:1165; equals R `p.adjust`
 */
export function adjustP(p: readonly (number | null)[], how: Adjustment): (number | null)[] {
  p.forEach((value, index) => {
    if (value !== null && !(value >= 0 && value <= 1)) throw fail('test-p-range', { position: index + 1 });
  });
  const there = p.filter((value): value is number => value !== null);
  const adjusted = adjustAll(there, how)[Symbol.iterator]();
  return p.map((value) => (value === null ? null : (adjusted.next().value ?? null)));
}

function adjustAll(p: readonly number[], how: Adjustment): number[] {
  const n = p.length;
  if (how === 'holm') return holm(p);
  if (how === 'bonferroni') return p.map((value) => Math.min(1, value * n));
  let factor = 1;
  if (how === 'benjamini-yekutieli') {
    factor = 0;
    for (let rank = n; rank >= 1; rank--) factor += 1 / rank;
  }
  const adjusted = p.map(() => 1);
  let smallest = 1;
  p.map((value, index) => ({ value, index }))
    .sort((a, b) => b.value - a.value)
    .forEach(({ value, index }, place) => {
      smallest = Math.min(smallest, (value * n * factor) / (n - place));
      adjusted[index] = smallest;
    });
  return adjusted;
}
