import { exp, log } from '../elementary';

/**
 * ln(1 + x) with all digits for small x; the same bits on every machine.
 *
 * @see Kahan, as told by Goldberg 1991, ACM Computing Surveys 23:5, theorem 4
 */
export function log1p(x: number): number {
  const sum = 1 + x;
  if (x < -0.5 || x > 0.5) return log(sum);
  return sum === 1 ? x : log(sum) * (x / (sum - 1));
}

/** e^x − 1 with all digits for small x; the same bits on every machine. */
export function expm1(x: number): number {
  const power = exp(x);
  if (x < -0.7 || x > 0.7) return power - 1;
  return power === 1 ? x : ((power - 1) * x) / log(power);
}

/** ln(1 − e^x) for x ≤ 0: the logarithm of the other tail. */
export function logOneMinusExp(x: number): number {
  return x > -0.6931471805599453 ? log(-expm1(x)) : log1p(-exp(x));
}

/** ln(1 + x) − x, which vanishes like −x²/2. */
export function log1pMinus(x: number): number {
  if (x < -0.6 || x > 1) return log1p(x) - x;
  // With r = x/(2 + x): ln(1 + x) = 2·artanh r and 2r − x = −r·x.
  const r = x / (2 + x);
  const square = r * r;
  let series = 0;
  let power = 1;
  for (let odd = 3; power > 1e-18; odd += 2) {
    series += power / odd;
    power *= square;
  }
  return r * (2 * square * series - x);
}

/**
 * x·ln(x/mean) + mean − x: the deviance part of binomial and Poisson probabilities, exact where x is near its mean.
 *
 * @param difference x − mean, where the caller knows it better than by subtracting
 * @see Loader 2000, Fast and accurate computation of binomial probabilities
 */
export function deviance(x: number, mean: number, difference = x - mean): number {
  if (x === 0) return mean;
  const relative = -difference / x;
  if (relative >= -0.6 && relative <= 1) return -x * log1pMinus(relative);
  return x * (log(x) - log(mean)) - difference;
}
