import { exp, log } from '../elementary';
import { normalQuantile } from '../normal';
import { distribution, positive, type Distribution } from './distribution';
import { erfc, erfcScaled, expMinusSquare } from './error-function';
import { fail } from './errors';
import { LOG_SQRT_TWO_PI } from './gamma-function';
import { log1p } from './logarithms';
import { tail, type Tail } from './tail';

const ROOT_HALF = 0.7071067811865476;

function standardTail(z: number): Tail {
  const size = Math.abs(z);
  // Not erfc(z/√2) in the tail: the rounding of z/√2 is squared there.
  const rest = log(erfcScaled(size * ROOT_HALF) / 2);
  return tail(size === Infinity ? -Infinity : rest - (size * size) / 2, z >= 0);
}

function checked(z: number): number {
  if (Number.isNaN(z)) throw fail('distribution-argument', { of: 'The normal distribution', rule: 'numbers only' });
  return z;
}

/** P(Z > z) of the standard normal, with all digits down to 1e-300. @see Cody 1969, Mathematics of Computation 23:631 */
export function normalUpper(z: number): number {
  if (checked(z) < 1) return erfc(z * ROOT_HALF) / 2;
  return (erfcScaled(z * ROOT_HALF) * expMinusSquare(z, 0.5)) / 2;
}

/** P(Z ≤ z) of the standard normal, with all digits down to 1e-300. */
export function normalLower(z: number): number {
  return normalUpper(-z);
}

/**
 * Normal distribution.
 *
 * @param standardDeviation above 0
 * @throws `distribution-parameter`
 * @see Cody 1969 (tails), Wichura 1988, AS 241 (quantiles)
 */
export function normal(mean = 0, standardDeviation = 1): Distribution {
  positive('normal', { 'standard deviation': standardDeviation });
  if (!(Math.abs(mean) <= 1e100)) {
    throw fail('distribution-parameter', { family: 'normal', parameter: 'mean', rule: 'to lie within 1e100 of 0' });
  }
  const standardised = (x: number) => (x - mean) / standardDeviation;
  const parts = distribution({
    logDensity: (x) => {
      const z = standardised(x);
      return -(z * z) / 2 - LOG_SQRT_TWO_PI - log(standardDeviation);
    },
    tail: (x) => standardTail(standardised(x)),
    find: ({ log: logarithm, upper }) => mean + standardDeviation * (upper ? -1 : 1) * normalQuantile(exp(logarithm)),
    lowest: -Infinity,
    highest: Infinity
  });
  const quantile = (p: number, sign: number): number => {
    if (!(p >= 0 && p <= 1)) throw fail('distribution-probability');
    return mean + standardDeviation * sign * normalQuantile(p);
  };
  return {
    ...parts,
    density: (x) => {
      const z = standardised(checked(x));
      return (expMinusSquare(z, 0.5) * 0.3989422804014327) / standardDeviation;
    },
    lower: (x) => normalLower(standardised(checked(x))),
    upper: (x) => normalUpper(standardised(checked(x))),
    logLower: (x) => logTail(standardised(checked(x)), false),
    logUpper: (x) => logTail(standardised(checked(x)), true),
    quantile: (p) => quantile(p, 1),
    upperQuantile: (p) => quantile(p, -1)
  };
}

function logTail(z: number, upper: boolean): number {
  const found = standardTail(z);
  return found.upper === upper ? found.log : log1p(-exp(found.log));
}
