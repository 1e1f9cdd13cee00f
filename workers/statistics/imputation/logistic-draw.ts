import { exp, logistic } from '../../shared/elementary';
import { log1p } from '../../shared/distributions';
import { independentColumns, linearCombination, solveUpper, triangleOf } from '../../shared/matrix';
import type { RandomStream } from '../../shared/random';
import { momentsOf } from '../moments';
import type { Split } from './linear-draw';

const STEPS = 50;

/**
 * Values 0 and 1 by logistic regression with coefficients drawn from their normal posterior. A few rows of little weight keep
 * the fit finite where the data separate.
 *
 * @param split `y` 0 or 1; the first column is the intercept
 * @returns undefined where the fit does not come to rest
 * @see Rubin 1987, p. 169; White, Daniel and Royston 2010, Comput Stat Data Anal 54:2267 (augmentation); mice 3.15.0
 */
export function drawLogistic(split: Split, stream: RandomStream): Float64Array | undefined {
  const augmented = augment(split);
  const kept = independentColumns(triangleOf(augmented.design)).kept;
  const design = kept.map((column) => augmented.design[column] as Float64Array);
  const fit = fitLogistic(design, augmented.y, augmented.weights);
  if (!fit) return undefined;
  const noise = solveUpper(
    fit.r,
    fit.coefficients.map(() => stream.normal())
  );
  const coefficients = fit.coefficients.map((value, at) => value + (noise[at] as number));
  const missing = kept.map((column) => split.missing[column] as Float64Array);
  const eta = linearCombination(missing, coefficients, new Float64Array(missing[0]?.length ?? 0));
  return eta.map((value) => Number(stream.uniform() <= logistic(value)));
}

/**
 * For each column but the intercept and each outcome, two rows half a standard deviation around its mean (within its range),
 * the other columns at theirs; together they weigh as many rows as there are columns.
 */
function augment({ observed, missing, y }: Split) {
  const columns = observed.length - 1;
  const extra = 4 * columns;
  const rows = y.length;
  const weights = new Float64Array(rows + extra).fill(1);
  weights.fill((columns + 1) / extra, rows);
  const outcome = new Float64Array(rows + extra);
  outcome.set(y);
  for (let row = 0; row < extra; row++) outcome[rows + row] = (row >> 1) % 2;
  const design = observed.map((column, index) => {
    const longer = new Float64Array(rows + extra);
    longer.set(column);
    if (index === 0) return longer.fill(1, rows);
    const all = new Float64Array(column.length + (missing[index]?.length ?? 0));
    all.set(column);
    all.set(missing[index] as Float64Array, column.length);
    const { mean, variance } = momentsOf(all);
    const [least, most] = [all.reduce((a, b) => Math.min(a, b)), all.reduce((a, b) => Math.max(a, b))];
    longer.fill(mean, rows);
    for (let row = 0; row < 4; row++) {
      const shifted = mean + (row % 2 === 0 ? 0.5 : -0.5) * Math.sqrt(variance);
      longer[rows + 4 * (index - 1) + row] = Math.min(most, Math.max(least, shifted));
    }
    return longer;
  });
  return { design, y: outcome, weights };
}

/** Iteratively reweighted least squares. @returns undefined where it does not come to rest */
function fitLogistic(design: readonly Float64Array[], y: Float64Array, prior: Float64Array) {
  const eta = y.map((value, row) =>
    ((prior[row] as number) * value + 0.5) / ((prior[row] as number) + 1) > 0.5 ? 1 : -1
  );
  const [weights, target] = [new Float64Array(y.length), new Float64Array(y.length)];
  let before = Infinity;
  for (let step = 0; step < STEPS; step++) {
    let deviance = 0;
    for (let row = 0; row < y.length; row++) {
      const at = eta[row] as number;
      const mean = logistic(at);
      const slope = Math.max(mean * (1 - mean), 1e-15);
      const weight = prior[row] as number;
      weights[row] = weight * slope;
      target[row] = at + ((y[row] as number) - mean) / slope;
      deviance += 2 * weight * (log1p(exp(-Math.abs(at))) + Math.max(0, y[row] === 1 ? -at : at));
    }
    const { r, right } = triangleOf(design, { weights, right: target });
    const coefficients = solveUpper(r, right);
    if (!coefficients.every(Number.isFinite)) return undefined;
    if (Math.abs(deviance - before) < 1e-8 * (Math.abs(deviance) + 0.1)) return { coefficients, r };
    before = deviance;
    linearCombination(design, coefficients, eta);
  }
  return undefined;
}
