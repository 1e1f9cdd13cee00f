import { log } from '../../shared/elementary';
import { fDistribution } from '../../shared/distributions';
import { independentColumns, inverseOfSquare, linearCombination, solveUpper, triangleOf } from '../../shared/matrix';
import { breathe } from '../../shared/breathe';
import type { Table } from '../../shared/table';
import { remarksOnAlone } from './alone';
import { fail } from './errors';
import { frameOf, type Frame } from './frame';
import { inferenceOf, type Coefficients } from './inference';
import type { ErrorKind, RegressionOptions } from './options';
import { numericResponse } from './response';
import { robustCovariance } from './robust';

export interface LinearRegression extends Coefficients {
  model: 'linear';
  /** Residual standard deviation and its degrees of freedom. */
  sigma: number;
  degreesOfFreedom: number;
  rSquared: number;
  adjustedRSquared: number;
  /** Test of all terms but the intercept; null where there are none. */
  F: { statistic: number; numerator: number; denominator: number; p: number } | null;
  logLikelihood: number;
  aic: number;
  bic: number;
  errors: ErrorKind | 'cluster';
  /** Rows of the table that were used, and their fitted values and residuals. */
  rows: Int32Array;
  fitted: Float64Array;
  residuals: Float64Array;
}

const LOG_TWO_PI = 1.8378770664093453;
/** A residual sum of squares below this share of the outcome's is rounding. */
const EXACT = 1e-24;

/**
 * Linear regression by least squares: QR, treatment contrasts, complete cases.
 *
 * @param formula as R's: `stay ~ age + sex * hospital + ns(hour, 3)`
 * @returns coefficients with Student's t; with `errors` HC0, HC1 or HC3 robust to unequal variances (t with n − k), with
 *   `cluster` robust within clusters (t with G − 1)
 * @throws `formula-…`, `regression-response-numeric`, `regression-response-constant`, `regression-response-large`,
 *   `rows-none`, `regression-too-few`, `regression-weights-…`, `regression-one-cluster`, `regression-robust-leverage`,
 *   `level-range`
 * @see R 4.2.2 `lm`
 */
export async function linearRegression(
  table: Table,
  formula: string,
  options: RegressionOptions = {}
): Promise<LinearRegression> {
  const frame = frameOf(table, formula, numericResponse, options);
  await breathe();
  if (options.signal?.aborted) throw fail('stopped');
  const { y, weights, n } = frame;
  const right = frame.offset ? y.map((value, row) => value - frame.offset![row]!) : y;
  const first = triangleOf(frame.design.columns, { right, ...(weights && { weights }) });
  const { kept, aliased } = independentColumns(first);
  if (n <= kept.length) throw fail('regression-too-few', { rows: n, terms: kept.length, error: 1 });
  const design = kept.map((column) => frame.design.columns[column]!);
  const triangle = aliased.length === 0 ? first : triangleOf(design, { right, ...(weights && { weights }) });
  const coefficients = solveUpper(triangle.r, triangle.right);
  const fitted = linearCombination(design, coefficients);
  const residuals = right.map((value, row) => value - fitted[row]!);
  const squares = weightedSquares(residuals, weights);
  const size = weightedSquares(right, weights);
  if (!Number.isFinite(size)) throw fail('regression-response-large');
  if (squares <= EXACT * size || size === 0) throw fail('regression-response-constant', { response: frame.response });
  const degreesOfFreedom = n - kept.length;
  const inverse = inverseOfSquare(triangle);
  const variance = squares / degreesOfFreedom;
  const kind = options.cluster !== undefined ? 'cluster' : (options.errors ?? 'model');
  const scores = {
    names: kept.map((column) => frame.design.names[column]!),
    design,
    factor: weights ? residuals.map((value, row) => value * weights[row]!) : residuals,
    weights,
    triangle,
    inverse
  };
  const covariance =
    kind === 'model'
      ? inverse.map((value) => value * variance)
      : robustCovariance(scores, kind, frame, { isLeastSquares: true });
  if (kind !== 'model') frame.remarks.push(...remarksOnAlone(scores, kind, frame));
  const result = inferenceOf(frame, {
    coefficients,
    covariance,
    kept,
    aliased,
    scale: 'identity',
    df: kind === 'cluster' ? frame.clusters!.count - 1 : degreesOfFreedom,
    method: methodOf(kind)
  });
  const logWeights = weights ? weights.reduce((sum, weight) => sum + log(weight), 0) : 0;
  const logLikelihood = (logWeights - n * (LOG_TWO_PI + 1 - log(n) + log(squares))) / 2;
  const parameters = kept.length + 1;
  const withOffset = frame.offset ? fitted.map((value, row) => value + frame.offset![row]!) : fitted;
  return {
    ...result,
    model: 'linear',
    sigma: Math.sqrt(variance),
    degreesOfFreedom,
    ...explained(frame, withOffset, squares, kept.length),
    logLikelihood,
    aic: -2 * logLikelihood + 2 * parameters,
    bic: -2 * logLikelihood + log(n) * parameters,
    errors: kind,
    rows: frame.design.rows,
    fitted: withOffset,
    residuals
  };
}

function explained(frame: Frame, fitted: Float64Array, squares: number, rank: number) {
  const { weights, n } = frame;
  const intercept = Number(frame.design.terms.intercept);
  const total = weights ? weights.reduce((sum, weight) => sum + weight, 0) : n;
  const mean = intercept * (fitted.reduce((sum, value, row) => sum + value * (weights ? weights[row]! : 1), 0) / total);
  const between = weightedSquares(
    fitted.map((value) => value - mean),
    weights
  );
  const denominator = n - rank;
  const numerator = rank - intercept;
  const rSquared = numerator === 0 ? 0 : between / (between + squares);
  const statistic = between / numerator / (squares / denominator);
  return {
    rSquared,
    adjustedRSquared: numerator === 0 ? 0 : 1 - (1 - rSquared) * ((n - intercept) / denominator),
    F:
      numerator === 0
        ? null
        : { statistic, numerator, denominator, p: fDistribution(numerator, denominator).upper(statistic) }
  };
}

function weightedSquares(values: Float64Array, weights: Float64Array | undefined): number {
  let sum = 0;
  for (let row = 0; row < values.length; row++) sum += values[row]! * values[row]! * (weights ? weights[row]! : 1);
  return sum;
}

function methodOf(kind: ErrorKind | 'cluster'): string {
  if (kind === 'cluster') return 'Linear regression, robust standard errors by cluster (CR1)';
  return kind === 'model' ? 'Linear regression' : `Linear regression, robust standard errors (${kind})`;
}
