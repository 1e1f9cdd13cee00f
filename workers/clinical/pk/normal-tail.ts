import { exp } from '../../shared/elementary';
import { erfcScaled, log1p, normal, normalUpper } from '../../shared/distributions';

const ROOT_HALF = 0.7071067811865476;
const ROOT_TWO_PI = 2.5066282746310007;
const ROOT_TWO_BY_PI = 0.79788456080286536;

const standard = normal();

/**
 * ln Φ(z) and its derivative φ(z)/Φ(z). Exact in both tails: far below 0 the derivative is taken from the tail without its
 * decay, so that nothing underflows and the rounding of z² does not enter.
 */
export function logNormalProbability(z: number): { value: number; slope: number } {
  if (z < 0) return { value: standard.logLower(z), slope: ROOT_TWO_BY_PI / erfcScaled(-z * ROOT_HALF) };
  const above = normalUpper(z);
  return { value: log1p(-above), slope: exp(-(z * z) / 2) / (ROOT_TWO_PI * (1 - above)) };
}
