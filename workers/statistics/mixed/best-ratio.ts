import { fail } from './errors';
import type { DevianceAt } from './profiled-deviance';

/** Powers of ten of τ·n between which minima are looked for, each split in two. */
const FROM = -5;
const TO = 14;
const STEPS = 100;

type Deviance = (ratio: number) => DevianceAt;

/**
 * The ratio of the variances with the least deviance. All minima are found that lie more than half a power of ten apart,
 * among them 0, where the deviance rises from there on.
 *
 * @param largest rows of the largest group
 * @param response name of the outcome, for the failure
 * @throws `mixed-exact` where the deviance falls without end
 */
export function bestRatio(at: Deviance, largest: number, response: string): DevianceAt {
  let best = at(0);
  let before = best;
  if (best.slope < 0) best = { ...best, deviance: Infinity };
  for (let half = 2 * FROM; half <= 2 * TO; half++) {
    const here = at(10 ** (half / 2) / largest);
    if (before.slope < 0 && here.slope >= 0) {
      const minimum = flatPlace(at, before, here);
      if (minimum.deviance < best.deviance) best = minimum;
    }
    before = here;
  }
  if (!Number.isFinite(best.deviance) || before.slope < 0) throw fail('mixed-exact', { response });
  return best;
}

/** Where the slope is 0 between two places of different signs. @see Dowell and Jarratt 1971, BIT 11:168 (Illinois) */
function flatPlace(at: Deviance, low: DevianceAt, high: DevianceAt): DevianceAt {
  let [a, b] = [low, high];
  let [left, right] = [low.slope, high.slope];
  for (let step = 0; step < STEPS && b.ratio - a.ratio > 1e-15 * b.ratio; step++) {
    // Every fourth step halves: a flat end must not hold the line up.
    const share = step % 4 === 3 ? 0.5 : left / (left - right);
    const ratio = a.ratio + share * (b.ratio - a.ratio);
    if (!(ratio > a.ratio && ratio < b.ratio)) break;
    const middle = at(ratio);
    if (middle.slope === 0) return middle;
    if (middle.slope < 0) {
      [a, left] = [middle, middle.slope];
      right /= 2;
    } else {
      [b, right] = [middle, middle.slope];
      left /= 2;
    }
  }
  return a.deviance < b.deviance ? a : b;
}

/**
 * The ratios on both sides of the best one where the deviance is higher by a given amount.
 *
 * @returns from 0 on; the upper end is finite, as the deviance rises with the logarithm of τ
 */
export function ratiosWithin(at: Deviance, best: DevianceAt, rise: number): { lower: number; upper: number } {
  const limit = best.deviance + rise;
  const cross = (inside: number, outside: number): number => {
    let [a, b] = [inside, outside];
    for (let step = 0; step < 200 && Math.abs(b - a) > 1e-13 * Math.max(a, b); step++) {
      const middle = a > 0 && b > 0 ? Math.sqrt(a * b) : (a + b) / 2;
      if (at(middle).deviance > limit) b = middle;
      else a = middle;
    }
    return (a + b) / 2;
  };
  const lower = at(0).deviance <= limit ? 0 : cross(best.ratio, 0);
  let far = Math.max(best.ratio, 1e-6) * 4;
  while (at(far).deviance <= limit) far *= 4;
  return { lower, upper: cross(best.ratio, far) };
}
