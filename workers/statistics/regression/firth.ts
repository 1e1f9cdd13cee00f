import { breathe } from '../../shared/breathe';
import { log } from '../../shared/elementary';
import type { JobOptions } from '../../shared/job';
import { cholesky, solve } from '../../shared/optimise';
import {
  independentColumns,
  inverseOfSquare,
  linearCombination,
  solveUpper,
  solveUpperTransposed,
  transposedProduct,
  triangleOf,
  type Triangle
} from '../../shared/matrix';
import type { Table } from '../../shared/table';
import { fail } from './errors';
import { logisticFamily, type Working } from './fit/family';
import { frameOf, type Frame } from './frame';
import { inferenceOf, withLimits, type Coefficients } from './inference';
import { countEvents } from './logistic';
import type { RegressionOptions } from './options';
import { profileLimits } from './profile';
import { binaryResponse } from './response';
import { leverages } from './robust';

export interface FirthOptions extends Omit<RegressionOptions, 'errors' | 'cluster'> {
  /** The value of the outcome that is the event, where it is words; else the later by code point. */
  event?: string;
  /** By the profile of the penalised likelihood (default, as Heinze and Schemper advise) or by Wald. */
  interval?: 'wald' | 'profile';
}

export interface FirthRegression extends Coefficients {
  model: 'firth';
  interval: 'wald' | 'profile';
  /** Log-likelihood plus half the logarithm of the information's determinant. */
  penalisedLogLikelihood: number;
  events: number;
  iterations: number;
  rows: Int32Array;
  fitted: Float64Array;
}

interface FirthFit {
  coefficients: Float64Array;
  triangle: Triangle;
  working: Working;
  penalised: number;
  /** Penalised score of each row; a column's sum of them is its part of the gradient. */
  scores: Float64Array;
  iterations: number;
}

const MOST_STEPS = 200;
/** Longest change of a coefficient in one step. */
const LONGEST = 5;
const HALVINGS = 30;
const NEAR = 1e-9;
/** Steps by the expected information, after which the bend of the penalised likelihood itself is looked at. */
const PATIENCE = 12;
/** Of a coefficient, to look at that bend. */
const NUDGE = 1e-5;

/**
 * Logistic regression with Firth's penalty: finite estimates also where an outcome is separated, and less bias with few
 * events.
 *
 * @throws `regression-one-class`, `regression-not-converged`, `regression-profile-open`, `regression-response-binary`,
 *   `formula-…`, `rows-none`, `regression-too-few`, `level-range`
 * @see Firth 1993, Biometrika 80:27; Heinze and Schemper 2002, Stat Med 21:2409
 */
export async function firthRegression(
  table: Table,
  formula: string,
  options: FirthOptions = {}
): Promise<FirthRegression> {
  const frame = frameOf(table, formula, binaryResponse(options.event), options);
  const events = countEvents(frame);
  if (events === 0 || events === frame.n) throw fail('regression-one-class', { response: frame.response });
  const { kept, aliased } = independentColumns(triangleOf(frame.design.columns));
  if (frame.n < kept.length) throw fail('regression-too-few', { rows: frame.n, terms: kept.length });
  const design = kept.map((column) => frame.design.columns[column]!);
  const fit = await fitFirth(design, frame, new Float64Array(kept.length), undefined, options);
  const wald = inferenceOf(frame, {
    coefficients: fit.coefficients,
    covariance: inverseOfSquare(fit.triangle),
    kept,
    aliased,
    scale: 'logit',
    df: null,
    method: 'Logistic regression with Firth’s penalty'
  });
  const interval = options.interval ?? 'profile';
  const result: Omit<FirthRegression, keyof Coefficients> = {
    model: 'firth',
    interval,
    penalisedLogLikelihood: fit.penalised,
    events,
    iterations: fit.iterations,
    rows: frame.design.rows,
    fitted: fit.working.mean
  };
  if (interval === 'wald') return { ...wald, ...result };
  const limits = await profileLimits({
    ...options,
    names: wald.names,
    coefficients: fit.coefficients,
    se: wald.se,
    logLikelihood: fit.penalised,
    level: frame.level,
    held: async (column, value) => {
      const start = fit.coefficients.slice();
      start[column] = value;
      const found = await fitFirth(design, frame, start, column, options);
      return { logLikelihood: found.penalised, slope: transposedProduct([design[column]!], found.scores)[0]! };
    }
  });
  return { ...withLimits(wald, limits.lower, limits.upper), ...result };
}

