import { independentColumns, linearCombination, solveUpper, triangleOf } from '../../shared/matrix';
import type { RandomStream } from '../../shared/random';

/** Rows with the variable and rows without it, in the same columns, the intercept among them. */
export interface Split {
  observed: readonly Float64Array[];
  missing: readonly Float64Array[];
  /** Of the observed rows. */
  y: Float64Array;
}

interface LinearDraw {
  fitted: Float64Array;
  /** Drawn from their posterior. */
  coefficients: Float64Array;
  sigma: number;
  kept: readonly number[];
}

/**
 * Least squares, and a draw of its coefficients and error from their posterior under a flat prior.
 *
 * @returns undefined where there are not more rows than columns that say something new
 * @see Rubin 1987, Multiple Imputation, p. 167; mice 3.15.0 `.norm.draw`
 */
function drawLinear({ observed, y }: Split, stream: RandomStream): LinearDraw | undefined {
  const kept = independentColumns(triangleOf(observed)).kept;
  if (y.length <= kept.length) return undefined;
  const design = kept.map((column) => observed[column] as Float64Array);
  const { r, right, rest } = triangleOf(design, { right: y });
  const estimate = solveUpper(r, right);
  const sigma = Math.sqrt(rest / (2 * stream.gamma((y.length - kept.length) / 2)));
  const noise = solveUpper(
    r,
    right.map(() => stream.normal())
  );
  return {
    fitted: linearCombination(design, estimate, new Float64Array(y.length)),
    coefficients: estimate.map((value, at) => value + sigma * (noise[at] as number)),
    sigma,
    kept
  };
}

const predicted = ({ missing }: Split, { coefficients, kept }: LinearDraw) =>
  linearCombination(
    kept.map((column) => missing[column] as Float64Array),
    coefficients,
    new Float64Array(missing[0]?.length ?? 0)
  );

/** Values by the normal model: prediction and error. @returns undefined where no model fits */
export function drawNormal(split: Split, stream: RandomStream): Float64Array | undefined {
  const draw = drawLinear(split, stream);
  return draw && predicted(split, draw).map((value) => value + draw.sigma * stream.normal());
}

/**
 * Donors by predictive mean matching: one of the observed rows whose prediction is nearest.
 *
 * @returns for each missing row, the place of its donor among the observed; undefined where no model fits
 * @see Little 1988, J Bus Econ Stat 6:287; mice 3.15.0 `mice.impute.pmm`, type 1
 */
export function drawDonors(split: Split, donors: number, stream: RandomStream): Int32Array | undefined {
  const draw = drawLinear(split, stream);
  if (!draw) return undefined;
  const { fitted } = draw;
  // Equal predictions in a random order, so that none of them is preferred.
  const keys = fitted.map(() => stream.uniform());
  const order = Int32Array.from(fitted, (_, row) => row).sort(
    (a, b) => (fitted[a] as number) - (fitted[b] as number) || (keys[a] as number) - (keys[b] as number)
  );
  const rising = Float64Array.from(order, (row) => fitted[row] as number);
  const count = Math.min(donors, rising.length);
  return Int32Array.from(predicted(split, draw), (value) => {
    const from = nearestRun(rising, value, count);
    return order[from + stream.integer(0, count)] as number;
  });
}

/** First place of the run of `count` rising values that are nearest to one. */
function nearestRun(rising: Float64Array, value: number, count: number): number {
  let [low, high] = [0, rising.length - count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value - (rising[middle] as number) > (rising[middle + count] as number) - value) low = middle + 1;
    else high = middle;
  }
  return low;
}
