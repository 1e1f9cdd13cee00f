/**
 * Position of an age among [0,1), [1,12), [12,24), [24,60), [60,144), [144,∞) months: the bands that Phoenix, pSOFA and PELOD-2
 * have in common. Their thresholds are not shared, they differ.
 *
 * @returns 0 to 5; −1 for a missing age
 */
export function ageBand(months: number): number {
  if (!(months >= 0)) return -1;
  if (months < 1) return 0;
  if (months < 12) return 1;
  if (months < 24) return 2;
  if (months < 60) return 3;
  return months < 144 ? 4 : 5;
}

/** 18 years. */
export const ADULT_MONTHS = 216;