/** Newton's method on the penalised likelihood, one coefficient held where asked. The penalty is of all coefficients. */
async function fitFirth(
  design: readonly Float64Array[],
  frame: Frame,
  start: Float64Array,
  held: number | undefined,
  { signal }: JobOptions
): Promise<FirthFit> {
  let now = evaluate(design, frame, start);
  for (let iterations = 1; iterations <= MOST_STEPS; iterations++) {
    await breathe();
    if (signal?.aborted) throw fail('stopped');
    const gradient = transposedProduct(design, now.scores);
    // The information knows nothing of the penalty: with one coefficient held far out its steps come to be a hundredth of the way.
    const bent = iterations > PATIENCE ? bentStep(design, frame, now, gradient, held) : undefined;
    const step = bent ?? stepOf(design, now, gradient, held);
    const decrement = Math.sqrt(
      Math.max(
        0,
        step.reduce((sum, value, at) => sum + value * gradient[at]!, 0)
      )
    );
    if (decrement < NEAR) return { ...now, iterations };
    const longest = step.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    let scale = Math.min(1, LONGEST / longest);
    let next = now;
    for (let halving = 0; halving < HALVINGS; halving++, scale /= 2) {
      next = evaluate(
        design,
        frame,
        now.coefficients.map((value, at) => value + scale * step[at]!)
      );
      if (next.penalised >= now.penalised - 1e-12 * (1 + Math.abs(now.penalised))) break;
    }
    if (!(next.penalised >= now.penalised - 1e-9 * (1 + Math.abs(now.penalised)))) break;
    now = next;
  }
  throw fail('regression-not-converged', { steps: MOST_STEPS });
}

/** (XᵀWX)⁻¹U, of the coefficients that are not held. */
function stepOf(
  design: readonly Float64Array[],
  { triangle, working }: Pick<FirthFit, 'triangle' | 'working'>,
  gradient: Float64Array,
  held: number | undefined
): Float64Array {
  if (held === undefined) return solveUpper(triangle.r, solveUpperTransposed(triangle.r, gradient));
  const { r } = triangleOf(
    design.filter((_, index) => index !== held),
    { weights: working.weights, right: new Float64Array(working.eta.length) }
  );
  const part = solveUpper(
    r,
    solveUpperTransposed(
      r,
      gradient.filter((_, index) => index !== held)
    )
  );
  return gradient.map((_, index) => (index === held ? 0 : part[index < held ? index : index - 1]!));
}

/** Newton's step with the second derivatives of the penalised likelihood, by differences; undefined where it does not bend down. */
function bentStep(
  design: readonly Float64Array[],
  frame: Frame,
  { coefficients }: Pick<FirthFit, 'coefficients'>,
  gradient: Float64Array,
  held: number | undefined
): Float64Array | undefined {
  const free = Array.from(gradient.keys()).filter((index) => index !== held);
  const slopes = free.map((index) => {
    const far = NUDGE * (1 + Math.abs(coefficients[index]!));
    const [up, down] = [far, -far].map((by) => {
      const moved = coefficients.slice();
      moved[index]! += by;
      return transposedProduct(design, evaluate(design, frame, moved).scores);
    }) as [Float64Array, Float64Array];
    return free.map((other) => (up[other]! - down[other]!) / (2 * far));
  });
  const bend = Float64Array.from(free.flatMap((_, row) => free.map((__, at) => -(slopes[row]![at]! + slopes[at]![row]!) / 2))); // prettier-ignore
  const factor = cholesky(bend, free.length);
  if (!factor) return undefined;
  const step = solve(
    factor,
    Float64Array.from(free, (index) => gradient[index]!)
  );
  return gradient.map((_, index) => (index === held ? 0 : step[free.indexOf(index)]!));
}

function evaluate(
  design: readonly Float64Array[],
  frame: Frame,
  coefficients: Float64Array
): Omit<FirthFit, 'iterations'> {
  const { y, weights: prior, offset, n } = frame;
  const working: Working = {
    eta: linearCombination(design, coefficients),
    mean: new Float64Array(n),
    weights: new Float64Array(n),
    shift: new Float64Array(n)
  };
  if (offset) for (let row = 0; row < n; row++) working.eta[row] = working.eta[row]! + offset[row]!;
  const deviance = logisticFamily.fill(working, y, prior, 0, n);
  const triangle = triangleOf(design, { weights: working.weights });
  const leverage = leverages({ design, weights: working.weights, triangle });
  let determinant = 0;
  for (let at = 0; at < triangle.width; at++) determinant += log(Math.abs(triangle.r[at * triangle.width + at]!));
  const scores = Float64Array.from(y, (value, row) => {
    const mean = working.mean[row]!;
    return (prior ? prior[row]! : 1) * (value - mean) + leverage[row]! * (0.5 - mean);
  });
  return { coefficients, triangle, working, scores, penalised: -deviance / 2 + determinant };
}
