import { exp } from '../elementary';
import { expm1, logOneMinusExp } from './logarithms';

/**
 * One tail of a distribution, by its logarithm: the tail that the method finds without subtracting. The other follows
 * from it, so both keep their digits.
 */
export interface Tail {
  /** ln of the probability, ≤ 0. */
  log: number;
  /** True for P(X > x), false for P(X ≤ x). */
  upper: boolean;
}

/** @param upper which tail the logarithm is of */
export function tail(log: number, upper: boolean): Tail {
  // The last digit of a sum may lie above 1.
  return { log: Math.min(log, 0), upper };
}

/** The same split seen from the other side: X mirrored. */
export function mirrored({ log, upper }: Tail): Tail {
  return { log, upper: !upper };
}

/** Probability of the tail that is asked for. */
export function probability(found: Tail, upper: boolean): number {
  return found.upper === upper ? exp(found.log) : -expm1(found.log);
}

/** Logarithm of the tail that is asked for; −Infinity where it is impossible or below e^−(largest number). */
export function logProbability(found: Tail, upper: boolean): number {
  return found.upper === upper ? found.log : logOneMinusExp(found.log);
}
