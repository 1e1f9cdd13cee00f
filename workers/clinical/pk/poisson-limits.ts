import { limitsAround, type Limits } from '../../shared/distributions';
import { fail } from './errors';

export type { Limits };

/**
 * Exact limits of the mean of a Poisson count: each tail that starts at them has (1 − level)/2. By the χ² points
 * χ²(α/2; 2·count)/2 and χ²(1 − α/2; 2·count + 2)/2, which are those of gamma distributions.
 *
 * @param count a whole number, ≥ 0; at 0 the lower limit is 0
 * @param level coverage as a fraction, default 0.95
 * @throws `pk-option-impossible`
 * @see Garwood 1936, Biometrika 28:437
 */
export function poissonLimits(count: number, level = 0.95): Limits {
  if (!Number.isSafeInteger(count) || count < 0) {
    throw fail('pk-option-impossible', { option: 'The count', wanted: 'a whole number from 0 up' });
  }
  if (!(level > 0 && level < 1)) {
    throw fail('pk-option-impossible', { option: 'The level of the limits', wanted: 'a number between 0 and 1' });
  }
  return limitsAround(count, (1 - level) / 2);
}
