import { largestOf } from '../shared/extent';
import { fail } from './errors';

/** A pivot below this part of the largest: the column says nothing new. */
const ALIASED = 1e-9;

export interface LeastSquares {
  /** Of the columns kept, in the order given. */
  coefficients: Float64Array;
  /** Columns kept and columns that repeat others, by their position. */
  kept: number[];
  aliased: number[];
  /** (XᵀX)⁻¹ of the columns kept, row by row. */
  inverse: Float64Array;
  fitted: Float64Array;
  residuals: Float64Array;
  /** Residual sum of squares over n − (columns kept). */
  variance: number;
  degreesOfFreedom: number;
}

/**
 * Ordinary least squares by Householder's QR with column pivoting, on columns scaled to length 1.
 *
 * @param design the columns, the intercept among them; finite numbers
 * @param y as long as each column
 * @throws `points-too-few` unless there are more rows than columns kept
 * @see Golub and Van Loan 2013, Matrix Computations, algorithm 5.4.1
 */
export function leastSquares(design: readonly Float64Array[], y: Float64Array): LeastSquares {
  const rows = y.length;
  const scales = design.map((column) => lengthOf(column) || 1);
  const work = design.map((column, index) => column.map((value) => value / (scales[index] as number)));
  const order = design.map((_, index) => index);
  const right = y.slice();
  const diagonal: number[] = [];
  let rank = 0;
  while (rank < Math.min(rows, design.length)) {
    const lengths = order.slice(rank).map((column) => lengthOf((work[column] as Float64Array).subarray(rank)));
    const longest = lengths.indexOf(largestOf(lengths));
    if ((lengths[longest] as number) <= ALIASED * Math.abs(diagonal[0] ?? 0) || lengths[longest] === 0) break;
    [order[rank], order[rank + longest]] = [order[rank + longest] as number, order[rank] as number];
    diagonal.push(reflect(work, order, rank, right));
    rank += 1;
  }
  if (rows <= rank) throw fail('points-too-few', { rows, terms: design.length });
  const pivots = order.slice(0, rank);
  const upper = (row: number, column: number) => (work[pivots[column] as number] as Float64Array)[row] as number;
  const solution = backSubstitute(upper, diagonal, right);
  // R⁻¹, column by column: (XᵀX)⁻¹ = R⁻¹R⁻ᵀ.
  const inverseR = pivots.map((_, column) =>
    backSubstitute(
      upper,
      diagonal,
      Float64Array.from({ length: rank }, (__, row) => Number(row === column))
    )
  );
  const kept = [...pivots].sort((a, b) => a - b);
  const place = kept.map((column) => pivots.indexOf(column));
  const scaleOf = (index: number) => scales[kept[index] as number] as number;
  const coefficients = Float64Array.from(
    kept,
    (_, index) => (solution[place[index] as number] as number) / scaleOf(index)
  );
  const inverse = new Float64Array(rank * rank);
  for (let row = 0; row < rank; row++) {
    for (let column = 0; column < rank; column++) {
      let sum = 0;
      for (const line of inverseR)
        sum += (line[place[row] as number] as number) * (line[place[column] as number] as number);
      inverse[row * rank + column] = sum / (scaleOf(row) * scaleOf(column));
    }
  }
  const fitted = y.map((_, row) =>
    kept.reduce(
      (sum, column, index) => sum + (coefficients[index] as number) * ((design[column] as Float64Array)[row] as number),
      0
    )
  );
  const residuals = y.map((value, row) => value - (fitted[row] as number));
  const squares = residuals.reduce((sum, residual) => sum + residual * residual, 0);
  return {
    coefficients,
    kept,
    aliased: order.slice(rank).sort((a, b) => a - b),
    inverse,
    fitted,
    residuals,
    variance: squares / (rows - rank),
    degreesOfFreedom: rows - rank
  };
}

const lengthOf = (column: Float64Array) => Math.sqrt(column.reduce((sum, value) => sum + value * value, 0));

/** Turns the column at `rank` onto its axis, and the columns after it and the right side with it. */
function reflect(work: Float64Array[], order: readonly number[], rank: number, right: Float64Array): number {
  const column = work[order[rank] as number] as Float64Array;
  const length = lengthOf(column.subarray(rank));
  const head = column[rank] as number;
  const diagonal = head > 0 ? -length : length;
  const mirror = column.slice(rank);
  mirror[0] = head - diagonal;
  const norm = mirror.reduce((sum, value) => sum + value * value, 0);
  for (const target of [...order.slice(rank).map((index) => work[index] as Float64Array), right]) {
    let product = 0;
    for (let row = 0; row < mirror.length; row++) product += (mirror[row] as number) * (target[rank + row] as number);
    const factor = (2 * product) / norm;
    for (let row = 0; row < mirror.length; row++) {
      target[rank + row] = (target[rank + row] as number) - factor * (mirror[row] as number);
    }
  }
  return diagonal;
}

function backSubstitute(
  upper: (row: number, column: number) => number,
  diagonal: readonly number[],
  right: Float64Array
): Float64Array {
  const x = right.slice(0, diagonal.length);
  for (let row = diagonal.length - 1; row >= 0; row--) {
    for (let column = row + 1; column < diagonal.length; column++) {
      x[row] = (x[row] as number) - upper(row, column) * (x[column] as number);
    }
    x[row] = (x[row] as number) / (diagonal[row] as number);
  }
  return x;
}
