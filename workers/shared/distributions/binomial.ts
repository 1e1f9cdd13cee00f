import { log } from '../elementary';
import { logBinomialTerm } from './binomial-term';
import { distribution, meanCount, positive, share, whole, type Distribution } from './distribution';
import { fail } from './errors';
import { findWhole, roughNormal } from './find-quantile';
import { incompleteBeta } from './incomplete-beta';
import { mirrored, tail, type Tail } from './tail';

/**
 * Binomial distribution.
 *
 * @param trials whole, 0 or above
 * @param p probability of a success
 * @throws `distribution-parameter`
 */
export function binomial(trials: number, p: number): Distribution {
  whole('binomial', { 'number of trials': trials });
  share('binomial', 'probability', p);
  const q = 1 - p;
  const lowest = p === 1 ? trials : 0;
  const highest = p === 0 ? 0 : trials;
  const split = (k: number): Tail => {
    if (k < lowest) return tail(-Infinity, false);
    if (k >= highest) return tail(-Infinity, true);
    // P(X > k) = I_p(k + 1, n − k)
    return mirrored(incompleteBeta(Math.floor(k) + 1, trials - Math.floor(k), p, q));
  };
  return distribution({
    logDensity: (k) => (Number.isInteger(k) ? logBinomialTerm(k, trials, p, q) : -Infinity),
    tail: split,
    find: (target) => {
      const start = trials * p + Math.sqrt(trials * p * q) * roughNormal(target);
      return findWhole(target, split, { start, lowest, highest });
    },
    lowest,
    highest
  });
}

/**
 * Negative binomial distribution: failures before the `size`-th success, or a Poisson count whose mean varies like a
 * gamma of shape `size`.
 *
 * @param size above 0, also fractions
 * @param chance `{ p }` of a success, or the `{ mean }`: p = size / (size + mean)
 * @throws `distribution-parameter`
 */
export function negativeBinomial(size: number, chance: { p: number } | { mean: number }): Distribution {
  const family = 'negative binomial';
  positive(family, { size });
  if ('mean' in chance) meanCount(family, chance.mean);
  else if (chance.p === 0) {
    throw fail('distribution-parameter', { family, parameter: 'probability', rule: 'to be above 0 and at most 1' });
  } else share(family, 'probability', chance.p);
  const p = 'p' in chance ? chance.p : size / (size + chance.mean);
  const q = 'p' in chance ? 1 - chance.p : chance.mean / (size + chance.mean);
  const highest = q === 0 ? 0 : Infinity;
  const split = (k: number): Tail => {
    if (k < 0) return tail(-Infinity, false);
    if (k >= highest) return tail(-Infinity, true);
    return incompleteBeta(size, Math.floor(k) + 1, p, q);
  };
  return distribution({
    logDensity: (k) => {
      if (!Number.isInteger(k) || k < 0) return -Infinity;
      if (k === 0) return logBinomialTerm(size, size, p, q);
      return logBinomialTerm(size, size + k, p, q) + log(size / (size + k));
    },
    tail: split,
    find: (target) => {
      const mean = (size * q) / p;
      const start = mean + Math.sqrt(mean / p) * roughNormal(target);
      return findWhole(target, split, { start, lowest: 0, highest });
    },
    lowest: 0,
    highest
  });
}
