/** Median weight in kg, by age in months. */
export function weightNorm(months: number): number {
  const years = months / 12;
  if (months < 12) return 0.5 * months + 3.4;
  return years < 6 ? 2 * years + 8 : 3 * years + 7;
}
