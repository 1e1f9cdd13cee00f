import { exp, log } from '../elementary';
import { distribution, positive, smallerSide, type Distribution } from './distribution';
import { findContinuous, roughNormal } from './find-quantile';
import { logGammaPlusOne } from './gamma-function';
import { incompleteGamma, logPoissonTerm } from './incomplete-gamma';
import { restOfQuotient } from './exact-rest';
import { tail, type Tail } from './tail';

/**
 * Gamma distribution; mean = shape × scale.
 *
 * @param shape above 0; time grows with its square root (10 ms at 1e10)
 * @param scale above 0, default 1
 * @throws `distribution-parameter`
 */
export function gamma(shape: number, scale = 1): Distribution {
  positive('gamma', { shape, scale });
  return distribution({
    logDensity: (x) => {
      const at = x / scale;
      const found = logDensity(shape, at);
      const rest = restOfQuotient(x, scale);
      return (rest === 0 || found === -Infinity ? found : found + ((shape - 1) / at - 1) * rest) - log(scale);
    },
    tail: (x) => {
      const at = x / scale;
      // Where x / scale is below the smallest number, P = (x / scale)^shape / Γ(shape + 1) need not be small.
      if (x > 0 && at === 0) return tail(shape * (log(x) - log(scale)) - logGammaPlusOne(shape), false);
      return moved(incompleteGamma(shape, at), logDensity(shape, at), restOfQuotient(x, scale));
    },
    find: (target) => scale * gammaPoint(shape, smallerSide(target)),
    lowest: 0,
    highest: Infinity
  });
}

/**
 * A tail a rounding error further on. A shape of 10⁹ makes 10⁵ of each last digit that x / scale loses.
 *
 * @param logDensity at the point of the tail
 * @param by how far
 */
function moved(found: Tail, logDensity: number, by: number): Tail {
  if (by === 0 || found.log === -Infinity) return found;
  const change = exp(logDensity - found.log) * by;
  return tail(found.log + (found.upper ? -change : change), found.upper);
}

/** χ² distribution. @param degreesOfFreedom above 0, also fractions @throws `distribution-parameter` */
export function chiSquare(degreesOfFreedom: number): Distribution {
  positive('χ²', { 'degrees of freedom': degreesOfFreedom });
  return gamma(degreesOfFreedom / 2, 2);
}

function logDensity(shape: number, x: number): number {
  if (x < 0 || x === Infinity) return -Infinity;
  if (x === 0) return shape < 1 ? Infinity : shape === 1 ? 0 : -Infinity;
  return logPoissonTerm(shape, x) + log(shape) - log(x);
}

/** Found in ln x: the lower points of small shapes lie at e^−1000. */
function gammaPoint(shape: number, target: Tail): number {
  const curve = {
    tail: (t: number) => incompleteGamma(shape, exp(t)),
    logDensity: (t: number) => logPoissonTerm(shape, exp(t)) + log(shape)
  };
  // Near 0, P = x^a / Γ(a + 1); elsewhere the cube root is nearly normal (Wilson and Hilferty 1931).
  const fromZero = (target.log + logGammaPlusOne(shape)) / shape;
  if (!target.upper && fromZero < -700) return exp(fromZero);
  const root = 1 - 1 / (9 * shape) + roughNormal(target) / (3 * Math.sqrt(shape));
  const isSmall = !target.upper && (root < 0.3 || fromZero < log(shape) - 2);
  const start = isSmall ? fromZero : log(shape) + 3 * log(Math.max(root, 0.3));
  return exp(findContinuous(target, curve, start));
}
