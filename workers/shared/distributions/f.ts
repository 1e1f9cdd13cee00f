import { exp, log } from '../elementary';
import { betaLogit } from './beta';
import { distribution, positive, smallerSide, type Distribution } from './distribution';
import { logBeta } from './gamma-function';
import { incompleteBeta, logBetaTerm } from './incomplete-beta';
import { tail, type Tail } from './tail';

/**
 * F distribution: the ratio of two mean squares.
 *
 * @param numerator degrees of freedom, above 0
 * @param denominator degrees of freedom, above 0
 * @throws `distribution-parameter`
 */
export function fDistribution(numerator: number, denominator: number): Distribution {
  positive('F', { 'degrees of freedom above': numerator, 'degrees of freedom below': denominator });
  const a = numerator / 2;
  const b = denominator / 2;
  const odds = (x: number) => x * (numerator / denominator);
  return distribution({
    logDensity: (x) => {
      if (x < 0 || x === Infinity) return -Infinity;
      if (x === 0) return a < 1 ? Infinity : a === 1 ? 0 : -Infinity;
      const ratio = odds(x);
      const far = log(x) + log(numerator) - log(denominator);
      if (ratio === 0) return a * far - logBeta(a, b) - log(x);
      if (ratio === Infinity) return -b * far - logBeta(a, b) - log(x);
      return logBetaTerm(a, b, ratio / (1 + ratio), 1 / (1 + ratio)) - log(x);
    },
    tail: (x): Tail => {
      if (x <= 0) return tail(-Infinity, false);
      if (x === Infinity) return tail(-Infinity, true);
      const ratio = odds(x);
      // Beyond the numbers there are, the tails are powers.
      const far = log(x) + log(numerator) - log(denominator);
      if (ratio === 0) return tail(a * far - log(a) - logBeta(a, b), false);
      if (ratio === Infinity) return tail(-b * far - log(b) - logBeta(a, b), true);
      return incompleteBeta(a, b, ratio / (1 + ratio), 1 / (1 + ratio));
    },
    find: (target) => (denominator / numerator) * exp(betaLogit(a, b, smallerSide(target))),
    lowest: 0,
    highest: Infinity
  });
}
