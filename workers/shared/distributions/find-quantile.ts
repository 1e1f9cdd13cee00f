import { exp, log } from '../elementary';
import { fail } from './errors';
import { logProbability, type Tail } from './tail';

const MOST_STEPS = 200;

/**
 * Where a continuous distribution has the tail that is looked for: Newton on the logarithm of the tail, held between
 * the points already known to lie on either side.
 *
 * @param target the tail, best the smaller one
 * @param curve tail at t, and ln of the density in t; t runs over all numbers (a logarithm or a logit)
 * @param start a first guess
 */
export function findContinuous(
  target: Tail,
  curve: { tail: (t: number) => Tail; logDensity: (t: number) => number },
  start: number
): number {
  let below = -Infinity;
  let above = Infinity;
  let t = start;
  let last = Infinity;
  for (let step = 0; step < MOST_STEPS; step++) {
    const logarithm = logProbability(curve.tail(t), target.upper);
    const difference = logarithm - target.log;
    if (difference === 0) return t;
    if (difference > 0 === target.upper) below = t;
    else above = t;
    const slope = exp(curve.logDensity(t) - logarithm);
    const newton = ((target.upper ? 1 : -1) * difference) / slope;
    const size = Math.abs(newton);
    const scale = Math.max(1, Math.abs(t));
    // Either all digits stand, or rounding no longer lets the steps shrink.
    if (size <= 2e-16 * scale || (size < 1e-9 * scale && size >= last / 2)) return t + newton;
    last = size;
    t = held(t, newton, below, above);
  }
  throw fail('distribution-not-converged', { of: 'quantile' });
}

/** Newton's step if it stays between the ends; otherwise halfway, or outward while one end is unknown. */
function held(t: number, newton: number, below: number, above: number): number {
  const next = t + newton;
  if (next > below && next < above && Math.abs(newton) <= 4 * Math.max(1, Math.abs(t))) return next;
  if (below > -Infinity && above < Infinity) return below + (above - below) / 2;
  const outward = 2 * Math.max(1, Math.abs(t));
  return below > -Infinity ? t + outward : t - outward;
}

/**
 * The smallest whole k from `lowest` on with P(X ≤ k) ≥ p, or P(X > k) ≤ p.
 *
 * The comparison allows the last digits of a probability that was itself found by this distribution.
 *
 * @param start a first guess; the search doubles its steps from there
 * @throws `distribution-whole-large` where it lies beyond 2^53 − 1: doubles do not hold every whole number there
 */
export function findWhole(
  target: Tail,
  tail: (k: number) => Tail,
  { start, lowest, highest }: { start: number; lowest: number; highest: number }
): number {
  const slack = 64 * Number.EPSILON;
  const reached = (k: number): boolean => {
    const logarithm = logProbability(tail(k), target.upper);
    return target.upper ? logarithm <= target.log + slack : logarithm >= target.log - slack;
  };
  const end = Math.min(highest, Number.MAX_SAFE_INTEGER);
  const within = (k: number) => Math.min(Math.max(k, lowest), end);
  let high = Number.isNaN(start) ? lowest : within(Math.round(start));
  let low: number;
  let step = 1;
  if (reached(high)) {
    low = high;
    do {
      high = low;
      if (high === lowest) return lowest;
      low = within(high - step);
      step *= 2;
    } while (reached(low));
  } else {
    do {
      if (high === end) throw fail('distribution-whole-large');
      low = high;
      high = within(low + step);
      step *= 2;
    } while (!reached(high));
  }
  while (high - low > 1) {
    const middle = low + Math.floor((high - low) / 2);
    if (reached(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** Standard normal point of a tail, for first guesses: 1e-3 is enough. */
export function roughNormal({ log: logarithm, upper }: Tail): number {
  // Hastings' rational approximation (Abramowitz and Stegun 26.2.23) takes the logarithm itself.
  const side = logarithm > -Math.LN2;
  const small = side ? log(Math.max(1 - exp(logarithm), 1e-300)) : logarithm;
  const t = Math.sqrt(-2 * small);
  const z = t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  return side === upper ? -z : z;
}
