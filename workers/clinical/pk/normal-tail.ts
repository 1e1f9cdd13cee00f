import { exp, log } from '../../shared/elementary';

const ROOT_TWO_PI = 2.5066282746310007;
const LOG_ROOT_TWO_PI = 0.91893853320467278;
/** From here up the continued fraction needs few enough terms. */
const FRACTION_FROM = 1.5;

/**
 * Mills ratio (1 − Φ(x))/φ(x) of the standard normal distribution for x ≥ 0, relative error below 1e-14.
 *
 * Laplace's continued fraction 1/(x + 1/(x + 2/(x + …))), near 0 the series of Φ (Abramowitz & Stegun 26.2.14, 26.2.11).
 */
function mills(x: number): number {
  if (x < FRACTION_FROM) {
    let sum = 0;
    let term = x;
    for (let odd = 3; term > 1e-18 * (sum + term); odd += 2) {
      sum += term;
      term *= (x * x) / odd;
    }
    return 0.5 * ROOT_TWO_PI * exp((x * x) / 2) - (sum + term);
  }
  // The error of n terms falls like e^(−2x√(2n)): 1e-16 with twice the terms that this alone asks for.
  const terms = Math.ceil(400 / (x * x)) + 16;
  let tail = x;
  for (let k = terms; k >= 1; k--) tail = x + k / tail;
  return 1 / tail;
}

/** ln(1 + u) for |u| < 1 without losing small u (Kahan; Higham, Accuracy and Stability, 2002, §1.14). */
function logOnePlus(u: number): number {
  const sum = 1 + u;
  return sum === 1 ? u : (u * log(sum)) / (sum - 1);
}

/**
 * ln Φ(z) and its derivative φ(z)/Φ(z). Exact in both tails: far below 0, ln Φ(z) = −z²/2 − ln√(2π) + ln of the Mills
 * ratio, so that nothing underflows.
 */
export function logNormalProbability(z: number): { value: number; slope: number } {
  if (z < 0) {
    const ratio = mills(-z);
    return { value: log(ratio) - (z * z) / 2 - LOG_ROOT_TWO_PI, slope: 1 / ratio };
  }
  const density = exp(-(z * z) / 2) / ROOT_TWO_PI;
  const above = density * mills(z);
  return { value: logOnePlus(-above), slope: density / (1 - above) };
}
