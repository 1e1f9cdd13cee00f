import { chiSquare, logGamma } from '../../shared/distributions';
import type { Table } from '../../shared/table';
import { fail } from './errors';
import { poissonFamily } from './fit/family';
import type { Irls } from './fit/irls';
import { frameOf, type Frame } from './frame';
import { fitFrame, generalisedInference, nullDeviance, type GeneralisedFit } from './glm';
import type { RegressionOptions } from './options';
import { countResponse } from './response';

export interface CountOptions extends RegressionOptions {
  /** Name of a column of times, persons or person-years, all above 0: its logarithm is an offset. */
  exposure?: string;
}

export interface PoissonRegression extends GeneralisedFit {
  model: 'poisson';
  /** Pearson's χ² over its degrees of freedom: near 1 if Poisson holds; null where no degree of freedom is left. */
  dispersion: number | null;
  /** P of Pearson's χ² if Poisson held; small with counts that vary more. */
  dispersionP: number | null;
}

/**
 * Poisson regression by maximum likelihood. Estimates are logarithms of rate ratios.
 *
 * @param formula as R's: `bleeds ~ dose + offset(log(years))`
 * @throws `regression-separation` with the column that has no finite estimate, `regression-one-class` (no event at
 *   all), `regression-not-converged`, `regression-response-count`, `regression-exposure-impossible`, `formula-…`,
 *   `rows-none`, `regression-too-few`, `regression-weights-…`, `regression-one-cluster`, `level-range`
 * @see R 4.2.2 `glm(family = poisson)`
 */
export async function poissonRegression(
  table: Table,
  formula: string,
  options: CountOptions = {}
): Promise<PoissonRegression> {
  const frame = frameOf(table, formula, countResponse, options);
  checkCounts(frame);
  const fit = await fitFrame(poissonFamily, frame, options);
  const { coefficients, errors } = generalisedInference(frame, fit, options, {
    scale: 'log',
    method: 'Poisson regression'
  });
  const degreesOfFreedom = frame.n - fit.kept.length;
  const { square, dispersion, p } = pearson(frame, fit, degreesOfFreedom);
  if (dispersion !== null && p !== null && dispersion > 1 && p < 0.05 && errors === 'model') {
    coefficients.remarks.push({ code: 'regression-overdispersion', values: { dispersion, square, p } });
  }
  const logLikelihood = poissonLogLikelihood(frame, fit);
  return {
    ...coefficients,
    model: 'poisson',
    dispersion,
    dispersionP: p,
    errors,
    deviance: fit.deviance,
    nullDeviance: await nullDeviance(poissonFamily, frame, options),
    degreesOfFreedom,
    logLikelihood,
    aic: -2 * logLikelihood + 2 * fit.kept.length,
    iterations: fit.iterations,
    rows: frame.design.rows,
    fitted: fit.working.mean
  };
}

/** @throws `regression-one-class` where nothing was counted */
export function checkCounts({ y, response }: Frame): void {
  if (y.every((value) => value === 0)) throw fail('regression-one-class', { response });
}

/** Pearson's χ² of a fit, Σ w (y − μ)²/μ. */
function pearson({ y, weights }: Frame, { working }: Irls, degreesOfFreedom: number) {
  let square = 0;
  for (let row = 0; row < y.length; row++) {
    const mean = working.mean[row]!;
    square += ((weights ? weights[row]! : 1) * (y[row]! - mean) ** 2) / mean;
  }
  if (degreesOfFreedom === 0) return { square, dispersion: null, p: null };
  return { square, dispersion: square / degreesOfFreedom, p: chiSquare(degreesOfFreedom).upper(square) };
}

/** Σ w (y·η − μ − ln y!) */
export function poissonLogLikelihood({ y, weights }: Frame, { working }: Irls): number {
  let sum = 0;
  for (let row = 0; row < y.length; row++) {
    const count = y[row]!;
    const own = (count === 0 ? 0 : count * working.eta[row]!) - working.mean[row]! - logGamma(count + 1);
    sum += (weights ? weights[row]! : 1) * own;
  }
  return sum;
}
