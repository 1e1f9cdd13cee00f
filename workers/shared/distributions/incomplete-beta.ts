import { log } from '../elementary';
import { fail } from './errors';
import { lessProduct } from './exact-rest';
import { LOG_SQRT_TWO_PI, stirlingError } from './gamma-function';
import { deviance } from './logarithms';
import { mirrored, tail, type Tail } from './tail';

/** Enough for shapes of 10^11; some milliseconds. */
const MOST_TERMS = 500_000;

/**
 * ln(x^a y^b / B(a, b)) with y = 1 − x, by Loader's deviances: a sum of logarithms would lose as many digits as a + b has.
 *
 * @see Loader 2000, Fast and accurate computation of binomial probabilities
 */
export function logBetaTerm(a: number, b: number, x: number, y: number): number {
  const sum = a + b;
  const difference = distanceFromMean(a, b, x, y);
  const errors = stirlingError(sum) - stirlingError(a) - stirlingError(b);
  const deviances = deviance(a, sum * x, difference) + deviance(b, sum * y, -difference);
  return errors - deviances + 0.5 * (log(a) + log(b) - log(sum)) - LOG_SQRT_TWO_PI;
}

/** a − (a + b)·x from the smaller of x and y, which has more digits. */
function distanceFromMean(a: number, b: number, x: number, y: number): number {
  return x <= y ? lessProduct(a, a + b, x) : -lessProduct(b, a + b, y);
}

/**
 * The even part of Gauss' continued fraction, written so that nothing cancels where x is near 1 (procedure BFRAC).
 *
 * @param distance a − (a + b)·x, above −1
 */
function continuedFraction(
  a: number,
  b: number,
  { x, y, distance }: { x: number; y: number; distance: number }
): number {
  const first = 1 + distance;
  let before = { above: 0, below: 1 };
  let now = { above: 1, below: first / (1 + 1 / a) };
  let value = now.above / now.below;
  let p = 1;
  let s = a + 1;
  for (let n = 1; n < MOST_TERMS; n++) {
    const share = n / a;
    const w = n * (b - n) * x;
    const e = a / s;
    const alpha = p * (p + b / a) * e * e * (w * x);
    const beta = n + w / s + ((share + 1) / (1 + 1 / a + 2 * share)) * (first + n * (1 + y));
    p = 1 + share;
    s += 2;
    const above = alpha * before.above + beta * now.above;
    const below = alpha * before.below + beta * now.below;
    const next = above / below;
    if (Math.abs(next - value) <= 2e-16 * next) return next;
    if (Number.isNaN(next)) break;
    value = next;
    // Scaled, so that neither part overflows.
    before = { above: now.above / below, below: now.below / below };
    now = { above: value, below: 1 };
  }
  throw fail('distribution-not-converged', { of: 'incomplete beta function' });
}

/**
 * Regularised incomplete beta function I_x(a, b): below the mean from 0 upward, above it from 1 downward.
 *
 * @param a above 0; time grows with the square root of the larger shape
 * @param b above 0
 * @param x from 0 to 1
 * @param y 1 − x, where the caller knows it with more digits
 * @throws `distribution-argument`; `distribution-not-converged` near the mean of shapes beyond 10^11
 * @see DiDonato and Morris 1992, ACM TOMS 18:360, algorithm 708
 */
export function incompleteBeta(a: number, b: number, x: number, y = 1 - x): Tail {
  if (!(a > 0 && b > 0 && a + b < Infinity && !Number.isNaN(x + y))) {
    throw fail('distribution-argument', {
      of: 'The incomplete beta function',
      rule: 'finite shapes above 0 and x from 0 to 1'
    });
  }
  if (x <= 0) return tail(-Infinity, false);
  if (y <= 0) return tail(-Infinity, true);
  if (x > (a + 1) / (a + b + 2)) return mirrored(fromZero(b, a, y, x));
  return fromZero(a, b, x, y);
}

function fromZero(a: number, b: number, x: number, y: number): Tail {
  const fraction = continuedFraction(a, b, { x, y, distance: distanceFromMean(a, b, x, y) });
  return tail(logBetaTerm(a, b, x, y) + log(fraction), false);
}
