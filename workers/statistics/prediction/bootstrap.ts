import type { JobOptions } from '../../shared/job';
import { quantileOf } from '../../shared/quantile';
import type { Column } from '../../shared/table';
import type { Estimate } from '../estimate';
import { Pacer } from '../pacer';
import { checkLevel } from '../proportion';
import { fallingRows, weightedMeasure, type BootstrapMeasure } from './bootstrap-measures';
import { fail } from './errors';
import { estimateOf, performanceOf, type Performance } from './performance';
import { needBothClasses, readScored, remarksOf } from './scored-rows';
import { drawCounts } from './resample';

export interface BootstrapColumns {
  outcome: Column;
  /** Any numbers for `auc` and `average-precision`; else probabilities. */
  score: Column;
  /** Whose row it is: all rows of a person are drawn together. Without it every row counts as a person. */
  person?: Column;
}

export interface BootstrapOptions {
  /** Names the random numbers: a whole number from 0. */
  seed: number;
  /** `auc` unless given. */
  measures?: readonly BootstrapMeasure[];
  /** 2,000 unless given; from 20 to 100,000. */
  resamples?: number;
  /** Level of confidence, 0.95 unless given. */
  level?: number;
}

export interface Bootstrap extends Performance {
  resamples: number;
  seed: number;
}

export const METHOD = 'Percentile bootstrap over persons';
/** A larger share of resamples without a value is no interval. */
export const MOST_UNDEFINED = 0.05;
/** Relative distances below it are rounding. */
const ROUNDING = 1e-12;
const NULLS: Readonly<Record<BootstrapMeasure, number>> = {
  auc: 0.5,
  'average-precision': 0,
  brier: 0,
  'brier-scaled': 0,
  'log-loss': 0,
  'calibration-slope': 1,
  'calibration-in-the-large': 0,
  'observed-expected': 0,
  ici: 0
};

/**
 * Intervals of performance by drawing persons with replacement: limits are quantiles (type 7) of the resampled measures,
 * `se` is their standard deviation. Rows of a person stay together, so it holds where DeLong's interval is too narrow. The
 * model itself is not fitted again: optimism of a model on its own data remains.
 *
 * Resamples in which a measure is not defined are left out and counted in a remark; above 5 % it is refused.
 *
 * @throws `prediction-bootstrap-options`, `prediction-bootstrap-undefined`, `prediction-one-person`,
 *   `prediction-one-class`, `prediction-risk-range`, `prediction-risk-certain`, `prediction-no-rows`, `level-range`,
 *   `columns-unlike`, `column-…`, `stopped`
 * @see Efron and Tibshirani 1993, An Introduction to the Bootstrap, §13.3; Field and Welsh 2007, J R Stat Soc B 69:369
 */
export async function bootstrapPerformance(
  { outcome, score, person }: BootstrapColumns,
  { seed, measures = ['auc'], resamples = 2000, level = 0.95 }: BootstrapOptions,
  job: JobOptions = {}
): Promise<Bootstrap> {
  checkLevel(level);
  checkOptions(seed, resamples, measures);
  const rows = readScored(outcome, [score], person);
  const comparing = measures.filter((name) => name !== 'brier' && name !== 'log-loss');
  if (comparing.length > 0) needBothClasses(rows, comparing.join(', '));
  if (rows.persons < 2) throw fail('prediction-one-person');
  const falling = fallingRows(rows);
  const asked = measures.map((name) => ({
    name,
    of: weightedMeasure(name, falling),
    values: new Float64Array(resamples)
  }));
  const weights = new Float64Array(rows.n).fill(1);
  const points = asked.map(({ of }) => of(weights));
  const counts = new Float64Array(rows.persons);
  const pacer = new Pacer(job, { step: 'bootstrap', total: resamples });
  await pacer.begin();
  for (let resample = 0; resample < resamples; resample++) {
    drawCounts(counts, seed, resample);
    for (let row = 0; row < weights.length; row++) weights[row] = counts[falling.person[row]!]!;
    for (const { of, values } of asked) values[resample] = of(weights);
    await pacer.step(resample + 1);
  }
  const remarks = remarksOf(rows).filter(({ code }) => code !== 'prediction-rows-not-persons');
  const estimates = asked.map(({ name, values }, place): Estimate => {
    const limits = limitsOf(values, level);
    if (limits.failed > MOST_UNDEFINED * resamples || !Number.isFinite(points[place])) {
      throw fail('prediction-bootstrap-undefined', { failed: limits.failed, resamples, measure: name });
    }
    if (limits.failed > 0) {
      remarks.push({ code: 'prediction-resamples-undefined', values: { measure: name, failed: limits.failed, resamples } }); // prettier-ignore
    }
    const scale = name === 'observed-expected' ? 'log' : 'identity';
    if (limits.se === null) remarks.push({ code: 'prediction-no-spread', values: { measure: name } });
    const { failed: _, ...shown } = limits;
    return {
      ...estimateOf({ name, estimate: points[place]!, null: NULLS[name], scale }, rows, level, METHOD),
      ...shown
    };
  });
  return { ...performanceOf(rows, { estimates, remarks, method: METHOD }), resamples, seed };
}

/**
 * Spread and quantiles of what resamples gave, and how many gave nothing. Where all gave the same, as the area of a model
 * that tells all apart, nothing says how sure that is: there are neither.
 */
export function limitsOf(values: Float64Array, level: number) {
  const sorted = values.filter(Number.isFinite).sort();
  const failed = values.length - sorted.length;
  const [least = 0, most = 0] = [sorted[0], sorted.at(-1)];
  if (most - least <= ROUNDING * Math.max(Math.abs(least), Math.abs(most)))
    return { se: null, lower: null, upper: null, failed };
  return {
    se: deviationOf(sorted),
    lower: quantileOf(sorted, (1 - level) / 2),
    upper: quantileOf(sorted, (1 + level) / 2),
    failed
  };
}

/** @throws `prediction-bootstrap-options` */
export function checkOptions(seed: number, resamples: number, measures: readonly BootstrapMeasure[]): void {
  if (!Number.isSafeInteger(seed) || seed < 0) {
    throw fail('prediction-bootstrap-options', { option: 'The seed', rule: 'is a whole number from 0' });
  }
  if (!Number.isInteger(resamples) || resamples < 20 || resamples > 100_000) {
    throw fail('prediction-bootstrap-options', {
      option: 'The number of resamples',
      rule: 'is whole, from 20 to 100,000'
    });
  }
  if (measures.length === 0 || measures.some((name) => !Object.hasOwn(NULLS, name))) {
    const rule = `are some of ${Object.keys(NULLS).join(', ')}`;
    throw fail('prediction-bootstrap-options', { option: 'The measures', rule });
  }
}

function deviationOf(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}
