import type { Distribution } from '../shared/distributions';

/** Probabilities this close count as equally likely, as in R: ln(1 + 1e-7). */
const ALIKE = 9.9999995e-8;

/**
 * Two-sided exact p of a whole number of events by likelihood order: the sum of the probabilities of all outcomes at
 * most as likely as the observed one.
 *
 * @param family a distribution of whole numbers with one mode, close to its mean
 * @see R 4.2.2 `poisson.test` and `binom.test`
 */
export function twoSidedP(family: Distribution, observed: number, mean: number): number {
  if (observed === mean) return 1;
  const limit = family.logDensity(observed) + ALIKE;
  if (observed < mean) {
    const other = firstUnlikely(family, Math.ceil(mean), 1, limit);
    return Math.min(1, family.lower(observed) + family.upper(other - 1));
  }
  const other = firstUnlikely(family, Math.floor(mean), -1, limit);
  return Math.min(1, family.upper(observed - 1) + family.lower(other));
}

/** The first outcome from `start` outward that is no more likely than the limit; outside the support all are. */
function firstUnlikely(family: Distribution, start: number, direction: 1 | -1, limit: number): number {
  const unlikely = (steps: number) => family.logDensity(start + direction * steps) <= limit;
  if (unlikely(0)) return start;
  let far = 1;
  while (!unlikely(far)) far *= 2;
  let near = Math.floor(far / 2);
  while (far - near > 1) {
    const middle = near + Math.floor((far - near) / 2);
    // Beyond 2^53 neighbouring numbers are further apart than 1.
    if (middle === near || middle === far) break;
    if (unlikely(middle)) far = middle;
    else near = middle;
  }
  return start + direction * far;
}

/** p-values adjusted by Holm's step-down method, in the order given. @see Holm 1979, Scand J Stat 6:65 */
export function holm(p: readonly number[]): number[] {
  const adjusted = p.map(() => 1);
  let largest = 0;
  p.map((value, index) => ({ value, index }))
    .sort((a, b) => a.value - b.value)
    .forEach(({ value, index }, rank) => {
      largest = Math.max(largest, Math.min(1, value * (p.length - rank)));
      adjusted[index] = largest;
    });
  return adjusted;
}
