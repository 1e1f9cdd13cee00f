import { inverseOfSquare, transposedProduct } from '../../shared/matrix';
import type { Estimate } from '../estimate';
import { remarksOnAlone } from './alone';
import type { Family } from './fit/family';
import { irls, type Irls } from './fit/irls';
import type { Frame } from './frame';
import { inferenceOf, type Coefficients } from './inference';
import type { ErrorKind, RegressionOptions } from './options';
import { robustCovariance } from './robust';

/** What every generalised linear model reports. */
export interface GeneralisedFit extends Coefficients {
  deviance: number;
  /** Deviance of the intercept (and the offset) alone. */
  nullDeviance: number;
  degreesOfFreedom: number;
  logLikelihood: number;
  aic: number;
  errors: ErrorKind | 'cluster';
  iterations: number;
  /** Rows of the table that were used, and their fitted means. */
  rows: Int32Array;
  fitted: Float64Array;
}

/** Runs the iteration on a frame. */
export function fitFrame(
  family: Family,
  frame: Frame,
  options: RegressionOptions,
  start?: Float64Array
): Promise<Irls> {
  return irls(family, frame.design.columns, frame.y, {
    names: frame.design.shown,
    ...(frame.weights && { prior: frame.weights }),
    ...(frame.offset && { offset: frame.offset }),
    ...(options.signal && { signal: options.signal }),
    ...(options.progress && { progress: options.progress }),
    ...(start && { start })
  });
}

/** Covariance and inference of a fit whose dispersion is 1. */
export function generalisedInference(
  frame: Frame,
  fit: Irls,
  options: RegressionOptions,
  { scale, method }: { scale: Estimate['scale']; method: string }
): { coefficients: Coefficients; errors: ErrorKind | 'cluster' } {
  const inverse = inverseOfSquare(fit.triangle);
  const errors = options.cluster !== undefined ? 'cluster' : (options.errors ?? 'model');
  const { design, triangle, working } = fit;
  const names = fit.kept.map((column) => frame.design.names[column]!);
  const scores = { names, design, factor: workingScores(fit), weights: working.weights, triangle, inverse };
  const covariance = errors === 'model' ? inverse : robustCovariance(scores, errors, frame, { isLeastSquares: false });
  if (errors !== 'model') frame.remarks.push(...remarksOnAlone(scores, errors, frame));
  const words =
    errors === 'model'
      ? ''
      : errors === 'cluster'
        ? ', robust standard errors by cluster'
        : `, robust standard errors (${errors})`;
  return {
    coefficients: inferenceOf(frame, {
      coefficients: fit.coefficients,
      covariance,
      kept: fit.kept,
      aliased: fit.aliased,
      scale,
      df: null,
      method: method + words
    }),
    errors
  };
}

/** Factor of each row's score: working weight times working residual, prior·(y − μ)·(dμ/dη)/V. */
export function workingScores({ working }: Pick<Irls, 'working'>): Float64Array {
  return working.weights.map((weight, row) => weight * working.shift[row]!);
}

/** Deviance of the intercept and offset alone; without an intercept, of the offset alone. */
export async function nullDeviance(family: Family, frame: Frame, options: RegressionOptions): Promise<number> {
  const { y, weights, offset, n } = frame;
  const hasIntercept = frame.design.terms.intercept;
  if (hasIntercept && offset) {
    const intercept = [new Float64Array(n).fill(1)];
    const { signal } = options;
    const more = { offset, ...(weights && { prior: weights }), ...(signal && { signal }) };
    return (await irls(family, intercept, y, { names: ['(Intercept)'], ...more })).deviance;
  }
  const eta = offset ?? new Float64Array(n).fill(hasIntercept ? family.link(meanOf(y, weights)) : 0);
  const working = { eta, mean: new Float64Array(n), weights: new Float64Array(n), shift: new Float64Array(n) };
  return family.fill(working, y, weights, 0, n);
}

function meanOf(y: Float64Array, weights: Float64Array | undefined): number {
  let [sum, total] = [0, 0];
  for (let row = 0; row < y.length; row++) {
    const weight = weights ? weights[row]! : 1;
    sum += weight * y[row]!;
    total += weight;
  }
  return sum / total;
}

/** Derivative of the log-likelihood by a coefficient that is held: its column's part of the score. */
export function scoreOf(column: Float64Array, fit: Pick<Irls, 'working'>): number {
  return transposedProduct([column], workingScores(fit))[0]!;
}
