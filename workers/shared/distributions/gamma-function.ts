import { log } from '../elementary';
import { fail } from './errors';
import { log1p } from './logarithms';

export const LOG_SQRT_TWO_PI = 0.9189385332046727;
const ONE_MINUS_EULER = 0.42278433509846714;
/** From here on the asymptotic series are exact to the last bit. */
const LARGE = 10;

/** B₂ₖ / (2k(2k − 1)): ln Γ(x) − Stirling's formula in odd powers of 1/x. */
const STIRLING = [
  1 / 12,
  -1 / 360,
  1 / 1260,
  -1 / 1680,
  1 / 1188,
  -691 / 360360,
  1 / 156,
  -3617 / 122400,
  43867 / 244188,
  -174611 / 125400
] as const;

/** B₂ₖ / 2k, for ψ in even powers of 1/x. */
const DIGAMMA = [1 / 12, -1 / 120, 1 / 252, -1 / 240, 1 / 132, -691 / 32760, 1 / 12, -3617 / 8160] as const;

/** The zero of ψ in two parts: what a double leaves of it is as large as ψ beside it. */
const DIGAMMA_ZERO = 1.4616321449683622;
const DIGAMMA_ZERO_REST = 9.549995429965697e-17;

/** ψ⁽ᵏ⁾ / k! at its zero from k = 1: Taylor's series, exact to a tenth on either side. */
const AROUND_ZERO = [
  0.9676722454476212, -0.4427631689835921, 0.258499760955651, -0.16394270544240652, 0.10782405069126237,
  -0.07219956125645471, 0.04880428816414311, -0.03316112647484736, 0.022597648232218104, -0.01542476590494896,
  0.010538791616612175, -0.007204534386356869, 0.004926781395729853, -0.003369801655439328
] as const;

/** B₂ₖ, for ψ′ in odd powers of 1/x from the third. */
const TRIGAMMA = [1 / 6, -1 / 30, 1 / 42, -1 / 30, 5 / 66, -691 / 2730, 7 / 6, -3617 / 510] as const;

function inPowersOf(x: number, coefficients: readonly number[]): number {
  let value = 0;
  for (let term = coefficients.length - 1; term >= 0; term--) value = value * x + (coefficients[term] as number);
  return value;
}

/** n^−k for a small whole k. */
function inversePower(n: number, k: number): number {
  let power = 1;
  for (let times = 0; times < k; times++) power /= n;
  return power;
}

/** ζ(k) − 1 by Euler and Maclaurin (Abramowitz and Stegun 23.2.3). */
function zetaMinusOne(k: number): number {
  const from = 100;
  const square = from * from;
  const last = ((k + 1) * (k + 2) * (k + 3) * (k + 4)) / (2520 * square * square);
  const bend = (k / (12 * from)) * (1 - ((k + 1) * (k + 2)) / (60 * square) + last);
  let sum = inversePower(from, k) * (from / (k - 1) + 0.5 + bend);
  for (let n = from - 1; n >= 2; n--) sum += inversePower(n, k);
  return sum;
}

/** (−1)ᵏ (ζ(k) − 1)/k from k = 2: Taylor's series of ln Γ(2 + e) after its linear term. */
const AROUND_TWO = Array.from({ length: 30 }, (_, index) => {
  const k = index + 2;
  return ((k % 2 === 0 ? 1 : -1) * zetaMinusOne(k)) / k;
});

/** ln Γ(2 + e), |e| ≤ ½, exact also where it vanishes. */
function aroundTwo(e: number): number {
  return e * (ONE_MINUS_EULER + e * inPowersOf(e, AROUND_TWO));
}

/** Beyond these the functions, or their squares, leave the numbers there are. */
const [LEAST, MOST] = [1e-150, 1e150];

function checked(x: number, of: string): void {
  if (!(x >= LEAST && x <= MOST)) {
    throw fail('distribution-argument', { of, rule: 'a finite number above 0, from 1e-150 to 1e150' });
  }
}

/**
 * ln Γ(x) − ((x − ½) ln x − x + ½ ln 2π): what Stirling's formula leaves.
 *
 * @param x above 0
 */
export function stirlingError(x: number): number {
  if (x >= LARGE) return inPowersOf(1 / (x * x), STIRLING) / x;
  return logGammaPlusOne(x) - (x + 0.5) * log(x) + x - LOG_SQRT_TWO_PI;
}

/** ln Γ(1 + x) for x ≥ 0, with all digits as x tends to 0. */
export function logGammaPlusOne(x: number): number {
  return x <= 0.5 ? aroundTwo(x) - log1p(x) : logGamma(1 + x);
}

/**
 * Natural logarithm of the gamma function; relative error about 1e-15, also around its zeros 1 and 2.
 *
 * @param x above 0, from 1e-150 to 1e150
 * @throws `distribution-argument`
 * @see Stirling's series from 10 on (Abramowitz and Stegun 6.1.41), Taylor's around 2 (6.1.33) and recurrence between
 */
export function logGamma(x: number): number {
  checked(x, 'The logarithm of the gamma function');
  if (x >= LARGE) return (x - 0.5) * log(x) - x + LOG_SQRT_TWO_PI + stirlingError(x);
  if (x <= 0.5) return logGammaPlusOne(x) - log(x);
  if (x <= 1.5) return aroundTwo(x - 1) - log(x);
  let product = 1;
  let at = x;
  while (at > 2.5) product *= --at;
  return log(product) + aroundTwo(at - 2);
}

/**
 * ψ(x), the derivative of ln Γ; its digits stand around its zero too. @param x above 0, from 1e-150 to 1e150
 *
 * @throws `distribution-argument`
 * @see Abramowitz and Stegun 6.3.5 (recurrence) and 6.3.18
 */
export function digamma(x: number): number {
  checked(x, 'The digamma function');
  const fromZero = x - DIGAMMA_ZERO - DIGAMMA_ZERO_REST;
  if (Math.abs(fromZero) < 0.1) return fromZero * inPowersOf(fromZero, AROUND_ZERO);
  let shift = 0;
  let at = x;
  for (; at < LARGE; at++) shift += 1 / at;
  const square = 1 / (at * at);
  return log(at) - 0.5 / at - square * inPowersOf(square, DIGAMMA) - shift;
}

/**
 * ψ′(x), the second derivative of ln Γ. @param x above 0, from 1e-150 to 1e150
 *
 * @throws `distribution-argument`
 * @see Abramowitz and Stegun 6.4.6 (recurrence) and 6.4.12
 */
export function trigamma(x: number): number {
  checked(x, 'The trigamma function');
  let shift = 0;
  let at = x;
  for (; at < LARGE; at++) shift += 1 / (at * at);
  const inverse = 1 / at;
  const square = inverse * inverse;
  return shift + inverse + square / 2 + inverse * square * inPowersOf(square, TRIGAMMA);
}

/** ln B(a, b) for a, b > 0; no digits are lost where one of them is large. */
export function logBeta(a: number, b: number): number {
  const small = Math.min(a, b);
  const large = Math.max(a, b);
  checked(small, 'The logarithm of the beta function');
  checked(large, 'The logarithm of the beta function');
  if (large < LARGE) return logGamma(small) + logGamma(large) - logGamma(small + large);
  const sum = small + large;
  const powers = small * log(small / sum) + large * log1p(-small / sum);
  const errors = stirlingError(small) + stirlingError(large) - stirlingError(sum);
  return powers + errors + LOG_SQRT_TWO_PI - 0.5 * (log(small) + log(large) - log(sum));
}
