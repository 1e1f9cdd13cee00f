import { breathe } from '../../../shared/breathe';
import type { JobOptions } from '../../../shared/job';
import {
  dot,
  independentColumns,
  linearCombination,
  solveUpper,
  triangleOf,
  type Triangle
} from '../../../shared/matrix';
import { fail } from '../errors';
import type { Family, Working } from './family';
import { Separation } from './separation';

export interface IrlsOptions extends JobOptions {
  /** Names of the columns, for failures. */
  names: readonly string[];
  prior?: Float64Array;
  offset?: Float64Array;
  /** Coefficients to start from, one a column; else from the outcome. */
  start?: Float64Array;
}

export interface Irls {
  /** Of the columns kept. */
  coefficients: Float64Array;
  kept: number[];
  aliased: number[];
  /** The columns kept. */
  design: Float64Array[];
  /** R of √W·X at the estimates, RᵀR = XᵀWX. */
  triangle: Triangle;
  working: Working;
  deviance: number;
  iterations: number;
}

const MOST_STEPS = 60;
const HALVINGS = 30;
/** Stop when the deviance changes by less than this share; R's 1e-8 is too coarse for six digits. */
const SETTLED = 1e-12;
/** … and when the last step was shorter than this many standard errors. */
const NEAR = 1e-8;
const PART = 4096;

/**
 * Maximum likelihood of a generalised linear model by iteratively reweighted least squares, each step by QR.
 *
 * Columns that repeat earlier ones are left out and named. Steps that raise the deviance are halved.
 *
 * @throws `regression-separation` with the column whose coefficient has no finite estimate, `regression-not-converged`,
 *   `regression-too-few`, `stopped`
 * @see McCullagh and Nelder 1989, Generalized Linear Models, §2.5
 */
export async function irls(
  family: Family,
  all: readonly Float64Array[],
  y: Float64Array,
  options: IrlsOptions
): Promise<Irls> {
  const { names, prior, offset, start, signal, progress } = options;
  const rows = y.length;
  const working: Working = {
    eta: start ? linearCombination(all, start, new Float64Array(rows)) : y.map(family.start),
    mean: new Float64Array(rows),
    weights: new Float64Array(rows),
    shift: new Float64Array(rows)
  };
  if (start && offset) addTo(working.eta, offset);
  let design = [...all];
  let independent = { kept: all.map((_, index) => index), aliased: [] as number[] };
  let coefficients: Float64Array | undefined = start?.slice();
  let deviance = devianceOf(family, working, y, prior);
  const separation = new Separation(family, y);
  for (let iterations = 1; iterations <= MOST_STEPS; iterations++) {
    await breathe();
    if (signal?.aborted) throw fail('stopped');
    progress?.({ step: 'regression-iterations', done: iterations });
    const target = working.shift;
    for (let row = 0; row < rows; row++) target[row] = target[row]! + working.eta[row]! - (offset ? offset[row]! : 0);
    let triangle = triangleOf(design, { weights: working.weights, right: target });
    if (iterations === 1) {
      independent = independentColumns(triangle);
      if (rows < independent.kept.length) throw fail('regression-too-few', { rows, terms: all.length });
      if (independent.aliased.length > 0) {
        design = independent.kept.map((column) => all[column]!);
        if (coefficients) coefficients = Float64Array.from(independent.kept, (column) => coefficients![column]!);
        triangle = triangleOf(design, { weights: working.weights, right: target });
      }
    }
    const before = coefficients;
    const wanted = solveUpper(triangle.r, triangle.right);
    if (!wanted.every(Number.isFinite)) throw fail('regression-not-converged', { steps: iterations });
    const etaBefore = iterations > 1 ? working.eta.slice() : undefined;
    let found = Infinity;
    let trial: Float64Array = wanted;
    for (let halving = 0; halving <= HALVINGS; halving++) {
      linearCombination(design, trial, working.eta);
      if (offset) addTo(working.eta, offset);
      found = devianceOf(family, working, y, prior);
      const isFall = Number.isFinite(found) && found <= deviance + 1e-10 * (Math.abs(deviance) + 1);
      if (isFall || !before || (iterations === 1 && Number.isFinite(found))) break;
      trial = trial.map((value, at) => (value + before[at]!) / 2);
    }
    if (!Number.isFinite(found)) throw fail('regression-not-converged', { steps: iterations });
    coefficients = trial;
    const step = before ? trial.map((value, at) => value - before[at]!) : undefined;
    const hasSettled = Math.abs(found - deviance) <= SETTLED * (Math.abs(found) + 0.1);
    if (step && etaBefore) {
      const column = separation.columnOf(design, working.eta, etaBefore, step, iterations);
      if (column !== undefined) throw fail('regression-separation', { column: names[independent.kept[column]!] ?? '' });
    }
    deviance = found;
    if (step && hasSettled && lengthIn(triangle, step) < NEAR) {
      return { coefficients: trial, ...independent, design, triangle, working, deviance, iterations };
    }
  }
  throw fail('regression-not-converged', { steps: MOST_STEPS });
}

/** Length of a step in standard errors: ‖R·step‖. */
function lengthIn({ r, width }: Triangle, step: Float64Array): number {
  let squares = 0;
  for (let row = 0; row < width; row++) {
    const value = dot(r.subarray(row * width, (row + 1) * width), step);
    squares += value * value;
  }
  return Math.sqrt(squares);
}

/** In parts, so that the sum of a million rows keeps its digits. */
function devianceOf(family: Family, working: Working, y: Float64Array, prior: Float64Array | undefined): number {
  let sum = 0;
  for (let from = 0; from < y.length; from += PART) {
    sum += family.fill(working, y, prior, from, Math.min(y.length, from + PART));
  }
  return sum;
}

function addTo(values: Float64Array, more: Float64Array): void {
  for (let row = 0; row < values.length; row++) values[row] = values[row]! + more[row]!;
}
