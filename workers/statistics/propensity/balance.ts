import { isPresent } from '../../shared/exact-text';
import type { Column, Table } from '../../shared/table';
import { largestOf } from '../../shared/extent';
import { float64Column, groupsOf, keyOf, numbersOf, textColumn } from '../columns';

/** What standardises a difference: the mean of both groups' variances, or that of the treated. Always before adjustment. */
export type Standardiser = 'pooled' | 'treated';

/** A covariate as numbers; each level of words is a share of its own. */
export interface Covariate {
  name: string;
  values: Float64Array;
  /** Only 0 and 1: its variance is p(1 − p). */
  isBinary: boolean;
}

/** @throws `column-not-numeric` for times, `column-not-exact` */
export function covariatesOf(columns: readonly Column[]): Covariate[] {
  return columns.flatMap((column) => {
    if (column.type !== 'text') {
      const values = numbersOf(column);
      return [{ name: column.name, values, isBinary: values.every((value) => value === 0 || value === 1 || Number.isNaN(value)) }]; // prettier-ignore
    }
    const { codes, rows } = groupsOf(column);
    return Array.from(rows, (row, code) => ({
      name: `${column.name} ${isPresent(column, row) ? String(keyOf(column, row)) : ''}`,
      values: Float64Array.from(codes, (one) => (one === -1 ? NaN : Number(one === code))),
      isBinary: true
    }));
  });
}

interface Spread {
  mean: number;
  variance: number;
}

function spreadOf(values: Float64Array, weights: Float64Array, isIn: (row: number) => boolean): Spread {
  let [sum, total, squares] = [0, 0, 0];
  for (let row = 0; row < values.length; row++) {
    if (!isIn(row)) continue;
    const weight = weights[row] as number;
    total += weight;
    squares += weight * weight;
    sum += weight * (values[row] as number);
  }
  const mean = sum / total;
  let spread = 0;
  for (let row = 0; row < values.length; row++) {
    if (isIn(row)) spread += (weights[row] as number) * ((values[row] as number) - mean) ** 2;
  }
  return { mean, variance: spread / (total - squares / total) };
}

export interface Balance {
  /**
   * A row a covariate or level: covariate, mean_treated, mean_control, smd_before, mean_treated_after, mean_control_after,
   * smd_after, variance_ratio_before, variance_ratio_after. Missing where a covariate is constant.
   */
  table: Table;
  /** Largest |smd| before and after; null if none is defined. */
  largest: { before: number | null; after: number | null };
  /** Covariates whose |smd| is above 0.1 afterwards. */
  unbalanced: string[];
}

/** Above this a standardised difference is called an imbalance. @see Austin 2009, Stat Med 28:3083 */
export const IMBALANCE = 0.1;

/**
 * Standardised differences of means before and after weighting.
 *
 * @param treated 1 or 0
 * @param weights 0 for rows that are left out
 * @see Austin 2009, Stat Med 28:3083; Stuart 2010, Stat Sci 25:1
 */
export function balanceOf(
  covariates: readonly Covariate[],
  treated: Uint8Array,
  weights: Float64Array,
  by: Standardiser = 'pooled'
): Balance {
  const ones = new Float64Array(treated.length).fill(1);
  const found = covariates.map(({ name, values, isBinary }) => {
    const [exposed, others] = [1, 0].map((group) => spreadOf(values, ones, (row) => treated[row] === group)) as [Spread, Spread]; // prettier-ignore
    const after = [1, 0].map((group) => spreadOf(values, weights, (row) => treated[row] === group && (weights[row] as number) > 0)) as [Spread, Spread]; // prettier-ignore
    const variance = ({ mean, variance: spread }: Spread) => (isBinary ? mean * (1 - mean) : spread);
    const scale = Math.sqrt(by === 'treated' ? variance(exposed) : (variance(exposed) + variance(others)) / 2);
    const [later, laterOthers] = after;
    return {
      name,
      means: [exposed.mean, others.mean, later.mean, laterOthers.mean],
      before: defined((exposed.mean - others.mean) / scale),
      after: defined((later.mean - laterOthers.mean) / scale),
      ratios: [exposed.variance / others.variance, later.variance / laterOthers.variance].map(defined)
    };
  });
  const column = (name: string, of: (one: (typeof found)[number]) => number | undefined) =>
    float64Column(
      name,
      Float64Array.from(found, (one) => of(one) ?? NaN)
    );
  const largest = (of: 'before' | 'after') => {
    const known = found.map((one) => Math.abs(one[of])).filter((value) => !Number.isNaN(value));
    return known.length > 0 ? largestOf(known) : null;
  };
  return {
    table: {
      rows: found.length,
      columns: [
        textColumn('covariate', found.map(({ name }) => name)), // prettier-ignore
        column('mean_treated', ({ means }) => means[0]),
        column('mean_control', ({ means }) => means[1]),
        column('smd_before', (one) => one.before),
        column('mean_treated_after', ({ means }) => means[2]),
        column('mean_control_after', ({ means }) => means[3]),
        column('smd_after', (one) => one.after),
        column('variance_ratio_before', ({ ratios }) => ratios[0]),
        column('variance_ratio_after', ({ ratios }) => ratios[1])
      ]
    },
    largest: { before: largest('before'), after: largest('after') },
    unbalanced: found.filter(isUnbalanced).map(({ name }) => name)
  };
}

/** Constant in both groups but not the same: no variance measures the difference, and yet it is the largest there is. */
const isUnbalanced = ({ after, means }: { after: number; means: readonly number[] }) =>
  Number.isNaN(after) ? means[2] !== means[3] : Math.abs(after) > IMBALANCE;

/** A quotient by 0 says nothing. */
const defined = (value: number) => (Number.isFinite(value) ? value : NaN);
