import { EXACT_BELOW, normalTest } from './location';
import { fail } from './errors';
import { concordantDistribution } from './rank-distributions';

export interface KendallParts {
  tau: number;
  /** T, the number of concordant pairs, where exact; z otherwise. */
  statistic: { name: string; value: number };
  p: number;
  exact: boolean;
}

/** Sums over sets of t equal values that the variance of S takes. */
interface TieSums {
  pairs: number;
  triples: number;
  weighted: number;
  any: boolean;
}

/**
 * Kendall's τ-b in n·log n steps.
 *
 * @throws `test-constant`
 * @see Knight 1966, J Am Stat Assoc 61:436; Kendall 1970, Rank Correlation Methods (variance with ties)
 */
export function kendallParts(x: Float64Array, y: Float64Array): KendallParts {
  const n = x.length;
  const order = Uint32Array.from(x, (_, row) => row).sort((a, b) => x[a]! - x[b]! || y[a]! - y[b]!);
  const inX = Float64Array.from(order, (row) => x[row]!);
  const ys = Float64Array.from(order, (row) => y[row]!);
  let both = 0;
  for (let start = 0, at = 1; at <= n; at++) {
    if (at < n && inX[at] === inX[at - 1] && ys[at] === ys[at - 1]) continue;
    both += ((at - start) * (at - start - 1)) / 2;
    start = at;
  }
  const discordant = inversions(ys);
  const [tiesX, tiesY] = [tieSums(inX), tieSums(ys)];
  const all = (n * (n - 1)) / 2;
  if (tiesX.pairs === all || tiesY.pairs === all) {
    throw fail('test-constant', { test: 'A correlation', what: 'one of the columns' });
  }
  const s = all - tiesX.pairs - tiesY.pairs + both - 2 * discordant;
  const tau = s / Math.sqrt(all - tiesX.pairs) / Math.sqrt(all - tiesY.pairs);
  if (n < EXACT_BELOW && !tiesX.any && !tiesY.any) {
    const concordant = all - discordant;
    const p = concordantDistribution(n).twoSided(concordant);
    return { tau, statistic: { name: 'T', value: concordant }, p, exact: true };
  }
  const variance =
    (n * (n - 1) * (2 * n + 5) - tiesX.weighted - tiesY.weighted) / 18 +
    (2 * tiesX.pairs * tiesY.pairs) / (n * (n - 1)) +
    (tiesX.triples * tiesY.triples) / (9 * n * (n - 1) * (n - 2));
  const { z, p } = normalTest(s, Math.sqrt(variance), false);
  // Rounding of two roots may pass 1.
  return { tau: Math.max(-1, Math.min(1, tau)), statistic: { name: 'z', value: z }, p, exact: false };
}

function tieSums(sorted: Float64Array): TieSums {
  const sums = { pairs: 0, triples: 0, weighted: 0, any: false };
  for (let start = 0, at = 1; at <= sorted.length; at++) {
    if (at < sorted.length && sorted[at] === sorted[at - 1]) continue;
    const t = at - start;
    sums.pairs += (t * (t - 1)) / 2;
    sums.triples += t * (t - 1) * (t - 2);
    sums.weighted += t * (t - 1) * (2 * t + 5);
    sums.any ||= t > 1;
    start = at;
  }
  return sums;
}

/** Pairs out of order, counted while merging; the array is sorted afterwards. */
function inversions(values: Float64Array): number {
  const merged = new Float64Array(values.length);
  let count = 0;
  for (let width = 1; width < values.length; width *= 2) {
    for (let start = 0; start < values.length; start += 2 * width) {
      const middle = Math.min(start + width, values.length);
      const end = Math.min(start + 2 * width, values.length);
      let [left, right] = [start, middle];
      for (let at = start; at < end; at++) {
        if (left < middle && (right >= end || values[left]! <= values[right]!)) {
          merged[at] = values[left++]!;
        } else {
          merged[at] = values[right++]!;
          count += middle - left;
        }
      }
    }
    values.set(merged);
  }
  return count;
}
