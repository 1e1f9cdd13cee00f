import { exp, log } from '../elementary';
import { fail } from './errors';
import { log1p } from './logarithms';
import { logProbability, probability, type Tail } from './tail';

/**
 * A probability distribution. Discrete ones take any number: between two whole numbers, what the lower one has.
 *
 * Both tails are found without subtracting from 1: `upper` prints 1e-20, and `logUpper` goes on where `upper` is 0.
 * Every method throws `distribution-argument` for NaN, and `distribution-probability` outside [0, 1].
 */
export interface Distribution {
  /** Density at x, or the probability of x. Infinity at a pole (χ² with 1 degree of freedom at 0). */
  density(x: number): number;
  logDensity(x: number): number;
  /** P(X ≤ x) */
  lower(x: number): number;
  /** P(X > x) */
  upper(x: number): number;
  logLower(x: number): number;
  logUpper(x: number): number;
  /**
   * The smallest x with P(X ≤ x) ≥ p; the ends of the support, which may be infinite, at 0 and 1. A point beyond the
   * largest number is Infinity too (t with 0.05 degrees of freedom).
   */
  quantile(p: number): number;
  /** The smallest x with P(X > x) ≤ p. */
  upperQuantile(p: number): number;
}

/** What makes a distribution: its density, its tails and the point of a tail. */
export interface Parts {
  logDensity: (x: number) => number;
  tail: (x: number) => Tail;
  /** Where the tail is `target`, for probabilities strictly between 0 and 1. */
  find: (target: Tail) => number;
  lowest: number;
  highest: number;
}

/** One distribution with all its faces. */
export function distribution({ logDensity, tail, find, lowest, highest }: Parts): Distribution {
  const quantile = (p: number, upper: boolean): number => {
    if (!(p >= 0 && p <= 1)) throw fail('distribution-probability');
    if (p === 0 || p === 1) return (p === 1) === upper ? lowest : highest;
    return find({ log: log(p), upper });
  };
  return {
    density: (x) => exp(logDensity(number(x))),
    logDensity: (x) => logDensity(number(x)),
    lower: (x) => probability(tail(number(x)), false),
    upper: (x) => probability(tail(number(x)), true),
    logLower: (x) => logProbability(tail(number(x)), false),
    logUpper: (x) => logProbability(tail(number(x)), true),
    quantile: (p) => quantile(p, false),
    upperQuantile: (p) => quantile(p, true)
  };
}

/** The smaller of a split of probability: solved for, it keeps its digits. */
export function smallerSide({ log: logarithm, upper }: Tail): Tail {
  const p = exp(logarithm);
  return p <= 0.5 ? { log: logarithm, upper } : { log: log1p(-p), upper: !upper };
}

function number(x: number): number {
  if (Number.isNaN(x)) throw fail('distribution-argument', { of: 'A distribution', rule: 'numbers only' });
  return x;
}

/** Beyond these, sums and quotients of parameters leave the numbers there are. */
const LEAST = 1e-100;
const MOST = 1e100;

/** @throws `distribution-parameter` unless every one lies between 1e-100 and 1e100 */
export function positive(family: string, parameters: Readonly<Record<string, number>>): void {
  for (const [parameter, value] of Object.entries(parameters)) {
    if (!(value >= LEAST && value <= MOST)) {
      throw fail('distribution-parameter', { family, parameter, rule: 'to be a number above 0, from 1e-100 to 1e100' });
    }
  }
}

/** @throws `distribution-parameter` unless it is 0 or between 1e-100 and 1e100 */
export function meanCount(family: string, mean: number): void {
  if (mean !== 0) positive(family, { mean });
}

/** @throws `distribution-parameter` unless every one is whole, 0 ≤ n ≤ 2^53 − 1 */
export function whole(family: string, parameters: Readonly<Record<string, number>>): void {
  for (const [parameter, value] of Object.entries(parameters)) {
    if (!Number.isSafeInteger(value) || value < 0) {
      throw fail('distribution-parameter', { family, parameter, rule: 'to be a whole number from 0' });
    }
  }
}

/** @throws `distribution-parameter` unless 0 ≤ p ≤ 1 */
export function share(family: string, parameter: string, p: number): void {
  if (!(p >= 0 && p <= 1)) throw fail('distribution-parameter', { family, parameter, rule: 'to lie between 0 and 1' });
}
