import { exp } from '../../shared/elementary';

/** Usual heart rate at rest, beats a minute, by age in months. */
export function heartRateNorm(months: number): number {
  return 72 + 72 * exp(-months / 55);
}

/** Usual breaths a minute, by age in months. */
export function respRateNorm(months: number): number {
  return 15 + 12 * exp(-months / 12) + 16 * exp(-months / 90);
}

/** Usual mean arterial pressure in mmHg, by age in months. */
export function mapNorm(months: number): number {
  const years = months / 12;
  return 42 + 13 * Math.min(1, years) + 1.5 * Math.max(0, years - 1);
}
