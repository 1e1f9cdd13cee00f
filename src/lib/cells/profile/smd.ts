/** Mean and standard deviation (n − 1) of a group. */
export interface Moments {
  mean: number;
  sd: number;
}

/**
 * Standardised difference of two means: (m₁ − m₀) / √((s₁² + s₀²) / 2).
 *
 * @returns NaN where a spread is not known or both are nothing
 * @see Austin 2009, Statistics in Medicine 28:3083
 */
export function smdOfMeans(first: Moments, second: Moments): number {
  const spread = Math.sqrt((first.sd ** 2 + second.sd ** 2) / 2);
  return spread > 0 ? (first.mean - second.mean) / spread : NaN;
}

/**
 * Standardised difference of two distributions over the same levels: √((p₁ − p₀)ᵀ S⁻¹ (p₁ − p₀)) without the first
 * level, S the mean of both covariances. With two levels it is |p₁ − p₀| / √((p₁(1 − p₁) + p₀(1 − p₀)) / 2).
 *
 * @param first, second shares that add up to 1; levels that both lack do not count
 * @returns NaN where one has no rows, Infinity where they share no level
 * @see Yang and Dalton 2012, SAS Global Forum, paper 335
 */
export function smdOfShares(first: readonly number[], second: readonly number[]): number {
  const levels = first.flatMap((share, level) => (share > 0 || (second[level] ?? 0) > 0 ? [level] : []));
  if (first.some(Number.isNaN) || second.some(Number.isNaN)) return NaN;
  const [, ...used] = levels;
  if (used.length === 0) return 0;
  const difference = used.map((level) => (first[level] ?? 0) - (second[level] ?? 0));
  const covariance = used.map((row) =>
    used.map((column) => {
      const of = (shares: readonly number[]) => {
        const [a, b] = [shares[row] ?? 0, shares[column] ?? 0];
        return row === column ? a * (1 - a) : -a * b;
      };
      return (of(first) + of(second)) / 2;
    })
  );
  const solved = solve(covariance, difference);
  if (!solved) return difference.some((one) => Math.abs(one) > 1e-12) ? Infinity : 0;
  return Math.sqrt(
    Math.max(
      0,
      difference.reduce((sum, one, at) => sum + one * (solved[at] as number), 0)
    )
  );
}

/** Gauss with the largest pivot. @returns undefined for a singular matrix */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] | undefined {
  const rows = matrix.map((row, at) => [...row, right[at] as number]);
  const size = rows.length;
  for (let step = 0; step < size; step++) {
    let best = step;
    for (let row = step + 1; row < size; row++) {
      if (Math.abs(rows[row]?.[step] ?? 0) > Math.abs(rows[best]?.[step] ?? 0)) best = row;
    }
    const pivot = rows[best] as number[];
    if (Math.abs(pivot[step] ?? 0) < 1e-12) return undefined;
    [rows[step], rows[best]] = [pivot, rows[step] as number[]];
    for (let row = 0; row < size; row++) {
      if (row === step) continue;
      const factor = ((rows[row] as number[])[step] as number) / (pivot[step] as number);
      rows[row] = (rows[row] as number[]).map((value, at) => value - factor * (pivot[at] as number));
    }
  }
  return rows.map((row, at) => (row[size] as number) / (row[at] as number));
}
