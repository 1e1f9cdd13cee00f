import { log } from '../elementary';
import { fail } from './errors';
import { LOG_SQRT_TWO_PI, logGammaPlusOne, stirlingError } from './gamma-function';
import { deviance, expm1 } from './logarithms';
import { tail, type Tail } from './tail';

const LOG_HALF = -0.6931471805599453;
/** Enough for shapes of 10^11; some milliseconds. */
const MOST_TERMS = 500_000;

/** ln(x^a e^−x / Γ(a + 1)): a Poisson probability, where a is whole. */
export function logPoissonTerm(a: number, x: number): number {
  if (x === 0) return a === 0 ? 0 : -Infinity;
  if (a < 1) return a * log(x) - x - logGammaPlusOne(a);
  return -stirlingError(a) - deviance(a, x) - LOG_SQRT_TWO_PI - 0.5 * log(a);
}

/** Σ xⁿ / ((a + 1) … (a + n)), from n = 0. */
function risingSeries(a: number, x: number): number {
  let sum = 1;
  let term = 1;
  for (let n = 1; n < MOST_TERMS; n++) {
    term *= x / (a + n);
    sum += term;
    if (term < sum * 1e-17) return sum;
    if (Number.isNaN(term)) break;
  }
  throw fail('distribution-not-converged', { of: 'incomplete gamma function' });
}

/** Legendre's continued fraction of Γ(a, x) e^x x^−a by modified Lentz (Thompson and Barnett 1986). */
function continuedFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let value = d;
  for (let n = 1; n < MOST_TERMS; n++) {
    const numerator = -n * (n - a);
    b += 2;
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    const step = c * d;
    value *= step;
    if (Math.abs(step - 1) < 2e-16) return value;
    if (Number.isNaN(step)) break;
  }
  throw fail('distribution-not-converged', { of: 'incomplete gamma function' });
}

/** Q(a, x) for a, x < 1, where P is near 1 and must not be subtracted. */
function upperOfSmall(a: number, x: number): number {
  let series = 0;
  let power = 1;
  for (let n = 1; n < 30; n++) {
    power *= -x / n;
    series += (a * power) / (a + n);
  }
  const lead = expm1(a * log(x) - logGammaPlusOne(a));
  return -(series + lead + series * lead);
}

/**
 * Regularised incomplete gamma function: P(a, x) below the median and Q(a, x) above.
 *
 * @param a shape, above 0; time grows with its square root
 * @param x 0 or above, Infinity too
 * @throws `distribution-argument`; `distribution-not-converged` near the mean of shapes beyond 10^11
 * @see DiDonato and Morris 1986, ACM TOMS 12:377 (series and fraction); Abramowitz and Stegun 6.5.29, 6.5.31
 */
export function incompleteGamma(a: number, x: number): Tail {
  if (!(a > 0 && a < Infinity && !Number.isNaN(x))) {
    throw fail('distribution-argument', {
      of: 'The incomplete gamma function',
      rule: 'a finite shape above 0 and a number'
    });
  }
  if (x <= 0) return tail(-Infinity, false);
  if (x === Infinity) return tail(-Infinity, true);
  if (x >= (a < 1 ? 1 : a + 1)) {
    return tail(logPoissonTerm(a, x) + log(a) + log(continuedFraction(a, x)), true);
  }
  const lower = logPoissonTerm(a, x) + log(risingSeries(a, x));
  if (a < 1 && lower > LOG_HALF) return tail(log(upperOfSmall(a, x)), true);
  return tail(lower, false);
}
