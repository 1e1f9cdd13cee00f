import { distribution, meanCount, type Distribution } from './distribution';
import { findWhole, roughNormal } from './find-quantile';
import { incompleteGamma, logPoissonTerm } from './incomplete-gamma';
import { mirrored, tail, type Tail } from './tail';

/**
 * Poisson distribution.
 *
 * @param mean 0 or above
 * @throws `distribution-parameter`
 */
export function poisson(mean: number): Distribution {
  meanCount('Poisson', mean);
  const split = (k: number): Tail => {
    if (k < 0) return tail(-Infinity, false);
    if (k === Infinity || mean === 0) return tail(-Infinity, true);
    // P(X ≤ k) = Q(k + 1, mean)
    return mirrored(incompleteGamma(Math.floor(k) + 1, mean));
  };
  return distribution({
    logDensity: (k) => (Number.isInteger(k) && k >= 0 ? logPoissonTerm(k, mean) : -Infinity),
    tail: split,
    find: (target) => {
      const start = mean + Math.sqrt(mean) * roughNormal(target);
      return findWhole(target, split, { start, lowest: 0, highest: Infinity });
    },
    lowest: 0,
    highest: mean === 0 ? 0 : Infinity
  });
}
