import { triangleOf } from '../../shared/matrix';

/** Groups of one size: what their means say of the coefficients. */
export interface Stratum {
  /** Rows of each group. */
  size: number;
  groups: number;
  /** Columns of a matrix M with MᵀM = Σ x̄x̄ᵀ over the groups; the outcome is the last. */
  means: Float64Array[];
}

/**
 * Rows of a grouped design as sums that no longer depend on the number of rows: XᵀV⁻¹X = WᵀW + Σ m·x̄x̄ᵀ with
 * m = n/(1 + τn) for a group of n rows and τ the ratio of the variances. Nothing is subtracted.
 */
export interface GroupedMoments {
  rows: number;
  /** Rows of each group. */
  sizes: Int32Array;
  /** Mean of each group, by column; the outcome is the last. */
  means: Float64Array[];
  /** Columns of W: of the distances from the group's mean. */
  within: Float64Array[];
  strata: Stratum[];
}

/**
 * @param columns the design and, last, the outcome: one number a row
 * @param codes group of each row, 0 ≤ code < count; every group has a row
 */
export function groupedMoments(columns: readonly Float64Array[], codes: Int32Array, count: number): GroupedMoments {
  const sizes = new Int32Array(count);
  for (const code of codes) sizes[code]! += 1;
  const means: Float64Array[] = [];
  const distances: Float64Array[] = [];
  for (const column of columns) {
    const mean = new Float64Array(count);
    const left = Float64Array.from(column);
    // Twice: what rounding leaves of the first mean goes with the second.
    for (let time = 0; time < 2; time++) {
      const sums = new Float64Array(count);
      for (let row = 0; row < left.length; row++) sums[codes[row]!]! += left[row]!;
      for (let group = 0; group < count; group++) sums[group]! /= sizes[group]!;
      for (let row = 0; row < left.length; row++) left[row]! -= sums[codes[row]!]!;
      for (let group = 0; group < count; group++) mean[group]! += sums[group]!;
    }
    means.push(mean);
    distances.push(left);
  }
  const { r, width } = triangleOf(distances);
  return { rows: codes.length, sizes, means, within: columnsOf(r, width), strata: strataOf(sizes, means) };
}

function strataOf(sizes: Int32Array, means: readonly Float64Array[]): Stratum[] {
  const members = new Map<number, number[]>();
  sizes.forEach((size, group) => {
    const same = members.get(size);
    if (same) same.push(group);
    else members.set(size, [group]);
  });
  return [...members]
    .sort(([a], [b]) => a - b)
    .map(([size, groups]) => {
      const own = means.map((mean) => Float64Array.from(groups, (group) => mean[group]!));
      if (groups.length <= own.length) return { size, groups: groups.length, means: own };
      const { r, width } = triangleOf(own);
      return { size, groups: groups.length, means: columnsOf(r, width) };
    });
}

const columnsOf = (r: Float64Array, width: number): Float64Array[] =>
  Array.from({ length: width }, (_, column) =>
    Float64Array.from({ length: width }, (__, row) => r[row * width + column]!)
  );

/** The same with some of the columns only; the last, the outcome, always stays. */
export function withColumns(moments: GroupedMoments, kept: readonly number[]): GroupedMoments {
  const pick = (columns: readonly Float64Array[]) => [...kept.map((column) => columns[column]!), columns.at(-1)!];
  return {
    ...moments,
    means: pick(moments.means),
    within: pick(moments.within),
    strata: moments.strata.map((stratum) => ({ ...stratum, means: pick(stratum.means) }))
  };
}

/** All rows of a matrix whose square is Σ (x − x̄)(x − x̄)ᵀ + Σ weight·x̄x̄ᵀ. */
export function stacked({ within, strata }: GroupedMoments, weight: (size: number) => number): Float64Array[] {
  const lengths = strata.map(({ means }) => means[0]!.length);
  const total = lengths.reduce((sum, length) => sum + length, within[0]!.length);
  return within.map((own, column) => {
    const all = new Float64Array(total);
    all.set(own);
    let place = own.length;
    strata.forEach(({ size, means }) => {
      const root = Math.sqrt(weight(size));
      for (const value of means[column]!) all[place++] = root * value;
    });
    return all;
  });
}
