/** Equal bins that tell nothing that is not in the data. */
export interface Cut {
  origin: number;
  width: number;
  count: number;
}

/** Above so many distinct values in the sample a column has no grid. */
const mostOnGrid = 1000;

/**
 * The smallest gap between values.
 * @param values finite, in any order
 * @returns undefined above 1,000 distinct values, or below two
 */
export function stepOf(values: Float64Array): number | undefined {
  const sorted = values.slice().sort();
  let least = Infinity;
  let distinct = sorted.length > 0 ? 1 : 0;
  for (let at = 1; at < sorted.length; at++) {
    const gap = sorted[at]! - sorted[at - 1]!;
    // Tenths are not exact in binary: 36.7 and 36.7 from two sums are one value.
    if (gap <= Math.abs(sorted[at]!) * 1e-12) continue;
    distinct++;
    least = Math.min(least, gap);
  }
  if (distinct < 2 || distinct > mostOnGrid) return undefined;
  return Number(least.toPrecision(9));
}

/**
 * At most `most` bins over all values. On a grid the width is a multiple of the step and the edges lie half a step off
 * the values: equal bins over hours or tenths of a degree would show combs that are not in the data.
 */
export function cutOf(least: number, greatest: number, step: number | undefined, most: number): Cut {
  const span = greatest - least;
  if (span <= 0) {
    const width = step ?? (Math.abs(least) || 1);
    return { origin: least - width / 2, width, count: 1 };
  }
  if (step === undefined) return { origin: least, width: span / most, count: most };
  const values = Math.round(span / step) + 1;
  const each = Math.ceil(values / most);
  return { origin: least - step / 2, width: each * step, count: Math.ceil(values / each) };
}

/** An edge as it stands in a filter: twelve digits, so that 3 × 0.1 is 0.3. */
export function edgeAt({ origin, width }: Cut, index: number): number {
  return Number((origin + index * width).toPrecision(15));
}
