import { log } from '../elementary';
import { logBinomialTerm } from './binomial-term';
import { distribution, whole, type Distribution } from './distribution';
import { fail } from './errors';
import { findWhole, roughNormal } from './find-quantile';
import { tail, type Tail } from './tail';

/** Neighbours summed at most: enough for an urn of ten thousand million. */
const MOST_TERMS = 500_000;

/**
 * Hypergeometric distribution: marked ones among those drawn without putting back.
 *
 * @param marked in the urn, whole
 * @param others in the urn, whole
 * @param drawn whole, at most all of them
 * @throws `distribution-parameter`; its tails `distribution-not-converged` for urns beyond 10^10
 * @see density as a ratio of three binomial probabilities (Loader 2000), tails by summing neighbours from it
 */
export function hypergeometric(marked: number, others: number, drawn: number): Distribution {
  const family = 'hypergeometric';
  whole(family, { 'number marked': marked, 'number of others': others, 'number drawn': drawn });
  const all = marked + others;
  if (!Number.isSafeInteger(all)) {
    throw fail('distribution-parameter', { family, parameter: 'urn', rule: 'of at most 9,007,199,254,740,991' });
  }
  if (drawn > all) {
    throw fail('distribution-parameter', {
      family,
      parameter: 'number drawn',
      rule: 'to be at most the number there is'
    });
  }
  const lowest = Math.max(0, drawn - others);
  const highest = Math.min(marked, drawn);
  const logDensity = (k: number): number => {
    if (!Number.isInteger(k) || k < lowest || k > highest) return -Infinity;
    if (lowest === highest) return 0;
    const p = drawn / all;
    const q = (all - drawn) / all;
    const both = logBinomialTerm(k, marked, p, q) + logBinomialTerm(drawn - k, others, p, q);
    return both - logBinomialTerm(drawn, all, p, q);
  };
  /** Probability of k + 1 over that of k. */
  const rise = (k: number) => ((marked - k) / (k + 1)) * ((drawn - k) / (others - drawn + k + 1));
  const split = (x: number): Tail => {
    const k = Math.floor(x);
    if (k < lowest) return tail(-Infinity, false);
    if (k >= highest) return tail(-Infinity, true);
    const upper = k * all > drawn * marked;
    let sum = 1;
    let term = 1;
    const end = upper ? Math.min(highest, k + MOST_TERMS) : Math.max(lowest, k - MOST_TERMS);
    if (upper) {
      for (let next = k + 1; next < end && term > sum * 1e-18; next++) sum += term *= rise(next);
    } else {
      for (let next = k - 1; next >= end && term > sum * 1e-18; next--) sum += term /= rise(next);
    }
    if (end !== (upper ? highest : lowest) && term > sum * 1e-18) {
      throw fail('distribution-not-converged', { of: 'hypergeometric tail' });
    }
    return tail(logDensity(upper ? k + 1 : k) + log(sum), upper);
  };
  return distribution({
    logDensity,
    tail: split,
    find: (target) => {
      const mean = (drawn * marked) / all;
      const variance = (mean * (others / all) * (all - drawn)) / Math.max(1, all - 1);
      const start = mean + Math.sqrt(variance) * roughNormal(target);
      return findWhole(target, split, { start, lowest, highest });
    },
    lowest,
    highest
  });
}
