import { exp } from '../../shared/elementary';

/** Below this, 1 − e^−x is taken as a series: the difference would lose digits. */
const SERIES_BELOW = 0.5;
/** Nearer than this share, a difference quotient of the mean decay loses more than its midpoint series. */
const NEAR = 1e-3;

/**
 * Mean of e^−xr for r from 0 to 1: (1 − e^−x)/x, for x ≥ 0. 1 at 0.
 */
export function meanDecay(x: number): number {
  if (x >= SERIES_BELOW) return (1 - exp(-x)) / x;
  let sum = 1;
  let term = 1;
  for (let k = 1; k <= 16; k++) {
    term *= -x / (k + 1);
    sum += term;
  }
  return sum;
}

/** Mean of rⁿ·e^−xr for r from 0 to 1, x ≥ 0: the size of the n-th derivative of {@link meanDecay}. */
function decayMoment(n: number, x: number): number {
  if (x < 2) {
    let sum = 0;
    let term = 1;
    for (let k = 0; k <= 30; k++) {
      sum += term / (n + 1 + k);
      term *= -x / (k + 1);
    }
    return sum;
  }
  const decay = exp(-x);
  let moment = (1 - decay) / x;
  for (let k = 1; k <= n; k++) moment = (k * moment - decay) / x;
  return moment;
}

/** Difference quotient of {@link meanDecay} between x and y, its derivative where they meet. */
function meanDecaySlope(x: number, y: number): number {
  const middle = (x + y) / 2;
  const apart = y - x;
  if (Math.abs(apart) > NEAR * (1 + middle)) return (meanDecay(y) - meanDecay(x)) / apart;
  return -decayMoment(1, middle) - ((apart * apart) / 24) * decayMoment(3, middle);
}

/**
 * What is left of a dose after `since` hours in a term that decays at `rate`: a bolus e^−rate·since; of an infusion over
 * `duration` hours only what has run in counts. As a share of the whole dose.
 *
 * @param rate 1/h, ≥ 0
 * @param since hours from the dose's beginning, ≥ 0
 * @param duration hours, 0 for a bolus
 */
export function left(rate: number, since: number, duration: number): number {
  if (duration === 0) return exp(-rate * since);
  const running = Math.min(since, duration);
  return exp(-rate * (since - running)) * meanDecay(rate * running) * (running / duration);
}

/**
 * Difference quotient of {@link left} between two rates, its derivative where they meet. Holds its digits for rates that are
 * nearly equal: the sensitivity of a curve to its parameters needs it for each pair of terms.
 */
export function leftSlope(first: number, second: number, since: number, duration: number): number {
  const low = Math.min(first, second);
  const high = Math.max(first, second);
  const running = Math.min(since, duration);
  const after = since - running;
  // (u·v)[low, high] = u[low, high]·v(low) + u(high)·v[low, high], u the decay after the infusion, v the one during it.
  const decaySlope = -after * exp(-low * after) * meanDecay((high - low) * after);
  if (duration === 0) return decaySlope;
  const during = meanDecay(low * running);
  const duringSlope = running * meanDecaySlope(low * running, high * running);
  return (decaySlope * during + exp(-high * after) * duringSlope) * (running / duration);
}
