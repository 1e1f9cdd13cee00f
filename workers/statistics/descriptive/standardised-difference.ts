import { cholesky, solve } from '../../shared/optimise';

/**
 * Standardised mean difference of numbers: (mean − mean₀)/√((s² + s₀²)/2).
 *
 * @returns null where neither group varies and the means differ; 0 where they are equal, too
 * @see Austin 2009, Stat Med 28:3083
 */
export function meanDifference(
  reference: { mean: number; variance: number },
  other: { mean: number; variance: number }
): number | null {
  return standardised(other.mean - reference.mean, reference.variance, other.variance);
}

/** Standardised difference of two proportions: (p − p₀)/√((pq + p₀q₀)/2). @see Austin 2009, Stat Med 28:3083 */
export function proportionDifferenceOf(reference: number, other: number): number | null {
  return standardised(other - reference, reference * (1 - reference), other * (1 - other));
}

function standardised(difference: number, first: number, second: number): number | null {
  const spread = Math.sqrt((first + second) / 2);
  if (difference === 0) return 0;
  return spread > 0 ? difference / spread : null;
}

/**
 * Standardised difference of several levels: Mahalanobis distance of the two vectors of proportions. It has no sign.
 *
 * @param reference counts by level, and `other` likewise
 * @returns null where a level tells the groups apart completely, or a group is empty
 * @see Yang and Dalton 2012, SAS Global Forum, paper 335
 */
export function levelsDifference(reference: readonly number[], other: readonly number[]): number | null {
  const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
  const [n, m] = [total(reference), total(other)];
  if (n === 0 || m === 0) return null;
  // A level that nobody has says nothing; one of the others follows from the rest.
  const levels = reference.flatMap((count, level) => (count + other[level]! > 0 ? [level] : [])).slice(1);
  const [p, q] = [levels.map((level) => reference[level]! / n), levels.map((level) => other[level]! / m)];
  const size = levels.length;
  if (size === 0) return 0;
  const difference = Float64Array.from(q, (share, at) => share - p[at]!);
  if (difference.every((one) => one === 0)) return 0;
  const covariance = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const own = row === column ? p[row]! + q[row]! : 0;
      covariance[row * size + column] = (own - p[row]! * p[column]! - q[row]! * q[column]!) / 2;
    }
  }
  const factor = cholesky(covariance, size);
  if (!factor) return null;
  // A pivot that is only rounding would give a distance that is only rounding.
  for (let at = 0; at < size; at++) if (factor[at * size + at]! < 1e-7) return null;
  const turned = solve(factor, difference);
  return Math.sqrt(difference.reduce((sum, one, at) => sum + one * turned[at]!, 0));
}
