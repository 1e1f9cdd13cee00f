/** Whole, tenth or hundredth; by exact arithmetic only. */
export function round(value: number, digits: 0 | 1 | 2): number {
  if (digits === 0) return Math.round(value);
  const scale = digits === 1 ? 10 : 100;
  return Math.round(value * scale) / scale;
}
