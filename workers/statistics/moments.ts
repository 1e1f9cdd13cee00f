import { sumOf } from '../shared/compensated-sum';

export interface Moments {
  n: number;
  /** NaN of none: who calls asks for n first. */
  mean: number;
  /** Σ(x − mean)². */
  squares: number;
  /** squares / (n − 1); NaN below two values. */
  variance: number;
}

/**
 * Mean and variance in two passes with compensated sums: a large offset costs no digits.
 *
 * @param values finite numbers
 * @see Chan, Golub and LeVeque 1983, The American Statistician 37:242 (corrected two-pass algorithm)
 */
export function momentsOf(values: Float64Array): Moments {
  const n = values.length;
  const mean = sumOf(values) / n;
  let squares = 0;
  let lost = 0;
  let rest = 0;
  for (const value of values) {
    const difference = value - mean;
    const term = difference * difference;
    const next = squares + term;
    lost += squares >= term ? squares - next + term : term - next + squares;
    squares = next;
    rest += difference;
  }
  // The mean of equal values may be off in its last digit.
  const isConstant = values.every((value) => value === values[0]);
  const total = n === 0 ? NaN : isConstant ? 0 : squares + lost - (rest * rest) / n;
  return { n, mean, squares: total, variance: n < 2 ? NaN : total / (n - 1) };
}
