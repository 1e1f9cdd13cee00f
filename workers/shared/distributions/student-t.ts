import { exp, log } from '../elementary';
import { betaLogit, rootOfOdds } from './beta';
import { distribution, positive, type Distribution } from './distribution';
import { logBeta } from './gamma-function';
import { incompleteBeta, logBetaTerm } from './incomplete-beta';
import { logProbability, tail, type Tail } from './tail';

const LOG_TWO = 0.6931471805599453;

/**
 * Student's t distribution.
 *
 * @param degreesOfFreedom above 0, also fractions (Welch)
 * @throws `distribution-parameter`
 */
export function studentT(degreesOfFreedom: number): Distribution {
  positive('t', { 'degrees of freedom': degreesOfFreedom });
  return distribution({
    logDensity: (x) => logDensity(degreesOfFreedom, Math.abs(x)),
    tail: (x) => (x < 0 ? { ...beyond(degreesOfFreedom, -x), upper: false } : beyond(degreesOfFreedom, x)),
    find: (target) => point(degreesOfFreedom, target),
    lowest: -Infinity,
    highest: Infinity
  });
}

/** From here on the density is its leading power to the last digit, and t² may overflow. */
const FAR = 1e40;

/** P(T > t) for t ≥ 0: half of I_z(df/2, ½) at z = df / (df + t²). */
function beyond(df: number, t: number): Tail {
  if (t === Infinity) return tail(-Infinity, true);
  const odds = t * (t / df);
  if (odds > FAR) return tail((df / 2) * (log(df) - 2 * log(t)) - log(df) - logBeta(df / 2, 0.5), true);
  const both = incompleteBeta(df / 2, 0.5, 1 / (1 + odds), odds / (1 + odds));
  return tail(logProbability(both, false) - LOG_TWO, true);
}

function logDensity(df: number, t: number): number {
  const odds = t * (t / df);
  if (t === Infinity) return -Infinity;
  // Around 0 the power term of the beta form vanishes with t: written out, it does not divide by it.
  if (odds < 1e-8) return -0.5 * log(df) - logBeta(df / 2, 0.5) - ((df + 1) / 2) * odds * (1 - odds / 2);
  if (odds > FAR) return (df / 2) * (log(df) - 2 * log(t)) - log(t) - logBeta(df / 2, 0.5);
  return logBetaTerm(df / 2, 0.5, 1 / (1 + odds), odds / (1 + odds)) - log(t);
}

function point(df: number, target: Tail): number {
  const p = exp(target.log);
  const sign = p < 0.5 === target.upper ? 1 : -1;
  const oneSided = Math.min(p, 1 - p);
  if (oneSided === 0.5) return 0;
  // Near the centre the mass inside ±t is the smaller part.
  const within = 1 - 2 * oneSided;
  const side: Tail =
    within < 0.5
      ? { log: log(within), upper: true }
      : { log: (p <= 0.5 ? target.log : log(oneSided)) + LOG_TWO, upper: false };
  return (sign * Math.sqrt(df)) / rootOfOdds(betaLogit(df / 2, 0.5, side));
}
