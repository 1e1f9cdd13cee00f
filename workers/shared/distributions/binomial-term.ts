import { log } from '../elementary';
import { lessProduct } from './exact-rest';
import { LOG_SQRT_TWO_PI, stirlingError } from './gamma-function';
import { deviance, log1p } from './logarithms';

/**
 * ln of the binomial probability of k in n, with q = 1 − p; k and n need not be whole.
 *
 * @see Loader 2000, Fast and accurate computation of binomial probabilities
 */
export function logBinomialTerm(k: number, n: number, p: number, q: number): number {
  if (k < 0 || k > n) return -Infinity;
  if (p === 0 || q === 0) return k === (p === 0 ? 0 : n) ? 0 : -Infinity;
  if (k === 0) return n === 0 ? 0 : n * (p < 0.5 ? log1p(-p) : log(q));
  if (k === n) return n * (q < 0.5 ? log1p(-q) : log(p));
  const difference = p <= q ? lessProduct(k, n, p) : -lessProduct(n - k, n, q);
  const errors = stirlingError(n) - stirlingError(k) - stirlingError(n - k);
  const deviances = deviance(k, n * p, difference) + deviance(n - k, n * q, -difference);
  return errors - deviances - LOG_SQRT_TWO_PI - 0.5 * (log(k) + log((n - k) / n));
}
