import { exp, log, logistic } from '../elementary';
import { distribution, positive, smallerSide, type Distribution } from './distribution';
import { findContinuous, roughNormal } from './find-quantile';
import { digamma, logBeta, trigamma } from './gamma-function';
import { incompleteBeta, logBetaTerm } from './incomplete-beta';
import type { Tail } from './tail';

/**
 * Beta distribution.
 *
 * @param a above 0
 * @param b above 0
 * @throws `distribution-parameter`
 */
export function beta(a: number, b: number): Distribution {
  positive('beta', { a, b });
  return distribution({
    logDensity: (x) => logDensity(a, b, x),
    tail: (x) => incompleteBeta(a, b, x),
    find: (target) => logistic(betaLogit(a, b, smallerSide(target))),
    lowest: 0,
    highest: 1
  });
}

function logDensity(a: number, b: number, x: number): number {
  if (x < 0 || x > 1) return -Infinity;
  if (x === 0 || x === 1) {
    const shape = x === 0 ? a : b;
    return shape < 1 ? Infinity : shape === 1 ? log(x === 0 ? b : a) : -Infinity;
  }
  return logBetaTerm(a, b, x, 1 - x) - log(x) - log(1 - x);
}

/**
 * ln(x / (1 − x)) of the point with that tail. The logit keeps the digits at both ends, and is what F and t are made of.
 *
 * @param target best the smaller tail
 */
export function betaLogit(a: number, b: number, target: Tail): number {
  const curve = {
    tail: (t: number) => incompleteBeta(a, b, logistic(t), logistic(-t)),
    logDensity: (t: number) => logBetaTerm(a, b, logistic(t), logistic(-t))
  };
  // At an end the tail is a power; in the middle the logit is nearly normal.
  const shape = target.upper ? b : a;
  const power = (target.log + log(shape) + logBeta(a, b)) / shape;
  const atEnd = target.upper ? -power : power;
  if (power < -700) return atEnd;
  const centre = digamma(a) - digamma(b);
  const spread = Math.sqrt(trigamma(a) + trigamma(b));
  const start = power < -3 || shape < 1 ? atEnd : centre + spread * roughNormal(target);
  return findContinuous(target, curve, start);
}

/** x^½ of a logit that may be far out: √(e^t). */
export function rootOfOdds(logit: number): number {
  return exp(logit / 2);
}
