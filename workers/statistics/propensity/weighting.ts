import type { StatisticsRemark } from '../estimate';
import { checkLevel } from '../proportion';
import type { Standardiser } from './balance';
import { fail } from './errors';
import { adjusted, type Adjusted } from './matching';
import { readRows, type PropensityColumns, type ReadRows } from './read';
import { effectiveSize, propensityWeights, type Estimand, type WeightOptions } from './weights';

export interface WeightingOptions extends WeightOptions {
  /** Rows with a score outside are left out before: the question is then about fewer persons. Default none. */
  trim?: { from: number; to: number };
  /** Default `pooled`. */
  standardise?: Standardiser;
  /** Default 0.95. */
  level?: number;
}

export interface Weighted extends Adjusted {
  estimand: Estimand;
  /** Persons that as many equal weights would stand for, by group. */
  effective: { treated: number; control: number };
  /** Least and largest weight, and their mean by group: near 1 for stabilised weights of a fitting score. */
  weights: { least: number; most: number; meanTreated: number; meanControl: number };
  /** Rows left out by `trim`. */
  trimmed: number;
}

/** A weight so many times the mean carries the result alone. */
const HEAVY = 10;
const NAMES: Readonly<Record<Estimand, string>> = {
  ate: 'Inverse probability of treatment weighting',
  att: 'Weighting to the treated',
  overlap: 'Overlap weighting'
};

/**
 * Weights persons by their propensity score and compares the groups.
 *
 * @throws `propensity-…`, `column-…`, `columns-unlike`, `level-range`
 * @see Austin and Stuart 2015, Stat Med 34:3661; trimming: Crump et al. 2009, Biometrika 96:187
 */
export function weightByScore(columns: PropensityColumns, options: WeightingOptions = {}): Weighted {
  const { trim, standardise, level = 0.95, estimand = 'ate', truncate = 0 } = options;
  checkLevel(level);
  if (trim && !(trim.from >= 0 && trim.from < trim.to && trim.to <= 1)) {
    throw fail('propensity-option', { option: 'trim', rule: 'holds two numbers from 0 to 1, the first the smaller' });
  }
  const whole = readRows(columns);
  const read = trim ? trimmedTo(whole, trim) : whole;
  const trimmed = whole.rows.length - read.rows.length;
  const weights = propensityWeights(read.treated, read.score, options);
  const of = (group: number) => weights.filter((_, row) => read.treated[row] === group);
  const [exposed, others] = [of(1), of(0)];
  const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const most = weights.reduce((found, weight) => Math.max(found, weight), 0);
  const remarks: StatisticsRemark[] = [];
  if (trimmed > 0) remarks.push({ code: 'propensity-trimmed-rows', values: { rows: trimmed } });
  if (truncate > 0) remarks.push({ code: 'propensity-truncated', values: { share: truncate } });
  if (most > HEAVY * mean(weights)) remarks.push({ code: 'propensity-heavy-weight', values: { times: most / mean(weights) } }); // prettier-ignore
  const effective = { treated: effectiveSize(exposed), control: effectiveSize(others) };
  return {
    ...adjusted(read, weights, { standardise, level, method: NAMES[estimand], remarks }),
    estimand,
    effective,
    weights: {
      least: weights.reduce((found, weight) => Math.min(found, weight), Infinity),
      most,
      meanTreated: mean(exposed),
      meanControl: mean(others)
    },
    trimmed
  };
}

/** @throws `propensity-trimmed` */
function trimmedTo(read: ReadRows, { from, to }: { from: number; to: number }): ReadRows {
  const kept = Int32Array.from(read.score, (_, row) => row).filter((row) => {
    const score = read.score[row] as number;
    return score >= from && score <= to;
  });
  const treated = Uint8Array.from(kept, (row) => read.treated[row] as number);
  if (!treated.includes(1) || !treated.includes(0)) throw fail('propensity-trimmed');
  const numbers = (values: Float64Array) => Float64Array.from(kept, (row) => values[row] as number);
  return {
    ...read,
    rows: Int32Array.from(kept, (row) => read.rows[row] as number),
    treated,
    score: numbers(read.score),
    covariates: read.covariates.map((one) => ({ ...one, values: numbers(one.values) })),
    outcome: read.outcome && numbers(read.outcome)
  };
}
