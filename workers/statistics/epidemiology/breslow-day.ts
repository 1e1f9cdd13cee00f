import { chiSquare } from '../../shared/distributions';
import { sumOf } from '../../shared/compensated-sum';
import type { Stratum } from './counts';

export interface Homogeneity {
  breslowDay: { chiSquare: number; p: number };
  tarone: { chiSquare: number; p: number };
  df: number;
}

/**
 * Tests that the odds ratio is the same in all strata.
 *
 * @param common Mantel and Haenszel's odds ratio; null or 0: no test
 * @returns null where fewer than two strata have events and persons without, in total
 * @see Breslow and Day 1980, vol. I, p. 142; Tarone 1985, Biometrika 72:91
 */
export function breslowDay(strata: readonly Stratum[], common: number | null): Homogeneity | null {
  const mixed = strata.filter(({ a, c, total }) => a + c > 0 && a + c < total);
  if (!common || mixed.length < 2) return null;
  const fitted = mixed.map((stratum) => expectedOf(stratum, common));
  const differences = mixed.map(({ a }, index) => a - (fitted[index] as Fitted).expected);
  const statistic = sumOf(differences.map((one, index) => (one * one) / (fitted[index] as Fitted).variance));
  const total = sumOf(differences);
  const tarone = Math.max(0, statistic - (total * total) / sumOf(fitted.map(({ variance }) => variance)));
  const df = mixed.length - 1;
  const of = (value: number) => ({ chiSquare: value, p: chiSquare(df).upper(value) });
  return { breslowDay: of(statistic), tarone: of(tarone), df };
}

interface Fitted {
  expected: number;
  variance: number;
}

/** Exposed with the outcome as the common odds ratio has it, the margins held: the root of a quadratic. */
function expectedOf({ a, c, exposed, others }: Stratum, ratio: number): Fitted {
  const events = a + c;
  const linear = ratio * (exposed + events) + (others - events);
  const discriminant = Math.sqrt(linear * linear - 4 * (ratio - 1) * ratio * exposed * events);
  // The form that does not cancel, at a ratio of 1 too.
  const expected = (2 * ratio * exposed * events) / (linear + discriminant);
  const cells = [expected, exposed - expected, events - expected, others - events + expected];
  return { expected, variance: 1 / cells.reduce((sum, cell) => sum + 1 / cell, 0) };
}
