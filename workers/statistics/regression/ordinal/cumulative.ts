import { expm1 } from '../../../shared/distributions';
import { log, logistic } from '../../../shared/elementary';
import { crossProduct, linearCombination, transposedProduct } from '../../../shared/matrix';

/**
 * A cumulative logit model: P(Y ≤ k) = logistic(z·θₖ − x·β), k = 1 … K − 1. With a single z of ones these are
 * proportional odds.
 */
export interface CumulativeModel {
  /** Category of each row, counted from 0 to K − 1. */
  y: Uint8Array;
  categories: number;
  /** Columns whose coefficients differ from cut to cut; the first is the ones of the thresholds. */
  free: readonly Float64Array[];
  /** Columns with one coefficient for all cuts. */
  common: readonly Float64Array[];
  weights?: Float64Array;
  offset?: Float64Array;
}

export interface Point {
  /** θ cut by cut, then β. */
  parameters: Float64Array;
  /** −Infinity where a category has no probability: cuts that cross. */
  logLikelihood: number;
  /** Logarithm of each row's probability. */
  logs: Float64Array;
}

export interface Derivatives {
  gradient: Float64Array;
  /** Minus the second derivatives, m × m, row by row. */
  information: Float64Array;
}

const PART = 4096;

/** Both linear predictors around a row's category; ±Infinity at the ends. */
function predictors(model: CumulativeModel, parameters: Float64Array): { upper: Float64Array; lower: Float64Array } {
  const { y, categories, free, common, offset } = model;
  const cuts = categories - 1;
  const shared = linearCombination(common, parameters.subarray(cuts * free.length), new Float64Array(y.length));
  const upper = new Float64Array(y.length).fill(Infinity);
  const lower = new Float64Array(y.length).fill(-Infinity);
  for (let row = 0; row < y.length; row++) {
    const category = y[row]!;
    const rest = -shared[row]! - (offset ? offset[row]! : 0);
    if (category < cuts) upper[row] = rest + cutAt(free, parameters, category, row);
    if (category > 0) lower[row] = rest + cutAt(free, parameters, category - 1, row);
  }
  return { upper, lower };
}

function cutAt(free: readonly Float64Array[], parameters: Float64Array, cut: number, row: number): number {
  let sum = 0;
  for (let column = 0; column < free.length; column++) {
    sum += parameters[cut * free.length + column]! * free[column]![row]!;
  }
  return sum;
}

/** P(lower < Z ≤ upper) of the logistic distribution without subtracting: σ(a)·σ(−b)·(1 − e^(b − a)). */
function between(lower: number, upper: number): number {
  if (!(upper > lower)) return 0;
  return logistic(upper) * logistic(-lower) * (lower === -Infinity || upper === Infinity ? 1 : -expm1(lower - upper));
}

/** The log-likelihood at a point. */
export function evaluate(model: CumulativeModel, parameters: Float64Array): Point {
  const { upper, lower } = predictors(model, parameters);
  const logs = new Float64Array(upper.length);
  let total = 0;
  for (let from = 0; from < logs.length; from += PART) {
    let sum = 0;
    for (let row = from; row < Math.min(logs.length, from + PART); row++) {
      const p = between(lower[row]!, upper[row]!);
      logs[row] = p > 0 ? log(p) : -Infinity;
      sum += (model.weights ? model.weights[row]! : 1) * logs[row]!;
    }
    total += sum;
  }
  return { parameters, logLikelihood: total, logs };
}

/** First and second derivatives, exact. @see Pratt 1981, JASA 76:103 (the likelihood is concave) */
export function derivativesAt(model: CumulativeModel, parameters: Float64Array): Derivatives {
  const { y, categories, free, common, weights } = model;
  const { upper, lower } = predictors(model, parameters);
  const rows = y.length;
  const width = free.length;
  const start = (categories - 1) * width;
  const size = start + common.length;
  const gradient = new Float64Array(size);
  const information = new Float64Array(size * size);
  const slope = new Float64Array(rows);
  const bend = new Float64Array(rows);
  const line = new Float64Array(common.length);
  const z = new Float64Array(width);
  for (let row = 0; row < rows; row++) {
    const weight = weights ? weights[row]! : 1;
    const [a, b] = [upper[row]!, lower[row]!];
    const p = between(b, a);
    const [above, below] = [logistic(a), logistic(b)];
    const densityAbove = above * logistic(-a);
    const densityBelow = below * logistic(-b);
    const [first, second] = [densityAbove / p, densityBelow / p];
    // Minus the second derivatives by the upper cut, the lower cut and both.
    const bendAbove = weight * (first * first - first * (1 - 2 * above));
    const bendBelow = weight * (second * second + second * (1 - 2 * below));
    const both = -weight * first * second;
    slope[row] = weight * (first - second);
    bend[row] = bendAbove + bendBelow + 2 * both;
    for (let column = 0; column < common.length; column++) line[column] = common[column]![row]!;
    for (let column = 0; column < width; column++) z[column] = free[column]![row]!;
    const category = y[row]!;
    const [top, bottom] = [category * width, (category - 1) * width];
    for (let column = 0; column < width; column++) {
      if (category < categories - 1) {
        const at = top + column;
        gradient[at] = gradient[at]! + weight * first * z[column]!;
        for (let other = 0; other < width; other++) {
          information[at * size + top + other]! += bendAbove * z[column]! * z[other]!;
          if (category > 0) information[at * size + bottom + other]! += both * z[column]! * z[other]!;
        }
        addLine(information, at * size + start, line, -(bendAbove + both) * z[column]!);
      }
      if (category > 0) {
        const at = bottom + column;
        gradient[at] = gradient[at]! - weight * second * z[column]!;
        for (let other = 0; other < width; other++) {
          information[at * size + bottom + other]! += bendBelow * z[column]! * z[other]!;
          if (category < categories - 1) information[at * size + top + other]! += both * z[column]! * z[other]!;
        }
        addLine(information, at * size + start, line, -(bendBelow + both) * z[column]!);
      }
    }
  }
  transposedProduct(common, slope).forEach((value, column) => (gradient[start + column] = -value));
  const shared = crossProduct(common, bend);
  for (let row = 0; row < common.length; row++) {
    for (let column = 0; column < common.length; column++) {
      information[(start + row) * size + start + column] = shared[row * common.length + column]!;
    }
    for (let cut = 0; cut < start; cut++) {
      information[(start + row) * size + cut] = information[cut * size + start + row]!;
    }
  }
  return { gradient, information };
}

function addLine(into: Float64Array, at: number, line: Float64Array, factor: number): void {
  for (let column = 0; column < line.length; column++) into[at + column] = into[at + column]! + factor * line[column]!;
}
