import { exp, log } from '../../shared/elementary';
import { normalQuantile } from '../../shared/normal';

/** The scale on which the interval of a probability is symmetric. */
export type IntervalScale = 'log-log' | 'log' | 'plain';

/** Half the width of an interval in standard errors. */
export const zOf = (level: number): number => -normalQuantile((1 - level) / 2);

/**
 * Limits of a probability that changes over time (survival, or cumulative incidence).
 *
 * @param se NaN where there is none, as of a survival of 0
 * @returns lower and upper; NaN where they are undefined: on the scales of logarithms at 0, on `log-log` at 1 as well
 * @see Kalbfleisch and Prentice 2002 §1.4; R survival 3.5-3 `survfit`
 */
export function probabilityLimits(
  probability: number,
  se: number,
  { scale, z }: { scale: IntervalScale; z: number }
): readonly [lower: number, upper: number] {
  if (!(se >= 0)) return [NaN, NaN];
  if (scale === 'plain') return [Math.max(0, probability - z * se), Math.min(1, probability + z * se)];
  if (!(probability > 0)) return [NaN, NaN];
  const onLog = (z * se) / probability;
  const logarithm = log(probability);
  if (scale === 'log') return [exp(logarithm - onLog), Math.min(1, exp(logarithm + onLog))];
  if (probability >= 1) return [NaN, NaN];
  const turn = onLog / logarithm;
  const middle = log(-logarithm);
  return [exp(-exp(middle - turn)), exp(-exp(middle + turn))];
}
