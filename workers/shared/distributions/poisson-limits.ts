import { gamma } from './gamma';

/** Lower and upper limit of a mean. */
export interface Limits {
  lower: number;
  upper: number;
}

/**
 * Exact limits of the mean of a Poisson count, each tail of the given probability: χ²(tail; 2·count)/2 and
 * χ²(1 − tail; 2·count + 2)/2, which are points of gamma distributions. A count between whole numbers is taken by the same
 * formula.
 *
 * @param count 0 or more; at 0 the lower limit is 0
 * @see Garwood 1936, Biometrika 28:437
 */
export function limitsAround(count: number, tail: number): Limits {
  return {
    lower: count === 0 ? 0 : gamma(count).quantile(tail),
    upper: gamma(count + 1).upperQuantile(tail)
  };
}
